"""The one page a browser loads: in the reader's language, with our name, and nothing foreign."""

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import streamlit

from taskmap.language import LANGUAGES, best_language, reader

_INDEX = Path(streamlit.__file__).parent / "static" / "index.html"
_LANGUAGE = re.compile(r'<html lang="[^"]*">')
_TITLE = re.compile(r"<title>[^<]*</title>")
_WITHOUT = re.compile(r"<noscript>.*?</noscript>", re.DOTALL)
_AGENT = re.compile(r'<link rel="service-desc"[^>]*>')
_INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_ASKED = re.compile(r"(?:^|&)lang=(\w+)(?:&|$)")


class PageChangedError(Exception):
    """Streamlit's page is not built as the one this was written for."""


class Page:
    """Streamlit's page as we hand it out, one text for each language."""

    def __init__(self, index: str | None = None) -> None:
        text = _INDEX.read_text(encoding="utf-8") if index is None else index
        for wanted in (_LANGUAGE, _TITLE, _WITHOUT):
            if len(wanted.findall(text)) != 1:
                raise PageChangedError(wanted.pattern)
        bare = _AGENT.sub("", _TITLE.sub("<title>Taskmap</title>", text))
        self._texts = {language: _in(language, bare).encode() for language in LANGUAGES}
        self.scripts = tuple(_hash(script) for script in _INLINE.findall(bare))

    def text(self, query: str, accepted: str | None) -> bytes:
        """The page for whoever asks.

        Args:
            query: of the address; ``lang`` in it is the language chosen.
            accepted: languages the browser asks for.
        """
        chosen = _ASKED.search(query)
        language = chosen[1] if chosen and chosen[1] in LANGUAGES else best_language(accepted)
        return self._texts[language]

    def policy(self) -> str:
        """What the page may load and run: our own files, and nothing from elsewhere.

        ``blob:`` is what Streamlit loads the app's own drawings from; styles are set on elements
        by its widgets, which no hash can name.
        """
        scripts = " ".join(("'self'", "blob:", *self.scripts))
        return "; ".join(
            (
                "default-src 'none'",
                f"script-src {scripts}",
                "style-src 'self' 'unsafe-inline'",
                "img-src 'self' data: blob:",
                "font-src 'self' data:",
                "connect-src 'self'",
                "worker-src 'self' blob:",
                "manifest-src 'self'",
                "object-src 'none'",
                "base-uri 'none'",
                "form-action 'self'",
                "frame-ancestors 'none'",
            )
        )


def _in(language: str, bare: str) -> str:
    told = f"<noscript><p>{reader(language).say('ui.no_script')}</p></noscript>"
    return _WITHOUT.sub(told, _LANGUAGE.sub(f'<html lang="{language}">', bare))


def _hash(script: str) -> str:
    return f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"

"""Text from a mapping made harmless in markdown: shown as it is written, never read as markup."""

import re

_MARKS = re.compile(r"([\\`*_{}\[\]()#+\-.!|~$<>&^=:@/\"'])")
_NEWLINES = re.compile(r"[\r\n\u2028\u2029]+")
_SHORTCODE = re.compile(r"(?<=:)(?=[\w+\-/]+:)")


def plain(text: str) -> str:
    """Any text, safe inside a markdown sentence or label."""
    # A word joiner takes the meaning from :shortcodes:, which are read after escapes are.
    broken = _SHORTCODE.sub("\N{WORD JOINER}", text)
    return _NEWLINES.sub(" ", _MARKS.sub(r"\\\1", broken))


def bold(text: str) -> str:
    """Any text, safe and bold."""
    return f"**{plain(text.strip())}**" if text.strip() else ""


def quoted(text: str) -> str:
    """Somebody's words as they were typed, line by line, set apart from ours."""
    return "\n>\n".join(f"> {plain(line)}" for line in text.splitlines())

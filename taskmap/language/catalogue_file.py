"""gettext catalogue files: key to words, with plural forms.

The part of the ``.po`` format that translators' programs write: comments, ``msgid``,
``msgid_plural``, ``msgstr`` and ``msgstr[n]`` with continued lines. A reader of our own, because
a language must be at hand within a page's first milliseconds.
"""

Words = dict[str, tuple[str, ...]]  # key to words, or to the singular and the plural

_ESCAPES = {"\\n": "\n", "\\t": "\t", '\\"': '"', "\\\\": "\\"}


def read_words(path: str) -> Words:
    """Keys and words of one file; empty when there is no such file."""
    try:
        with open(path, encoding="utf-8") as file:  # noqa: PTH123 - pathlib costs 7 ms at start
            text = file.read()
    except FileNotFoundError:
        return {}
    found: Words = {}
    for entry in text.split("\n\n"):
        key, forms = _entry(entry)
        if key and all(forms):
            found[key] = forms
    return found


def _entry(text: str) -> tuple[str, tuple[str, ...]]:
    parts: dict[str, str] = {}
    word = ""
    for line in text.splitlines():
        if line.startswith('"'):
            parts[word] += _unquoted(line)
        elif line.startswith("msg"):
            word, _, rest = line.partition(" ")
            parts[word] = _unquoted(rest)
    forms = tuple(value for name, value in parts.items() if name.startswith("msgstr"))
    return parts.get("msgid", ""), forms


def _unquoted(text: str) -> str:
    inner = text.strip()[1:-1]
    if "\\" not in inner:
        return inner
    out, at = "", 0
    while at < len(inner):
        pair = inner[at : at + 2]
        out += _ESCAPES.get(pair, pair[0])
        at += 2 if pair in _ESCAPES else 1
    return out

"""What is asked of a text before any parser sees it: size, encoding, visible characters."""

import re

from taskmap.model.finding import Finding, Place

MOST_BYTES = 1_000_000

# Beside the control characters: line breaks only YAML 1.1 knows, a byte order mark inside the
# text, and marks that turn the direction of reading; each shows one thing and means another.
_FORBIDDEN = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff"
    "\ud800-\udfff\ufffe\uffff"
)
FORBIDDEN = re.compile(f"[{_FORBIDDEN}]")

_MARKS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)


def guard(data: bytes | str, *, file: str) -> str | Finding:
    """The text, or why it is not read."""
    size = len(data)
    if size > MOST_BYTES:
        return Finding("yaml.too_large", Place(file), {"bytes": size, "limit": MOST_BYTES})
    text = data if isinstance(data, str) else _decoded(data, file)
    if isinstance(text, Finding):
        return text
    text = text.removeprefix("\ufeff")
    forbidden = FORBIDDEN.search(text)
    if forbidden:
        place = place_at(text, forbidden.start(), file)
        return Finding("yaml.control_character", place, {"value": code_point(forbidden[0])})
    return text


def code_point(character: str) -> str:
    """A character that cannot be shown, by its number: ``U+0007``."""
    return f"U+{ord(character):04X}"


def place_at(text: str, index: int, file: str) -> Place:
    """Line and column of a character."""
    before = text[:index].replace("\r\n", "\n").replace("\r", "\n")
    return Place(file, before.count("\n") + 1, len(before) - before.rfind("\n"))


def _decoded(data: bytes, file: str) -> str | Finding:
    mark = next((name for start, name in _MARKS if data.startswith(start)), None)
    if mark is not None:
        return Finding("yaml.encoding", Place(file, 1, 1), {"value": mark, "nearest": "UTF-8"})
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        place = place_at(before, len(before), file)
        value = f"0x{data[error.start]:02X}"
        return Finding("yaml.encoding", place, {"value": value, "nearest": "UTF-8"})

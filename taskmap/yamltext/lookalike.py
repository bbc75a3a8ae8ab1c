"""Names that look the same to a reader: folded to one form before they are compared."""

import re
from unicodedata import category, normalize

# Fillers, blank braille and variation selectors: no mark on paper either, though Unicode counts
# them as letters, symbols or accents.
_BLANK = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180d\u180f\u2800\u3164\ufe00-\ufe0f\uffa0"
    "\U000e0100-\U000e01ef]"
)


def visible(text: str) -> str:
    """The text without characters that leave no mark on paper, in composed form (NFC)."""
    if text.isascii():
        return text
    return normalize("NFC", "".join(c for c in _BLANK.sub("", text) if category(c) != "Cf"))


def fold(text: str) -> str:
    """One form for all names a reader would take for the same: case and composition aside."""
    if text.isascii():  # nearly all keys are, and this is asked for every one
        return text.lower().strip()
    return normalize("NFC", visible(text).casefold().strip())

"""Names that look the same to a reader: folded to one form before they are compared."""

from unicodedata import category, normalize


def visible(text: str) -> str:
    """The text without characters that leave no mark on paper, in composed form (NFC)."""
    if text.isascii():
        return text
    return normalize("NFC", "".join(c for c in text if category(c) != "Cf"))


def fold(text: str) -> str:
    """One form for all names a reader would take for the same: case and composition aside."""
    if text.isascii():  # nearly all keys are, and this is asked for every one
        return text.lower().strip()
    return normalize("NFC", visible(text).casefold().strip())

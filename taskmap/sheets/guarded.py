"""Text that no spreadsheet takes for a formula when it opens a CSV file, and back again.

A leading apostrophe is what spreadsheets themselves write before text that looks like a formula.
Text that begins with apostrophes and such a sign gets one more, so that the way back is certain.
"""

import re

# Wide forms of the signs are formulas to some spreadsheets too.
_SIGN = "[=+\\-@\N{FULLWIDTH EQUALS SIGN}\N{FULLWIDTH PLUS SIGN}\N{FULLWIDTH HYPHEN-MINUS}"
_SIGN += "\N{FULLWIDTH COMMERCIAL AT}|%\t\r\n]"
_FORMULA = re.compile(f"'*\\s*{_SIGN}")
_GUARDED = re.compile(f"''*\\s*{_SIGN}")


def guarded(text: str) -> str:
    """The text as it may stand in a CSV file."""
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """The text again."""
    return text[1:] if _GUARDED.match(text) else text

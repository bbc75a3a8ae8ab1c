"""What our font can print of a text: every letter it has, a square for every one it has not.

A missing letter would make a paper that is neither archivable nor readable. Text is shown in one
composed form, so that ``å`` written as ``a`` with a ring is printed as the letter it is.
"""

import re
import struct
import unicodedata
from functools import cache
from itertools import pairwise
from typing import Any

from taskmap.typeset.press import FONTS

STAND_IN = "\N{WHITE SQUARE}"
MAY_BREAK = "\N{ZERO WIDTH SPACE}"
LONGEST = 36  # letters in a row that fit any column; longer ones may be broken anywhere
STEP = 12
_SPACES = re.compile(r"[\t\r\n\v\f\x85\u2028\u2029]")
_RUN = re.compile(rf"\S{{{LONGEST + 1},}}")


def printable(data: Any) -> tuple[Any, bool]:
    """Data with every text as it can be printed, and whether that is all of it."""
    if isinstance(data, str):
        told = text(data)
        return told, told.count(STAND_IN) == data.count(STAND_IN)
    if isinstance(data, dict):
        pairs = {key: printable(value) for key, value in data.items()}
        return {k: told for k, (told, _) in pairs.items()}, all(w for _, w in pairs.values())
    if isinstance(data, list | tuple):
        items = [printable(value) for value in data]
        return [told for told, _ in items], all(whole for _, whole in items)
    return data, True


def text(written: str) -> str:
    """A text as it can be printed."""
    composed = unicodedata.normalize("NFC", _SPACES.sub(" ", written))
    shown = "".join(each if ord(each) in letters() else STAND_IN for each in composed)
    return _RUN.sub(lambda run: _breakable(run[0]), shown)


@cache
def letters() -> frozenset[int]:
    """Code points both weights of the font have, and the space nobody sees."""
    found = [_code_points(path.read_bytes()) for path in sorted(FONTS.glob("*.ttf"))]
    return frozenset.intersection(*found) | {ord(MAY_BREAK)}


def _breakable(run: str) -> str:
    cuts = [*range(0, len(run), STEP), len(run)]
    return MAY_BREAK.join(run[start:end] for start, end in pairwise(cuts))


def _code_points(font: bytes) -> frozenset[int]:
    """Of the font's ``cmap`` table, format 12 (OpenType 1.9, "cmap")."""
    tables = struct.unpack_from(">H", font, 4)[0]
    records = (struct.unpack_from(">4sLLL", font, 12 + 16 * n) for n in range(tables))
    cmap = next(at for tag, _, at, _ in records if tag == b"cmap")
    number = struct.unpack_from(">H", font, cmap + 2)[0]
    found: set[int] = set()
    for n in range(number):
        at = cmap + struct.unpack_from(">HHL", font, cmap + 4 + 8 * n)[2]
        if struct.unpack_from(">H", font, at)[0] == 12:
            for group in range(struct.unpack_from(">L", font, at + 12)[0]):
                first, last, _ = struct.unpack_from(">LLL", font, at + 16 + 12 * group)
                found.update(range(first, last + 1))
    return frozenset(found)

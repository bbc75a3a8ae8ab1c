"""Names of rows and columns that every reader of MPS and LP files takes."""

import re
import unicodedata
from collections.abc import Sequence

LONGEST = 200  # some readers stop at 255
_LETTERS = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "Æ": "Ae", "Ø": "O", "Å": "A", "/": "."})
_OTHER = re.compile(r"[^A-Za-z0-9_.]")
# What a reader of LP takes for a number or for the start of a section.
_NUMBER = re.compile(r"[0-9.]|[eE][0-9.]|[eE]$")
_WORDS = frozenset(
    (
        *("min", "max", "minimize", "maximize", "minimum", "maximum", "st", "s.t.", "such"),
        *("subject", "bounds", "bound", "free", "inf", "infinity", "general", "generals", "gen"),
        *("integer", "integers", "int", "binary", "binaries", "bin", "semi", "sos", "end"),
    )
)


def safe_names(names: Sequence[str]) -> tuple[str, ...]:
    """One safe and unique name for each, close to the name itself.

    A slash becomes a full stop, Nordic letters their neighbours, all else an underscore; names
    that fall together get a number at the end.

    Example: ``load/sykepleier/dag`` is ``load.sykepleier.dag``; ``added/sår-stell`` and
    ``added/sar stell`` are ``added.sar_stell`` and ``added.sar_stell_2``.
    """
    taken: set[str] = set()
    found: list[str] = []
    for name in names:
        plain = safe = _plain(name)
        number = 1
        while safe.casefold() in taken:
            number += 1
            safe = f"{plain}_{number}"
        taken.add(safe.casefold())
        found.append(safe)
    return tuple(found)


def _plain(name: str) -> str:
    split = unicodedata.normalize("NFKD", unicodedata.normalize("NFC", name).translate(_LETTERS))
    bare = "".join(letter for letter in split if not unicodedata.combining(letter))
    plain = _OTHER.sub("_", bare)[:LONGEST]
    wrong = not plain or _NUMBER.match(plain) or plain.casefold() in _WORDS
    return f"n_{plain}" if wrong else plain

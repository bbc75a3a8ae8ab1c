"""Short names for new things: made of what people call them, and never taken already."""

import re
import unicodedata
from collections.abc import Collection

from taskmap.store.names import DEVICES

_OUTSIDE = re.compile(r"[^a-z0-9]+")
_LETTERS = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "ä": "a", "ö": "o", "đ": "d", "ŋ": "n"})
_LONGEST = 50


def free_name(called: str, taken: Collection[str], *, otherwise: str) -> str:
    """An id made of a name, with a number where it is in use or a device of Windows.

    >>> free_name("Stell på rom 3", {"stell-pa-rom-3"}, otherwise="oppgave")
    'stell-pa-rom-3-2'

    Args:
        called: what people call it.
        taken: ids in use.
        otherwise: used where no letter of the name can stand in an id.
    """
    stem = short_name(called) or otherwise
    found, number = stem, 2
    while found in taken or found in DEVICES:
        found, number = f"{stem}-{number}", number + 1
    return found


def short_name(called: str) -> str:
    """The letters and figures of a name that may stand in an id; empty where there are none."""
    folded = unicodedata.normalize("NFC", called.casefold()).translate(_LETTERS)
    plain = unicodedata.normalize("NFKD", folded).encode("ascii", "ignore").decode()
    return _OUTSIDE.sub("-", plain).strip("-")[:_LONGEST].strip("-")

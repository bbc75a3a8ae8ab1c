"""Numbers as people write them, whatever marks their decimals and thousands: ``1 234,5``."""

import re
from math import isfinite

# Between thousands: spaces of every width, and the mark Swiss sheets have there.
_THOUSANDS = re.compile(
    "(?<=\\d)[ '\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}"
    "\N{RIGHT SINGLE QUOTATION MARK}](?=\\d{3}(?!\\d))"
)
_GROUPED = re.compile(r"[-+]?\d{1,3}(?:([.,])\d{3})(?:\1\d{3})+")
_BARE = re.compile(r"[-+]?\d+(?:\.\d+)?(?:e[-+]?\d{1,2})?", re.IGNORECASE)


def figure(text: str) -> float | None:
    """The number a text stands for; None for what is none.

    >>> [figure(text) for text in ("7,5", "1 234,5", "1.234.567", "1,2,3")]
    [7.5, 1234.5, 1234567.0, None]
    """
    bare = bare_figure(text)
    return None if bare is None else float(bare)


def bare_figure(text: str) -> str | None:
    """The same number with a point for decimals and nothing between thousands."""
    bare = together(text).strip(" '\N{NO-BREAK SPACE}").replace("\N{MINUS SIGN}", "-")
    if _GROUPED.fullmatch(bare):
        bare = bare.replace(".", "").replace(",", "")
    elif "," in bare and "." in bare:
        bare = bare.replace(min(",", ".", key=bare.rindex), "")
    bare = bare.replace(",", ".")
    return bare if _BARE.fullmatch(bare) and isfinite(float(bare)) else None


def together(text: str) -> str:
    """A text whose numbers have nothing between their thousands."""
    return _THOUSANDS.sub("", text)

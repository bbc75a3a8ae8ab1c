"""The kinds of paper there are, and how one is made."""

from collections.abc import Callable
from typing import Any

from taskmap.report.about import About
from taskmap.report.cards import cards
from taskmap.report.lists import lists
from taskmap.report.unit import unit
from taskmap.typeset import pdf

KINDS: dict[str, Callable[[About], dict[str, Any]]] = {
    "unit": unit,
    "cards": cards,
    "lists": lists,
}


def paper(kind: str, about: About) -> bytes:
    """A paper of a kind in ``KINDS``, as PDF.

    Raises:
        PaperFailed: a fault of ours.
        WorkLimitReached: it is larger than a paper may be.
    """
    mapping = about.naming.mapping
    return pdf(kind, KINDS[kind](about), about.naming.reader.code, mapping.on)

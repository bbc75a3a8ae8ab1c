"""The kinds of paper there are, and how one is made."""

from collections.abc import Callable
from typing import Any

from taskmap.present.blocks import Told
from taskmap.report.about import About
from taskmap.report.actions import actions
from taskmap.report.cards import cards
from taskmap.report.case import case
from taskmap.report.lists import lists
from taskmap.report.newsletter import newsletter
from taskmap.report.unit import unit
from taskmap.report.written import as_paper
from taskmap.typeset import pdf

KINDS: dict[str, Callable[[About], dict[str, Any]]] = {
    "unit": unit,
    "cards": cards,
    "lists": lists,
}
TOLD: dict[str, Callable[[About], Told]] = {
    "case": case,
    "actions": actions,
    "newsletter": newsletter,
}


def paper(kind: str, about: About) -> bytes:
    """A paper of a kind in ``KINDS`` or ``TOLD``, as PDF.

    Raises:
        PaperFailed: a fault of ours.
        WorkLimitReached: it is larger than a paper may be.
    """
    language, on = about.naming.reader.code, about.naming.mapping.on
    if kind in TOLD:
        return pdf("told", as_paper(TOLD[kind](about), about.naming.reader), language, about.as_of)
    return pdf(kind, KINDS[kind](about), language, on)


def word(kind: str, about: About) -> bytes:
    """A paper of a kind in ``TOLD`` as an editable Word document.

    Raises:
        PaperFailed: a fault of ours.
        WorkLimitReached: its pictures are larger than they may be.
    """
    from taskmap.typeset.word import word as set_in_word  # noqa: PLC0415 - 0.2 s nobody else waits for

    reader = about.naming.reader
    return set_in_word(as_paper(TOLD[kind](about), reader), reader.code, about.as_of)

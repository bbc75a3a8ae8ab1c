"""A unit on its way out: opened, drawn and told as readers outside it may see it."""

from dataclasses import replace

from taskmap import graph as graphs
from taskmap.comparison import outside as room
from taskmap.comparison.content import Content
from taskmap.graph.contract import Graph
from taskmap.model.catalogue import Catalogue
from taskmap.model.mapping import Mapping
from taskmap.model.question import Question
from taskmap.workspace import analyses, asking
from taskmap.workspace.about import About
from taskmap.workspace.cards import Opened
from taskmap.workspace.following import FollowUpCard

_TOLD = ("competence_values", "continuity_values", "capable")  # of a role that may do a task


def left(found: Opened, question: Question) -> Opened:
    """The unit without what is about few people; one with errors as it is.

    What is wrong with the document is not told: it may name figures that are left out.

    Args:
        found: as it is mapped, or under scenarios.
        question: by which levels are worked out where units are compared.
    """
    if found.mapping is None or found.catalogue is None:
        return found
    made = room.outside(content(found.digest, found.mapping, found.catalogue, question))
    return replace(
        found, mapping=made.mapping, outside=made, findings=(), digest=f"{found.digest}-outside"
    )


def content(digest: str, mapping: Mapping, catalogue: Catalogue, question: Question) -> Content:
    """A unit as what is left out of it is worked out from; for one question, one pattern."""
    about = About(digest, mapping, catalogue, asking.of_leaves(question, mapping))
    return Content(
        mapping=mapping,
        catalogue=catalogue,
        capacities=analyses.capacities(about),
        levels=analyses.levels(about),
    )


def sheet(opened: Opened) -> Mapping:
    """The mapping as cells may tell it.

    Raises:
        MappingHasErrors: the document has errors.
    """
    if opened.mapping is None or opened.outside is None:
        raise opened.refusal
    return room.without_held(opened.mapping, opened.outside.few)


def graph(about: About, made: room.Outside) -> Graph:
    """The judged graph without what few people have learnt."""
    mapping = room.without_held(about.mapping, made.few)
    found = graphs.build(mapping, about.catalogue, analyses.rulings(about), None)
    for _, _, told in found.edges(data=True):
        for name in _TOLD:
            told.pop(name, None)
    return found


def decided(card: FollowUpCard, opened: Opened) -> FollowUpCard:
    """What was decided, as those may see it whom the unit was opened for."""
    if opened.outside is None or card.followup is None:
        return card
    return replace(card, followup=room.decided(card.followup, opened.outside), mapping="")

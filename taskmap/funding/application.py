"""What an application asks for, and which of it a need does not say."""

from enum import StrEnum

from taskmap.model.fund import Application, Need, Payer, UnionStatus


class Asks(StrEnum):
    """A heading of an application, in its order."""

    NEED = "need"
    MEASURE = "measure"
    GROUP = "group"
    AID = "aid"
    PARTICIPANTS = "participants"
    PERFORMER = "performer"
    COST = "cost"
    PERIOD = "period"
    EFFECT = "effect"
    UNION = "union"
    BEYOND = "beyond"


# The classification is the Swedish employers', and only their fund asks what goes beyond.
OMSTALLNINGSFONDEN_ONLY = frozenset({Asks.AID, Asks.BEYOND})


def headings(payer: Payer) -> tuple[Asks, ...]:
    """What this payer asks for."""
    if payer is Payer.OMSTALLNINGSFONDEN:
        return tuple(Asks)
    return tuple(each for each in Asks if each not in OMSTALLNINGSFONDEN_ONLY)


def missing(need: Need, payer: Payer) -> tuple[Asks, ...]:
    """What is asked for and nobody has said."""
    said = need.application or Application(to=payer)
    there = {
        Asks.NEED: need.text,
        Asks.MEASURE: need.measure,
        Asks.GROUP: said.group,
        Asks.AID: said.aid,
        Asks.PARTICIPANTS: participants(need),
        Asks.PERFORMER: said.performer,
        Asks.COST: need.asked,
        Asks.PERIOD: said.start and said.until,
        Asks.EFFECT: need.effect,
        Asks.UNION: need.union and need.union.status is not UnionStatus.NOT_ASKED,
        Asks.BEYOND: said.beyond,
    }
    return tuple(each for each in headings(payer) if not there[each])


def participants(need: Need) -> int | None:
    """How many take part: as the application says, else as the need does."""
    said = need.application.participants if need.application is not None else None
    return said or need.persons

"""A fund: needs and ideas sent in, a budget over years, what was granted and spent, who met."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from taskmap.model.supply import Supply
from taskmap.model.unit import Country
from taskmap.model.units import UnitId

NeedId: TypeAlias = str
Kroner: TypeAlias = int
Year: TypeAlias = int


class Status(StrEnum):
    """How far a need has come."""

    RECEIVED = "received"
    ASKED = "asked"  # the sender was asked to say more
    PLANNED = "planned"
    GRANTED = "granted"
    DECLINED = "declined"


class NeedKind(StrEnum):
    """What was sent in."""

    NEED = "need"
    IDEA = "idea"


class EffectBasis(StrEnum):
    """How the hours of a need are known."""

    PLAN = "plan"  # worked out by Taskmap from the task it unlocks
    MEASURED = "measured"
    STATED = "stated"  # by the sender
    ESTIMATE = "estimate"


class UnionStatus(StrEnum):
    """What the unions have said."""

    NOT_ASKED = "not_asked"
    INFORMED = "informed"
    AGREED = "agreed"
    DISAGREED = "disagreed"


class Between(StrEnum):
    """Whom the fairness rules are between."""

    UNIT = "unit"
    ORGANISATION = "organisation"


class MeetingKind(StrEnum):
    """Which group meets."""

    HR = "hr"
    UNION = "union"


class Payer(StrEnum):
    """Who is asked for the money."""

    OMSTALLNINGSFONDEN = "omstallningsfonden"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetYear:
    """Money of one year; the reserve is part of it and is not planned."""

    year: Year
    amount: Kroner
    reserve: Kroner = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Fairness:
    """What the plan owes each unit or organisation that asks.

    Args:
        least: share of the money to be divided that each is given, or all it asks for.
        most: share of it that no one is given more than.
        each_one: everyone who asks is given at least one measure.
    """

    between: Between = Between.ORGANISATION
    least: float | None = None
    most: float | None = None
    each_one: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """Hours a year that are freed when the measure is done, and how that is known."""

    hours: int
    basis: EffectBasis
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Something said on a day by an office."""

    on: date
    office: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """Money that was decided: from which year, and how much year by year.

    Args:
        cost: kroner in the first year and those after; empty: what was asked for.
    """

    on: date
    office: str
    year: Year
    cost: tuple[Kroner, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Union:
    """What the unions have said of a need."""

    status: UnionStatus
    on: date | None = None
    office: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Spent:
    """Money that was used."""

    on: date
    amount: Kroner
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Application:
    """What an application says beside the need itself; None: not said.

    Args:
        aid: the group's field in AID, the regions' and municipalities' classification of work.
        beyond: what goes beyond the ordinary development an employer pays for.
    """

    to: Payer
    group: str | None = None
    aid: str | None = None
    participants: int | None = None
    performer: str | None = None
    start: date | None = None
    until: date | None = None
    beyond: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """One thing sent in.

    Args:
        on: day it was received.
        organisation, unit: who sent it; no unit where it is for the whole organisation.
        office: that sent it, never a person's name.
        measure: what would be done.
        cost: kroner in the first year and those after it; empty: not said.
        earliest, latest: year it can begin.
        effect: None where nobody has said what it gives.
        answer: to the sender.
    """

    id: NeedId
    name: str
    on: date
    organisation: str
    office: str
    text: str
    unit: UnitId | None = None
    kind: NeedKind = NeedKind.NEED
    measure: str | None = None
    area: str | None = None
    persons: int | None = None
    cost: tuple[Kroner, ...] = ()
    earliest: Year | None = None
    latest: Year | None = None
    effect: Effect | None = None
    status: Status = Status.RECEIVED
    answer: Said | None = None
    grant: Grant | None = None
    union: Union | None = None
    application: Application | None = None
    spent: tuple[Spent, ...] = ()
    comments: tuple[Said, ...] = ()

    @property
    def asked(self) -> Kroner:
        """All it asks for, over its years."""
        return sum(self.cost)

    @property
    def granted(self) -> tuple[Kroner, ...]:
        """What was granted year by year, from the grant's year on."""
        return () if self.grant is None else self.grant.cost or self.cost

    @property
    def used(self) -> Kroner:
        """Money used so far."""
        return sum(each.amount for each in self.spent)


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A meeting that took place, with what was said."""

    on: date
    comments: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Meetings:
    """A group that meets every so many months."""

    kind: MeetingKind
    every: int  # months
    first: date
    held: tuple[Held, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Something worth telling, with where it is known from."""

    on: date
    text: str
    source: str


@dataclass(frozen=True, kw_only=True)
class Fund:
    """Money for the same purpose over some years, and what people ask it for.

    Args:
        partnership: whose units share it; None: nobody but those who ask.
        carries_over: what is not used in a year may be used in the next.
        areas: names by id.
    """

    id: str
    name: str
    country: Country
    budget: tuple[BudgetYear, ...]
    partnership: str | None = None
    illustrative: bool = False
    carries_over: bool = False
    fairness: Fairness = Fairness()
    areas: dict[str, str] = field(default_factory=dict)
    needs: tuple[Need, ...] = ()
    meetings: tuple[Meetings, ...] = ()
    supply: Supply | None = None
    stories: tuple[Story, ...] = ()
    note: str | None = None

    @property
    def years(self) -> tuple[Year, ...]:
        """The budget's years, in order."""
        return tuple(sorted(each.year for each in self.budget))

    def need(self, id_: NeedId) -> Need | None:
        """A need by its id."""
        return next((each for each in self.needs if each.id == id_), None)

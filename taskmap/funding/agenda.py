"""When the groups meet, and what they have to talk about: what is open, and nothing else."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from taskmap.followup.due import months_after
from taskmap.funding.divided import Planned
from taskmap.funding.supply import next_due
from taskmap.model.fund import Fund, MeetingKind, Meetings, Need, Status, UnionStatus


class Matter(StrEnum):
    """Why something is on an agenda."""

    NEW = "new"  # received since the last meeting
    UNANSWERED = "unanswered"  # the sender has heard nothing
    TO_DECIDE = "to_decide"  # the plan holds it and nobody has decided
    UNHEARD = "unheard"  # the unions have not been asked
    DISAGREED = "disagreed"
    OVERSPENT = "overspent"  # more was used than granted
    SUPPLY = "supply"  # the analysis of supply is due


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to talk about; the supply analysis is about no need."""

    matter: Matter
    need: Need | None = None


@dataclass(frozen=True, slots=True)
class Agenda:
    """The next meeting of a group."""

    kind: MeetingKind
    on: date
    items: tuple[Item, ...]


ASKS = {
    MeetingKind.HR: (Matter.NEW, Matter.UNANSWERED, Matter.TO_DECIDE, Matter.OVERSPENT),
    MeetingKind.UNION: (Matter.NEW, Matter.UNHEARD, Matter.DISAGREED, Matter.TO_DECIDE),
}


def agendas(fund: Fund, planned: Iterable[Planned], today: date) -> tuple[Agenda, ...]:
    """The next meeting of each group with what is open, the earliest first."""
    chosen = frozenset(each.need.id for each in planned)
    found = [_agenda(meetings, fund, chosen, today) for meetings in fund.meetings]
    return tuple(sorted(found, key=lambda agenda: (agenda.on, agenda.kind)))


def next_day(meetings: Meetings, today: date) -> date:
    """The first day of the cycle that is not past."""
    months, day = 0, meetings.first
    while day < today:
        months += meetings.every
        day = months_after(meetings.first, months)
    return day


def _agenda(meetings: Meetings, fund: Fund, chosen: frozenset[str], today: date) -> Agenda:
    last = max((held.on for held in meetings.held), default=date.min)
    on = next_day(meetings, today)
    items = [
        Item(matter, need)
        for matter in ASKS[meetings.kind]
        for need in sorted(fund.needs, key=lambda each: (each.on, each.id))
        if matter in _matters(need, chosen, last)
    ]
    due = next_due(fund.supply) if fund.supply is not None else None
    if due is not None and due <= on:
        items.append(Item(Matter.SUPPLY))
    return Agenda(meetings.kind, on, tuple(items))


def _matters(need: Need, chosen: frozenset[str], last: date) -> Iterator[Matter]:
    heard = need.union.status if need.union is not None else UnionStatus.NOT_ASKED
    if need.status is Status.RECEIVED and need.on > last:
        yield Matter.NEW
    elif need.answer is None and need.status is not Status.GRANTED:
        yield Matter.UNANSWERED
    if need.id in chosen:
        yield Matter.TO_DECIDE
    if heard is UnionStatus.NOT_ASKED and need.status is not Status.DECLINED:
        yield Matter.UNHEARD
    if heard is UnionStatus.DISAGREED and need.status is not Status.DECLINED:
        yield Matter.DISAGREED
    if need.used > sum(need.granted):
        yield Matter.OVERSPENT

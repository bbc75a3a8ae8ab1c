"""The joint programme as a mixed-integer programme: its columns, its rows, its aims.

Columns: ``runs`` of a course in a slot by a lecturer, and ``come``, participants of a want in a
slot. Rows: seats, the least a run is held for, runs a year, lecturers, nobody placed twice, and
what comes first comes first. Both are whole numbers.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from taskmap.model.programme import HALVES, CourseId, OrganisationId
from taskmap.solver.family import Family
from taskmap.solver.level import Level
from taskmap.solver.programme import Floats, Programme
from taskmap.training.held import Held, lecturers_minutes
from taskmap.training.offer import Offer

WHOLE = 0.5  # half of what two different values of a counted aim differ by
ORE = 0.01


@dataclass
class Block:
    """One course's columns: ``runs`` by slot and lecturer, ``come`` by want and slot.

    Slots, lecturers and wants are told by their numbers in the offer's own lists.
    """

    offer: Offer
    runs: dict[tuple[int, int], int] = field(default_factory=dict)
    come: dict[tuple[int, int], int] = field(default_factory=dict)

    @property
    def id(self) -> CourseId:
        """The course's id."""
        return self.offer.course.id

    def runs_in(self, slot: int) -> list[int]:
        """Columns of the runs in a slot."""
        return [at for (s, _), at in self.runs.items() if s == slot]

    def come_by(self, organisation: OrganisationId, half: int) -> list[int]:
        """Columns of a member's participants up to a half-year's end."""
        wants, slots = self.offer.wants, self.offer.slots
        return [
            at
            for (w, s), at in self.come.items()
            if wants[w].organisation == organisation and slots[s].half <= half
        ]

    def persons(self, organisation: OrganisationId) -> int:
        """Participants a member wants."""
        return sum(w.persons for w in self.offer.wants if w.organisation == organisation)


@dataclass
class Sheet:
    """The programme of some courses, with where everything stands in it."""

    programme: Programme = field(default_factory=Programme)
    blocks: dict[CourseId, Block] = field(default_factory=dict)

    def costs(self, entries: Iterable[tuple[int, float]]) -> Floats:
        """An aim's cost of every column, from those that have one."""
        cost = np.zeros(self.programme.width)
        for at, value in entries:
            cost[at] += value
        return cost


def build(offers: Sequence[Offer]) -> Sheet:
    """Columns and rows of some courses."""
    sheet = Sheet()
    for offer in offers:
        sheet.blocks[offer.course.id] = _columns(sheet.programme, offer)
    families = [Family(name) for name in ("seats", "least", "once", "runs", "lecturer", "first")]
    seats, least, once, runs, lecturer, first = families
    for block in sheet.blocks.values():
        _in_each_slot(block, seats, least)
        _each_once(block, once)
        _limits(block, runs, lecturer)
        _first_first(block, sheet.blocks, first)
    for family in families:
        sheet.programme.add_rows(family.rows())
    return sheet


def _columns(programme: Programme, offer: Offer) -> Block:
    id_, slots, hands = offer.course.id, offer.slots, offer.hands
    runs = [
        (s, h)
        for s, slot in enumerate(slots)
        for h, hand in enumerate(hands)
        if offer.lectures(hand, slot) and offer.most_runs(hand)
    ]
    names = [f"runs/{id_}/{slots[s].label}/{hands[h].label}" for s, h in runs]
    most = np.array([float(offer.most_runs(hands[h])) for _, h in runs])
    found = programme.add_columns(names, 0.0, most, whole=True)
    held = {s for s, _ in runs}
    come = [
        (w, s)
        for w, want in enumerate(offer.wants)
        for s, slot in enumerate(slots)
        if s in held and offer.comes(want, slot)
    ]
    wants = offer.wants
    names = [f"come/{id_}/{wants[w].organisation}/{wants[w].by}/{slots[s].label}" for w, s in come]
    most = np.array([float(wants[w].persons) for w, _ in come])
    there = programme.add_columns(names, 0.0, most, whole=True)
    return Block(
        offer,
        dict(zip(runs, found.tolist(), strict=True)),
        dict(zip(come, there.tolist(), strict=True)),
    )


def _in_each_slot(block: Block, seats: Family, least: Family) -> None:
    offer = block.offer
    for s, slot in enumerate(offer.slots):
        runs = block.runs_in(s)
        if not runs:
            continue
        there, room = f"{block.id}/{slot.label}", offer.seats(slot)
        come = [at for (_, t), at in block.come.items() if t == s]
        seats.at_most(there, 0.0, (come, 1.0), (runs, -float(room)))
        least.at_most(there, 0.0, (runs, float(offer.course.least)), (come, -1.0))
        for w, want in enumerate(offer.wants):
            if (w, s) in block.come and want.persons < room:
                # Says no more than the row above in whole numbers, and far more without.
                seats.at_most(
                    f"{there}/{want.organisation}/{want.by}", 0.0,
                    (block.come[w, s], 1.0), (runs, -float(want.persons)),
                )  # fmt: skip


def _each_once(block: Block, once: Family) -> None:
    for w, want in enumerate(block.offer.wants):
        come = [at for (v, _), at in block.come.items() if v == w]
        if come:
            subject = f"{block.id}/{want.organisation}/{want.by}"
            once.at_most(subject, float(want.persons), (come, 1.0))


def _limits(block: Block, runs: Family, lecturer: Family) -> None:
    most, offer = block.offer.course.most_runs, block.offer
    if most is not None and block.runs:
        runs.at_most(block.id, float(most), (list(block.runs.values()), 1.0))
    for h, hand in enumerate(offer.hands):
        theirs = [at for (_, g), at in block.runs.items() if g == h]
        if np.isfinite(hand.most) and theirs:
            lecturer.at_most(f"{block.id}/{hand.label}", float(hand.most), (theirs, 1.0))


def _first_first(block: Block, blocks: dict[CourseId, Block], first: Family) -> None:
    """Of those who need both, nobody takes a course before the one that comes first.

    Within a half-year the first is held first. Who needs both cannot be told from counts: it is as
    many as can, the fewer of the two.
    """
    for before in (blocks[id_] for id_ in block.offer.course.requires if id_ in blocks):
        for organisation in sorted({want.organisation for want in block.offer.wants}):
            own = block.persons(organisation)
            both = min(own, before.persons(organisation))
            for half in HALVES if both else ():
                taken = block.come_by(organisation, half)
                learnt = before.come_by(organisation, half)
                if taken:
                    first.at_most(
                        f"{block.id}/{before.id}/{organisation}/{half}", float(own - both),
                        (taken, 1.0), (learnt, -1.0),
                    )  # fmt: skip


def aims(sheet: Sheet) -> tuple[tuple[Level, ...], ...]:
    """What decides for each course by itself, in order; those that stand together share a solve."""
    blocks = tuple(sheet.blocks.values())
    demanded = [block for block in blocks if block.offer.course.required_by]
    runs = float(sum(block.offer.total for block in blocks))
    first = (
        _left_out("demanded", sheet, demanded),
        _left_out("unmet", sheet, blocks),
        _counted("hired", sheet.costs(_hired(blocks)), runs),
    )
    kroner = Level(name="kroner", cost=sheet.costs(_kroner(blocks)), floor=0.0, grain=ORE)
    if any(block.offer.programme.travel_hour for block in blocks):
        return first, (kroner,)  # travel is weighed among the bills
    minutes = Level(name="minutes", cost=sheet.costs(_minutes(blocks)), floor=0.0, grain=ORE)
    return first, (kroner,), (minutes,)


def _left_out(name: str, sheet: Sheet, blocks: Sequence[Block]) -> Level:
    """Participants of some courses who find no place."""
    cost = sheet.costs((at, -1.0) for block in blocks for at in block.come.values())
    wanted = float(sum(block.offer.total for block in blocks))
    return _counted(name, cost, wanted, wanted)


def _counted(name: str, cost: Floats, span: float, constant: float = 0.0) -> Level:
    """An aim in whole numbers."""
    return Level(
        name=name, cost=cost, constant=constant, floor=0.0, grain=1.0, hold=WHOLE,
        span=max(span, 1.0),
    )  # fmt: skip


def _hired(blocks: Iterable[Block]) -> Iterator[tuple[int, float]]:
    """Runs from outside where somebody of own ranks could lecture."""
    for block in blocks:
        for (_, h), at in block.runs.items():
            if block.offer.course.lecturers and block.offer.hands[h].hired:
                yield at, 1.0


def _kroner(blocks: Sequence[Block]) -> Iterator[tuple[int, float]]:
    """Bills of the runs, and travel at what an hour of it weighs."""
    for block in blocks:
        for (_, h), at in block.runs.items():
            yield at, block.offer.course.run_cost + block.offer.hands[h].fee
        an_hour = block.offer.programme.travel_hour
        for at, minutes in _minutes([block]):
            yield at, minutes / 60 * an_hour


def _minutes(blocks: Iterable[Block]) -> Iterator[tuple[int, float]]:
    """Travel there and back of participants and own lecturers, as it is weighed."""
    for block in blocks:
        offer = block.offer
        for (w, s), at in block.come.items():
            yield at, offer.weighed(offer.wants[w].organisation, offer.slots[s])
        for (s, h), at in block.runs.items():
            yield at, lecturers_minutes(offer, offer.slots[s], offer.hands[h])


def held(block: Block, point: Floats) -> Held:
    """What a solution says of one course, in whole numbers."""
    runs = {key: round(point[at]) for key, at in block.runs.items()}
    come = {key: round(point[at]) for key, at in block.come.items()}
    return Held(
        block.offer,
        {key: count for key, count in runs.items() if count},
        {key: count for key, count in come.items() if count},
    )

"""Who hosts when, decided last: whole runs moved between rooms and half-years.

What has been proved of needs, lecturers and bills stays: only as much more travel is used as the
programme's slack lets hosting cost. It is proved among the moves of what shares a slot, together.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from taskmap.model.programme import OrganisationId, TrainingProgramme
from taskmap.solver.family import Family
from taskmap.solver.highs import Limits
from taskmap.solver.level import Level, Reached
from taskmap.solver.order import in_order
from taskmap.solver.programme import Programme
from taskmap.training.held import Held

NODES = 5_000
SECONDS = 120.0  # for emergencies
NEARLY = 1e-6  # minutes


@dataclass(frozen=True, slots=True)
class Way:
    """What stands in a slot, put in one.

    Args:
        course: number of it in the list.
        used: slot it stands in.
        slot: where it is put; the same: as it is.
        more: weighed minutes it takes beyond what it does now.
    """

    course: int
    used: int
    slot: int
    runs: int
    host: OrganisationId | None
    half: int
    more: float


def hosting(
    found: Sequence[Held], programme: TrainingProgramme, alone: Sequence[bool]
) -> tuple[tuple[Held, ...], tuple[Reached, ...]]:
    """Courses with their runs moved so that hosting alternates as far as the slack lets it.

    Args:
        found: courses as each is best by itself.
        programme: its rooms, its slack, and who has hosted before.
        alone: of each course, that no other comes before or after it, so that its half-year is its
            own.
    """
    ways = [way for i, held in enumerate(found) for way in _ways(i, held, free=alone[i])]
    if not ways:
        return tuple(found), ()
    sheet = Programme()
    names = [
        f"way/{found[w.course].offer.course.id}/{w.used}/{found[w.course].offer.slots[w.slot].label}"
        for w in ways
    ]
    chosen = sheet.add_columns(names, 0.0, 1.0, whole=True)
    counts = sheet.add_columns(["hosts/most", "hosts/least", "halves"], 0.0, 1e6)
    _rows(sheet, ways, found, programme)
    start = np.append([float(way.used == way.slot) for way in ways], _counts(ways, programme))
    limits = Limits(nodes=NODES, seconds=SECONDS, gap=0.5)
    levels = _levels(ways, programme, len(chosen) + len(counts))
    point, reached = in_order(sheet, [(level,) for level in levels], start, limits)
    taken = [way for way, value in zip(ways, point, strict=False) if value > 0.5]
    return _moved(found, taken), reached[:2]


def _ways(number: int, held: Held, *, free: bool) -> Iterator[Way]:
    """Everything in a slot, put where everybody can come and nothing else of the course is."""
    offer, slots = held.offer, held.offer.slots
    for used in held.slots:
        now = held.weighed(used, used)
        wants = [offer.wants[w] for (w, s) in held.come if s == used]
        hands = [offer.hands[h] for (s, h) in held.runs if s == used]
        people = sum(count for (_, s), count in held.come.items() if s == used)
        for s, slot in enumerate(slots):
            taken = s in held.slots and s != used
            kept = free or slot.half == slots[used].half
            fits = people <= held.runs_in(used) * offer.seats(slot)
            same = (slot.venue is None) == (slots[used].venue is None)
            there = all(offer.comes(want, slot) for want in wants)
            there = there and all(offer.lectures(hand, slot) for hand in hands)
            if not taken and kept and fits and same and there:
                yield Way(
                    course=number, used=used, slot=s, runs=held.runs_in(used),
                    host=slot.venue.organisation if slot.venue else None, half=slot.half,
                    more=held.weighed(used, s) - now,
                )  # fmt: skip


def _rows(
    sheet: Programme, ways: Sequence[Way], found: Sequence[Held], programme: TrainingProgramme
) -> None:
    one, twice, even = Family("one"), Family("twice"), Family("even")
    most, least, halves = (len(ways) + at for at in range(3))
    for (course, used), here in _numbers((way.course, way.used) for way in ways).items():
        one.exactly(f"{course}/{used}", 1.0, (here, 1.0))
    for (course, slot), here in _numbers((way.course, way.slot) for way in ways).items():
        twice.at_most(f"{course}/{slot}", 1.0, (here, 1.0))
    for host, before in hosts(programme).items():
        here = [at for at, way in enumerate(ways) if way.host == host]
        runs = [float(ways[at].runs) for at in here]
        even.at_most(f"{host}/most", -float(before), (here, runs), (most, -1.0))
        even.at_least(f"{host}/least", -float(before), (here, runs), (least, -1.0))
    signed = [float(way.runs if way.half == 1 else -way.runs) for way in ways]
    every = list(range(len(ways)))
    even.at_most("halves/first", 0.0, (every, signed), (halves, -1.0))
    even.at_least("halves/second", 0.0, (every, signed), (halves, 1.0))
    now = sum(held.weighed(s, s) for held in found for s in held.slots)
    slack = programme.hosting_slack * now + NEARLY
    even.at_most("slack", slack, (every, [way.more for way in ways]))
    for family in (one, twice, even):
        sheet.add_rows(family.rows())


def _numbers(keys: Iterable[tuple[int, int]]) -> dict[tuple[int, int], list[int]]:
    """The numbers of equal keys, by key, in the order they come."""
    found: dict[tuple[int, int], list[int]] = {}
    for at, key in enumerate(keys):
        found.setdefault(key, []).append(at)
    return found


def _levels(ways: Sequence[Way], programme: TrainingProgramme, width: int) -> tuple[Level, ...]:
    """Hosting, half-years, and no more travel than those need."""
    spread, halves, travel = (np.zeros(width) for _ in range(3))
    spread[-3], spread[-2], halves[-1] = 1.0, -1.0, 1.0
    travel[: len(ways)] = [way.more for way in ways]
    hosted = sum(way.runs for way in ways if way.used == way.slot and way.host is not None)
    before = hosts(programme)
    uneven = bool(before) and (hosted + sum(before.values())) % len(before) > 0
    odd = sum(way.runs for way in ways if way.used == way.slot) % 2
    return (
        Level(name="hosting", cost=spread, floor=float(uneven), grain=1.0, hold=0.5),
        Level(name="halves", cost=halves, floor=float(odd), grain=1.0, hold=0.5),
        Level(name="more", cost=travel, grain=0.01),
    )


def hosts(programme: TrainingProgramme) -> dict[OrganisationId, int]:
    """Runs hosted before this year by every member with a room."""
    lent = sorted({venue.organisation for venue in programme.venues})
    return {host: programme.hosted.get(host, 0) for host in lent}


def _counts(ways: Sequence[Way], programme: TrainingProgramme) -> list[float]:
    """The busiest and the least busy host, and what one half-year has above the other, as it is."""
    now = [way for way in ways if way.used == way.slot]
    before = hosts(programme)
    counts = [n + sum(w.runs for w in now if w.host == host) for host, n in before.items()]
    halves = sum(way.runs if way.half == 1 else -way.runs for way in now)
    return [float(max(counts, default=0)), float(min(counts, default=0)), float(abs(halves))]


def _moved(found: Sequence[Held], taken: Sequence[Way]) -> tuple[Held, ...]:
    to: Mapping[tuple[int, int], int] = {(way.course, way.used): way.slot for way in taken}
    return tuple(
        Held(
            held.offer,
            {(to[i, s], h): count for (s, h), count in held.runs.items()},
            {(w, to[i, s]): count for (w, s), count in held.come.items()},
        )
        for i, held in enumerate(found)
    )

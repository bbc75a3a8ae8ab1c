"""Bills shared between members by a key, to the øre, and what members give that is no money."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from taskmap.model.partnership import Partnership
from taskmap.model.programme import (
    CourseId,
    InKindKind,
    Key,
    Offered,
    OrganisationId,
    TrainingProgramme,
)
from taskmap.model.training import Calendar, Contribution, Shared

ORE = 100
FINE = (
    1_000_000_000  # parts a fixed share is counted in, so that shares written in per cent are exact
)


def shared(
    ore: int, parts: Mapping[OrganisationId, int], population: Mapping[OrganisationId, int]
) -> tuple[dict[OrganisationId, int], tuple[OrganisationId, ...]]:
    """A bill divided by the parts of a key: largest remainder.

    Everybody's share is rounded down; the øre that are left go one each to the largest remainders;
    of equal remainders to the larger part, then to the larger population, then by id.

    Example: 100 øre by the parts 1, 1, 1 are 33, 33, 33 and one øre left: 34, 33, 33.

    Args:
        ore: the bill.
        parts: of each member, 0 or more; not all 0.
        population: of each member.

    Returns:
        Each member's øre, which sum to the bill, and those who pay one of what was left.
    """
    whole = sum(parts.values())
    exact = {member: Fraction(ore * part, whole) for member, part in parts.items()}
    shares = {member: int(share) for member, share in exact.items()}
    left = ore - sum(shares.values())
    ordered = sorted(
        parts, key=lambda m: (shares[m] - exact[m], -parts[m], -population.get(m, 0), m)
    )
    up = ordered[:left]
    return {m: share + (m in up) for m, share in shares.items()}, tuple(sorted(up))


def bills(
    programme: TrainingProgramme, partnership: Partnership, calendar: Calendar
) -> tuple[Shared, ...]:
    """Every bill of the year: of each course that is held, then the programme's own."""
    population = {m.organisation.id: m.population for m in partnership.members}
    keys = _Keys(programme, population, calendar)
    courses = sorted(programme.courses, key=lambda course: course.id)
    own = sorted(programme.bills, key=lambda bill: bill.id)
    return (
        *(
            keys.bill(course.id, course.id, ore, course.key)
            for course in courses
            if (ore := _course_ore(course, calendar))
        ),
        *(keys.bill(b.id, None, _ore(b.kroner), b.key) for b in own if _ore(b.kroner)),
    )


class _Keys:
    """What each key counts, by member."""

    def __init__(
        self,
        programme: TrainingProgramme,
        population: Mapping[OrganisationId, int],
        calendar: Calendar,
    ) -> None:
        self.programme = programme
        self.population = population
        self.come = participants(calendar)

    def bill(self, id_: str, course: CourseId | None, ore: int, key: Key | None) -> Shared:
        """One bill shared by its key, else by the programme's."""
        by = key or self.programme.key
        parts = self._parts(by, course)
        if not any(parts.values()):  # nobody takes part: as the population is
            by, parts = Key.POPULATION, dict(self.population)
        shares, up = shared(ore, parts, self.population)
        return Shared(
            id=id_, course=course, ore=ore, key=by, parts=parts, shares=shares, rounded_up=up
        )

    def _parts(self, key: Key, course: CourseId | None) -> dict[OrganisationId, int]:
        programme = self.programme
        if key is Key.POPULATION:
            return dict(self.population)
        if key is Key.STAFF:
            return {m: programme.staff.get(m, 0) for m in self.population}
        if key is Key.FIXED:
            return {m: round(programme.fixed.get(m, 0) * FINE) for m in self.population}
        return {
            m: sum(n for (c, o), n in self.come.items() if o == m and course in {None, c})
            for m in self.population
        }


def participants(calendar: Calendar) -> dict[tuple[CourseId, OrganisationId], int]:
    """Everybody who has a place, by course and member."""
    found = dict(calendar.online)
    for placed in calendar.placed:
        for member, count in placed.come.items():
            key = (placed.course, member)
            found[key] = found.get(key, 0) + count
    return found


def _course_ore(course: Offered, calendar: Calendar) -> int:
    """Runs, fees and prices of those who have a place."""
    held = [placed for placed in calendar.placed if placed.course == course.id]
    come = sum(n for (c, _), n in participants(calendar).items() if c == course.id)
    runs, hired = sum(placed.runs for placed in held), sum(placed.hired for placed in held)
    return (
        runs * _ore(course.run_cost)
        + hired * _ore(course.hired_fee or 0)
        + come * _ore(course.price)
    )


def _ore(kroner: float) -> int:
    """Kroner as whole øre, as they are written."""
    return int((Decimal(str(kroner)) * ORE).quantize(Decimal(1), ROUND_HALF_UP))


def totals(found: Sequence[Shared]) -> dict[OrganisationId, int]:
    """What each member pays of all bills, in øre."""
    sums: dict[OrganisationId, int] = {}
    for bill in found:
        for member, ore in bill.shares.items():
            sums[member] = sums.get(member, 0) + ore
    return sums


def in_kind(programme: TrainingProgramme, calendar: Calendar) -> tuple[Contribution, ...]:
    """What members give that is no money: as stated, then as the calendar uses it."""
    stated = (
        Contribution(
            organisation=given.organisation, kind=given.kind, what=given.what, share=given.share,
            value=given.value,
        )
        for given in programme.in_kind
    )  # fmt: skip
    every = (*stated, *_worked_out(programme, calendar))
    return tuple(
        sorted(every, key=lambda c: (c.organisation, c.worked_out, str(c.kind), c.what or ""))
    )


def _worked_out(programme: TrainingProgramme, calendar: Calendar) -> Iterator[Contribution]:
    """Rooms lent and own lecturers' hours, counted in the calendar."""
    host = {venue.id: venue.organisation for venue in programme.venues}
    hours = {course.id: course.hours for course in programme.courses}
    rooms: dict[OrganisationId, list[float]] = {}
    lecturers: dict[OrganisationId, list[float]] = {}
    for placed in calendar.placed:
        length = hours[placed.course]
        if placed.venue is not None:
            _add(rooms, host[placed.venue], placed.runs, length)
        for member, runs in placed.own.items():
            _add(lecturers, member, runs, length)
    for kind, found in ((InKindKind.ROOM, rooms), (InKindKind.LECTURER, lecturers)):
        for member, (held, given) in found.items():
            yield Contribution(
                organisation=member, kind=kind, runs=int(held), hours=given, worked_out=True
            )


def _add(found: dict[OrganisationId, list[float]], member: str, runs: int, hours: float) -> None:
    count = found.setdefault(member, [0.0, 0.0])
    count[0] += runs
    count[1] += runs * hours

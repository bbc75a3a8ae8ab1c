"""Limits of rest and intensity that a plan passes: told before anybody asks, never planned with."""

from collections.abc import Iterable, Iterator
from itertools import permutations
from math import ceil

from taskmap.model.capacity import WorkingTime
from taskmap.model.catalogue import Catalogue, LimitKind, WorkLimit
from taskmap.model.limit_passed import LimitPassed
from taskmap.model.mapping import Mapping
from taskmap.model.plan import Plan, RoleLoad
from taskmap.model.staffing import Staffing
from taskmap.model.unit import DAYS, MINUTES_A_DAY, MINUTES_A_WEEK, Band
from taskmap.model.units import MinutesPerWeek
from taskmap.model.working import time_at_work
from taskmap.workload.capacity import capacities

AN_HOUR = 60
DECIMALS = 6  # against the noise of binary fractions


def limits_passed(plan: Plan, mapping: Mapping, catalogue: Catalogue) -> tuple[LimitPassed, ...]:
    """What a plan asks of the staff beyond the catalogue's limits, role by role.

    Only what can be seen of whole roles: nobody's own rota is known. A role without persons is
    none of the staff.
    """
    found = capacities(mapping, catalogue, plan.question)
    staffed = {s.role: s for s in mapping.staffing if catalogue.is_staff(s.role) and s.persons}
    passed: list[LimitPassed] = []
    for load in sorted(plan.roles, key=lambda load: [*staffed, load.role].index(load.role)):
        staffing = staffed.get(load.role)
        if staffing is None:
            continue
        year = time_at_work(staffing, mapping.sick_share, catalogue)
        there = sum(found[load.role, band.band].at_hand for band in load.bands)
        for limit in catalogue.limits:
            if limit.kind is LimitKind.WEEKLY_HOURS:
                passed.extend(_weekly(limit, staffing, load, year, there))
            else:
                passed.extend(_rest(limit, staffing, load, mapping.bands))
    return tuple(passed)


def _weekly(
    limit: WorkLimit,
    staffing: Staffing,
    load: RoleLoad,
    year: WorkingTime,
    there: MinutesPerWeek,
) -> Iterator[LimitPassed]:
    """Hours a week a full post would have to work, if the hours at hand are to do all of it.

    Example: 100 hours at hand of which 10 are support work, 35.5 hours a week: 97.2 hours of
    tasks are 7.2 more than there are, so 35.5 * 107.2 / 100 = 38.1 hours, above 38.
    """
    if not there or (limit.profiles and year.profile not in limit.profiles):
        return
    full, other = load.total("full"), load.total("other")

    def hours(name: str) -> float:
        beyond = max(0, load.total(name) + other - full)
        return round(year.weekly_hours * (there + beyond) / there, DECIMALS)

    if hours("plan") > limit.hours:
        yield LimitPassed(
            limit=limit,
            role=load.role,
            today=hours("baseline"),
            plan=hours("plan"),
            persons=staffing.persons,
        )


def _rest(
    limit: WorkLimit, staffing: Staffing, load: RoleLoad, bands: Iterable[Band]
) -> Iterator[LimitPassed]:
    """More persons at the end of one part of the week and the start of the next than there are.

    Whoever works to the end of the one cannot begin the next within the hours of rest. The work
    is taken to go on through the whole of a part, by whole persons; so a rota is to be looked at.
    Told only where the plan asks for more than today.

    Example: two persons; one needed in the evening to 22:00, and after the plan two in the
    morning from 07:00: three, and nine hours between.
    """
    for end, start in permutations(bands, 2):
        if not _too_close(end, start, limit.hours):
            continue
        today, plan = (
            _needed(load, end, name) + _needed(load, start, name) for name in ("baseline", "plan")
        )
        both = _needed(load, end, "plan") and _needed(load, start, "plan")
        if both and plan > max(staffing.persons, today):
            yield LimitPassed(
                limit=limit,
                role=load.role,
                today=today,
                plan=plan,
                persons=staffing.persons,
                bands=(end.id, start.id),
            )


def _needed(load: RoleLoad, band: Band, name: str) -> int:
    """Whole persons at work at once, with the work evened out over the band."""
    minutes = sum(int(getattr(one, name)) for one in load.bands if one.band == band.id)
    length = sum(stretch.minutes * len(stretch.days) for stretch in band.when)
    return ceil(round(minutes / length, DECIMALS))


def _too_close(end: Band, start: Band, rest: float) -> bool:
    """Whether somewhere in the week there is a pause between the two, and too short a one."""
    gaps = ((begins - ends) % MINUTES_A_WEEK for ends in _ends(end) for begins in _starts(start))
    return any(0 < gap < rest * AN_HOUR for gap in gaps)


def _starts(band: Band) -> Iterable[int]:
    return [DAYS.index(d) * MINUTES_A_DAY + s.start for s in band.when for d in s.days]


def _ends(band: Band) -> Iterable[int]:
    return [
        DAYS.index(day) * MINUTES_A_DAY + s.start + s.minutes for s in band.when for day in s.days
    ]

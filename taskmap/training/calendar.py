"""The joint programme solved: each course by itself, then who hosts when.

Courses bear on each other only where one comes before the other, and in who hosts. So what decides
is proved course by course, and the sum is proved with it.
"""

from collections.abc import Callable, Iterable, Sequence

import numpy as np

from taskmap.model.programme import CourseId, Form, OrganisationId, TrainingProgramme
from taskmap.model.training import Aim, Calendar, Placed, Reason, Unmet, Want
from taskmap.solver.highs import Limits
from taskmap.solver.level import Reached, proved
from taskmap.solver.order import in_order
from taskmap.training.attended import done, rest
from taskmap.training.held import Held
from taskmap.training.hosting import hosting, hosts
from taskmap.training.offer import Offer, offers, together
from taskmap.training.reasons import reasons
from taskmap.training.sheet import aims, build, held

Progress = Callable[[str, float], None]
NODES = 500  # of each solve of one course; answered at the root most often
SECONDS = 120.0  # for emergencies


def silent(_name: str, _done: float) -> None:
    """Nobody listens."""


def calendar(
    programme: TrainingProgramme, wants: Sequence[Want], *, progress: Progress | None = None
) -> Calendar:
    """Place a year's courses in its two half-years.

    Args:
        programme: what is offered, where, and how far it is; what was held stays as it was.
        wants: participants by course and member.
        progress: called with "place" and the part done.

    Returns:
        Runs, participants, who found no place and why, and how far each aim is proved. Equal
        content gives an equal calendar, in whatever order it is written.
    """
    told = progress or silent
    left = rest(programme)
    groups = together(offers(left, wants))
    alone, found, reached = [], list[Held](), []
    for i, group in enumerate(groups):
        told("place", 0.8 * i / len(groups))
        courses, levels = _solved(group, 3)
        found += courses
        alone += [len(group) == 1] * len(courses)
        reached.append(levels)
    told("place", 0.8)
    moved, even = hosting(found, left, alone)
    told("place", 0.9)
    placed = (*done(programme), *(one for course in moved for one in course.placed()))
    return Calendar(
        placed=placed,
        online=_online(programme, wants),
        unmet=(*_unmet(moved, groups), *_not_offered(programme, wants)),
        hosted=_hosted(programme, placed),
        aims=(*_summed(reached, found, moved), *map(_aim, even)),
    )


def _solved(group: Sequence[Offer], stages: int) -> tuple[list[Held], tuple[Reached, ...]]:
    """A few courses by themselves, by so many of the stages that decide."""
    sheet = build(group)
    start = np.zeros(sheet.programme.width)
    if not len(start):  # nothing can be held
        nothing = [level for stage in aims(sheet)[:stages] for level in stage]
        levels = tuple(proved(level, level.constant) for level in nothing)
        return [held(block, start) for block in sheet.blocks.values()], levels
    limits = Limits(nodes=NODES, seconds=SECONDS)
    point, reached = in_order(sheet.programme, aims(sheet)[:stages], start, limits)
    return [held(block, point) for block in sheet.blocks.values()], reached


def _summed(
    reached: Iterable[tuple[Reached, ...]], alone: Sequence[Held], moved: Sequence[Held]
) -> tuple[Aim, ...]:
    """What each aim comes to over all courses; the travel as hosting left it."""
    values: dict[str, list[float]] = {}
    for levels in reached:
        for level in levels:
            value, bound = values.get(level.name, (0.0, 0.0))
            values[level.name] = [value + level.value, bound + level.bound]
    if values and moved:
        more = _weighed(moved) - _weighed(alone)
        values["kroner"][0] += more / 60 * moved[0].offer.programme.travel_hour
        if "minutes" in values:
            values["minutes"][0] += more
    return tuple(Aim(name=n, value=v, bound=b) for n, (v, b) in values.items())


def _weighed(courses: Iterable[Held]) -> float:
    return sum(course.weighed(s, s) for course in courses for s in course.slots)


def _aim(level: Reached) -> Aim:
    return Aim(name=level.name, value=level.value, bound=level.bound)


def _online(
    programme: TrainingProgramme, wants: Iterable[Want]
) -> dict[tuple[CourseId, OrganisationId], int]:
    """Who takes a course at their own pace: everybody who wants it."""
    online = {course.id for course in programme.courses if course.form is Form.ONLINE}
    found: dict[tuple[CourseId, OrganisationId], int] = {}
    for want in in_order_of_ids(wants):
        if want.course in online:
            key = (want.course, want.organisation)
            found[key] = found.get(key, 0) + want.persons
    return found


def in_order_of_ids(wants: Iterable[Want]) -> list[Want]:
    """Wants in an order that does not follow from where they are written."""
    return sorted(wants, key=lambda want: (want.course, want.organisation, want.by))


def _unmet(found: Sequence[Held], groups: Sequence[tuple[Offer, ...]]) -> Iterable[Unmet]:
    group_of = {offer.course.id: group for group in groups for offer in group}
    for course in found:
        id_, short = course.offer.course.id, course.short()
        why = reasons(group_of[id_], id_, sum(short.values()), _left) if short else ()
        for w, persons in short.items():
            want = course.offer.wants[w]
            yield Unmet(
                course=id_, organisation=want.organisation, persons=persons, by=want.by,
                reasons=why,
            )  # fmt: skip


def _left(group: Sequence[Offer], course: CourseId) -> int:
    """Participants of a course who find no place when a few courses are placed by themselves."""
    found, _ = _solved(group, 1)
    return sum(sum(each.short().values()) for each in found if each.offer.course.id == course)


def _not_offered(programme: TrainingProgramme, wants: Iterable[Want]) -> Iterable[Unmet]:
    offered = {course.id for course in programme.courses}
    for want in in_order_of_ids(wants):
        if want.course not in offered and want.persons:
            yield Unmet(
                course=want.course, organisation=want.organisation, persons=want.persons,
                by=want.by, reasons=(Reason.NOT_OFFERED,),
            )  # fmt: skip


def _hosted(programme: TrainingProgramme, placed: Iterable[Placed]) -> dict[OrganisationId, int]:
    host = {venue.id: venue.organisation for venue in programme.venues}
    found = hosts(programme)
    for one in placed:
        if one.venue is not None:
            found[host[one.venue]] += one.runs
    return found

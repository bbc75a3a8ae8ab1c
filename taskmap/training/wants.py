"""Who wants which course: plans, orders and what runs out, summed by course, member and half."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from taskmap.model.programme import (
    JULY,
    CourseId,
    Expiring,
    Half,
    OrganisationId,
    TrainingProgramme,
)
from taskmap.model.training import Gap, Renewal, Want, Why
from taskmap.training.attended import Attended, learnt


def wants(programme: TrainingProgramme, gaps: Iterable[Gap]) -> tuple[Want, ...]:
    """Participants by course and member, and the half-year they are due by.

    A course the partnership offers under a name of its own stands in for the catalogue's where it
    gives the same competence. Who has been on a course since is no longer wanted: first what runs
    out, then what was ordered, then the plans of units that were mapped before.
    """
    counts: dict[tuple[CourseId, OrganisationId, Half], dict[Why, int]] = {}

    def add(course: CourseId, member: OrganisationId, by: Half, why: Why, persons: int) -> None:
        if not persons:
            return
        found = counts.setdefault((course, member, by), {})
        found[why] = found.get(why, 0) + persons

    there = Attended(programme)
    for each in in_order(programme.expiring):
        by = half_of(each.on, programme.year)
        if by is not None:
            left = each.persons - there.take(
                each.course, each.organisation, each.persons, each.unit
            )
            add(each.course, each.organisation, by, Why.RENEWAL, left)
    for order in programme.ordered:
        left = order.persons - there.take(
            order.course, order.organisation, order.persons, order.unit
        )
        add(order.course, order.organisation, order.by, Why.ORDERED, left)
    gives = {course.gives: course.id for course in reversed(programme.courses) if course.gives}
    for gap in gaps:
        if gap.persons and gap.course:
            course = gives.get(gap.competence, gap.course)
            came = there.take(course, gap.organisation, gap.persons, gap.unit, gap.mapped)
            add(course, gap.organisation, 2, Why.PLAN, gap.persons - came)
    return tuple(
        Want(
            course=course, organisation=member, by=by, persons=sum(why.values()),
            why=dict(sorted(why.items())),
        )
        for (course, member, by), why in sorted(counts.items())
    )  # fmt: skip


def half_of(day: date, year: int) -> Half | None:
    """The half-year something that runs out must be renewed by; None: after the year."""
    if day.year > year:
        return None
    return 2 if day.year == year and day.month >= JULY else 1


def renewals(programme: TrainingProgramme, today: date) -> tuple[Renewal, ...]:
    """What runs out, the earliest first; what is past says so.

    Who has been on the course again is taken from what runs out first, and runs out so many years
    after the day it was held.
    """
    there = Attended(programme)
    left = []
    for each in in_order(programme.expiring):
        again = half_of(each.on, programme.year) is not None
        came = there.take(each.course, each.organisation, each.persons, each.unit) if again else 0
        left.append(replace(each, persons=each.persons - came))
    return tuple(
        Renewal(
            course=each.course, organisation=each.organisation, unit=each.unit,
            persons=each.persons, month=f"{each.on:%Y-%m}", late=each.on < today,
        )
        for each in in_order([*left, *learnt(programme)])
        if each.persons
    )  # fmt: skip


def in_order(expiring: Iterable[Expiring]) -> list[Expiring]:
    """The earliest first, in an order that does not follow from where they are written."""
    return sorted(expiring, key=lambda e: (e.on, e.course, e.organisation, e.unit or ""))


def wanted_by_nobody(programme: TrainingProgramme, found: Sequence[Want]) -> tuple[CourseId, ...]:
    """Courses that are offered and that nobody asks for."""
    asked = {want.course for want in found}
    return tuple(sorted(course.id for course in programme.courses if course.id not in asked))

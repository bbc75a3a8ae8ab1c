"""Who wants which course: plans, orders and what runs out, summed by course, member and half."""

from collections.abc import Iterable, Sequence
from datetime import date

from taskmap.model.programme import CourseId, Half, OrganisationId, TrainingProgramme
from taskmap.model.training import Gap, Renewal, Want, Why

JULY = 7


def wants(programme: TrainingProgramme, gaps: Iterable[Gap]) -> tuple[Want, ...]:
    """Participants by course and member, and the half-year they are due by.

    A course the partnership offers under a name of its own stands in for the catalogue's where it
    gives the same competence.
    """
    counts: dict[tuple[CourseId, OrganisationId, Half], dict[Why, int]] = {}

    def add(course: CourseId, member: OrganisationId, by: Half, why: Why, persons: int) -> None:
        found = counts.setdefault((course, member, by), {})
        found[why] = found.get(why, 0) + persons

    gives = {course.gives: course.id for course in reversed(programme.courses) if course.gives}
    for gap in gaps:
        if gap.persons and gap.course:
            course = gives.get(gap.competence, gap.course)
            add(course, gap.organisation, 2, Why.PLAN, gap.persons)
    for order in programme.ordered:
        add(order.course, order.organisation, order.by, Why.ORDERED, order.persons)
    for each in programme.expiring:
        by = half_of(each.on, programme.year)
        if by is not None:
            add(each.course, each.organisation, by, Why.RENEWAL, each.persons)
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
    """What runs out, the earliest first; what is past says so."""
    names = sorted(programme.expiring, key=lambda e: (e.on, e.course, e.organisation, e.unit or ""))
    return tuple(
        Renewal(
            course=each.course, organisation=each.organisation, unit=each.unit,
            persons=each.persons, month=f"{each.on:%Y-%m}", late=each.on < today,
        )
        for each in names
    )  # fmt: skip


def wanted_by_nobody(programme: TrainingProgramme, found: Sequence[Want]) -> tuple[CourseId, ...]:
    """Courses that are offered and that nobody asks for."""
    asked = {want.course for want in found}
    return tuple(sorted(course.id for course in programme.courses if course.id not in asked))

"""What was held is done: who has been on a course, what it used, and how long it holds."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from taskmap.model.programme import (
    CourseId,
    Expiring,
    HeldRun,
    Offered,
    OrganisationId,
    TrainingProgramme,
)
from taskmap.model.training import Placed
from taskmap.model.units import UnitId


class Attended:
    """Who came to runs that were held, each counted against one need only."""

    def __init__(self, programme: TrainingProgramme) -> None:
        ordered = sorted(taken_place(programme), key=lambda run: (run.on, run.course))
        self._there = [(run, some) for run in ordered for some in run.came]
        self._left = [some.persons for _, some in self._there]

    def take(
        self,
        course: CourseId,
        member: OrganisationId,
        persons: int,
        unit: UnitId | None = None,
        since: date | None = None,
    ) -> int:
        """How many of those who need a course have been there.

        Args:
            course: needed.
            member: that needs it.
            persons: who need it.
            unit: of the member; who is told of another unit did not come from it.
            since: the day the need was worked out; who came before is in it already.
        """
        found = 0
        for at, (run, some) in enumerate(self._there):
            theirs = some.organisation == member and (not (unit and some.unit) or some.unit == unit)
            if run.course == course and theirs and (since is None or run.on > since):
                came = min(self._left[at], persons - found)
                self._left[at] -= came
                found += came
        return found


def taken_place(programme: TrainingProgramme) -> tuple[HeldRun, ...]:
    """Runs that were not cancelled."""
    return tuple(run for run in programme.held if not run.cancelled)


def learnt(programme: TrainingProgramme) -> Iterator[Expiring]:
    """When what was learnt on runs that were held runs out again.

    Example: held on 11 March 2027 and valid for two years: it holds until 11 March 2029.
    """
    years = {course.id: course.valid_years for course in programme.courses}
    for run in taken_place(programme):
        valid = years.get(run.course)
        if valid is not None:
            counts: dict[tuple[OrganisationId, UnitId | None], int] = {}
            for some in run.came:
                key = (some.organisation, some.unit)
                counts[key] = counts.get(key, 0) + some.persons
            for (member, unit), persons in counts.items():
                yield Expiring(
                    course=run.course, organisation=member, unit=unit, persons=persons,
                    on=_later(run.on, valid),
                )  # fmt: skip


def _later(day: date, years: int) -> date:
    """The same day so many years on; 28 February for a leap day."""
    last = 28 if (day.month, day.day) == (2, 29) else day.day
    return day.replace(year=day.year + years, day=last)


def done(programme: TrainingProgramme) -> tuple[Placed, ...]:
    """Runs that were held, as the calendar tells them; travel where it is known."""
    host = {venue.id: venue.organisation for venue in programme.venues}

    def minutes(run: HeldRun, member: OrganisationId) -> float:
        place = host.get(run.venue or "")
        return 2 * ((programme.minutes(member, place) or 0.0) if place else 0.0)

    return tuple(
        Placed(
            course=run.course, half=run.half, venue=run.venue, runs=1, done=True,
            own={run.lecturer: 1} if run.lecturer else {}, hired=int(run.hired),
            come=run.by_member,
            minutes=sum(n * minutes(run, member) for member, n in run.by_member.items())
            + (minutes(run, run.lecturer) if run.lecturer else 0.0),
        )
        for run in sorted(taken_place(programme), key=lambda run: (run.on, run.course))
    )  # fmt: skip


def rest(programme: TrainingProgramme) -> TrainingProgramme:
    """What is left of a year: lecturers' and courses' runs less those held, and who has hosted."""
    if not taken_place(programme):
        return programme
    host = {venue.id: venue.organisation for venue in programme.venues}
    hosted = dict(programme.hosted)
    for run in taken_place(programme):
        if run.venue in host:
            hosted[host[run.venue]] = hosted.get(host[run.venue], 0) + 1
    courses = tuple(_rest(course, programme) for course in programme.courses)
    return replace(programme, courses=courses, hosted=hosted, held=())


def _rest(course: Offered, programme: TrainingProgramme) -> Offered:
    runs = [run for run in taken_place(programme) if run.course == course.id]
    most = course.most_runs
    lecturers = tuple(
        replace(each, runs=max(0, each.runs - sum(r.lecturer == each.organisation for r in runs)))
        for each in course.lecturers
    )
    left = None if most is None else max(0, most - len(runs))
    return replace(course, most_runs=left, lecturers=lecturers)

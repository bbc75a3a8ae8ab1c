"""Competences and the courses that give them, from the data files."""

from taskmap.catalogue.entry import Entry
from taskmap.catalogue.roles import Roles
from taskmap.model.catalogue import Competence, Course
from taskmap.model.units import CompetenceId


def training(file: Entry, roles: Roles) -> tuple[dict[CompetenceId, Competence], dict[str, Course]]:
    """A country's competences, and the course of each that a course can give."""
    competences: dict[CompetenceId, Competence] = {}
    courses: dict[str, Course] = {}
    for entry in file.each("competences"):
        names = entry.names("names")
        given = entry.maybe_part("course")
        identity = entry.text("id")
        if given is not None:
            courses[f"kurs_{identity}"] = _course(given, identity, names)
        competences[identity] = Competence(
            id=identity,
            names=names,
            requires=entry.ids("requires"),
            included_in=roles.spelled_out(entry.ids("included_in"), entry.place),
            course=None if given is None else f"kurs_{identity}",
            sources=entry.ids("sources"),
        )
    return competences, courses


def _course(entry: Entry, gives: CompetenceId, names: dict[str, str]) -> Course:
    course = Course(
        id=f"kurs_{gives}",
        names=names,  # a course is called by what it gives
        gives=gives,
        hours=entry.number("hours"),
        price=entry.number("price"),
        valid_years=entry.maybe_whole("valid_years"),
        form=entry.text("form"),
    )
    entry.done()
    return course

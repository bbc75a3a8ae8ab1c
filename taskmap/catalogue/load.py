"""One country's catalogue put together from its data files."""

from datetime import date
from functools import cache
from hashlib import sha256

from taskmap.catalogue.duties import duties
from taskmap.catalogue.entry import DATA, Entry, read
from taskmap.catalogue.evidence import evidence
from taskmap.catalogue.hours import hired_line, limits, profiles, sick_leave
from taskmap.catalogue.roles import levels, roles
from taskmap.catalogue.rules import rules, sources
from taskmap.catalogue.strain import strain
from taskmap.catalogue.tasks import groups, tasks
from taskmap.catalogue.training import training
from taskmap.model.catalogue import Catalogue
from taskmap.model.unit import Country, Setting

LANGUAGE = {Country.NO: "nb", Country.SE: "sv"}
GROUPS, LEVELS, SOURCES = "shared/groups.yaml", "shared/levels.yaml", "shared/sources.yaml"
STRAIN = "shared/strain.yaml"
EVIDENCE = "shared/evidence.yaml"
LIBRARY = tuple(f"shared/tasks/{setting.value}.yaml" for setting in Setting)
OWN = ("roles.yaml", "rules.yaml", "training.yaml", "working_time.yaml", "duties.yaml")


@cache
def load(country: Country) -> Catalogue:
    """The shared vocabulary of a country, read once.

    Raises:
        ValueError: a data file holds a key, a word or a number it should not.
    """
    own = tuple(f"{country.value.lower()}/{name}" for name in OWN)
    paths = (*own, GROUPS, LEVELS, SOURCES, STRAIN, EVIDENCE, *LIBRARY)
    files = {path: read(path) for path in paths}
    on = max(file.day("on") for file in files.values())
    catalogue = _put_together(country, files, own, on)
    for file in files.values():
        file.done()
    return catalogue


def _put_together(
    country: Country, files: dict[str, Entry], own: tuple[str, ...], on: date
) -> Catalogue:
    of_roles, of_rules, of_training, of_hours, of_duties = (files[path] for path in own)
    people = roles(of_roles)
    competences, courses = training(of_training, people)
    library = [task for path in LIBRARY for task in tasks(files[path], country.value)]
    return Catalogue(
        country=country.value,
        on=on,
        roles=people.by_id,
        levels=levels(files[LEVELS]),
        rules=rules(of_rules, people, LANGUAGE[country]),
        tasks={task.code: task for task in library},
        groups=groups(files[GROUPS]),
        competences=competences,
        courses=courses,
        hours_profiles=profiles(of_hours),
        sources=sources(files[SOURCES]),
        covered_settings=of_rules.ids("covered_settings"),
        default_sick_leave=sick_leave(of_hours.part("sick_leave")),
        general_duty=of_rules.text("general_duty"),
        hired_line=hired_line(of_hours.maybe_part("hired_line")),
        limits=limits(of_hours),
        strain=strain(files[STRAIN]),
        evidence=evidence(files[EVIDENCE]),
        duties=duties(of_duties),
        digest=_digest(tuple(files)),
    )


def _digest(paths: tuple[str, ...]) -> str:
    """A content hash that changes when any fact changes, and not with the machine."""
    found = sha256()
    for path in sorted(paths):
        found.update(path.encode() + b"\0" + (DATA / path).read_bytes() + b"\0")
    return found.hexdigest()

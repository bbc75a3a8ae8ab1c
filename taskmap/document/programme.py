"""A programme document: text to model, its names looked up in its partnership and the catalogue."""

from collections.abc import Iterator
from typing import Any

from taskmap.document.fields.programme import PROGRAMME
from taskmap.document.programme_checks import note_all
from taskmap.document.reading import Reading, read_document
from taskmap.document.references import resolve
from taskmap.document.shapes import Values
from taskmap.model.catalogue import Catalogue
from taskmap.model.finding import Finding
from taskmap.model.partnership import Partnership
from taskmap.model.programme import (
    Bill,
    Came,
    Expiring,
    Form,
    HeldRun,
    InKind,
    InKindKind,
    Key,
    Offered,
    Ordered,
    OrganisationId,
    OwnLecturer,
    TrainingProgramme,
    Venue,
)
from taskmap.yamltext import Table, visible

_WORDS = {"key": Key, "kind": InKindKind, "form": Form}


def read_programme(
    data: bytes | str,
    *,
    file: str,
    partnership: Partnership | None = None,
    catalogue: Catalogue | None = None,
) -> tuple[TrainingProgramme | None, tuple[Finding, ...]]:
    """Read a partnership's courses of a year.

    Args:
        data: the document; bytes must be UTF-8.
        file: name told in the findings.
        partnership: whose members it names; None: they are not looked up.
        catalogue: of the partnership's country; None: courses must tell all about themselves.

    Returns:
        The programme, None when a finding is an error, and all findings in the document's order.
    """
    homes = _homes(partnership)

    def look(root: Table, reading: Reading) -> Values:
        said = PROGRAMME.values(root, (), reading)
        resolve(reading, catalogue, _names(said, partnership, homes, catalogue))
        note_all(said, partnership, catalogue, reading)
        return said

    def make(said: Values) -> TrainingProgramme:
        return _programme(said, homes, catalogue)

    return read_document(data, file=file, look=look, make=make)


def _homes(partnership: Partnership | None) -> dict[str, OrganisationId]:
    """The organisation of every organisation and unit."""
    members = partnership.members if partnership else ()
    own = {member.organisation.id: member.organisation.id for member in members}
    return {unit: m.organisation.id for m in members for unit in m.units} | own


def _names(
    said: Values,
    partnership: Partnership | None,
    homes: dict[str, OrganisationId],
    catalogue: Catalogue | None,
) -> dict[str, dict[str, str]]:
    """What the document may name, by what it is."""
    members = partnership.members if partnership else ()
    offered = [course["id"] for course in said.get("courses", ())]
    known = [*offered, *(catalogue.courses if catalogue else ())]
    return {
        "organisation": {m.organisation.id: m.organisation.id for m in members},
        "member": {name: name for name in homes},
        "venue": {venue["name"]: venue["id"] for venue in said.get("venues", ())},
        "offered": {visible(name): visible(name) for name in known} if catalogue else {},
    }


def _programme(
    said: Values, homes: dict[str, OrganisationId], catalogue: Catalogue | None
) -> TrainingProgramme:
    plain = ("illustrative", "note", "fixed", "staff", "hosted", "video_from", "most_travel")
    return TrainingProgramme(
        **said.only("id", "name", "partnership", "year"),
        **said.only(*plain, "travel_hour", "hosting_slack"),
        key=Key(said.get("key", Key.POPULATION)),
        venues=tuple(Venue(**venue.by_name) for venue in said.get("venues", ())),
        travel={(road["start"], road["end"]): road["minutes"] for road in said.get("travel", ())},
        courses=tuple(_offered(course, catalogue) for course in said.get("courses", ())),
        ordered=tuple(_ordered(said, homes)),
        expiring=tuple(_expiring(said, homes)),
        held=tuple(_held(run, homes) for run in said.get("held", ())),
        bills=tuple(Bill(**_made(bill)) for bill in said.get("bills", ())),
        in_kind=tuple(InKind(**_made(given)) for given in said.get("in_kind", ())),
    )


def _offered(said: Values, catalogue: Catalogue | None) -> Offered:
    found = _made(said)
    found["lecturers"] = tuple(OwnLecturer(**each.by_name) for each in said.get("lecturers", ()))
    known = catalogue.courses.get(said["id"]) if catalogue else None
    if known is None or catalogue is None:
        return Offered(**found)
    first = catalogue.competences[known.gives].requires
    usual: dict[str, Any] = {
        "gives": known.gives,
        "hours": known.hours,
        "form": Form(known.form),
        "price": known.price,
        "valid_years": known.valid_years,
        "requires": tuple(c.id for need in first if (c := catalogue.course_for.get(need))),
    }
    return Offered(**(usual | found))


def _ordered(said: Values, homes: dict[str, OrganisationId]) -> Iterator[Ordered]:
    for need in said.get("needs", ()):
        for name, persons in need["persons"].items():
            yield Ordered(
                course=need["course"], persons=persons, **_whose(name, homes), **need.only("by")
            )  # fmt: skip


def _expiring(said: Values, homes: dict[str, OrganisationId]) -> Iterator[Expiring]:
    for each in said.get("expires", ()):
        for name, persons in each["persons"].items():
            yield Expiring(
                course=each["course"], persons=persons, on=each["on"], **_whose(name, homes)
            )  # fmt: skip


def _held(said: Values, homes: dict[str, OrganisationId]) -> HeldRun:
    found = dict(said.by_name)
    found["came"] = tuple(
        Came(**_whose(some["member"], homes), **some.only("persons", "role"))
        for some in said.get("came", ())
    )
    return HeldRun(**found)


def _whose(name: str, homes: dict[str, OrganisationId]) -> dict[str, Any]:
    home = homes.get(name, name)
    return {"organisation": home} if home == name else {"organisation": home, "unit": name}


def _made(said: Values) -> dict[str, Any]:
    return {
        name: _WORDS[name](value) if name in _WORDS else value
        for name, value in said.by_name.items()
    }

"""A partnership document: text to model, all mistakes at once."""

from taskmap.document.fields.partnership import PARTNERSHIP
from taskmap.document.reading import Reading, read_document
from taskmap.document.shapes import Values
from taskmap.model.finding import Finding
from taskmap.model.partnership import Member, Partnership
from taskmap.model.unit import Country, Organisation
from taskmap.yamltext import Path, Table


def read_partnership(
    data: bytes | str, *, file: str
) -> tuple[Partnership | None, tuple[Finding, ...]]:
    """Read organisations that work together.

    Args:
        data: the document; bytes must be UTF-8.
        file: name told in the findings.

    Returns:
        The partnership, None when a finding is an error, and all findings in order.
    """
    return read_document(data, file=file, look=_said, make=_partnership)


def _said(root: Table, reading: Reading) -> Values:
    said = PARTNERSHIP.values(root, (), reading)
    _note_twice(said, reading)
    return said


def _note_twice(said: Values, reading: Reading) -> None:
    """A unit belongs to one organisation; an organisation is a member once."""
    seen: dict[tuple[str, str], Path] = {}
    for member in said.get("members", ()):
        organisation = member["organisation"]
        names = [("organisation", organisation["id"], (*organisation.path, "id"))]
        units = enumerate(member.get("units", ()))
        names += [("unit", unit, (*member.path, "units", index)) for index, unit in units]
        for what, name, path in names:
            first = seen.setdefault((what, name), path)
            if first != path:
                first_line = reading.line(first)
                reading.error("id.duplicate", path, value=name, first_line=first_line)


def _partnership(said: Values) -> Partnership:
    return Partnership(
        id=said["id"],
        name=said["name"],
        country=Country(said["country"]),
        members=tuple(_member(member) for member in said["members"]),
        **said.only("illustrative", "note"),
    )


def _member(said: Values) -> Member:
    return Member(
        organisation=Organisation(**said["organisation"].by_name),
        population=said["population"],
        **said.only("population_on", "units"),
    )

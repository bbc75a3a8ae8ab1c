"""A scenario document: text to model, and its names looked up in the unit it is about."""

from collections import Counter

from taskmap.document.fields.scenario import SCENARIO
from taskmap.document.nearest import nearest
from taskmap.document.other_unit import note_other_unit
from taskmap.document.question_names import names_of
from taskmap.document.reading import Reading, read_document
from taskmap.document.references import Names, resolve
from taskmap.document.scenario_parts import LISTS, Parts
from taskmap.document.shapes import Values
from taskmap.model.catalogue import Catalogue
from taskmap.model.finding import Finding
from taskmap.model.mapping import Mapping
from taskmap.model.scenario import Scenario
from taskmap.yamltext import Table, fold


def read_scenario(
    data: bytes | str,
    *,
    file: str,
    mapping: Mapping | None = None,
    catalogue: Catalogue | None = None,
) -> tuple[Scenario | None, tuple[Finding, ...]]:
    """Read what would be otherwise in a unit, in YAML or JSON.

    Whether the mapping is still sound when it is changed so is told by reading the copy, see
    ``taskmap.scenario``.

    Args:
        data: the document; bytes must be UTF-8.
        file: name told in the findings.
        mapping: of the unit it is about; None: its names are not looked up.
        catalogue: of the unit's country.

    Returns:
        The scenario, None when a finding is an error, and all findings in the document's order.
    """

    def look(root: Table, reading: Reading) -> tuple[Values, Parts]:
        said, parts = SCENARIO.values(root, (), reading), Parts(root)
        _note_twice(parts, reading)
        _note_given_and_taken(parts, reading)
        _note_nothing(said, parts, reading)
        if mapping is not None:
            resolve(reading, catalogue, _names(mapping, catalogue, parts))
            _note_roles_not_there(mapping, parts, reading)
            _note_there_already(mapping, parts, reading)
            note_other_unit("scenario", said, mapping, reading)
        return said, parts

    return read_document(data, file=file, look=look, make=_scenario)


def _note_twice(parts: Parts, reading: Reading) -> None:
    """A task or role is added, changed or removed, and once only."""
    for part in LISTS:
        named = [*parts.changed(part), *parts.added(part), *parts.removed(part)]
        times = Counter(fold(name) for name, _ in named)
        last = {fold(name): (name, path) for name, path in named}
        for folded, (name, path) in last.items():
            if times[folded] > 1:
                reading.error("scenario.twice", path, value=name)


def _note_given_and_taken(parts: Parts, reading: Reading) -> None:
    """A field has a new value, or it goes."""
    for name, path in parts.given_and_taken():
        reading.error("scenario.given_and_taken", path, value=name)


def _note_nothing(said: Values, parts: Parts, reading: Reading) -> None:
    if "changes" in said and reading.is_sound(("changes",)) and not parts.changes():
        reading.warn("scenario.nothing", ("changes",))


def _names(mapping: Mapping, catalogue: Catalogue | None, parts: Parts) -> dict[str, Names]:
    """The unit's own names, and those the scenario brings."""
    known = names_of(mapping, catalogue)
    tasks = {name: id_ for name, id_ in known["task"].items() if id_ in mapping.by_task}
    return {
        "task": tasks | {name: name for name, _ in parts.added("tasks")},
        "band": {**known["band"], **{band: band for band in parts.bands()}},
        # Nothing is known by an empty table, and then nothing would be looked up.
        "volume": {name: name for name in mapping.volumes} or {"-": "-"},
    }


def _note_roles_not_there(mapping: Mapping, parts: Parts, reading: Reading) -> None:
    """Only a role the unit has can change or go; one nobody knows has been told already."""
    told = {finding.values.get("value") for finding in reading.findings}
    for name, path in (*parts.changed("staffing"), *parts.removed("staffing")):
        if name not in {*mapping.by_role, *told}:
            near = nearest(name, mapping.by_role)
            reading.error("role.not_in_unit", path, value=name, nearest=near)


def _note_there_already(mapping: Mapping, parts: Parts, reading: Reading) -> None:
    """What is added is not there yet."""
    there = (("tasks", set(mapping.by_task)), ("staffing", set(mapping.by_role)))
    for part, known in there:
        alike = set(map(fold, known))
        for name, path in parts.added(part):
            if fold(name) in alike:
                reading.error("scenario.there", (*path, LISTS[part]), value=name)


def _scenario(looked: tuple[Values, Parts]) -> Scenario:
    said, parts = looked
    return Scenario(
        changes=parts.changes(), **said.only("id", "unit", "name", "note", "illustrative")
    )

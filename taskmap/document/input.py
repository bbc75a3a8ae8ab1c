"""An input document: text to model, and its names looked up in the unit it is about."""

from taskmap.document.fields.input import INPUT
from taskmap.document.nearest import nearest
from taskmap.document.other_unit import note_other_unit
from taskmap.document.question_names import names_of
from taskmap.document.reading import Reading, read_document
from taskmap.document.references import resolve
from taskmap.document.shapes import Values
from taskmap.model.catalogue import Catalogue
from taskmap.model.difference import Written
from taskmap.model.finding import Finding
from taskmap.model.input import Input
from taskmap.model.mapping import Mapping
from taskmap.model.staffing import PRIVACY_FLOOR
from taskmap.yamltext import Table, visible, written_in


def read_input(
    data: bytes | str,
    *,
    file: str,
    mapping: Mapping | None = None,
    catalogue: Catalogue | None = None,
) -> tuple[Input | None, tuple[Finding, ...]]:
    """Read what a group of professions says of a unit's tasks, in YAML.

    Whether its answers could stand in a mapping is told by reading the sheet they fill in, see
    ``taskmap.document.input_text``.

    Args:
        data: the document; bytes must be UTF-8.
        file: name told in the findings.
        mapping: of the unit it is about; None: its names are not looked up.
        catalogue: of the unit's country.

    Returns:
        The input, None when a finding is an error, and all findings in the document's order.
    """

    def look(root: Table, reading: Reading) -> tuple[Values, Written]:
        said = INPUT.values(root, (), reading)
        if mapping is not None:
            names = names_of(mapping, catalogue)
            volumes = {name: name for name in mapping.volumes} or {"-": "-"}
            resolve(reading, catalogue, {"band": names["band"], "volume": volumes})
            _note_roles(said, mapping, catalogue, reading)
            _note_gone(said, mapping, reading)
            _note_keeping(mapping, reading)
            note_other_unit("input", said, mapping, reading)
        tasks = root.get("tasks")
        return said, written_in(tasks) if tasks is not None else {}

    return read_document(data, file=file, look=look, make=_input)


def _note_roles(
    said: Values, mapping: Mapping, catalogue: Catalogue | None, reading: Reading
) -> None:
    """Only staff of the unit answer, and never fewer of them than the privacy floor."""
    sound = reading.is_sound(("roles",))
    for at, role in enumerate(said.get("roles", ()) if sound else ()):
        if role not in mapping.by_role:
            near = nearest(role, mapping.by_role)
            reading.error("role.not_in_unit", ("roles", at), value=role, nearest=near)
        elif catalogue is not None and not catalogue.is_staff(role):
            reading.error("input.not_staff", ("roles", at), role=role)
    if sound and reading.is_sound(("roles",)):
        roles = tuple(dict.fromkeys(said.get("roles", ())))
        persons = sum(mapping.by_role[role].persons for role in roles)
        if roles and persons < PRIVACY_FLOOR:
            floor = PRIVACY_FLOOR
            reading.error(
                "input.below_floor", ("roles",), roles=roles, persons=persons, floor=floor
            )


def _note_gone(said: Values, mapping: Mapping, reading: Reading) -> None:
    """A task may have been renamed or taken away since; what was said of it is kept."""
    for task in said.get("tasks", {}):
        if task not in mapping.by_task:
            near = nearest(task, mapping.by_task)
            reading.warn("input.task_gone", ("tasks", task), value=task, nearest=near)


def _note_keeping(mapping: Mapping, reading: Reading) -> None:
    """What groups are asked for is said beforehand, and how long it is kept."""
    if mapping.illustrative or mapping.source is not None:
        return
    if mapping.purpose is None:
        reading.warn("input.no_purpose", ("unit",))
    if mapping.delete_after is None:
        reading.warn("input.no_delete_after", ("unit",))


def _input(looked: tuple[Values, Written]) -> Input:
    said, tasks = looked
    answers = {visible(task): _table(fields) for task, fields in _table(tasks).items()}
    return Input(
        id=said["group"],
        roles=tuple(dict.fromkeys(said["roles"])),
        answers=answers,
        **said.only("unit", "on", "done"),
    )


def _table(value: Written) -> dict[str, Written]:
    return dict(value) if isinstance(value, dict) else {}

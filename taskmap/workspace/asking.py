"""Questions to a unit: read, looked up in its mapping, and written."""

from collections.abc import Iterable
from dataclasses import replace

from taskmap import document
from taskmap.model.finding import Finding, Place, Severity
from taskmap.model.mapping import Mapping
from taskmap.model.question import Question
from taskmap.model.units import UnitId
from taskmap.store.stored import Stored
from taskmap.workspace.cards import Asked, Opened
from taskmap.workspace.opening import nearest, opened
from taskmap.workspace.placing import placed
from taskmap.workspace.reach import Reach

UNIT_UNKNOWN = "question.unit_unknown"


def read(data: bytes, file: str, unit: Opened | None) -> Asked:
    """A question document; a task stands for its leaves once the unit is known."""
    mapping, catalogue = (unit.mapping, unit.catalogue) if unit else (None, None)
    question, findings = document.read_question(
        data, file=file, mapping=mapping, catalogue=catalogue
    )
    if question is not None and mapping is not None:
        question = document.asked_of(question, mapping)
    return Asked(question=question, findings=findings)


def of_leaves(question: Question, mapping: Mapping) -> Question:
    """The question with every task replaced by the leaves it stands for."""
    return document.asked_of(question, mapping)


def unit_of(data: bytes) -> UnitId | None:
    """Id of the unit a question document names."""
    return document.unit_named(data)


def checked(question: Question, unit: Opened) -> Asked:
    """A question made of choices, checked as if it had been written down; places have no line."""
    asked = read(document.write_question(question).encode(), "", unit)
    bare = (replace(f, place=Place("", field=f.place.field)) for f in asked.findings)
    return Asked(question=asked.question, findings=tuple(bare))


def check(stored: Stored, units: Iterable[Opened], reach: Reach) -> tuple[Finding, ...]:
    """Findings of a question among files, asked of its unit where that is among them or beside it.

    Args:
        stored: the question's document.
        units: those read so far.
        reach: way to the store.
    """
    said = document.unit_named(stored.data)
    if said is None:
        return read(stored.data, stored.name, None).findings
    known = {unit.card.id: unit for unit in (*_beside(stored, reach), *units)}
    found = read(stored.data, stored.name, known.get(said)).findings
    if said in known:
        return found
    values = {"value": said, "nearest": nearest(said, tuple(known))}
    lost = Finding(UNIT_UNKNOWN, Place(stored.name, field="unit"), values, Severity.WARNING)
    return (*placed([lost], stored), *found)


def _beside(stored: Stored, reach: Reach) -> list[Opened]:
    """The units in the question's own folder."""
    documents = reach.store(stored.path.parent).documents()
    return [opened(each) for each in documents if each.kind == "mapping"]

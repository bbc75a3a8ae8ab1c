"""Groups' answers beside a unit's mapping: read, tried on their sheets, told apart."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from taskmap import document
from taskmap.document.said import tasks_said
from taskmap.model.finding import Finding, Place, Severity
from taskmap.model.input import Input
from taskmap.model.mapping import Mapping
from taskmap.remembered import Remembered
from taskmap.store.stored import Stored
from taskmap.workspace import opening
from taskmap.workspace.cards import InputCard, Opened
from taskmap.workspace.placing import placed
from taskmap.workspace.reach import Reach

UNIT_UNKNOWN = "input.unit_unknown"
ID_SHARED = "input.id_shared"
ROLE_SHARED = "input.role_shared"

_CARDS: Remembered[InputCard] = Remembered(256)
_TASK = re.compile(r"tasks\[(\d+)\]")


def beside(unit: Opened, reach: Reach) -> tuple[InputCard, ...]:
    """The groups of a unit in its mapping's folder, by file, with their findings."""
    documents = reach.store(unit.path.parent).documents()
    return tuple(told_apart([_card(s, unit, reach) for s in documents if _is_of(s, unit)]))


def told_apart(cards: Sequence[InputCard]) -> list[InputCard]:
    """The groups; those of one id, or with a profession in two of them, are told and not shown.

    What one profession says twice would tell, by the difference, what a small one beside it says.
    """
    ids = Counter(card.id.casefold() for card in cards)
    roles = Counter(role for card in cards for role in _roles(card))
    return [_shared(card, ids, roles) for card in cards]


def _shared(card: InputCard, ids: Counter[str], roles: Counter[str]) -> InputCard:
    place = Place(card.file)
    told = [Finding(ROLE_SHARED, place, {"role": r}) for r in _roles(card) if roles[r] > 1]
    if ids[card.id.casefold()] > 1:
        told.append(Finding(ID_SHARED, place, {"id": card.id}))
    return replace(card, findings=(*card.findings, *told), sheet=None) if told else card


def _roles(card: InputCard) -> tuple[str, ...]:
    return card.input.roles if card.input is not None else ()


def check(found: Stored, units: Iterable[Opened], reach: Reach) -> tuple[Finding, ...]:
    """Findings of a group's document among files, tried on its unit where that is there."""
    said = document.unit_named(found.data)
    documents = tuple(reach.store(found.path.parent).documents())
    others = (opening.opened(each) for each in documents if each.kind == "mapping")
    known = {unit.card.id: unit for unit in (*others, *units)}
    if said in known:
        beside_ = [s for s in documents if _is_of(s, known[said]) and not _is_same(s, found)]
        cards = [_card(each, known[said], reach) for each in (found, *beside_)]
        return told_apart(cards)[0].findings
    findings = document.read_input(found.data, file=found.name)[1]
    if said is None:
        return findings
    values = {"value": said, "nearest": opening.nearest(said, tuple(known))}
    lost = Finding(UNIT_UNKNOWN, Place(found.name, field="unit"), values, Severity.WARNING)
    return (*placed([lost], found), *findings)


def _is_of(found: Stored, unit: Opened) -> bool:
    is_input = found.kind == "input" and unit.mapping is not None
    return is_input and document.unit_named(found.data) == unit.card.id


def _is_same(one: Stored, other: Stored) -> bool:
    return one.path.resolve() == other.path.resolve()


def _card(found: Stored, unit: Opened, reach: Reach) -> InputCard:
    """A group's document read for a unit, once for the same content of both."""
    key = (found.path, found.name, found.digest, unit.path, unit.digest)
    return _CARDS.get(key, lambda: _read(found, unit, reach))


def _read(found: Stored, unit: Opened, reach: Reach) -> InputCard:
    input_, findings = document.read_input(
        found.data, file=found.name, mapping=unit.mapping, catalogue=unit.catalogue
    )
    card = InputCard(file=found.name, input=input_, findings=findings)
    if input_ is None or unit.mapping is None:
        return card
    data, sheet, wrong = sheet_of(input_, unit, reach)
    told = tuple(placed(_named(wrong, unit.mapping), found))
    said = tasks_said(data) if sheet is not None else {}
    return replace(card, sheet=sheet, said=said, findings=(*findings, *told))


def sheet_of(
    input_: Input, unit: Opened, reach: Reach
) -> tuple[bytes, Mapping | None, tuple[Finding, ...]]:
    """The sheet a group fills in, as text and read, and what is wrong with it."""
    data = document.answer_sheet(reach.read(unit.path).data, input_)
    sheet, findings = opening.read(data, unit.card.file)
    return data, sheet, tuple(f for f in findings if f.severity is Severity.ERROR)


def _named(findings: Iterable[Finding], mapping: Mapping) -> Iterator[Finding]:
    """Findings of a sheet with its tasks by id, as the group's document has them."""
    for finding in findings:
        field = _TASK.sub(
            lambda at: f"tasks.{mapping.tasks[int(at[1])].id}", finding.place.field or ""
        )
        yield replace(finding, place=replace(finding.place, field=field))

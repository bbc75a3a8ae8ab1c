"""A document's tasks as they are written: what stands in a field before it is made figures of."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import cast
from weakref import WeakKeyDictionary

from taskmap.document.editing.opened import opened
from taskmap.model.amount import Every
from taskmap.model.difference import Written
from taskmap.model.edit import EditValue
from taskmap.model.said import CaseSaid, TaskSaid
from taskmap.model.units import TaskId
from taskmap.yamltext import Sequence, Table, visible, written_in

_LONG = frozenset({"bands", "every", "per"})


def tasks_said(data: bytes) -> dict[TaskId, TaskSaid]:
    """Every task that is no sum of parts, by id, in the document's order.

    Raises:
        DocumentUnreadable: it cannot be read.
    """
    listed = [_line(item) for item in _items(data)]
    whole = {line.parent for line in listed}
    found = (line.said for line in listed if line.said is not None)
    return {said.id: said for said in found if said.id not in whole}


def fields_said(data: bytes, task: TaskId, names: Iterable[str]) -> dict[str, EditValue]:
    """What a task says in some fields, as text, lists and tables; None where it says nothing."""
    for each in map(written_in, _items(data)):
        if isinstance(each, Mapping) and visible(str(each.get("id", ""))) == task:
            return {name: each.get(name) for name in names}
    return {}


@dataclass(frozen=True, slots=True)
class _Line:
    """What one entry of the list says: a task, and the sum it is a part of."""

    parent: str | None
    said: TaskSaid | None


_LINES: "WeakKeyDictionary[Table, _Line]" = WeakKeyDictionary()


def _items(data: bytes) -> list[Table]:
    tasks = opened(data).root.get("tasks")
    items = tasks.items if isinstance(tasks, Sequence) else ()
    return [item for item in items if isinstance(item, Table)]


def _line(item: Table) -> _Line:
    """An entry; one that no edit touched is the same in the next version, and is known."""
    if item not in _LINES:
        table = cast("Mapping[str, Written]", written_in(item))
        parent = visible(str(table["parent"])) if "parent" in table else None
        _LINES[item] = _Line(parent, _task(table) if "id" in table else None)
    return _LINES[item]


def _task(table: Mapping[str, Written]) -> TaskSaid:
    count = table.get("count")
    long = isinstance(count, Mapping) and bool(_LONG & count.keys())
    times = count.get("bands") if long and isinstance(count, Mapping) else count
    every = count.get("every", "week") if long and isinstance(count, Mapping) else "week"
    per = count.get("per") if long and isinstance(count, Mapping) else None
    name = table.get("name")
    return TaskSaid(
        id=visible(str(table["id"])),
        name=name if isinstance(name, str) else None,
        every=Every(every) if every in set(Every) else Every.WEEK,
        per=str(per) if per is not None else None,
        count=_numbers(times),
        long=long,
        minutes=_minutes(table.get("minutes")),
        ranged=isinstance(table.get("minutes"), Mapping),
        cases=_cases(table.get("cases")),
        today=_today(table.get("today")),
        missed=_shares(table.get("missed")),
    )


def _numbers(value: Written | None) -> dict[str | None, float]:
    if isinstance(value, Mapping):
        return {band: _number(each) for band, each in value.items()}
    return {} if value is None else {None: _number(value)}


def _number(value: Written) -> float:
    try:
        return float(str(value))
    except ValueError:
        return 0.0


def _minutes(value: Written | None) -> tuple[float, float, float] | None:
    if isinstance(value, Mapping):
        likely = _number(value.get("likely", "0"))
        low, high = (_number(value.get(end, str(likely))) for end in ("low", "high"))
        return low, likely, high
    return None if value is None else (_number(value),) * 3


def _cases(value: Written | None) -> tuple[CaseSaid, ...]:
    listed = () if value is None or isinstance(value, (str, Mapping)) else value
    return tuple(
        CaseSaid(
            id=visible(str(case["id"])),
            name=str(case.get("name", case["id"])),
            share=str(case.get("share", "")),
            minutes=_minutes(case.get("minutes")),
            ranged=isinstance(case.get("minutes"), Mapping),
        )
        for case in listed
        if isinstance(case, Mapping) and "id" in case
    )


def _shares(value: Written | None) -> dict[str | None, str]:
    if isinstance(value, Mapping):
        return {band: str(each) for band, each in value.items()}
    return {} if value is None else {None: str(value)}


def _today(value: Written | None) -> dict[str | None, dict[str, str | None]]:
    if value is None:
        return {}
    if not isinstance(value, Mapping):
        return {None: {str(value): None}}
    by_band = any(isinstance(each, Mapping) or str(each)[:1].isalpha() for each in value.values())
    if not by_band:
        return {None: {role: str(share) for role, share in value.items()}}
    return {
        band: {role: str(share) for role, share in each.items()}
        if isinstance(each, Mapping)
        else {str(each): None}
        for band, each in value.items()
    }

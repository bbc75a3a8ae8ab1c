"""Tasks merged into one: minutes summed, lists joined, and what differs settled by the user."""

from collections.abc import Sequence

from taskmap.document.editing.portions import added
from taskmap.document.editing.steps import place, put_each
from taskmap.document.editing.tasks import (
    Said,
    in_chains,
    index_of,
    parts_of,
    task_of,
    tasks_of,
)
from taskmap.document.fields.task import TASK_RECORD
from taskmap.errors import MergeUnsettled, TaskHasParts
from taskmap.model.edit import MergeTasks
from taskmap.yamltext import Value

_OWN = frozenset({"id", "name"})
_JOINED = frozenset({"competences", "tags", "rules", "strain"})
_SUMMED = frozenset({"minutes", "minutes_by_role"})  # where the tasks are done equally often
_WHOLE = frozenset({"cases", "alternatives", "supervision"})  # figured for one task alone
_KEYS = tuple(key for key in TASK_RECORD.by_key if key not in _OWN)


def merge_tasks(said: Said, edit: MergeTasks) -> None:
    """The first task says what all of them said; the others go.

    Raises:
        MergeUnsettled: they differ in fields that the edit does not settle.
        TaskHasParts: one of them is the sum of its parts.
    """
    for task in edit.tasks:
        if parts := parts_of(said, task):
            raise TaskHasParts(value=task, parts=tuple(parts))
    tasks = [task_of(said, task) for task in edit.tasks]
    first = tasks[0]
    found = {key: _together(key, tasks) for key in _KEYS if key not in edit.fields}
    unsettled = tuple(key for key, together in found.items() if together is _UNSETTLED)
    if unsettled:
        raise MergeUnsettled(value=edit.tasks[0], fields=unsettled)
    for key, together in found.items():
        if together is not None:
            place(first, key, together, TASK_RECORD)
    put_each(first, edit.fields, TASK_RECORD)
    for task in edit.tasks[1:]:
        in_chains(said, task, edit.tasks[:1])
        listed = tasks_of(said)
        del listed[index_of(listed, task)]


_UNSETTLED: Value = "?"  # told apart by identity


def _together(key: str, tasks: Sequence[Said]) -> Value | None:
    values = [task[key] for task in tasks if key in task]
    if not values:
        return None
    everywhere = len(values) == len(tasks)
    if key == "unfinished":
        return values[0]
    if key in {"note", "reason"}:
        return "\n".join(dict.fromkeys(str(value) for value in values))
    if key in _SUMMED and everywhere and _equally_often(tasks):
        return added(values) or _UNSETTLED
    if key in _JOINED and everywhere and all(isinstance(value, list) for value in values):
        return _joined(values)
    same = everywhere and all(value == values[0] for value in values)
    return values[0] if same and key not in _SUMMED | _WHOLE else _UNSETTLED


def _equally_often(tasks: Sequence[Said]) -> bool:
    return all(task.get("count") == tasks[0].get("count") for task in tasks)


def _joined(lists: Sequence[Value]) -> Value:
    found: list[Value] = []
    for each in lists:
        found += [item for item in (each if isinstance(each, list) else []) if item not in found]
    return found

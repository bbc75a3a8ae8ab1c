"""A task split into parts that take over its work, and tasks merged into one."""

from collections.abc import Sequence
from copy import deepcopy

from taskmap.document.editing.portions import portions
from taskmap.document.editing.steps import put_each
from taskmap.document.editing.tasks import (
    Said,
    in_chains,
    index_of,
    note_taken,
    parts_of,
    task_of,
    tasks_of,
)
from taskmap.document.fields.task import TASK_RECORD
from taskmap.errors import PartsDiffer, TaskHasAlternatives, TaskHasParts
from taskmap.model.edit import Part, SplitTask
from taskmap.yamltext import Value

_STAYS = frozenset({"id", "library", "name", "group", "parent", "note"})
_TIMED = ("minutes", "minutes_by_role")
_TOLERANCE = 0.005  # as shares are read


def split_task(said: Said, edit: SplitTask) -> None:
    """The task keeps what it is called; its work goes to the parts, its minutes divided."""
    task, tasks = task_of(said, edit.task), tasks_of(said)
    if parts := parts_of(said, edit.task):
        raise TaskHasParts(value=edit.task, parts=tuple(parts))
    if "alternatives" in task:
        raise TaskHasAlternatives(value=edit.task)
    shares = _shares(edit)
    work = {key: value for key, value in task.items() if key not in _STAYS}
    divided = _divided(work, shares)
    at = index_of(tasks, edit.task) + 1
    for part, own in zip(edit.parts, divided, strict=True):
        note_taken(tasks, part.id)
        tasks.insert(at, _part(task, part, own))
        at += 1
    for key in work:
        del task[key]
    in_chains(said, edit.task, tuple(part.id for part in edit.parts))


def _shares(edit: SplitTask) -> list[float]:
    even = 1 / len(edit.parts)
    shares = [even if part.share is None else part.share for part in edit.parts]
    own_minutes = any("minutes" in part.fields for part in edit.parts)
    if abs(sum(shares) - 1) > _TOLERANCE and not own_minutes:
        raise PartsDiffer(value=edit.task, sum=round(sum(shares), 6))
    return shares


def _part(task: Said, part: Part, work: Said) -> Value:
    made: Said = {"id": part.id}
    for key, value in (
        ("library", task.get("library")),
        ("name", part.name),
        ("group", task.get("group")),
        ("parent", task["id"]),
        *work.items(),
    ):
        if value is not None:
            made[key] = value
    put_each(made, part.fields, TASK_RECORD)
    return made


def _divided(work: Said, shares: Sequence[float]) -> list[Said]:
    """The work once for each share, with as much of every figure in minutes."""
    parts = [deepcopy(work) for _ in shares]
    timed = [(parts, key) for key in _TIMED]
    for name in ("cases", "supervision"):
        items = work.get(name)
        count = len(items) if isinstance(items, list) else 0
        timed += [([_item(part, name, at) for part in parts], "minutes") for at in range(count)]
    for tables, key in timed:
        if key in tables[0]:
            for table, own in zip(tables, portions(tables[0][key], shares), strict=True):
                table[key] = own
    return parts


def _item(part: Said, name: str, index: int) -> Said:
    items = part[name]
    item = items[index] if isinstance(items, list) else None
    return item if isinstance(item, dict) else {}

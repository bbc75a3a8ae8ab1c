"""Changes of a scenario as edits, and a copy of the mapping with them."""

from taskmap.document import edited
from taskmap.model.difference import Written
from taskmap.model.edit import (
    AddPost,
    AddTask,
    Edit,
    RemovePost,
    RemoveTask,
    SetField,
    SetPost,
    SetUnitField,
)
from taskmap.model.mapping import Mapping
from taskmap.model.scenario import Changes
from taskmap.model.units import TaskId

# What others name comes before them and goes after them.
_TURNS: tuple[type[Edit], ...] = (
    SetUnitField,
    AddPost,
    SetPost,
    AddTask,
    SetField,
    RemoveTask,
    RemovePost,
)


def as_edits(changes: Changes, mapping: Mapping) -> tuple[Edit, ...]:
    """The edits that make a mapping say what the changes say, in an order that can be followed.

    Args:
        changes: of one scenario, or of several combined.
        mapping: that is changed; a part that goes with the task around it is not removed twice.
    """
    gone = {path[1] for path, value in changes.items() if value is None and _is_task(path)}
    edits = (
        _edit(path, value)
        for path, value in changes.items()
        if not (_is_task(path) and value is None and gone & _around(path[1], mapping))
    )
    return tuple(sorted(edits, key=lambda edit: _TURNS.index(type(edit))))


def applied(data: bytes, mapping: Mapping, changes: Changes) -> bytes:
    """A copy of a mapping's document with the changes in it; the document itself stays.

    Args:
        data: the document.
        mapping: what it says.
        changes: of one scenario, or of several combined.

    Raises:
        TaskmapError: with a code under ``edit.``; what is to change is not there.
    """
    return edited(data, as_edits(changes, mapping))


def _edit(path: tuple[str, ...], value: Written | None) -> Edit:
    part, *rest = path
    if part not in {"tasks", "staffing"}:
        return SetUnitField(path, value)
    name, *field = rest
    if field:
        set_ = SetField if part == "tasks" else SetPost
        return set_(name, tuple(field), value)
    if value is None:
        return RemoveTask(name, with_parts=True) if part == "tasks" else RemovePost(name)
    item = value if isinstance(value, dict) else {}
    return AddTask(item) if part == "tasks" else AddPost(item)


def _is_task(path: tuple[str, ...]) -> bool:
    return path[0] == "tasks" and len(path) == 2


def _around(name: TaskId, mapping: Mapping) -> set[TaskId]:
    """Tasks that a task is a part of."""
    found: set[TaskId] = set()
    task = mapping.by_task.get(name)
    while task is not None and task.parent and task.parent not in found:
        found.add(task.parent)
        task = mapping.by_task.get(task.parent)
    return found

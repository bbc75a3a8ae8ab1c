"""The library's tasks for a kind of unit in two levels, and edits that take them up."""

from collections.abc import Collection
from dataclasses import dataclass

from taskmap.model.catalogue import Catalogue, LibraryTask
from taskmap.model.edit import AddTask
from taskmap.model.mapping import Mapping
from taskmap.model.units import TaskId
from taskmap.workspace.free_names import free_name

_OTHERWISE = "oppgave"


@dataclass(frozen=True, slots=True)
class Proposed:
    """A task of the library with its parts; a unit has it whole or in parts, never both."""

    task: LibraryTask
    parts: tuple[LibraryTask, ...] = ()


def proposals(mapping: Mapping, catalogue: Catalogue) -> dict[str, tuple[Proposed, ...]]:
    """What units of the kind do, by task group, in the library's order."""
    here = [t for t in catalogue.tasks.values() if mapping.unit.setting in t.settings]
    found: dict[str, list[Proposed]] = {code: [] for code in catalogue.groups}
    for task in here:
        if task.parent is None:
            parts = tuple(part for part in here if part.parent == task.code)
            found[task.group].append(Proposed(task, parts))
    return {code: tuple(tasks) for code, tasks in found.items() if tasks}


def taken_up(mapping: Mapping) -> dict[str, TaskId]:
    """The task that each library code stands for in the unit; a task's parts share its code."""
    return {task.library: task.id for task in reversed(mapping.tasks) if task.library}


def take_up(task: LibraryTask, name: str, taken: Collection[TaskId]) -> AddTask:
    """A task of the library, with everything still to be said of it.

    Args:
        task: of the library.
        name: its own in the reader's language, for the id.
        taken: ids in use.
    """
    own = free_name(name, taken, otherwise=_OTHERWISE)
    return AddTask({"id": own, "library": task.code, "unfinished": True})


def add_own(name: str, group: str, taken: Collection[TaskId]) -> AddTask:
    """A task of the unit's own, in a group of the library."""
    own = free_name(name, taken, otherwise=_OTHERWISE)
    return AddTask({"id": own, "name": name.strip(), "group": group, "unfinished": True})

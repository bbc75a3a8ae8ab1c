"""What a user does to a document, as data: set a field, add, remove, split, merge, rename.

A ``field`` is the path below the task, the post or the top of the document as the document has it,
``today.dag`` or ``("cases", "stabil", "share")``; items of a list go by their id. A value is text,
a number, a flag, a date, or lists and tables of these; None takes the field away. A number given as
a number is written as one, and text as text, in quotes where it needs them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

from taskmap.model.units import BandId, RoleId, Share, TaskId, VolumeId

EditValue: TypeAlias = (
    str | int | float | bool | date | Sequence["EditValue"] | Mapping[str, "EditValue"] | None
)
FieldPath: TypeAlias = str | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SetField:
    """A field of a task says something else; a new id is a new name, and references follow."""

    task: TaskId
    field: FieldPath
    value: EditValue


@dataclass(frozen=True, slots=True)
class AddTask:
    """A new task, after another one or last."""

    task: Mapping[str, EditValue]
    after: TaskId | None = None


@dataclass(frozen=True, slots=True)
class RemoveTask:
    """A task goes, and its place in chains; a chain of one task is none."""

    task: TaskId
    with_parts: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a task that is split.

    Args:
        id: of the new task.
        name: None: none of its own.
        share: of the task's minutes; None: as much as each of the others.
        fields: what it has otherwise than the task that is split.
    """

    id: TaskId
    name: str | None = None
    share: Share | None = None
    fields: Mapping[str, EditValue] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SplitTask:
    """A task becomes the sum of parts, which take over its work and its place in chains."""

    task: TaskId
    parts: tuple[Part, ...]

    def __post_init__(self) -> None:
        if len(self.parts) < 2:
            raise ValueError(f"{self.task} has {len(self.parts)} parts, expected 2 or more")


@dataclass(frozen=True, slots=True)
class MergeTasks:
    """Tasks become one, which stands where the first of them stood and has its id.

    Args:
        tasks: two or more, without parts.
        fields: what the one shall say where they differ.
    """

    tasks: tuple[TaskId, ...]
    fields: Mapping[str, EditValue] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if len(set(self.tasks)) < 2 or len(set(self.tasks)) < len(self.tasks):
            raise ValueError(f"tasks are {self.tasks}, expected 2 or more different ones")


@dataclass(frozen=True, slots=True)
class RenameTask:
    """A task gets another id, another name or both; None leaves it."""

    task: TaskId
    id: TaskId | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True)
class SetPost:
    """A field of a role's staffing says something else."""

    role: RoleId
    field: FieldPath
    value: EditValue


@dataclass(frozen=True, slots=True)
class AddPost:
    """A role the unit did not have, after another one or last."""

    post: Mapping[str, EditValue]
    after: RoleId | None = None


@dataclass(frozen=True, slots=True)
class RemovePost:
    """The unit no longer has a role; what names it stays, to be settled."""

    role: RoleId


@dataclass(frozen=True, slots=True)
class ChangeRole:
    """Another role stands in place of one, everywhere."""

    role: RoleId
    to: RoleId


@dataclass(frozen=True, slots=True)
class RenameBand:
    """A band gets another id, everywhere."""

    band: BandId
    to: BandId


@dataclass(frozen=True, slots=True)
class RenameVolume:
    """A volume gets another id, everywhere."""

    volume: VolumeId
    to: VolumeId


@dataclass(frozen=True, slots=True)
class SetUnitField:
    """A field outside tasks and staffing: ``unit.name``, ``volumes.beds``, ``chains.morgen``."""

    field: FieldPath
    value: EditValue


Edit: TypeAlias = (
    SetField
    | AddTask
    | RemoveTask
    | SplitTask
    | MergeTasks
    | RenameTask
    | SetPost
    | AddPost
    | RemovePost
    | ChangeRole
    | RenameBand
    | RenameVolume
    | SetUnitField
)

"""What one group of a unit's professions says of its tasks, kept beside the mapping."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

from taskmap.model.difference import Written
from taskmap.model.units import RoleId, TaskId, UnitId

GroupId: TypeAlias = str
COMMENT = "comment"


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """One group's answers; nothing in it tells of a person.

    Args:
        id: of the group.
        roles: the professions that answer together.
        on: the day it was begun.
        done: the day the group said that it had finished; None: it still answers.
        answers: by task, what is said in a field, as a mapping would write it; the comment too.
    """

    id: GroupId
    unit: UnitId
    roles: tuple[RoleId, ...]
    on: date
    done: date | None = None
    answers: Mapping[TaskId, Mapping[str, Written]] = field(default_factory=dict)

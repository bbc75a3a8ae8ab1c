"""Edits put into a document, one after the other; all of them or none."""

from collections.abc import Callable, Iterable
from itertools import groupby
from typing import Any

from taskmap.document.editing.merge_tasks import merge_tasks
from taskmap.document.editing.names import rename
from taskmap.document.editing.opened import Opened, opened
from taskmap.document.editing.posts import add_post, remove_post, set_post, set_unit_field
from taskmap.document.editing.split import split_task
from taskmap.document.editing.tasks import Said, add_task, remove_task, set_field
from taskmap.model.edit import (
    AddPost,
    AddTask,
    ChangeRole,
    Edit,
    MergeTasks,
    RemovePost,
    RemoveTask,
    RenameBand,
    RenameTask,
    RenameVolume,
    SetField,
    SetPost,
    SetUnitField,
    SplitTask,
)

# Any: each function takes the edit it stands beside.
_CHANGES: dict[type[Edit], Callable[[Said, Any], None]] = {
    SetField: set_field,
    AddTask: add_task,
    RemoveTask: remove_task,
    SplitTask: split_task,
    MergeTasks: merge_tasks,
    SetPost: set_post,
    AddPost: add_post,
    RemovePost: remove_post,
}


def edited(data: bytes, edits: Iterable[Edit]) -> bytes:
    """A document after edits; comments, order and layout of everything else stay.

    What is written may be wrong, shares of 120 % for instance: its reading tells. But it is always
    a document that can be read, and it says what was asked and nothing else, which is checked.

    Args:
        data: the document.
        edits: in the order they were made; each sees what the earlier ones did.

    Raises:
        TaskmapError: with a code under ``edit.``, or ``document.unreadable``; nothing is done then.
    """
    there = None
    for rewrites, group in groupby(map(_plainly, edits), key=_rewrites):
        there = there or opened(data)
        if rewrites:
            for edit in group:
                there = _renamed_in(there, edit)
        else:
            there = _together(there, group)
    return there.data if there else data


def _plainly(edit: Edit) -> Edit:
    """A new id is a new name."""
    if isinstance(edit, SetField) and edit.field in ("id", ("id",)) and isinstance(edit.value, str):
        return RenameTask(edit.task, id=edit.value)
    return edit


def _rewrites(edit: Edit) -> bool:
    """Whether names change all over the text; other edits that follow each other go in at once."""
    return isinstance(edit, (RenameTask, ChangeRole, RenameBand, RenameVolume))


def _renamed_in(document: Opened, edit: Edit) -> Opened:
    if isinstance(edit, RenameTask):
        return _renamed(document, edit)
    if isinstance(edit, ChangeRole):
        return rename(document, "role", edit.role, edit.to)
    if isinstance(edit, RenameBand):
        return rename(document, "band", edit.band, edit.to)
    if isinstance(edit, RenameVolume):
        return rename(document, "volume", edit.volume, edit.to)
    return document


def _together(document: Opened, edits: Iterable[Edit]) -> Opened:
    said = document.said
    for edit in edits:
        if isinstance(edit, SetUnitField):
            set_unit_field(said, edit, document)
        else:
            _CHANGES[type(edit)](said, edit)
    return document.saying(said)


def _renamed(document: Opened, edit: RenameTask) -> Opened:
    if edit.id is not None:
        document = rename(document, "task", edit.task, edit.id)
    if edit.name is not None:
        document = _together(document, [SetField(edit.id or edit.task, "name", edit.name)])
    return document

"""Roles of the unit and its other fields: added, removed, given other values."""

from taskmap.document.as_written import as_written
from taskmap.document.editing.opened import Opened
from taskmap.document.editing.steps import items_of, put
from taskmap.document.editing.tasks import Said, index_of, insert
from taskmap.document.fields.mapping import MAPPING
from taskmap.document.fields.staffing import STAFFING
from taskmap.errors import NothingThere
from taskmap.model.edit import AddPost, RemovePost, SetPost, SetUnitField
from taskmap.yamltext import Value


def set_post(said: Said, edit: SetPost) -> None:
    """A field of a role's staffing."""
    posts = _posts(said)
    post = posts[index_of(posts, edit.role)]
    if not isinstance(post, dict):
        raise NothingThere(value=edit.role)
    put(post, edit.field, edit.value, STAFFING)


def add_post(said: Said, edit: AddPost) -> None:
    """A role the unit did not have."""
    insert(_posts(said), as_written(edit.post, STAFFING, "staffing"), edit.after, key="role")


def remove_post(said: Said, edit: RemovePost) -> None:
    """A role the unit no longer has."""
    posts = _posts(said)
    del posts[index_of(posts, edit.role)]


def set_unit_field(said: Said, edit: SetUnitField, document: Opened) -> None:
    """A field outside tasks and staffing."""
    put(said, edit.field, edit.value, document.kind)


def _posts(said: Said) -> list[Value]:
    return items_of(said, "staffing", MAPPING)

"""What each role may do to the units in its scope; docs/security.md says why, cell by cell."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from taskmap.access.identity import AccessRole, Identity
from taskmap.errors import AccessDenied


class Action(StrEnum):
    """Something that is done to a unit, or to what several units share."""

    LOOK = "look"
    EXPORT = "export"  # make a file that leaves the service: paper, table, graph, document
    EDIT = "edit"  # mapping, scenario, question, groups' answers; make a unit
    DECIDE = "decide"  # measures, risk assessments, counted results
    COMMENT = "comment"  # meetings, statements, holds, duties met
    SHARE = "share"  # partnership, courses, funds
    ADMINISTER = "administer"  # audit trail, backups, deletion with trace


_ROLES: dict[AccessRole, frozenset[Action]] = {
    AccessRole.DEPARTMENT_HEAD: frozenset(
        {Action.LOOK, Action.EXPORT, Action.EDIT, Action.DECIDE, Action.COMMENT}
    ),
    AccessRole.PROJECT_LEADER: frozenset({Action.LOOK, Action.EXPORT, Action.EDIT, Action.SHARE}),
    AccessRole.REPRESENTATIVE: frozenset({Action.LOOK, Action.EXPORT, Action.COMMENT}),
    AccessRole.ADMINISTRATOR: frozenset({Action.LOOK, Action.EXPORT, Action.ADMINISTER}),
    AccessRole.READER: frozenset({Action.LOOK}),
}
RIGHTS: Mapping[AccessRole, frozenset[Action]] = MappingProxyType(_ROLES)


def may(identity: Identity, action: Action) -> bool:
    """Whether one of somebody's roles allows an action, on what their scope holds."""
    return any(action in RIGHTS[role] for role in identity.roles)


def demand(identity: Identity, action: Action) -> None:
    """Let nobody on whose roles do not allow an action.

    Raises:
        AccessDenied: none does; values name the action.
    """
    if not may(identity, action):
        raise AccessDenied(action=str(action))

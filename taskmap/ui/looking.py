"""Who looks, as the frame asks: what decides the menu, and whether anything can be changed."""

from taskmap.workspace import AccessRole, Action

LEADER = "leader"
PROJECT_LEADER = "project_leader"
REPRESENTATIVE = "representative"
READER = "reader"  # who has none of the others' roles

OF_ROLES = {
    AccessRole.DEPARTMENT_HEAD: LEADER,
    AccessRole.PROJECT_LEADER: PROJECT_LEADER,
    AccessRole.REPRESENTATIVE: REPRESENTATIVE,
}
# What is done by those who look without changing figures; the others do whatever their roles allow.
_READING = frozenset({Action.LOOK, Action.EXPORT})
ACTIONS = {
    LEADER: frozenset(Action),
    PROJECT_LEADER: frozenset(Action),
    REPRESENTATIVE: _READING | {Action.COMMENT},
    READER: _READING,
}

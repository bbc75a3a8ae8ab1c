"""The table of rights is the one people read, and an identity is what a provider vouches for."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from taskmap.access.identity import EVERYTHING, LOCAL, AccessRole, Identity, Scope
from taskmap.access.rights import RIGHTS, Action, demand, may
from taskmap.errors import AccessDenied, AccessExpired

TOLD = Path(__file__).parents[2] / "docs/security.md"
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


def somebody(*roles, until=None):
    return Identity(subject="7f3", roles=frozenset(roles), scope=EVERYTHING, until=until)


def test_every_cell_is_told_with_its_reason():
    text = TOLD.read_text(encoding="utf-8")
    (head,) = re.findall(r"^\| \| (department_head .*) \|$", text, re.MULTILINE)
    roles = [AccessRole(name) for name in head.split(" | ")]
    assert set(roles) == set(AccessRole)
    for action in Action:
        (row,) = re.findall(rf"^\| {action}: .*$", text, re.MULTILINE)
        cells = row.strip("| ").split(" | ")[1:]
        for role, cell in zip(roles, cells, strict=True):
            answer, _, why = cell.partition(": ")
            assert answer == ("yes" if action in RIGHTS[role] else "no"), (action, role)
            assert why, (action, role)


def test_a_right_of_one_role_is_enough():
    both = somebody(AccessRole.READER, AccessRole.PROJECT_LEADER)
    assert may(both, Action.SHARE)
    with pytest.raises(AccessDenied):
        demand(both, Action.DECIDE)
    assert all(may(LOCAL, action) for action in Action)
    assert not any(may(somebody(), action) for action in Action)


def test_nothing_is_open_from_the_moment_the_time_ends():
    ends = somebody(AccessRole.READER, until=NOW)
    ends.check(NOW - timedelta(seconds=1))
    with pytest.raises(AccessExpired):
        ends.check(NOW)
    LOCAL.check(NOW)


@pytest.mark.parametrize(
    "wrong", [{"subject": ""}, {"until": datetime(2026, 11, 22, 12)}]  # noqa: DTZ001 - that is it
)  # fmt: skip
def test_an_identity_without_somebody_or_with_a_time_without_its_zone_is_none(wrong):
    with pytest.raises(ValueError):
        Identity(**{"subject": "7f3", "roles": frozenset(), "scope": Scope()} | wrong)

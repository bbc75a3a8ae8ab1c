"""Claims of a provider, sound and otherwise, and whom they make."""

from datetime import UTC, datetime

import pytest

from taskmap.access.claims import identified
from taskmap.access.identity import LOCAL, AccessRole, Scope

UNTIL = datetime(2026, 11, 22, 15, tzinfo=UTC)


def who(roles, scope=None, **names):
    told = {"sub": "7f3a", "roles": roles, **({} if scope is None else {"scope": scope})}
    named = {"roles_claim": "roles", "scope_claim": "scope"} | names
    return identified(told, until=UNTIL, **named)


def test_roles_and_what_they_hold_for():
    found = who(["department_head", "reader"], ["unit:havblikk-2", "organisation:solvik"])
    assert found.roles == {AccessRole.DEPARTMENT_HEAD, AccessRole.READER}
    assert found.scope == Scope(
        organisations=frozenset({"solvik"}), units=frozenset({"havblikk-2"})
    )
    assert (found.subject, found.until) == ("7f3a", UNTIL)


def test_one_claim_may_hold_both_and_one_text_is_one_value():
    both = who(["reader", "unit:a-1", "offline_access"], scope_claim="roles")
    assert (both.roles, both.scope.units) == ({AccessRole.READER}, {"a-1"})
    assert who("reader", "everything").scope.everything


@pytest.mark.parametrize(
    "roles",
    [
        *(None, 3, {"department_head": True}, ["Department_Head"], ["department_head,reader"]),
        *([["administrator"]], ["administrator\x00"], ["local"], "administrator reader"),
    ],
)
def test_what_is_no_role_makes_none(roles):
    assert who(roles, ["everything"]).roles == frozenset()


@pytest.mark.parametrize(
    "scope", [None, True, ["*"], ["unit:"], ["havblikk-2"], ["Everything"], [{"unit": "a"}], "all"]
)
def test_what_names_no_unit_holds_for_none(scope):
    assert who(["reader"], scope).scope == Scope()


def test_no_claim_makes_the_one_at_the_keyboard():
    every = who([str(role) for role in AccessRole], ["everything"])
    told = identified({"sub": "local"}, roles_claim="roles", scope_claim="scope", until=UNTIL)
    assert every is not LOCAL
    assert told.roles == frozenset()

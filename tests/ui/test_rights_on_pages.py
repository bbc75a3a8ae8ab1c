"""Pages of somebody who is logged in: what they offer follows the rights, and so do addresses.

Nobody's word is taken for who they are: an entrance stands in for the login, as the service's does.
"""

from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

import pytest

from taskmap.access.rights import RIGHTS
from taskmap.ui import login, menu
from taskmap.ui.looking import LEADER, OF_ROLES, READER, REPRESENTATIVE
from taskmap.workspace import AccessRole, Identity, Scope

OWN, OTHERS = "havblikk-2", "granmo-hjemmetjeneste"
FUND = "furuskar-kompetansefond"
CHANGING = ("mapping", "scenarios", "exchange", "start", "measures", "funds")


class _Known:
    """Whoever looks is this one."""

    def __init__(self, identity):
        self._identity = identity

    def identity(self, key):
        return self._identity

    def leave(self, key):
        return "/"


@contextmanager
def logged_in(*roles, units=(OWN,)):
    identity = Identity(
        subject="7f3", roles=frozenset(roles), scope=Scope(units=frozenset(units)),
        until=datetime.now(UTC) + timedelta(hours=1),
    )  # fmt: skip
    login.serve_with(_Known(identity))
    try:
        yield
    finally:
        login._SERVED.pop()


def said(at):
    """Every text on a page."""
    parts = (at.markdown, at.header, at.error, at.info, at.caption, at.subheader)
    return "\n".join(str(each.value) for part in parts for each in part).replace("\\", "")


def options(at, key):
    return at.selectbox(key=key).options


@pytest.mark.parametrize("role", AccessRole)
def test_who_has_one_role_looks_as_that_whatever_the_address_says(open_page, role):
    looks = OF_ROLES.get(role, READER)
    with logged_in(role):
        at = open_page("participation", lang="nb", unit=OWN, who=LEADER)
        assert not at.exception
        assert not [box for box in at.selectbox if box.key == "who@nb"]
        assert len(options(at, "unit@nb")) == 1
        shown = {name for name in menu.CHANGES if menu.is_open(name, looks)}
        wanted = {name for name, right in menu.CHANGES.items() if right in RIGHTS[role]}
        assert shown == wanted


def test_who_has_two_roles_chooses_between_them(open_page):
    with logged_in(AccessRole.PROJECT_LEADER, AccessRole.REPRESENTATIVE, AccessRole.READER):
        at = open_page("participation", lang="nb", unit=OWN, who=REPRESENTATIVE)
        assert at.selectbox(key="who@nb").value == REPRESENTATIVE
        assert len(options(at, "who@nb")) == 2


@pytest.mark.parametrize("page", CHANGING)
def test_a_reader_opens_no_page_where_things_are_changed(open_page, page):
    with logged_in(AccessRole.READER):
        assert not menu.is_open(page, READER)
        at = open_page(page, lang="nb", unit=OWN)
        assert not at.exception
        assert "Rollen din gir ikke rett" in said(at)


@pytest.mark.parametrize(
    ("role", "speaks"), [(AccessRole.READER, False), (AccessRole.REPRESENTATIVE, True)]
)
def test_only_who_may_speak_has_the_forms_for_it(open_page, role, speaks):
    with logged_in(role):
        for part in ("said", "meetings", "duties"):
            at = open_page("participation", lang="nb", unit=OWN, participation=part)
            assert not at.exception
            assert bool(at.expander) is speaks, part


def test_a_unit_in_the_address_that_is_anothers_is_told_as_one_that_never_was(open_page):
    with logged_in(*AccessRole):
        for page in ("mapping", "participation"):
            told = {}
            for unit in (OTHERS, "granmo-hjemmetjenestf", "../granmo/lia.yaml"):
                at = open_page(page, lang="nb", unit=unit)
                assert not at.exception, page
                told[unit] = said(at).replace(unit, "…")
                assert "Øvre dal" not in told[unit]
            assert len(set(told.values())) == 1, page


def test_units_partnerships_and_funds_of_others_in_the_address_are_not_there(open_page):
    with logged_in(*AccessRole):
        address = {"units": f"{OWN},{OTHERS}", "partnership": "furuskar-uppgiftsvaxling"}
        for page, more in (
            ("compare", {}),
            ("cooperation", {}),
            ("training", {"trained": OTHERS}),
            ("funds", {"fund": FUND}),
            ("precedents", {}),
        ):
            at = open_page(page, lang="nb", unit=OWN, **address, **more)
            assert not at.exception, page
            assert "Furuskär" not in said(at)
            assert "Øvre dal" not in said(at)
        at = open_page("cooperation", lang="nb", partnership="kystlinjen")
        assert "Ikke med her og under: " in said(at)
        assert OTHERS in said(at)  # by the id in the partnership's own document
    with logged_in(*AccessRole, units=["furuskar-medicinavdelning-3"]):  # who shares in it
        assert "Furuskär" in said(open_page("funds", lang="nb", fund=FUND))


def test_what_stands_in_a_session_opens_nothing_when_its_rights_are_others(open_page):
    """The same browser, first with rights on a unit and then without: nothing of it is left."""
    with logged_in(*AccessRole, units=[OWN, OTHERS]):
        at = open_page("mapping", lang="nb", unit=OTHERS, view="edit")
        assert "Øvre dal" in str(options(at, "unit@nb"))
    with logged_in(*AccessRole):
        at.run()
        assert not at.exception
        assert "Øvre dal" not in said(at) + str(options(at, "unit@nb"))
        assert "Eller velg en enhet" in said(at)


def test_two_who_look_at_once_see_what_is_theirs(open_page):
    """One process, and what is drawn for one is remembered."""
    pages = {}
    for unit in (OWN, OTHERS, OWN):
        with logged_in(AccessRole.DEPARTMENT_HEAD, units=[unit]):
            at = open_page("overview", lang="nb", unit=unit)
            assert not at.exception
            assert len(options(at, "unit@nb")) == 1
            pages.setdefault(unit, []).append(said(at))
    assert pages[OWN][0] == pages[OWN][1] != pages[OTHERS][0]

"""Who looks decides the menu; a representative's pages change nothing."""

import pytest

from taskmap.ui import menu
from taskmap.ui.looking import LEADER, REPRESENTATIVE

UNIT = "havblikk-2"


def test_every_page_named_in_a_menu_is_there_and_none_is_too_long():
    for who, names in menu.MENUS.items():
        assert len(names) <= 6, who
        assert not set(names) & set(menu.MORE[who])
        for name in (*names, *menu.MORE[who]):
            assert (menu.PAGES / f"{name}.py").is_file(), name


@pytest.mark.parametrize("who", [REPRESENTATIVE, "somebody else"])
def test_the_address_keeps_who_looks(open_page, who):
    at = open_page("participation", lang="nb", unit=UNIT, who=who)
    assert not at.exception
    expected = who if who in menu.MENUS else LEADER
    assert at.selectbox(key="who@nb").value == expected
    at.run()
    assert at.query_params["who"] in (expected, [expected])


def test_a_representative_opens_no_page_where_things_are_changed():
    changing = ("mapping", "measures", "scenarios", "exchange", "start")
    assert not [page for page in changing if menu.is_open(page, REPRESENTATIVE)]
    assert all(menu.is_open(page, LEADER) for page in changing)

"""Roles, levels, cost, working time and sick leave."""

import pytest

from taskmap.catalogue import load
from taskmap.model.catalogue import Catalogue, RoleKind
from taskmap.model.unit import Country

COUNTED = {Country.NO: (40, 57, 4), Country.SE: (31, 30, 6)}


@pytest.fixture(params=Country, ids=str)
def catalogue(request) -> Catalogue:
    return load(request.param)


def test_staff_rules_and_profiles_are_all_there(catalogue):
    staff = [role for role in catalogue.roles.values() if role.kind is RoleKind.STAFF]
    counted = (len(staff), len(catalogue.rules), len(catalogue.hours_profiles))
    assert counted == COUNTED[Country(catalogue.country)]


def test_levels_run_from_0_to_8_and_staff_stand_on_2_and_up(catalogue):
    assert list(catalogue.levels) == list(range(9))
    for role in catalogue.roles.values():
        assert (role.level == 0) == (role.kind is not RoleKind.STAFF), role.id


def test_one_role_of_each_kind_outside_the_staff(catalogue):
    kinds = [role.kind for role in catalogue.roles.values() if role.level == 0]
    assert kinds == ["technology", "self", "family", "volunteer"]


def test_role_ids_carry_no_country_and_names_are_short(catalogue):
    for role in catalogue.roles.values():
        assert not role.id.startswith(("no_", "se_"))
        assert role.id.isascii()
        assert max(len(name) for name in role.names.values()) <= 40, role.id


def test_names_of_roles_differ_within_a_country(catalogue):
    for language in ("nb", "sv", "en"):
        names = [role.names[language] for role in catalogue.roles.values()]
        assert len(set(names)) == len(names), language


def test_the_registered_are_licensed_on_bachelor_level_or_above(catalogue):
    for role in catalogue.roles.values():
        assert role.registered == (role.licensed and role.level >= 6), role.id
    nurse = "sykepleier" if catalogue.country == "NO" else "sjukskoterska"
    assert catalogue.roles[nurse].registered


def test_cost_is_in_the_country_s_money_and_tells_its_year(catalogue):
    costs = [role.hourly_cost for role in catalogue.roles.values() if role.hourly_cost]
    assert len(costs) >= 10
    for cost in costs:
        assert cost.currency == ("NOK" if catalogue.country == "NO" else "SEK")
        assert 150 < cost.value < 1200
        assert 2010 <= cost.pay_year <= 2026


def test_working_time_is_net_of_leave(catalogue):
    for profile in catalogue.hours_profiles.values():
        assert profile.net_annual_hours < profile.weekly_hours * 52 - 100
        assert profile.estimate


def test_the_usual_sick_leave_is_sourced(catalogue):
    figure = catalogue.default_sick_leave
    assert 0.03 < figure.share < 0.15
    assert figure.source in catalogue.sources
    assert figure.period

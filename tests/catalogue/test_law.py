"""No role the library names for a task breaks a rule that reserves the task to others."""

from collections.abc import Iterator

import pytest

from taskmap.catalogue import load
from taskmap.model.catalogue import Catalogue, Effect, LibraryTask, Role, RoleKind, Rule
from taskmap.model.unit import Country

SHARED = {"decision_not_carrying_out", "carrying_out_shared", "shared", "follows_the_care"}


def covers(rule: Rule, task: LibraryTask) -> bool:
    return rule.in_force and (rule.id in task.rules or bool(set(rule.tags) & set(task.tags)))


def lets_in(permit: Rule, role: Role) -> bool:
    if permit.roles_are == "delegator":
        return role.kind is RoleKind.STAFF
    return permit.roles_are == "performer" and (permit.roles is None or role.id in permit.roles)


def broken(catalogue: Catalogue, task: LibraryTask, role: Role) -> Iterator[str]:
    """Rules the role would break: the reading of decision 0003, written once more."""
    covering = [rule for rule in catalogue.rules.values() if covers(rule, task)]
    lifted = {
        reserved
        for permit in covering
        if permit.effect is Effect.PERMITS and permit.verified and lets_in(permit, role)
        for reserved in permit.exception_to
    }
    for rule in covering:
        if rule.effect is not Effect.EXCLUSIVE or role.id in (rule.roles or ()):
            continue
        behind = not set(rule.tags) & set(task.tags) and rule.delegation in SHARED
        if not behind and rule.id not in lifted:
            yield rule.id


@pytest.mark.parametrize("country", Country)
def test_no_usual_or_candidate_role_breaks_a_rule(country):
    catalogue = load(country)
    found = [
        (task.code, role, rule)
        for task in catalogue.tasks.values()
        for role in (*task.usual_roles, task.candidate)
        for rule in broken(catalogue, task, catalogue.roles[role])
    ]
    assert found == []


@pytest.mark.parametrize(
    ("country", "task", "role", "rules"),
    [
        (Country.NO, "nh_death_confirm", "sykepleier", ["NO-HPL-36", "NO-DAR-2-1", "NO-UNAT-1"]),
        (Country.NO, "gp_vaccine_order", "sykepleier", []),
        (Country.NO, "gp_child_vaccine_order", "sykepleier", ["NO-HPL-11", "NO-REK-3-1"]),
        (Country.NO, "gp_child_vaccine_order", "helsesykepleier", []),
        (Country.NO, "hw_echo_ultrasound", "bioingenior", []),
        (Country.NO, "gp_consultation", "aks_sykepleier", ["NO-HPL-4-3"]),
        (Country.SE, "nh_med_hand_out", "underskoterska", []),
        (Country.SE, "nh_med_hand_out", "lakemedelsautomat", ["SE-HSLF-2017-37-ADM"]),
        (Country.SE, "hw_abortion_medical", "barnmorska", []),
        (Country.SE, "hw_abortion_prescribe", "barnmorska", ["SE-PRESCRIBE", "SE-ABORT-5"]),
        (Country.SE, "gp_prescribe_renew", "distriktsskoterska", ["SE-PRESCRIBE"]),
        (Country.SE, "gp_prescribe_limited", "distriktsskoterska", []),
    ],
)
def test_well_known_answers_of_the_law(country, task, role, rules):
    catalogue = load(country)
    assert list(broken(catalogue, catalogue.tasks[task], catalogue.roles[role])) == rules


@pytest.mark.parametrize("country", Country)
def test_a_reserved_task_tells_the_main_rule_beside_its_exception(country):
    """A permit without the rule it lifts would open a task to everybody."""
    catalogue = load(country)
    for task in catalogue.tasks.values():
        covering = {rule.id: rule for rule in catalogue.rules.values() if covers(rule, task)}
        for rule in covering.values():
            if rule.roles_are == "performer" and rule.exception_to:
                assert set(rule.exception_to) & set(covering), (task.code, rule.id)


@pytest.mark.parametrize("country", Country)
def test_what_is_mended_says_why(country):
    """The tasks where the law is read apart from the bare category carry a note."""
    catalogue = load(country)
    for code in ("gp_home_visit_gp", "nh_med_review", "gp_contraception", "hw_endoscopy"):
        assert catalogue.tasks[code].note
    for rule in catalogue.rules.values():
        if not rule.verified:
            assert rule.note, rule.id


def test_medicine_delegation_is_a_condition_and_not_a_free_pass():
    rules = load(Country.SE).rules
    permit = rules["SE-HSLF-2017-37-DEL"]
    assert (permit.roles_are, permit.needs) == ("delegator", "train")
    assert set(permit.exception_to) == {"SE-HSLF-2017-37-PREP", "SE-HSLF-2017-37-ADM"}


@pytest.mark.parametrize("country", Country)
def test_rules_on_the_organisation_ask_nothing_of_the_single_move(country):
    for rule in load(country).rules.values():
        if set(rule.tags) & {"all", "change"} and rule.effect is Effect.REQUIRES:
            assert rule.needs is None, rule.id

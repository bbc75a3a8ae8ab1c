"""Every reference of the catalogue resolves, and every law has a source."""

import pytest

from taskmap.catalogue import load
from taskmap.model.catalogue import Catalogue
from taskmap.model.unit import Country, Setting


@pytest.fixture(params=Country, ids=str)
def catalogue(request) -> Catalogue:
    return load(request.param)


def sources_of(catalogue: Catalogue) -> set[str]:
    """Every source id the catalogue points to."""
    found = {catalogue.default_sick_leave.source}
    found |= {catalogue.hired_line.source} if catalogue.hired_line else set()
    found |= {limit.source for limit in catalogue.limits}
    found |= {source for mark in catalogue.strain.values() for source in mark.sources}
    found |= {source for each in catalogue.evidence for source in each.sources}
    found |= {source for duty in catalogue.duties.values() for source in duty.sources}
    found |= {level.source for level in catalogue.levels.values() if level.source}
    found |= {profile.source for profile in catalogue.hours_profiles.values() if profile.source}
    for role in catalogue.roles.values():
        found |= set(role.sources) | ({role.hourly_cost.source} if role.hourly_cost else set())
    for many in (catalogue.rules, catalogue.tasks, catalogue.competences, catalogue.courses):
        for one in many.values():
            found |= set(one.sources)
    return found


def test_sources_resolve(catalogue):
    assert sources_of(catalogue) <= set(catalogue.sources)


def test_no_source_is_kept_that_nothing_points_to():
    both = sources_of(load(Country.NO)) | sources_of(load(Country.SE))
    assert set(load(Country.NO).sources) == both


def test_every_rule_has_a_source_a_reference_and_two_languages(catalogue):
    own = "nb" if catalogue.country == "NO" else "sv"
    for rule in catalogue.rules.values():
        assert rule.sources, rule.id
        assert rule.reference, rule.id
        assert set(rule.statement) == {own, "en"}, rule.id
        assert set(rule.conditions) in ({own, "en"}, set()), rule.id


def test_rules_name_roles_and_rules_that_exist(catalogue):
    for rule in catalogue.rules.values():
        assert set(rule.roles or ()) <= set(catalogue.roles), rule.id
        assert set(rule.exception_to) <= set(catalogue.rules), rule.id
        assert all(catalogue.rules[r].effect == "exclusive" for r in rule.exception_to), rule.id
    assert catalogue.general_duty in catalogue.rules


def test_tasks_name_what_exists(catalogue):
    for task in catalogue.tasks.values():
        assert {*task.usual_roles, task.candidate} <= set(catalogue.roles), task.code
        assert set(task.rules) <= set(catalogue.rules), task.code
        assert set(task.competences or ()) <= set(catalogue.competences), task.code
        assert task.group in catalogue.groups, task.code


def test_tags_of_tasks_are_tags_of_some_rule_in_one_of_the_countries():
    """A misspelt tag would silently free a task from its rule."""
    known = {
        tag for country in Country for rule in load(country).rules.values() for tag in rule.tags
    }
    used = {
        tag for country in Country for task in load(country).tasks.values() for tag in task.tags
    }
    assert used <= known
    assert used.isdisjoint({"all", "change", "training"})


def test_roles_name_profiles_and_settings_that_exist(catalogue):
    settings = {setting.value for setting in Setting}
    for role in catalogue.roles.values():
        assert set(role.hours_profiles) <= set(catalogue.hours_profiles), role.id
        assert set(role.settings) <= settings, role.id
        assert role.level in catalogue.levels
    assert set(catalogue.covered_settings) == settings


def test_competences_and_courses_name_each_other(catalogue):
    for competence in catalogue.competences.values():
        assert set(competence.requires) <= set(catalogue.competences), competence.id
        assert set(competence.included_in) <= set(catalogue.roles), competence.id
        if competence.course:
            assert catalogue.courses[competence.course].gives == competence.id
    for course in catalogue.courses.values():
        assert catalogue.course_for[course.gives] == course

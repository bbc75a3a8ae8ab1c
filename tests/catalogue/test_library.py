"""The task library: two levels, three languages, parts that add up to their whole."""

import pytest

from taskmap.catalogue import load
from taskmap.model.catalogue import Catalogue
from taskmap.model.unit import Country, Setting

# What every workplace does around the care, and task lists forget.
EVERYDAY = ("report|planning", "meeting", "guidance", "order", "phone", "messages")


@pytest.fixture(params=Country, ids=str)
def catalogue(request) -> Catalogue:
    return load(request.param)


def test_a_library_worth_picking_from(catalogue):
    assert len(catalogue.tasks) >= 350
    for setting in Setting:
        here = [t for t in catalogue.tasks.values() if setting.value in t.settings]
        assert len(here) >= 45, setting
        assert len({task.group for task in here}) >= 12, setting


def test_names_in_three_languages_each_once_a_setting(catalogue):
    for setting in Setting:
        here = [t for t in catalogue.tasks.values() if setting.value in t.settings]
        for language in ("nb", "sv", "en"):
            names = [task.names[language] for task in here]
            assert all(name.strip() == name and name for name in names)
            assert sorted(set(names)) == sorted(names), (setting, language)


def test_the_everyday_tasks_stand_in_every_setting(catalogue):
    for setting in Setting:
        codes = [t.code for t in catalogue.tasks.values() if setting.value in t.settings]
        for words in EVERYDAY:
            assert any(word in code for code in codes for word in words.split("|")), (
                setting,
                words,
            )


def test_driving_stands_where_work_is_done_away_from_the_base(catalogue):
    driving = {t.settings[0] for t in catalogue.tasks.values() if t.group == "travel"}
    assert driving == {"home_care", "gp_health_centre", "psychiatry_outpatient"}


def test_coarse_tasks_have_parts_and_parts_have_no_parts(catalogue):
    parents = {task.parent for task in catalogue.tasks.values() if task.parent}
    assert 12 <= len(parents) <= 25
    for code in parents:
        assert catalogue.tasks[code].parent is None
        parts = [t for t in catalogue.tasks.values() if t.parent == code]
        assert len(parts) >= 2, code
        assert {t.settings for t in parts} == {catalogue.tasks[code].settings}


def test_parts_told_per_the_same_thing_add_up_to_the_whole(catalogue):
    added = 0
    for code in {task.parent for task in catalogue.tasks.values() if task.parent}:
        whole = catalogue.tasks[code]
        parts = [t for t in catalogue.tasks.values() if t.parent == code]
        if whole.minutes is not None and {t.frequency for t in parts} == {whole.frequency}:
            assert sum(t.minutes for t in parts) == whole.minutes, code
            added += 1
    assert added >= 10


def test_figures_are_estimates_or_sourced(catalogue):
    for task in catalogue.tasks.values():
        assert task.minutes is None or 0 < task.minutes <= 180, task.code
        assert task.risk in range(1, 6)
        assert task.estimate or task.sources, task.code
    assert sum(not task.estimate for task in catalogue.tasks.values()) < 10


def test_competences_are_told_and_only_a_handful_unknown(catalogue):
    unknown = [task.code for task in catalogue.tasks.values() if task.competences is None]
    assert 1 <= len(unknown) <= 6
    assert any(task.competences == () for task in catalogue.tasks.values())


def test_a_rule_of_one_country_gives_no_task_in_the_other():
    assert "nh_coercion_4a" not in load(Country.SE).tasks
    assert "nh_death_exam" not in load(Country.NO).tasks


def test_usual_and_candidate_roles_work_in_the_setting(catalogue):
    strangers = {
        (task.code, role)
        for task in catalogue.tasks.values()
        for role in (*task.usual_roles, task.candidate)
        if not set(task.settings) & set(catalogue.roles[role].settings)
    }
    assert strangers == set()


def test_the_candidate_stands_no_higher_than_those_who_do_the_task(catalogue):
    levels = {role.id: role.level for role in catalogue.roles.values()}
    for task in catalogue.tasks.values():
        assert levels[task.candidate] <= max(levels[role] for role in task.usual_roles), task.code

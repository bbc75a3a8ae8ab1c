"""Competences can be reached, and reaching them makes sense."""

import pytest
from networkx import DiGraph, is_directed_acyclic_graph

from taskmap.catalogue import load
from taskmap.model.catalogue import Catalogue
from taskmap.model.unit import Country


@pytest.fixture(params=Country, ids=str)
def catalogue(request) -> Catalogue:
    return load(request.param)


def test_prerequisites_never_go_round(catalogue):
    graph = DiGraph((needed, c.id) for c in catalogue.competences.values() for needed in c.requires)
    assert graph.number_of_edges() > 20
    assert is_directed_acyclic_graph(graph)


def test_every_competence_comes_by_education_or_course(catalogue):
    for competence in catalogue.competences.values():
        assert competence.included_in or competence.course, competence.id


def test_an_education_that_gives_a_competence_gives_what_it_builds_on(catalogue):
    for competence in catalogue.competences.values():
        for needed in competence.requires:
            given = set(catalogue.competences[needed].included_in)
            assert set(competence.included_in) <= given, (competence.id, needed)


def test_courses_are_estimates_with_hours_and_a_price(catalogue):
    for course in catalogue.courses.values():
        assert course.estimate
        assert 1 <= course.hours <= 300
        assert 0 <= course.price <= 60_000
        assert course.valid_years is None or 1 <= course.valid_years <= 5
        assert course.form in {"on_site", "online", "mixed"}


def test_every_competence_is_asked_for_by_a_task(catalogue):
    asked = {c for task in catalogue.tasks.values() for c in task.competences or ()}
    asked |= {needed for c in asked for needed in catalogue.competences[c].requires}
    asked |= {needed for c in asked for needed in catalogue.competences[c].requires}
    assert set(catalogue.competences) == asked


def test_names_of_competences_differ(catalogue):
    for language in ("nb", "sv", "en"):
        names = [competence.names[language] for competence in catalogue.competences.values()]
        assert len(set(names)) == len(names)


def test_the_two_countries_name_the_same_competences():
    norway, sweden = load(Country.NO).competences, load(Country.SE).competences
    told = {c.names["en"] for c in sweden.values()} - {c.names["en"] for c in norway.values()}
    assert told == {"Limited prescribing for nurses"}


@pytest.mark.parametrize(
    ("country", "competence", "needs"),
    [
        (Country.NO, "injeksjon_subkutan", ("legemiddelhandtering", "helseutdanning")),
        (Country.NO, "sarbehandling", ("sarstell", "sykepleievurdering")),
        (Country.SE, "lakemedel_overlamna", ("lakemedelshantering",)),
    ],
)
def test_what_a_course_builds_on(country, competence, needs):
    assert load(country).competences[competence].requires == needs


# Learned at work by those who do it: a unit tells how many hold it.
BY_COURSE = {
    "hc_compression",
    "hc_med_dispenser",
    "hc_night_digital",
    "hc_telehealth",
    "gp_spirometry",
}


def test_some_usual_role_has_each_task_s_competence_from_its_education(catalogue):
    lacking = {
        task.code
        for task in catalogue.tasks.values()
        if task.competences
        and not any(
            all(role in catalogue.competences[c].included_in for c in task.competences)
            for role in task.usual_roles
        )
    }
    assert lacking == BY_COURSE


def hours_to(catalogue, role, competence):
    """Course hours from the role's education to the competence; None: no course leads there."""
    found = catalogue.competences[competence]
    if role in found.included_in:
        return 0
    steps = [hours_to(catalogue, role, needed) for needed in found.requires]
    if found.course is None or None in steps:
        return None
    return catalogue.courses[found.course].hours + sum(steps)


def test_the_candidate_can_learn_the_task(catalogue):
    for task in catalogue.tasks.values():
        for competence in task.competences or ():
            assert hours_to(catalogue, task.candidate, competence) is not None, task.code


SERVICE = {
    Country.NO: ("renholder", "matvert", "kokk", "logistikk"),
    Country.SE: ("lokalvardare", "vardnara_service", "kock"),
}
# What service staff may learn to take over; all else stays with those who care for patients.
SERVICE_GROUPS = {"housekeeping", "logistics", "nutrition", "psychosocial"}


def test_no_course_turns_a_cleaner_into_a_nurse(catalogue):
    found = [
        (task.code, role)
        for task in catalogue.tasks.values()
        if task.group not in SERVICE_GROUPS and task.competences is not None
        for role in SERVICE[Country(catalogue.country)]
        if None not in [hours_to(catalogue, role, c) for c in task.competences]
    ]
    assert found == []

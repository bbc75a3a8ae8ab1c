from dataclasses import replace

import pytest
from small_unit import CATALOGUE, QUESTION, STAFFING, task, ward

from taskmap.leon.gates import competence
from taskmap.leon.gates.codes import CODES
from taskmap.leon.gates.facts import gather
from taskmap.model.catalogue import LibraryTask
from taskmap.model.ruling import Condition, Verdict
from taskmap.model.staffing import Staffing

OUTSIDE = (Staffing(role="patient"), Staffing(role="dispenser"))


def ruled(role, needed, catalogue=CATALOGUE, staff=STAFFING + OUTSIDE, **more):
    mapping = ward(task("t", {"day": 1}, competences=needed, **more), staff=staff)
    facts = gather(mapping, catalogue, QUESTION)
    ruling = competence.rule(mapping.leaves[0], catalogue.roles[role], facts)
    assert set(ruling.values) == set(CODES[ruling.code])
    return ruling


def test_nobody_has_said_is_not_the_same_as_nothing_needed():
    assert ruled("host", None).verdict is Verdict.UNKNOWN
    assert ruled("host", ()).code == "competence.none_needed"


def test_the_library_suggests_what_nobody_has_said():
    library = {"care": LibraryTask(code="care", group="care", names={}, competences=("basic",))}
    ruling = ruled("host", None, replace(CATALOGUE, tasks=library), library="care")
    assert (ruling.verdict, ruling.values["suggested"]) == (Verdict.UNKNOWN, ("basic",))


@pytest.mark.parametrize(("role", "persons"), [("nurse", 5), ("worker", 2)])
def test_held_by_education_or_by_some(role, persons):
    ruling = ruled(role, ("medicines",))
    assert (ruling.code, ruling.values["persons"], ruling.values["of"]) == (
        "competence.held",
        persons,
        5,
    )


def test_the_path_is_told_in_order_with_hours_and_price():
    ruling = ruled("host", ("medicines",))
    assert ruling.condition is Condition.TRAIN
    assert ruling.values == {
        "competences": ("basic", "medicines"),
        "courses": ("basic_course", "medicine_course"),
        "hours": 30,
        "price": 1500,
        "today": False,
    }


def test_failing_competence_today_is_training_and_no_breach():
    ruling = ruled("host", ("medicines",), today="host")
    assert (ruling.condition, ruling.values["today"]) == (Condition.TRAIN, True)


def test_what_no_course_gives_is_unknown():
    ruling = ruled("nurse", ("magic",))
    assert (ruling.code, ruling.values["competences"]) == ("competence.no_course", ("magic",))


def test_what_only_an_education_gives_fails_for_the_others():
    nursing = replace(CATALOGUE.competences["magic"], included_in=("nurse", "matron"))
    catalogue = replace(CATALOGUE, competences=CATALOGUE.competences | {"magic": nursing})
    ruling = ruled("worker", ("magic",), catalogue)
    assert (ruling.verdict, ruling.code) == (Verdict.FAIL, "competence.education")
    assert ruling.values == {"competences": ("magic",), "roles": ("nurse",)}
    assert ruled("nurse", ("magic",), catalogue).verdict is Verdict.PASS


def test_a_role_without_heads_can_neither_hold_nor_learn():
    empty = (replace(STAFFING[3], persons=0),)
    assert ruled("host", ("medicines",), staff=empty).code == "competence.nobody"
    taught = (replace(STAFFING[1], persons=0),)
    assert ruled("nurse", ("medicines",), staff=taught).code == "competence.held"


def test_machines_need_none_and_patients_are_asked_one_by_one():
    assert ruled("dispenser", ("medicines",)).verdict is Verdict.PASS
    assert ruled("patient", ("medicines",)).verdict is Verdict.UNKNOWN

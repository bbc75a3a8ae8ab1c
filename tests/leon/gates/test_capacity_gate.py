from small_unit import CATALOGUE, QUESTION, STAFFING, task, ward

from taskmap.leon.gates import capacity
from taskmap.leon.gates.codes import CODES
from taskmap.leon.gates.facts import gather
from taskmap.model.ruling import Verdict
from taskmap.model.staffing import Acceptance, Staffing
from taskmap.model.task import Supervision

OPENED = Acceptance(office="committee", on=QUESTION.as_of, consent=True)
MACHINE = Staffing(role="dispenser", stated_hours={"day": 5}, acceptance=OPENED)


def ruled(role, count, **more):
    mapping = ward(task("t", count, **more), staff=(*STAFFING, MACHINE))
    facts = gather(mapping, CATALOGUE, QUESTION)
    ruling = capacity.rule(mapping.leaves[0], CATALOGUE.roles[role], facts)
    assert set(ruling.values) == set(CODES[ruling.code])
    return ruling


def test_hours_in_the_band_pass_and_the_plan_decides_how_much():
    ruling = ruled("host", {"day": 6})
    assert (ruling.verdict, ruling.code) == (Verdict.PASS, "capacity.by_plan")
    assert ruling.values == {"free_hours": 25.5, "needed_hours": 1.0}


def test_some_bands_only():
    ruling = ruled("host", {"day": 6, "night": 6})
    assert (ruling.code, ruling.values["bands"]) == ("capacity.some_bands", ("day",))


def test_no_hours_where_the_work_falls():
    ruling = ruled("host", {"night": 6})
    assert (ruling.verdict, ruling.values["bands"]) == (Verdict.FAIL, ("night",))


def test_a_machine_is_never_free_by_omission():
    assert ruled("dispenser", {"day": 1}).code == "capacity.staff_minutes"
    written = (Supervision(by="nurse", of="dispenser", minutes=0),)
    assert ruled("dispenser", {"day": 1}, supervision=written).code == "capacity.by_plan"

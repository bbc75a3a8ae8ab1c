from dataclasses import replace

from small_unit import CATALOGUE, QUESTION, STAFFING, staffing, task, ward

from taskmap.model.finding import Severity
from taskmap.workload import assumptions, capacities, findings, reference_role
from taskmap.workload.codes import CODES, NOTES


def told(mapping):
    found = findings(mapping, CATALOGUE, capacities(mapping, CATALOGUE, QUESTION))
    for finding in found:
        assert set(finding.values) == set(CODES[finding.code])
    return {finding.code: finding for finding in found}


def test_a_wholly_mapped_role_that_is_half_used_is_doubted():
    mapping = ward(
        task("care", {"day": 30}, today="nurse"), staff=(staffing("nurse", {"day": 10}),)
    )
    found = told(mapping)["workload.used_share"]
    assert (found.values["share"], found.severity) == (0.5, Severity.WARNING)
    assert found.place.field == "staffing[0]"


def test_a_half_mapped_role_is_not():
    person = replace(staffing("nurse", {"day": 10}), complete=False)
    mapping = ward(task("care", {"day": 30}, today="nurse"), staff=(person,))
    assert "workload.used_share" not in told(mapping)


def test_work_where_nobody_is_and_work_above_full():
    person = staffing("nurse", {"day": 4})
    found = told(ward(task("care", {"day": 25, "night": 1}, today="nurse"), staff=(person,)))
    assert found["workload.no_hours"].values["band"] == "night"
    assert found["workload.overload"].values["full_hours"] == 4


def test_a_roster_that_the_posts_do_not_give_is_told():
    found = told(ward(staff=(staffing("nurse", {"day": 10}),)))
    assert found["workload.roster_differs"].values["rostered_hours"] == 10


def test_assumptions_are_told_once_a_kind():
    partly = replace(STAFFING[1], rostered=None, complete=False)
    assumed = replace(STAFFING[2], hours_assumed=True)
    notes = assumptions(
        ward(task("care", {"day": 1}, today="nurse"), staff=(partly, assumed)), CATALOGUE
    )
    assert [note.code for note in notes] == list(NOTES)
    assert all(set(note.values) == set(NOTES[note.code]) for note in notes)
    assert notes[0].values == {"tasks": 1}
    (hours,) = (note.values for note in notes if note.code == "workload.hours_assumed")
    assert hours == {"roles": ("worker",), "hours": 200}


def test_minutes_belong_to_the_largest_share_and_on_a_tie_to_the_higher_level():
    more = task("a", {"day": 1}, today={"nurse": 0.4, "worker": 0.6})
    tie = task("b", {"day": 1}, today={"nurse": 0.5, "worker": 0.5})
    named = task("c", {"day": 1}, today="nurse", minutes_of="host")
    nobody = task("d", {"day": 1}, missed={"day": 1.0})
    leaves = ward(more, tie, named, nobody).leaves
    found = [reference_role(leaf, CATALOGUE) for leaf in leaves]
    assert found == ["worker", "nurse", "host", None]

"""How far a department is, counted from its mapping and its decisions."""

from dataclasses import replace
from datetime import date

import pytest

from taskmap.comparison import Done, Step, progress
from taskmap.model.followup import Decision, FollowUp, Measure, MeasureKind, Result
from tests.small_unit import task, ward

TODAY = date(2026, 11, 22)
UNIT = ward(
    task("wash", {"day": 3}, today="nurse"),
    task("food", {"day": 3}, today="nurse"),
    task("beds", {"day": 3}, today="worker"),
)
MOVE = Measure(
    id="m", kind=MeasureKind.MOVE, decision=Decision.ACCEPTED, decided=date(2026, 9, 1),
    office="leader", reason="tested", task="wash", giver="nurse", receiver="worker",
)  # fmt: skip


def how_far(*measures, mapping=UNIT):
    return progress(mapping, FollowUp(unit="ward", measures=measures), TODAY)


def test_a_unit_without_decisions_is_mapped_and_no_further():
    found = how_far()
    assert found.mapped == Done(3, 3)
    assert found.decided == Done(0, 3)
    assert found.reached is Step.MAPPED


def test_an_unfinished_task_is_to_be_mapped_and_a_parent_is_not():
    first, *rest = UNIT.tasks
    parent = replace(first, id="morning", count=None, minutes=None, today={})
    tasks = (parent, replace(first, unfinished=True, parent="morning"), *rest)
    found = how_far(mapping=replace(UNIT, tasks=tasks))
    assert found.mapped == Done(2, 3)


@pytest.mark.parametrize(
    ("decision", "discussed", "decided"),
    [(Decision.ACCEPTED, 1, 1), (Decision.REJECTED, 1, 1), (Decision.POSTPONED, 1, 0)],
)
def test_what_is_postponed_is_discussed_and_not_decided(decision, discussed, decided):
    found = how_far(replace(MOVE, decision=decision))
    assert (found.discussed.done, found.decided.done) == (discussed, decided)


def test_only_what_has_begun_is_to_be_followed_up():
    begun = replace(MOVE, start=date(2026, 10, 1))
    later = replace(MOVE, id="n", task="food", start=date(2027, 1, 1))
    assert how_far(begun, later).followed_up == Done(0, 1)
    counted = replace(begun, results=(Result(months=3, on=TODAY, minutes=20),))
    found = how_far(counted, later)
    assert found.followed_up.all
    assert found.reached is Step.FOLLOWED_UP


def test_a_decision_about_a_task_that_is_gone_counts_nowhere():
    assert how_far(replace(MOVE, task="gone")).decided == Done(0, 3)

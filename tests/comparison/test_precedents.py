"""Who does it already: real units only, with terms, course and result; the few stay hidden."""

from dataclasses import replace
from datetime import date

import pytest

from taskmap.comparison import examples, precedents
from taskmap.model.followup import (
    Baseline,
    Decision,
    FollowUp,
    Judgement,
    Measure,
    MeasureKind,
    Result,
)
from taskmap.model.judgement import DecisionKind, LocalDecision
from taskmap.model.plan import Move
from tests.comparison.generated import content
from tests.small_unit import staffing, task, ward

ON = date(2026, 3, 1)
DECISION = LocalDecision(role="worker", kind=DecisionKind.CONDITIONS, on=ON, office="leder",
                         conditions="To sammen den første måneden.")  # fmt: skip
MEASURE = Measure(
    id="m", kind=MeasureKind.MOVE, decision=Decision.ACCEPTED, decided=ON, office="leder",
    reason="Bedre tid", task="drops", giver="nurse", receiver="worker",
    baseline=Baseline(minutes=300, promised=200, on=ON),
    results=(Result(months=3, on=date(2026, 6, 1), minutes=180, judgement=Judgement.KEEP),),
)  # fmt: skip


def unit(name, who, *, nurses=8, measures=(), **more):
    drops = task("drops", {"day": 7}, today=who, name="Øyedråper", competences=("medicines",),
                 decisions=(DECISION,))  # fmt: skip
    staff = (staffing("nurse", {"day": 80}, persons=nurses), staffing("worker", {"day": 80}))
    made = ward(drops, staff=staff, **more)
    named = replace(made, unit=replace(made.unit, id=name, name=name))
    return content(named, followup=FollowUp(unit=name, measures=measures))


class Moved(Move):
    """A suggested move of the drops, of which only its ends matter here."""

    def __init__(self):
        object.__setattr__(self, "leaf", "drops")
        object.__setattr__(self, "giver", "nurse")
        object.__setattr__(self, "receiver", "worker")


@pytest.fixture
def asking():
    return unit("asking", "nurse")


def found_by(asking, *others):
    [found] = precedents([Moved()], asking, [asking, *others])
    return found.precedents


def test_a_real_unit_where_the_receiver_does_it_is_told_with_terms_course_and_result(asking):
    [found] = found_by(asking, unit("there", {"worker": 0.8, "nurse": 0.2}, measures=(MEASURE,)))
    assert (found.unit.id, found.role, round(found.share, 9)) == ("there", "worker", 0.8)
    assert found.instead == ("nurse",)
    assert found.decisions == (DECISION,)
    assert found.courses == ("medicine_course",)
    [result] = found.results
    assert (result.freed, result.of_promise) == (120, 0.6)


def test_made_up_units_are_no_precedents_whoever_asks(asking):
    made_up = unit("there", "worker", illustrative=True)
    assert found_by(asking, made_up) == ()
    assert found_by(unit("asking", "nurse", illustrative=True), made_up) == ()
    assert examples([made_up]) == ()


def test_a_made_up_unit_may_learn_from_a_real_one():
    [found] = found_by(unit("asking", "nurse", illustrative=True), unit("there", "worker"))
    assert found.unit.id == "there"


def test_results_about_few_people_are_not_told(asking):
    few = unit("there", "worker", nurses=3, measures=(MEASURE,))
    [found] = found_by(asking, few)
    assert found.results == ()
    assert found.results_few


def test_no_unit_is_its_own_precedent():
    assert found_by(unit("asking", {"nurse": 0.5, "worker": 0.5})) == ()


def test_a_task_lower_than_elsewhere_and_a_move_that_was_kept_are_good_examples(asking):
    there = unit("there", "worker")
    assert [(e.unit.id, e.role) for e in examples([asking, there])] == [("there", "worker")]
    kept = unit("kept", "worker", measures=(MEASURE,))
    assert [(e.unit.id, e.role) for e in examples([kept])] == [("kept", "worker")]
    assert examples([asking]) == ()


def test_a_unit_whose_work_all_stands_under_one_role_tells_nothing_of_who(asking):
    there = unit("there", "worker", measures=(MEASURE,))
    alone = content(
        replace(there.mapping, staffing=there.mapping.staffing[1:]), followup=there.followup
    )
    assert found_by(asking, alone) == ()
    assert examples([alone]) == ()

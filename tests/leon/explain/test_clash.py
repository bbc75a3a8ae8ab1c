"""A question that cannot be met: the smallest clash, by hand and by trying every set."""

from dataclasses import replace
from itertools import combinations
from random import Random

import pytest

from taskmap.errors import QuestionImpossible
from taskmap.leon.explain.clash import clash
from taskmap.leon.explain.codes import CLASH
from taskmap.leon.suggest import suggest
from taskmap.model.demand import listed, together
from taskmap.model.demands import Demands
from taskmap.model.judgement import DecisionKind, LocalDecision
from taskmap.model.ruling import Gate
from taskmap.model.task import Chain
from tests.leon.small import CATALOGUE, QUESTION, TWO, staff, task, unit

NURSE, HELPER = "sykepleier", "helsefagarbeider"
NO = LocalDecision(role=HELPER, kind=DecisionKind.NOT_ALLOWED, on=QUESTION.as_of, office="leder")


def ward(**more):
    hours = more.pop("hours", 10)
    return unit(
        task("a", 10, 10, NURSE, **more),
        task("b", 10, 20, NURSE),
        task("c", 7, 30, NURSE),
        staffing=(staff(NURSE, 40), staff(HELPER, hours)),
    )


def asked(**demands):
    return replace(QUESTION, demands=Demands(**demands))


def codes(mapping, question):
    steps = clash(mapping, CATALOGUE, question)
    assert all(set(step.values) == set(CLASH[step.code]) for step in steps)
    return [(step.code, *step.values.values()) for step in steps]


HALF = {("b", HELPER): 0.5}  # 100 of 200 minutes


def test_a_forced_move_and_a_cap_too_low_for_it():
    question = asked(forced=HALF, cap_role={HELPER: 60}, pinned=frozenset({"a", "c"}))
    assert codes(ward(), question) == [
        ("clash.forced", "b", HELPER, 0.5),
        ("clash.cap_role", HELPER, 60),
        ("clash.fits", "b", HELPER, 0.3),
    ]


def test_a_cap_just_high_enough_is_no_clash():
    assert codes(ward(), asked(forced=HALF, cap_role={HELPER: 100})) == []


def test_a_pinned_task_of_the_same_visit():
    visit = Chain(id="besok", name="Besøk", tasks=("a", "b"), keep_together=True)
    mapping = replace(ward(), chains=(visit,))
    assert codes(mapping, asked(forced=HALF, pinned=frozenset({"a", "c"}))) == [
        ("clash.pinned", "a"),
        ("clash.forced", "b", HELPER, 0.5),
    ]


def test_three_forced_moves_share_one_limit():
    question = asked(forced={("a", HELPER): 0.5, ("b", HELPER): 0.5, ("c", HELPER): 0.5})
    found = codes(ward(), replace(question, max_changes=2))
    assert [code for code, *_ in found] == ["clash.forced"] * 3 + ["clash.max_changes"]


def test_a_role_without_the_hours():
    assert codes(ward(hours=1), asked(forced=HALF)) == [
        ("clash.forced", "b", HELPER, 0.5),
        ("clash.hours", HELPER, ("dag",), 49),
        ("clash.fits", "b", HELPER, 0.25),
    ]


def test_all_hold_the_competence_so_it_is_the_hours_that_are_short():
    """Half of the evenings' work to a role that is there in the morning only."""
    mapping = unit(
        task("stell", {"morgen": 5, "ettermiddag": 15}, 10, NURSE, competences=("pasientarbeid",)),
        staffing=(
            staff(NURSE, {"morgen": 20, "ettermiddag": 20}),
            staff(HELPER, {"morgen": 20}, competences={"pasientarbeid": 8}),
        ),
        bands=TWO,
    )
    assert codes(mapping, asked(forced={("stell", HELPER): 0.5})) == [
        ("clash.forced", "stell", HELPER, 0.5),
        ("clash.hours", HELPER, ("ettermiddag",), 50),
        ("clash.fits", "stell", HELPER, 0.25),
    ]


@pytest.mark.parametrize(("hours", "cap"), [(1, 400), (10, 60), (2, 150)])
def test_the_share_said_to_fit_is_the_largest_that_has_a_plan(hours, cap):
    demands = {"cap_role": {HELPER: cap}, "pinned": frozenset({"a"})}
    steps = clash(ward(hours=hours), CATALOGUE, asked(forced={("b", HELPER): 1.0}, **demands))
    (share,) = (step.values["share"] for step in steps if step.code == "clash.fits")
    assert possible(ward(hours=hours), Demands(forced={("b", HELPER): share}, **demands))
    more = {("b", HELPER): share + 0.01}
    assert not possible(ward(hours=hours), Demands(forced=more, **demands))


def test_a_gate_that_holds_is_named():
    found = codes(ward(decisions=(NO,)), asked(forced={("a", HELPER): 1.0}))
    assert found == [("clash.forced", "a", HELPER, 1.0), ("clash.gate", "a", HELPER, "policy")]


def test_a_budget_that_pays_for_nobody():
    mapping = unit(
        task("medisin", 70, 10, NURSE, competences=("legemiddelhandtering",)),
        staffing=(staff(NURSE, 40), staff(HELPER, 40, persons=6)),
    )
    question = asked(forced={("medisin", HELPER): 0.5}, training_kroner=0.0, seats={})
    found = codes(mapping, question)
    assert [code for code, *_ in found] == ["clash.forced", "clash.training_kroner", "clash.people"]


def test_a_question_without_demands_is_possible():
    assert codes(ward(), QUESTION) == []


def possible(mapping, demands):
    try:
        suggest(mapping, CATALOGUE, replace(QUESTION, demands=demands))
    except QuestionImpossible:
        return False
    return True


def some(seed):
    """Demands drawn so that about half of the questions are impossible."""
    rng = Random(seed)  # noqa: S311 - no secret, only variety
    leaves = ("a", "b", "c")
    return Demands(
        pinned=frozenset(x for x in leaves if rng.random() < 0.3),
        forced={(x, HELPER): rng.choice((0.25, 0.5, 1.0)) for x in leaves if rng.random() < 0.5},
        cap_leaf={x: rng.choice((0.1, 0.6)) for x in leaves if rng.random() < 0.3},
        cap_role={HELPER: rng.choice((60, 150, 400))} if rng.random() < 0.6 else {},
        forbidden_roles=frozenset({HELPER}) if rng.random() < 0.1 else frozenset(),
        forbidden_gates=frozenset({Gate.POLICY}) if rng.random() < 0.1 else frozenset(),
    )


@pytest.mark.parametrize("seed", range(12))
def test_no_smaller_set_clashes_and_without_any_one_of_it_there_is_a_plan(seed):
    mapping, demands = ward(), some(seed)
    steps = clash(mapping, CATALOGUE, replace(QUESTION, demands=demands))
    assert bool(steps) != possible(mapping, demands)
    if not steps:
        return
    told = {(step.code.removeprefix("clash."), step.values.get("leaf")) for step in steps}
    every = listed(demands)
    mine = [one for one in every if (one.field, one.values.get("leaf")) in told]
    assert not possible(mapping, together(mine))
    for left_out in mine:
        assert possible(mapping, together(one for one in mine if one is not left_out))
    for few in combinations(every, len(mine) - 1):
        assert possible(mapping, together(few)), few

"""The way to a plan: every prefix holds and is no worse, and no smaller bundle would do."""

from dataclasses import replace
from itertools import combinations
from pathlib import Path as File

import numpy as np
import pytest

from taskmap.catalogue import load
from taskmap.document import read_mapping
from taskmap.leon.case import Case
from taskmap.leon.checking.recheck import complaints
from taskmap.leon.explain.bundles import Bundles, _no_worse
from taskmap.leon.explain.path import _Teller, path
from taskmap.leon.instance.asked import NOTHING_ASKED
from taskmap.leon.instance.canonical import canonical
from taskmap.leon.solve import solve
from taskmap.leon.suggest import suggest
from taskmap.model.demands import Demands
from taskmap.model.judgement import DecisionKind, LocalDecision
from taskmap.solver.highs import Limits
from tests.leon.checker import broken
from tests.leon.generated import problem
from tests.leon.small import CATALOGUE, QUESTION, plan, staff, task, unit

NURSE, HELPER, HOST = "sykepleier", "helsefagarbeider", "matvert"
DOCTOR = "sykehjemslege"
ROOT = File(__file__).parents[3]
WARDS = (
    "tests/cases/ward.yaml",
    pytest.param("mappings/granmo/lia.yaml", marks=pytest.mark.full),
    pytest.param("mappings/elvestrand/strandheimen-3.yaml", marks=pytest.mark.full),
)
SEEDS = (*range(24), *(pytest.param(seed, marks=pytest.mark.full) for seed in range(24, 200)))


def allowed(role, kind=DecisionKind.ALLOWED):
    return LocalDecision(role=role, kind=kind, on=QUESTION.as_of, office="avdelingsleder")


def cascade():
    """Samples fit with the helper only once the host has taken the meals."""
    no_host = allowed(HOST, DecisionKind.NOT_ALLOWED)
    return unit(
        task("prover", 10, 30, NURSE, decisions=(allowed(HELPER), no_host)),
        task("mat", 10, 30, HELPER, decisions=(allowed(HOST),)),
        staffing=(staff(NURSE, 20), staff(HELPER, 5.9), staff(HOST, 10)),
    )


def test_what_makes_room_comes_first():
    found = path(cascade(), CATALOGUE, QUESTION)
    assert [step.tasks for step in found.steps] == [("mat",), ("prover",)]
    assert [step.relieved for step in found.steps] == [300, 300]
    assert all(step.price_saved > 0 for step in found.steps)
    assert (found.loss, found.gap, found.first) == (0, 0.0, 2)
    assert found.at_once == sum(step.relieved for step in found.steps)
    assert not any(step.rights for step in found.steps)


def test_the_three_first_may_cost_what_the_whole_could_have_saved():
    """Three small tasks fill the helper; the free optimum would have taken the large ones."""
    works = [task(f"t{i}", 10, 12, NURSE) for i in range(5)]
    mapping = unit(*works, staffing=(staff(NURSE, 40), staff(HELPER, 40)))
    found = path(mapping, CATALOGUE, QUESTION)
    assert found.first == 3
    assert len(found.steps) == 5
    whole = plan(mapping)
    price = next(level for level in whole.objectives if level.name == "price")
    assert found.steps[-1].price == price.value + found.loss
    assert sum(step.price_saved for step in found.steps) == price.baseline - found.steps[-1].price


def test_a_breach_comes_first_and_tells_what_it_costs():
    """The nurse certifies deaths, which is the doctor's by law: the doctor takes it, dearer."""
    mapping = unit(
        task("attest", 10, 10, NURSE, tags=("death_certificate",)),
        task("stell", 10, 60, NURSE),
        staffing=(staff(DOCTOR, 40), staff(NURSE, 40), staff(HELPER, 40)),
    )
    whole = plan(mapping)
    found = path(mapping, CATALOGUE, QUESTION)
    repairs = {move.leaf for move in whole.moves if move.kind == "repair"}
    assert repairs == {"attest"}
    assert found.steps[0].tasks == ("attest",)
    assert found.steps[0].price_saved < 0
    assert [step.rights for step in found.steps] == [True, False]


FORCED = {
    "one that costs": ({("prat", NURSE): 1.0}, [(("prat",), -400, True), (("stell",), 400, False)]),
    "half of it": ({("prat", NURSE): 0.5}, [(("prat",), -200, True), (("stell",), 400, False)]),
    "one that pays": ({("stell", HELPER): 1.0}, [(("stell",), 400, True)]),
    "two at once": (
        {("prat", NURSE): 1.0, ("stell", HELPER): 1.0},
        [(("stell", "prat"), 0, True)],
    ),
}


@pytest.mark.parametrize("name", FORCED)
def test_what_is_demanded_comes_first_and_may_cost(name):
    """Today meets none of it, so nothing can be held against its price."""
    forced, steps = FORCED[name]
    mapping = unit(
        task("stell", 10, 20, NURSE),
        task("prat", 10, 20, HELPER),
        staffing=(staff(NURSE, 40), staff(HELPER, 20)),
    )
    question = replace(QUESTION, demands=Demands(forced=forced))
    found = path(mapping, CATALOGUE, question)
    assert [(step.tasks, step.price_saved, step.demanded) for step in found.steps] == steps
    assert not any(step.rights for step in found.steps)
    assert found.left == ()
    moved = {move.leaf for move in suggest(mapping, CATALOGUE, question).moves}
    assert {one for step in found.steps for one in step.tasks} == moved


def test_a_way_that_ends_early_tells_what_it_does_not_come_to():
    """A plan that is dearer than today with nothing put right: no step to it holds."""
    mapping = unit(task("prat", 10, 20, HELPER), staffing=(staff(NURSE, 40), staff(HELPER, 20)))
    demands = Demands(forced={("prat", NURSE): 1.0})
    asked = Case.of(mapping, CATALOGUE, replace(QUESTION, demands=demands)).problem()
    p = replace(asked, asked=NOTHING_ASKED)
    bundles = Bundles(p, solve(asked, Limits()), Limits())
    assert bundles.changed
    assert list(bundles.way((bundles.changed,))) == []
    assert _Teller(mapping, p).tasks(bundles.changed) == ("prat",)


@pytest.mark.parametrize("name", WARDS)
def test_steps_of_a_ward_add_up_to_its_plan(name):
    mapping, _ = read_mapping((ROOT / name).read_bytes(), file=name)
    catalogue = load(mapping.unit.country)
    found = path(mapping, catalogue, QUESTION)
    whole = suggest(mapping, catalogue, QUESTION)
    price = next(level for level in whole.objectives if level.name == "price")
    assert sum(step.price_saved for step in found.steps) == price.baseline - found.steps[-1].price
    assert found.steps[-1].price == price.value + found.loss
    told = [one for step in found.steps for one in step.tasks]
    assert len(told) == len(set(told))


def ways(seed):
    p = problem(seed, leaves=4)
    found = solve(p, Limits())
    bundles = Bundles(p, found, Limits())
    return p, bundles, [prefix for _, prefix in bundles.way((bundles.changed,))]


@pytest.mark.parametrize("seed", SEEDS)
def test_every_prefix_holds_and_is_no_worse_than_the_one_before(seed):
    p, bundles, prefixes = ways(seed)
    before = bundles.prefix(frozenset(), np.zeros_like(p.held))
    for prefix in prefixes:
        s = prefix.solution
        assert complaints(p, s.shares, s.missed, s.trained, s.chosen) == []
        assert broken(p, s.shares, s.missed, s.trained) == []
        assert _no_worse(prefix, before) or not bundles._holds(before)
        assert before.units < prefix.units
        before = prefix
    assert before.units == bundles.changed


@pytest.mark.parametrize("seed", SEEDS)
def test_no_smaller_bundle_would_do(seed):
    p, bundles, prefixes = ways(seed)
    if p.requires or bundles.plan.trained.any():
        return  # who must have learned what is not tried by hand here
    before = bundles.prefix(frozenset(), np.zeros_like(p.held))
    for prefix in prefixes:
        right = bundles._whole.values["breach"] < before.values["breach"] - 1_000_000
        size = len(prefix.units - before.units)
        for few in combinations(sorted(bundles.changed - before.units), size - 1):
            tried = bundles.prefix(before.units | set(few), np.zeros_like(p.held))
            s = tried.solution
            holds = few and not complaints(p, s.shares, s.missed, s.trained, s.chosen)
            mends = not right or tried.values["breach"] < before.values["breach"] - 1_000_000
            short = not bundles._holds(before)
            fits = short or (mends and _no_worse(tried, before))
            assert not (holds and fits), (few, prefix.units)
        before = prefix


def test_the_way_does_not_turn_on_the_order_of_the_document():
    mapping = cascade()
    turned = replace(mapping, tasks=mapping.tasks[::-1], staffing=mapping.staffing[::-1])
    one, other = (path(m, CATALOGUE, QUESTION) for m in (mapping, turned))
    assert [step.tasks for step in one.steps] == [step.tasks for step in other.steps]
    assert canonical(Case.of(mapping, CATALOGUE, QUESTION).problem()).problem.leaves

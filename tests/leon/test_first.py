"""The plan shown at once: checked, told with its gap, and without a say in the one that follows."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from taskmap.leon.case import Case
from taskmap.leon.checking.recheck import complaints
from taskmap.leon.first import Earlier, first
from taskmap.leon.suggest import suggest
from taskmap.model.demands import Demands
from taskmap.workspace import Preset, Workspace

ROOT = Path(__file__).parents[2]
WORKSPACE = Workspace(ROOT / "mappings", date(2026, 11, 1))
QUESTION = WORKSPACE.question(Preset.FROM_BELOW)


def case(unit, question=QUESTION):
    about = WORKSPACE.about(unit, question)
    return Case.of(about.mapping, about.catalogue, about.question)


def broken(moving):
    s = moving.solution
    return complaints(moving.problem, s.shares, s.missed, s.trained, s.chosen)


def price(moving):
    return next(level for level in moving.solution.reached if level.name == "price")


@pytest.fixture(scope="module")
def heard():
    found = []
    asked = case("furuskar-medicinavdelning-3")
    plan = suggest(asked.mapping, asked.catalogue, asked.question, at_once=found.append)
    return asked, plan, found


def test_the_first_plan_is_told_before_the_last_and_changes_nothing(heard):
    asked, plan, (soon,) = heard
    assert plan == suggest(asked.mapping, asked.catalogue, asked.question)
    levels = {level.name: level for level in soon.objectives}
    proved = {level.name: level for level in plan.objectives}
    assert soon.moves
    assert levels["price"].bound <= proved["price"].value + 1
    if all(levels[n].value == proved[n].value for n in ("breach", "missed", "over")):
        assert levels["price"].value >= proved["price"].value - 1


@pytest.mark.parametrize("unit", ["havblikk-2", "almkullens-vardcentral", "strandheimen-3"])
def test_it_keeps_every_row(unit):
    assert not broken(first(case(unit)))


def test_after_an_edit_it_starts_from_the_plan_there_was(heard):
    asked, plan, _ = heard
    earlier = Earlier(mapping=asked.mapping, question=asked.question, plan=plan)
    again = first(asked, earlier)
    assert not broken(again)
    assert price(again).value <= next(o.value for o in plan.objectives if o.name == "price") + 1

    move = plan.moves[0]
    now = Demands(forbidden=frozenset({(move.leaf, move.receiver)}))
    edited = case("furuskar-medicinavdelning-3", replace(QUESTION, demands=now))
    mended = first(edited, earlier)
    assert not broken(mended)
    p = mended.problem
    t, r = p.leaves.index(move.leaf), p.roles.index(move.receiver)
    assert (mended.solution.shares[t, r] <= p.today[t, r]).all()


def test_a_plan_of_another_unit_is_no_start():
    other = case("torget-legesenter")
    plan = suggest(other.mapping, other.catalogue, other.question)
    earlier = Earlier(mapping=other.mapping, question=other.question, plan=plan)
    asked = case("havblikk-2")
    found = first(asked, earlier)
    assert (found.solution.shares == first(asked).solution.shares).all()

"""Worth of one more: a worked example, and dual values against finite differences."""

from dataclasses import replace

import numpy as np
import pytest

from taskmap.leon.case import Case
from taskmap.leon.explain.more import everything, more_hours
from taskmap.leon.explain.worth import _Cheapest, _price, worth
from taskmap.leon.programme import build
from taskmap.leon.programme.objective import stages
from taskmap.leon.suggest import suggest
from taskmap.model.demands import Demands
from taskmap.model.explanations import Step, Worth
from taskmap.solver.highs import Limits, minimise
from taskmap.solver.hot import Hot
from tests.leon.explain.change import done
from tests.leon.generated import problem
from tests.leon.small import CATALOGUE, QUESTION, TWO, staff, task, unit

NURSE, HELPER = "sykepleier", "helsefagarbeider"


def test_an_hour_of_a_full_role():
    """An hour at ceiling 0.85 is 51 minutes, from level 6 to 4: 102."""
    mapping = unit(
        task("stell", 10, 60, NURSE),
        staffing=(staff(NURSE, 40), staff(HELPER, 2)),
    )
    (found,) = worth(mapping, CATALOGUE, QUESTION)
    assert (found.of, found.role, found.band) == ("hour", HELPER, "dag")
    assert found.relaxation == pytest.approx(102)
    assert (found.checked, found.minutes) == (102, 0)


def an_hour_more(mapping, one):
    """The unit with the hour on the roster, and its ceiling's part as free where that is told."""
    free = one.of == "free_hour"
    hour = {"role": one.role, "band": one.band, "minutes": 60, "free_minutes": 51}
    (step,) = (Step("free.hours_named" if free else "free.hours", hour),)
    return done(mapping, QUESTION, [step])[0]


def price(mapping):
    found = suggest(mapping, CATALOGUE, QUESTION)
    return next(level.value for level in found.objectives if level.name == "price")


def two(work, **helper):
    return unit(
        task("stell", 10, 60, NURSE),
        task("eget", 10, work, HELPER),
        staffing=(staff(NURSE, 40), staff(HELPER, 2, **helper)),
    )


UNITS = {
    "all mapped": two(1),
    "partly mapped": two(1, complete=False),
    "partly mapped, some of it known to be free": two(1, complete=False, free_hours={"dag": 1.0}),
    "partly mapped and all of it used": two(10.2, complete=False),
    "no hours in the afternoon": unit(
        task("stell", {"ettermiddag": 10}, 60, NURSE),
        staffing=(staff(NURSE, {"morgen": 20, "ettermiddag": 20}), staff(HELPER, {"morgen": 4})),
        bands=TWO,
    ),
    "a course that is taken from both bands": unit(
        task("dosett", {"morgen": 20, "ettermiddag": 20}, 20, NURSE,
             competences=("legemiddelhandtering",)),
        staffing=(staff(NURSE, {"morgen": 20, "ettermiddag": 20}),
                  staff(HELPER, {"morgen": 4, "ettermiddag": 4}, persons=4)),
        bands=TWO,
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", UNITS)
def test_an_hour_in_the_mapping_is_worth_what_is_told(name):
    """Done to the unit itself, which is then asked anew, not to the numbers behind it."""
    mapping = UNITS[name]
    hours = [one for one in worth(mapping, CATALOGUE, QUESTION) if one.of.endswith("hour")]
    assert hours
    for one in hours:
        told = "free_hour" if "partly" in name else "hour"
        assert one.of == told
        assert one.checked == pytest.approx(
            price(mapping) - price(an_hour_more(mapping, one)), abs=2
        )


def test_an_hour_that_ends_an_overload_ends_what_moved_up_because_of_it():
    """The nurse is quick, and takes it over while the helper is above her hours; not after."""
    mapping = unit(
        task("stell", 10, 60, NURSE),
        task("eget", 14, 5, HELPER, factors={NURSE: 0.5}),
        staffing=(staff(NURSE, 20), staff(HELPER, 1)),
    )
    hour = Worth(of="hour", role=HELPER, band="dag")
    assert price(an_hour_more(mapping, hour)) > price(mapping)
    assert [one for one in worth(mapping, CATALOGUE, QUESTION) if one.role == HELPER] == []


@pytest.mark.parametrize("name", UNITS)
def test_one_hour_more_changes_the_numbers_as_it_changes_the_mapping(name):
    """Courses too: they are taken from the bands as the hours lie."""
    mapping = UNITS[name]
    problem = Case.of(mapping, CATALOGUE, QUESTION).problem()
    for one in worth(mapping, CATALOGUE, QUESTION):
        if one.of.endswith("hour"):
            r, b = problem.roles.index(one.role), problem.bands.index(one.band)
            mine = more_hours(problem, r, b, 60)
            real = Case.of(an_hour_more(mapping, one), CATALOGUE, QUESTION).problem()
            for field in ("room", "full", "other", "training", "trainable"):
                assert np.abs(getattr(mine, field) - getattr(real, field)).max(initial=0) <= 1, (
                    field
                )


def test_an_hour_of_a_partly_mapped_role_is_worth_nothing_before_it_is_entered_as_free():
    mapping = UNITS["partly mapped"]
    (one,) = worth(mapping, CATALOGUE, QUESTION)
    only_on_the_roster = an_hour_more(mapping, replace(one, of="hour"))
    assert price(only_on_the_roster) == price(mapping)
    assert one.checked == 102


def test_what_is_not_short_is_worth_nothing():
    mapping = unit(
        task("stell", 10, 10, NURSE),
        staffing=(staff(NURSE, 40), staff(HELPER, 20)),
    )
    assert worth(mapping, CATALOGUE, QUESTION) == ()


def test_solving_again_sees_what_dual_values_do_not():
    """Two persons may learn for the money: 60 minutes each, of 200 that could move."""
    mapping = unit(
        task("medisin", 20, 30, NURSE, competences=("legemiddelhandtering",)),
        staffing=(staff(NURSE, 40), staff(HELPER, 10, persons=10)),
    )
    course = CATALOGUE.course_for["legemiddelhandtering"]
    budget = Demands(training_kroner=2.5 * course.price)
    found = {one.of: one for one in worth(mapping, CATALOGUE, replace(QUESTION, demands=budget))}
    if course.price:
        assert found["krone"].amount == course.price
        assert found["krone"].checked > 0
    assert found["person"].competence == "legemiddelhandtering"
    assert found["person"].checked > 0


def _value(plan, problem):
    """The least price of a changed problem, the plan's first three objectives and integers kept."""
    sheet = build(problem)
    if [*sheet.programme.column_names] != [*plan.sheet.programme.column_names]:
        return None
    hot = Hot(sheet.programme, _price(sheet), extra=plan._held(sheet))
    columns = np.flatnonzero(sheet.programme.whole)
    if len(columns):
        hot.set_column_bounds(columns, plan.point[columns], plan.point[columns])
    answer = hot.solve()
    return None if answer.values is None else answer.value


@pytest.mark.parametrize("seed", range(10))
def test_one_more_gives_no_more_than_its_dual_value_says(seed):
    """With whole numbers held the least price is convex in what is at hand."""
    p = problem(seed)
    plan = _Cheapest.of(p, Limits())
    prices, now = plan.prices(whole_held=True), _value(plan, p)
    for more in everything(p):
        then = _value(plan, more.problem)
        value = prices.worth(more) if prices.concerned(more) else 0.0
        if more.of == "hour" and not more.reshapes and None not in {now, then, value}:
            assert now - then <= value + 0.05, (more.role, more.band)


@pytest.mark.parametrize("seed", range(8))
def test_where_the_same_rows_bind_the_dual_value_is_the_difference(seed):
    """One minute more saves what the next saves: then it is what the dual value says."""
    p = problem(seed)
    plan = _Cheapest.of(p, Limits())
    prices, now = plan.prices(whole_held=True), _value(plan, p)
    for more in everything(p):
        if more.of != "hour" or more.reshapes:
            continue
        r, b = p.roles.index(more.role), p.bands.index(more.band)
        minute, two = (more_hours(p, r, b, n) for n in (1, 2))
        then, least = _value(plan, minute), _value(plan, two)
        steady = None not in {now, then, least} and abs(now - 2 * then + least) < 1e-6
        if steady:
            value = prices.worth(replace(more, problem=minute))
            assert now - then == pytest.approx(value, abs=0.02)


@pytest.mark.parametrize("seed", range(4))
def test_what_is_told_as_checked_is_the_difference_of_two_plans(seed):
    p = problem(seed)
    plan = _Cheapest.of(p, Limits())
    for more, _ in plan.ranked(everything(p))[:3]:
        again = plan.again(more)
        assert again is not None
        price, _ = plan.measured(more.problem, again)
        sheet = build(more.problem)
        level = stages(sheet, "price")[-1][-1]
        cold = minimise(sheet.programme, level.cost, Limits(), extra=plan._held(sheet))
        assert price == pytest.approx(cold.value + level.constant, abs=1)
        assert price <= plan.measure[0] + 1

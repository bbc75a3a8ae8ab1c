"""WISN: the formula, its published case, the named rounding, and what people enter."""

import doctest
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taskmap.model import allowance, standard
from taskmap.model.pressure import Pressure, PressureBands
from taskmap.model.wisn import Balance, IndividualAllowance, Service, StaffGroup, exact
from taskmap.workload import (
    AvailableTime,
    Per,
    Standard,
    allowance_hours,
    allowance_share,
    pooled,
    staff_need,
    unit_hours,
    whole_persons,
    wisn,
)


@pytest.mark.parametrize("module", [wisn, standard, allowance])
def test_the_worked_examples_in_the_docstrings_hold(module):
    ran = doctest.testmod(module)
    assert ran.failed == 0
    assert ran.attempted >= 2


def test_a_published_case_is_met():
    """Burmen and others, Human Resources for Health 15:9 (2017), table 3."""
    time = AvailableTime(days_a_week="4.5", holidays=10, leave=30, sickness=15, hours_a_day=8)
    assert time.days == 179
    visits = Service(exact(10_000 * 10), unit_hours(15, Standard.MINUTES_A_UNIT, time))
    need = staff_need(StaffGroup(id="clinicians", awt_hours=time.hours, services=(visits,)))
    assert need.required == Fraction(3125, 179)
    assert round(float(need.required), 2) == 17.46


def group(**more):
    given = {"id": "g", "awt_hours": exact(1600), "current": exact(2), **more}
    return StaffGroup(**given)


def test_support_activities_multiply_and_additional_ones_add():
    services = (Service(exact(1600), exact(1)),)
    own = (IndividualAllowance(exact(2), exact(80)), IndividualAllowance(exact(1), exact(160)))
    shares = (exact(0.1), exact(0.1))
    need = staff_need(
        group(services=services, category_allowances=shares, individual_allowances=own)
    )
    assert (need.caf, need.iaf, need.required) == (Fraction(5, 4), Fraction(1, 5), Fraction(29, 20))
    assert need.difference == Fraction(11, 20)
    assert need.ratio == Fraction(40, 29)


@pytest.mark.parametrize(
    ("required", "whole"),
    [
        ("0.01", 1), ("0.99", 1), ("1", 1), ("1.1", 1), ("1.1000001", 2), ("1.9", 2),
        ("2", 2), ("2.2", 2), ("2.21", 3), ("3.3", 3), ("3.31", 4), ("4.4", 4), ("4.41", 5),
        ("5", 5), ("5.4", 5), ("5.5", 6), ("6.49", 6), ("17.46", 17), ("17.5", 18),
    ],
)  # fmt: skip
def test_whole_persons_by_the_named_rule(required, whole):
    assert whole_persons(exact(required)) == whole


@pytest.mark.parametrize("hours", [1.1, 2.2, 3.3, 4.4])
def test_binary_fractions_do_not_tip_the_rounding(hours):
    services = (Service(exact(1600), exact(hours)),)
    assert staff_need(group(services=services)).rounded == int(hours)


@given(
    st.integers(1, 8784),
    st.lists(st.tuples(st.integers(0, 10**6), st.decimals(0, 100, places=3)), max_size=5),
    st.lists(st.decimals(0, "0.19", places=4), max_size=5),
)
def test_the_formula_read_the_other_way_gives_the_hours_back(awt, services, shares):
    made = staff_need(
        group(
            awt_hours=Fraction(awt),
            services=tuple(Service(Fraction(v), exact(h)) for v, h in services),
            category_allowances=tuple(map(exact, shares)),
        )
    )
    at_work = made.required * awt * (1 - sum(map(exact, shares)))
    assert at_work == sum(v * exact(h) for v, h in services)
    assert made.rounded >= 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"awt_hours": exact(0)},
        {"awt_hours": exact(8785)},
        {"category_allowances": (exact(0.5), exact(0.5))},
        {"current": exact(-1)},
        {"services": (Service(exact(-1), exact(1)),)},
        {"individual_allowances": (IndividualAllowance(exact(1), exact(-2)),)},
    ],
)
def test_nonsense_is_refused_at_birth(wrong):
    with pytest.raises(ValueError, match="g: "):
        group(**wrong)


@pytest.mark.parametrize("figure", [float("nan"), float("inf"), "many"])
def test_no_figure_is_no_fraction(figure):
    with pytest.raises(ValueError):
        exact(figure)


def test_a_pool_is_no_mean_of_ratios():
    both = pooled(
        (
            Balance(current=exact(1), required=exact(4)),
            Balance(current=exact(12), required=exact(12)),
        )
    )
    assert both.ratio == Fraction(13, 16)
    assert pooled(()).ratio is None


def test_what_is_said_in_many_ways_is_one_share():
    time = AvailableTime(leave=25, holidays=10, sickness=12, other=3, training=5)
    assert time.hours == Fraction(205 * 15, 2)
    for per in Per:
        share = allowance_share("0.5", per, time)
        assert share * time.hours == allowance_hours("0.5", per, time)
    assert allowance_share(45, Per.MINUTES_A_DAY, time) == Fraction(1, 10)
    assert allowance_share(10, Per.PER_CENT, time) == Fraction(1, 10)
    assert unit_hours(30, Standard.UNITS_A_DAY, time) == Fraction(1, 4)


@pytest.mark.parametrize(
    ("ratio", "word"),
    [("1.1", Pressure.SPARE), ("1.09", Pressure.BALANCE), ("0.9", Pressure.BALANCE),
     ("0.89", Pressure.HIGH), ("0.69", Pressure.VERY_HIGH), (None, Pressure.NOTHING)],
)  # fmt: skip
def test_a_ratio_has_a_word(ratio, word):
    assert PressureBands().of(None if ratio is None else exact(ratio)) is word


def test_the_words_may_begin_elsewhere_but_in_their_order():
    own = PressureBands((exact(1.3), exact(1), exact(0.8)))
    assert own.of(exact("1.2")) is Pressure.BALANCE
    with pytest.raises(ValueError, match="falling"):
        PressureBands((exact(1), exact(1), exact(0.8)))

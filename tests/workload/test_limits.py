"""Limits of rest and intensity: told where a plan passes them, and only there."""

from dataclasses import replace

import pytest
from small_unit import CATALOGUE, QUESTION, staffing, task, ward

from taskmap.catalogue import load
from taskmap.language import reader
from taskmap.leon.suggest import suggest
from taskmap.model.catalogue import LimitKind, WorkLimit
from taskmap.model.plan import BandLoad, RoleLoad
from taskmap.model.unit import Country
from taskmap.present.limits import lines
from taskmap.present.names import Speaker
from taskmap.workload import capacities, limits_passed

WEEK = WorkLimit(
    id="week", kind=LimitKind.WEEKLY_HOURS, hours=38, profiles=("rota",), reference="§ 10-4",
    source="law", verified=True,
)  # fmt: skip
REST = replace(WEEK, id="rest", kind=LimitKind.DAILY_REST, hours=11, profiles=())
LIMITED = replace(CATALOGUE, limits=(WEEK, REST))


def asked_of(staff, loads):
    """A plan that gives the worker these hours by band, today's and the plan's; and the ward."""
    mapping = ward(task("care", {"day": 7}, today="worker"), staff=(staff,))
    plan = suggest(mapping, LIMITED, QUESTION)
    known = capacities(mapping, LIMITED, QUESTION)
    bands = tuple(
        BandLoad(
            band=band,
            full=known["worker", band].full,
            room=known["worker", band].room,
            other=0,
            baseline=round(60 * loads.get(band, (0, 0))[0]),
            plan=round(60 * loads.get(band, (0, 0))[1]),
        )
        for band in mapping.band_ids
    )
    return replace(plan, roles=(RoleLoad(role="worker", level=4, bands=bands),)), mapping


def passed(staff, loads):
    """What is told of such a plan."""
    return limits_passed(*asked_of(staff, loads), LIMITED)


@pytest.mark.parametrize(("after", "told"), [(107.0, False), (107.1, True)])
def test_more_than_the_law_lets_a_full_post_work_is_told(after, told):
    # 100 hours are 35.5 a week of each full post; 38 of them are 107.04.
    found = passed(staffing("worker", {"day": 100}, persons=30), {"day": (90, after)})
    assert [one.limit for one in found] == [WEEK] * told
    if told:
        assert (found[0].today, found[0].plan) == (35.5, pytest.approx(35.5 * 1.071))


def test_support_work_is_no_time_for_tasks():
    person = staffing("worker", {"day": 100}, persons=30, support={"meetings": 0.1})
    (found,) = passed(person, {"day": (90, 97.2)})
    assert found.plan == pytest.approx(35.5 * 1.072)


def test_too_few_for_evening_and_next_morning_are_told_where_the_plan_makes_it_so():
    # The evening ends 22:30 and the day begins 07:30; both are 52.5 hours a week.
    person = staffing("worker", {"day": 200, "evening": 200}, persons=2)
    (found,) = passed(person, {"evening": (30, 30), "day": (50, 60)})
    assert (found.limit, found.bands) == (REST, ("evening", "day"))
    assert (found.today, found.plan, found.persons) == (2, 3, 2)
    assert passed(person, {"evening": (30, 30), "day": (60, 60)}) == ()
    assert passed(person, {"day": (50, 100)}) == ()
    assert passed(replace(person, persons=3), {"evening": (30, 30), "day": (50, 60)}) == ()


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nb", "krever 3 personer til sammen sist i «evening» og først i «day» (i dag 2), men"),
        ("sv", "kräver 3 personer sammanlagt sist i ”evening” och först i ”day” (i dag 2), men"),
    ],
)
def test_too_short_a_rest_is_told_in_words(language, said):
    person = staffing("worker", {"day": 200, "evening": 200}, persons=2)
    plan, mapping = asked_of(person, {"evening": (30, 30), "day": (50, 60)})
    (told,) = lines(plan, Speaker(reader(language), mapping, LIMITED))
    assert said in told
    assert "§ 10-4" in told


@pytest.mark.parametrize("country", Country)
def test_the_limits_of_a_country_name_its_own_working_times(country):
    known = load(country)
    assert {limit.kind for limit in known.limits} == set(LimitKind)
    named = [profile for limit in known.limits for profile in limit.profiles]
    assert set(named) <= set(known.hours_profiles)
    assert len(set(named)) == len(named)

"""A unit's workload: the sums of the bands by the clock, staff required, posts, sick leave."""

from dataclasses import replace
from fractions import Fraction

import pytest
from small_unit import CATALOGUE, QUESTION, staffing, task, ward

from taskmap.model.catalogue import HiredLine
from taskmap.model.staffing import Absence, Staffing
from taskmap.model.task import Window
from taskmap.model.unit import Country
from taskmap.workload import capacities, load_today, picture, units_pooled, working_time


def wash(**more):
    return task("wash", {"day": 14, "evening": 7}, 20, "nurse", **more)


def person(role, **more):
    return staffing(role, {"day": 60.0, "evening": 30.0}, **more)


def found(*tasks, staff=None, catalogue=CATALOGUE, **more):
    mapping = ward(*tasks, staff=staff, **more) if staff else ward(*tasks, **more)
    return mapping, picture(mapping, catalogue, QUESTION)


def test_hours_of_the_clock_sum_to_the_bands_exactly():
    mapping, told = found(
        wash(window=Window(start=7 * 60 + 30, end=9 * 60)), task("walk", {"day": 9}, 15, "worker")
    )
    load, room = load_today(mapping), capacities(mapping, CATALOGUE, QUESTION)
    for day in told.days:
        of_role = [c for (role, _), c in room.items() if role == day.role]
        mapped = sum(n for (role, _), n in load.items() if role == day.role)
        assert sum(hour.mapped for hour in day.hours) == pytest.approx(mapped, abs=1e-6)
        assert sum(hour.full for hour in day.hours) == pytest.approx(sum(c.full for c in of_role))


def test_what_has_a_window_stands_in_it():
    _, told = found(
        task("wash", {"day": 14}, 20, "nurse", window=Window(start=8 * 60, end=10 * 60))
    )
    day = next(day for day in told.days if day.windowed)
    assert day.windowed == pytest.approx(1.0)
    assert {hour.hour for hour in day.hours if hour.mapped} == {8, 9}
    assert day.peak.hour == 8


def test_a_window_outside_the_band_leaves_the_work_in_the_band():
    mapping, told = found(wash(window=Window(start=3 * 60, end=4 * 60)))
    day = next(day for day in told.days if day.windowed)
    worked = {hour.hour for hour in day.hours if hour.mapped}
    assert len(worked) > 1
    assert sum(hour.mapped for hour in day.hours) == pytest.approx(
        sum(n for (role, _), n in load_today(mapping).items() if role == day.role)
    )


def test_staff_required_is_the_hours_over_working_time():
    nurse = person("nurse", support={"meetings": 0.2}, allowance_hours={"students": 2.0})
    mapping, told = found(wash(), staff=(nurse,))
    need = next(need for need in told.needs if need.id == "nurse")
    awt = working_time(nurse, mapping, CATALOGUE).available
    minutes = sum(n for (role, _), n in load_today(mapping).items() if role == "nurse")
    assert need.caf == Fraction(5, 4)
    assert float(need.iaf) == pytest.approx(104 / awt)
    assert float(need.required) == pytest.approx(minutes * 52 / 60 / awt * 1.25 + 104 / awt)
    assert float(need.current) == pytest.approx(nurse.filled)


def test_roles_outside_the_staff_require_nobody():
    machine = Staffing(role="dispenser", stated_hours={"day": 10})
    _, told = found(wash(), staff=(person("nurse"), machine))
    assert {need.id for need in told.needs} == {"nurse"}
    assert {one.role for one in told.posts} == {"nurse"}


def test_hired_hours_are_priced_as_an_employees():
    nurse, worker = person("nurse", hired=1.0), person("worker")
    mapping, told = found(wash(), staff=(nurse, worker))
    hours = working_time(nurse, mapping, CATALOGUE).available / 52
    post = next(one for one in told.posts if one.role == "nurse")
    assert post.hired_hours == pytest.approx(hours)
    assert post.hired_cost == pytest.approx(hours * 420)
    filled = {one.role: one.filled_hours for one in told.posts}
    every = filled["nurse"] * 420 + filled["worker"] * 330
    assert told.hire.of_cost == pytest.approx(hours * 420 / every)
    assert told.hire.of_hours == pytest.approx(hours / sum(filled.values()))


def test_a_share_of_cost_is_left_out_where_a_price_is_missing():
    _, told = found(wash(), staff=(person("nurse", hired=1.0), person("host")))
    assert told.hire.of_cost is None
    assert told.hire.of_hours > 0


def test_overtime_stands_beside_the_load_in_hours_share_and_money():
    _, told = found(wash(), staff=(person("nurse", overtime=4.0), person("worker")))
    nurse, worker = told.posts
    assert nurse.overtime_share == pytest.approx(4 / nurse.filled_hours)
    assert nurse.overtime_cost == pytest.approx(4 * 420)
    assert (worker.overtime_share, worker.used) == (0, 0)
    load = sum(c.load + c.other for (role, _), c in told.capacities.items() if role == "nurse")
    full = sum(c.full for (role, _), c in told.capacities.items() if role == "nurse")
    assert nurse.used == pytest.approx(load / full)
    hours = sum(post.filled_hours for post in told.posts)
    assert told.hire.overtime_of_hours == pytest.approx(4 / hours)


def test_units_are_pooled_with_their_hire_and_kroner_never_meet_kronor():
    mapping, one = found(wash(), staff=(person("nurse", hired=1.0), person("worker")))
    _, other = found(wash(), staff=(person("nurse"), person("worker")))
    here, abroad = mapping.unit, replace(mapping.unit, country=Country.SE)
    pool = units_pooled({"a": one, "b": other}, {"a": here, "b": here})
    posts = [*one.posts, *other.posts]
    cost = sum(post.filled_hours * post.hourly_cost for post in posts)
    assert pool.hire.of_cost == pytest.approx(one.posts[0].hired_cost / cost)
    assert set(pool.role_hires) == {"nurse", "worker"}
    assert list(pool.area_hires.values()) == [pool.hire]
    mixed = units_pooled({"a": one, "b": other}, {"a": here, "b": abroad})
    assert mixed.hire.of_cost is None
    assert mixed.hire.of_hours == pool.hire.of_hours


def test_the_line_for_hired_staff_is_the_countrys():
    line = HiredLine(0.02, "aim")
    _, told = found(wash(), catalogue=replace(CATALOGUE, hired_line=line))
    assert told.hired_line is line
    assert found(wash())[1].hired_line is None


@pytest.mark.parametrize(("persons", "stated"), [(5, 1), (4, 0)])
def test_sick_leave_of_few_persons_is_not_told(persons, stated):
    nurse = replace(person("nurse", absence=Absence(sick_share=0.2)), persons=persons)
    _, told = found(wash(), staff=(nurse,))
    assert len([one for one in told.sick_leave if one.role == "nurse"]) == stated


def test_the_mix_is_of_the_staff_alone():
    _, told = found(wash(), staff=(person("nurse"), person("worker")))
    day = next(mix for mix in told.mixes if mix.work is not None)
    assert 0 <= day.work <= 1
    assert day.present == pytest.approx(0.5, abs=0.2)

from dataclasses import replace

import pytest
from small_unit import CATALOGUE, QUESTION, STAFFING, staffing, task, ward

from taskmap.model.staffing import Absence, Acceptance, Staffing
from taskmap.model.task import Supervision
from taskmap.workload import capacities, load_today, working_time


def nurse(**more):
    return Staffing(role="nurse", persons=7, posts=5.6, hours_profile="rota", **more)


def test_a_working_year_step_by_step():
    person = nurse(absence=Absence(sick_share=0.09, other_days=3, training_days=2))
    year = working_time(person, ward(staff=(person,)), CATALOGUE)
    net_days = 1604.6 / 7.1
    assert year.hours_per_day == pytest.approx(7.1)
    assert year.sick_days == pytest.approx(net_days * 0.09)
    assert year.available == pytest.approx((net_days * 0.91 - 5) * 7.1)
    assert year.sick_source == "role"


@pytest.mark.parametrize(
    ("persons", "own", "unit", "source"),
    [
        (5, 0.2, 0.07, "role"),
        (4, 0.2, 0.07, "unit"),
        (7, None, 0.07, "unit"),
        (4, 0.2, None, "sick-source"),
    ],
)
def test_sick_leave_of_few_persons_is_never_used(persons, own, unit, source):
    person = replace(nurse(absence=Absence(sick_share=own)), persons=persons)
    year = working_time(person, ward(staff=(person,), sick_share=unit), CATALOGUE)
    assert year.sick_source == source


def test_posts_become_whole_minutes_by_band():
    person = nurse(
        vacant=0.8,
        hired=0.3,
        band_shares={"day": 0.6, "evening": 0.3, "night": 0.1},
        support={"meetings": 0.04, "breaks": 0.05},
        complete=True,
    )
    mapping = ward(staff=(person,), sick_share=0.095)
    day = capacities(mapping, CATALOGUE, QUESTION)["nurse", "day"]
    available = 1604.6 * (1 - 0.095)
    assert day.at_hand == int(5.1 * available / 52 * 60 * 0.6 + 0.5)
    assert day.full == int(day.at_hand * 0.91 + 0.5)
    assert day.room == day.full * 85 // 100
    assert day.other == 0


def test_the_roster_is_believed_and_the_posts_are_shown_beside_it():
    person = nurse(rostered={"day": 100}, band_shares={"day": 1.0}, complete=True)
    day = capacities(ward(staff=(person,)), CATALOGUE, QUESTION)["nurse", "day"]
    assert day.at_hand == 6000
    assert day.computed != 6000


def test_individual_allowances_are_spread_over_the_bands():
    person = staffing("nurse", {"day": 30, "evening": 10}, allowance_hours={"rep": 4})
    known = capacities(ward(staff=(person,)), CATALOGUE, QUESTION)
    assert [known["nurse", band].full for band in ("day", "evening")] == [27 * 60, 9 * 60]


@pytest.mark.parametrize(
    ("more", "room"), [({}, 510), ({"dedicated": True}, 600), ({"ceiling": 0.5}, 300)]
)
def test_the_ceiling_leaves_room_for_variation(more, room):
    person = staffing("nurse", {"day": 10}, **more)
    assert capacities(ward(staff=(person,)), CATALOGUE, QUESTION)["nurse", "day"].room == room


def test_what_is_not_mapped_is_not_room():
    half = replace(staffing("host", {"day": 10}, free_hours={"day": 2}), complete=False)
    mapping = ward(task("dishes", {"day": 6}, today="host"), staff=(half,))
    day = capacities(mapping, CATALOGUE, QUESTION)["host", "day"]
    assert (day.room, day.load, day.other) == (510, 60, 510 - 60 - 120)


@pytest.mark.parametrize(
    ("acceptance", "minutes"),
    [
        (None, 0),
        (Acceptance(office="committee", on=QUESTION.as_of, consent=False), 0),
        (Acceptance(office="committee", on=QUESTION.as_of.replace(year=2027), consent=True), 0),
        (Acceptance(office="committee", on=QUESTION.as_of, consent=True), 300),
    ],
)
def test_only_a_decision_in_force_with_consent_opens_a_machine(acceptance, minutes):
    machine = Staffing(role="dispenser", stated_hours={"day": 5}, acceptance=acceptance)
    day = capacities(ward(staff=(machine,)), CATALOGUE, QUESTION)["dispenser", "day"]
    assert (day.at_hand, day.room, day.other) == (minutes, minutes, 0)


def test_load_is_summed_in_millionths_and_rounded_once():
    third = {"nurse": 1 / 3, "worker": 2 / 3}
    tasks = [task(f"t{n}", {"day": 1}, minutes=10, today=third) for n in range(3)]
    load = load_today(ward(*tasks))
    assert (load["nurse", "day"], load["worker", "day"]) == (10, 20)


def test_lasting_supervision_is_load_of_the_one_who_gives_it():
    named = Supervision(by="nurse", of="worker", minutes=2)
    passing = Supervision(by="nurse", of="worker", minutes=9, weeks=6)
    newcomers = Supervision(by="nurse", minutes=9)
    work = task("pills", {"day": 5}, today="worker", supervision=(named, passing, newcomers))
    assert load_today(ward(work))["nurse", "day"] == 10


def test_hours_fall_as_the_work_does_where_nothing_is_written():
    person = nurse(complete=True)
    work = task("round", {"day": 3, "night": 1}, today="nurse")
    known = capacities(ward(work, staff=(person,)), CATALOGUE, QUESTION)
    day, night = known["nurse", "day"].at_hand, known["nurse", "night"].at_hand
    assert day == pytest.approx(3 * night, abs=2)
    assert known["nurse", "evening"].at_hand == 0


def test_every_role_has_every_band():
    known = capacities(ward(), CATALOGUE, QUESTION)
    assert len(known) == 3 * len(STAFFING)

"""What was held is done: needs, places, lecturers, hosting, bills and validity follow from it."""

from datetime import date

from taskmap.model.programme import Came, Expiring, HeldRun, Ordered, OwnLecturer
from taskmap.model.training import Backing, Gap, Why
from taskmap.training.calendar import calendar
from taskmap.training.shares import bills, in_kind
from taskmap.training.wants import renewals, wants
from tests.training.test_shares import partnership
from tests.training.years import course, year

MARCH = date(2027, 3, 11)
OFFERED = course(
    run_cost=1000.0, price=100.0, valid_years=2, most_runs=2,
    lecturers=(OwnLecturer(organisation="dal", runs=1),), hired_fee=5000.0,
)  # fmt: skip
HELD = HeldRun(
    course="sar", on=MARCH, venue="sal-berg", lecturer="dal",
    came=(
        Came(organisation="berg", persons=5, role="nurse"),
        Came(organisation="berg", persons=2, unit="berg-1"),
        Came(organisation="dal", persons=1),
    ),
)  # fmt: skip


def programme(*held, **given):
    expiring = (Expiring(course="sar", organisation="berg", persons=3, on=date(2027, 5, 31)),)
    ordered = (Ordered(course="sar", organisation="berg", persons=6),)
    return year([OFFERED], held=held, ordered=ordered, expiring=expiring, **given)


def gap(mapped, unit="berg-1"):
    return Gap(
        unit=unit, organisation="berg", role="worker", competence="wound", course="sar",
        persons=4, hours=6.0, price=0.0, backing=Backing.POSSIBLE, mapped=mapped,
    )  # fmt: skip


def wanted(found):
    return {why: n for want in found for why, n in want.why.items()}


def test_who_came_is_wanted_no_more_what_runs_out_first():
    """Seven came from berg: three whose course runs out, and four of the six ordered."""
    before = date(2027, 1, 10)
    assert wanted(wants(programme(), [gap(before)])) == {
        Why.RENEWAL: 3, Why.ORDERED: 6, Why.PLAN: 4
    }  # fmt: skip
    assert wanted(wants(programme(HELD), [gap(before)])) == {Why.ORDERED: 2, Why.PLAN: 4}


def test_a_plan_of_a_unit_mapped_since_knows_already_who_came():
    only = year([OFFERED], held=(HELD,))
    assert wanted(wants(only, [gap(date(2027, 1, 10))])) == {}
    assert wanted(wants(only, [gap(date(2027, 1, 10), unit="berg-2")])) == {}
    assert wanted(wants(only, [gap(date(2027, 4, 1))])) == {Why.PLAN: 4}


def test_a_run_that_was_held_has_used_its_lecturer_its_room_and_its_money():
    made = programme(HELD)
    placed = calendar(made, wants(made, []))
    done = [p for p in placed.placed if p.done]
    rest = [p for p in placed.placed if not p.done]
    assert [(p.half, p.venue, p.own, p.come) for p in done] == [
        (1, "sal-berg", {"dal": 1}, {"berg": 7, "dal": 1})
    ]
    assert done[0].minutes == 2 * 30 * (1 + 1)
    assert (sum(p.runs for p in rest), sum(p.hired for p in rest)) == (1, 1)
    assert sum(placed.hosted.values()) == 2
    (bill,) = bills(made, partnership(berg=50, dal=30, fjord=20), placed)
    assert bill.ore == (2 * 1000 + 5000 + (8 + 2) * 100) * 100
    lent = {(c.organisation, str(c.kind)): c.runs for c in in_kind(made, placed)}
    assert lent["dal", "lecturer"] == 1


def test_the_runs_a_course_may_be_held_are_used_up():
    made = programme(HELD, HELD)
    placed = calendar(made, wants(programme(), []))
    assert [p.runs for p in placed.placed] == [1, 1]
    assert sum(each.persons for each in placed.unmet) == 9


def test_a_cancelled_run_uses_nothing_and_the_need_stands():
    cancelled = HeldRun(course="sar", on=MARCH, venue="sal-berg", cancelled=True)
    made, before = programme(cancelled), programme()
    assert wants(made, []) == wants(before, [])
    assert calendar(made, wants(made, [])) == calendar(before, wants(before, []))


def test_validity_runs_from_the_day_it_was_held():
    told = [(r.organisation, r.unit, r.persons, r.month) for r in renewals(programme(HELD), MARCH)]
    assert told == [
        ("berg", None, 5, "2029-03"), ("berg", "berg-1", 2, "2029-03"), ("dal", None, 1, "2029-03")
    ]  # fmt: skip
    short = [(r.persons, r.month) for r in renewals(programme(), MARCH)]
    assert short == [(3, "2027-05")]

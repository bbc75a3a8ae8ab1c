"""Meetings, the years of a role, what units could share, and what an application lacks."""

from dataclasses import replace
from datetime import date

import pytest
from made_funds import fund, need

from taskmap.funding import (
    Asks,
    Matter,
    Today,
    agendas,
    ahead,
    divide,
    longest_trip,
    missing,
    next_due,
    sharings,
    today_in,
)
from taskmap.funding.agenda import next_day
from taskmap.graph.sole import Sole
from taskmap.model.fund import (
    Application,
    Held,
    MeetingKind,
    Meetings,
    Payer,
    Said,
    Spent,
    Status,
    Union,
    UnionStatus,
)
from taskmap.model.programme import TrainingProgramme
from taskmap.model.staffing import Staffing
from taskmap.model.supply import RoleSupply, Supply
from tests.small_unit import CATALOGUE, staffing, task, ward

TODAY = date(2026, 11, 22)
HR = Meetings(kind=MeetingKind.HR, every=1, first=date(2026, 1, 31))
UNIONS = Meetings(kind=MeetingKind.UNION, every=3, first=date(2026, 10, 7))


def matters(what, planned=()):
    return {
        agenda.kind: [(item.matter, item.need and item.need.id) for item in agenda.items]
        for agenda in agendas(what, planned, TODAY)
    }


def test_groups_meet_on_the_days_of_their_cycle():
    assert next_day(HR, TODAY) == date(2026, 11, 30)
    assert next_day(UNIONS, TODAY) == date(2027, 1, 7)
    assert next_day(UNIONS, date(2026, 10, 7)) == date(2026, 10, 7)


def test_an_agenda_holds_what_is_open_and_nothing_else():
    new = need("new", [10], 5)
    answered = need(
        "answered", [10], 5, on=date(2026, 9, 1), status=Status.ASKED,
        answer=Said(on=TODAY, office="HR", text="Hvor mange?"),
        union=Union(status=UnionStatus.AGREED),
    )  # fmt: skip
    against = replace(answered, id="against", union=Union(status=UnionStatus.DISAGREED))
    gone = replace(new, id="gone", status=Status.DECLINED, answer=answered.answer)
    held = replace(HR, held=(Held(on=date(2026, 9, 30)),))
    what = fund(new, answered, against, gone, meetings=(held, UNIONS))
    found = matters(what)
    assert found[MeetingKind.HR] == [(Matter.NEW, "new")]
    assert found[MeetingKind.UNION] == [
        (Matter.NEW, "new"), (Matter.UNHEARD, "new"), (Matter.DISAGREED, "against"),
    ]  # fmt: skip


def test_what_the_plan_holds_is_to_be_decided_and_what_is_overspent_is_told():
    spent = need("spent", [10], 5, spent=(Spent(on=TODAY, amount=11),))
    what = fund(spent, meetings=(HR,))
    found = matters(what, divide(what).planned)[MeetingKind.HR]
    assert (Matter.TO_DECIDE, "spent") in found
    assert (Matter.OVERSPENT, "spent") in found


def test_the_supply_analysis_is_due_every_second_year():
    known = Supply(first_year=2027, years=1, roles=(), done=(date(2023, 1, 1), date(2024, 11, 30)))
    assert next_due(known) == date(2026, 11, 30)
    assert matters(fund(meetings=(HR,), supply=known))[MeetingKind.HR] == [(Matter.SUPPLY, None)]
    assert next_due(replace(known, done=())) is None


def test_a_roles_years_follow_from_who_leaves_and_who_comes():
    said = RoleSupply(role="nurse", retire=(2,), turnover=0.05, intake=(1, 1), trained=(0.5,))
    supply = Supply(first_year=2027, years=2, roles=(said,))
    (role,) = ahead(supply, {"nurse": Today(posts=20, vacant=2, hired=3)}, {"nurse": 1.0})
    first, second = role.years
    assert (first.begin, first.needed) == (18, 19)
    assert first.end == pytest.approx(18 - 2 - 0.9 + 1 + 0.5)
    assert first.lacking == pytest.approx(2.4)
    assert second.end == pytest.approx(16.6 * 0.95 + 1)
    assert role.today.hired == 3


def test_what_the_fund_says_of_today_goes_before_the_mappings():
    staff = [Staffing(role="nurse", persons=9, posts=4, vacant=1), Staffing(role="nurse", posts=3)]
    mapped = today_in(staff)
    assert mapped["nurse"] == Today(posts=7, vacant=1)
    supply = Supply(first_year=2027, years=1, roles=(RoleSupply(role="nurse", posts=5),))
    (role,) = ahead(supply, mapped, {})
    assert (role.today.posts, role.today.vacant, role.years[0].begin) == (5, 1, 4)


def test_an_application_tells_what_nobody_has_said():
    bare = need("bare", [], None)
    assert missing(bare, Payer.OTHER) == (
        Asks.MEASURE, Asks.GROUP, Asks.PARTICIPANTS, Asks.PERFORMER, Asks.COST, Asks.PERIOD,
        Asks.EFFECT, Asks.UNION,
    )  # fmt: skip
    assert set(missing(bare, Payer.OMSTALLNINGSFONDEN)) - set(missing(bare, Payer.OTHER)) == {
        Asks.AID, Asks.BEYOND,
    }  # fmt: skip
    whole = need(
        "whole", [10], 5, measure="kurs", persons=4, union=Union(status=UnionStatus.DISAGREED),
        application=Application(
            to=Payer.OMSTALLNINGSFONDEN, group="g", aid="207010", performer="p",
            start=TODAY, until=TODAY, beyond="b",
        ),
    )  # fmt: skip
    assert missing(whole, Payer.OMSTALLNINGSFONDEN) == ()


APART, TOGETHER = {"here": "solvik", "there": "granmo"}, dict.fromkeys(("here", "there"), "solvik")


def roads(minutes):
    travel = {} if minutes is None else {("granmo", "solvik"): minutes}
    return TrainingProgramme(id="k", name="k", partnership="p", year=2027, travel=travel)


def test_units_share_a_role_only_where_others_know_how():
    alone = staffing("worker", {"day": 40}, persons=3, competences={"medicines": 1})
    asks = task("dose", {"day": 3}, today={"worker": 1.0}, competences=("medicines",))
    here, there = ward(asks, staff=(alone,)), ward(asks)
    sole = {"here": (Sole("dose", ("worker",), 1, 120, 3.0),), "there": ()}
    known = CATALOGUE.competences
    (found,) = sharings({"here": here, "there": there}, sole, known)
    assert (found.role, found.units, found.competences) == (
        "worker",
        ("here", "there"),
        ("medicines",),
    )
    assert (found.before, found.after, found.lent) == (1, 0, 120)
    assert found.hangs[0].elsewhere == 2
    assert [longest_trip(found, home, roads(45)) for home in (APART, TOGETHER)] == [45, None]
    assert longest_trip(found, APART, roads(None)) is None
    assert sharings({"here": here}, {"here": sole["here"]}, known) == ()
    unlearned = ward(asks, staff=(staffing("worker", {"day": 40}),))
    assert sharings({"here": here, "there": unlearned}, sole, known) == ()
    unsaid = replace(here, tasks=(replace(asks, competences=None),))
    assert sharings({"here": unsaid, "there": there}, sole, known) == ()

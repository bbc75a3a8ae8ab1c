"""The kinds of collaboration about money that ship: each is what its reader would recognise."""

from datetime import date
from pathlib import Path

from taskmap.catalogue import load
from taskmap.document import read_followup, read_fund, read_partnership, read_programme
from taskmap.followup import Stage, stage
from taskmap.funding import Why, agendas, divide, next_due
from taskmap.model.followup import Theme
from taskmap.model.fund import MeetingKind, Payer
from taskmap.model.programme import Key
from taskmap.model.unit import Country
from taskmap.workspace import Workspace

SHIPPED = Path(__file__).parents[2] / "mappings"
TODAY = date(2026, 11, 22)


def fund(name):
    found, findings = read_fund((SHIPPED / f"{name}.yaml").read_bytes(), file=name)
    assert findings == ()
    assert found.illustrative
    return found


def test_a_region_plans_preventive_funds_with_a_union_reference_group():
    found = fund("medel-furuskar-forebyggande")
    assert {each.kind: each.every for each in found.meetings} == {
        MeetingKind.HR: 1, MeetingKind.UNION: 3,
    }  # fmt: skip
    assert any(n.application and n.application.to is Payer.OMSTALLNINGSFONDEN for n in found.needs)
    assert {need.union.status for need in found.needs if need.union} >= {"agreed", "disagreed"}
    union = next(
        each
        for each in agendas(found, divide(found).planned, TODAY)
        if each.kind is MeetingKind.UNION
    )
    assert union.items


def test_a_regions_fund_of_8_2_million_over_three_years_in_twenty_areas():
    found = fund("medel-furuskar-kompetensfond")
    assert sum(each.amount for each in found.budget) == 8_200_000
    assert (len(found.years), len(found.areas)) == (3, 20)
    assert {need.area for need in found.needs} == set(found.areas)
    assert (found.supply.every_years, next_due(found.supply)) == (2, date(2027, 10, 15))
    answer = divide(found)
    assert answer.gap == 0
    assert {left.why for left in answer.left} >= {Why.NO_EFFECT, Why.FAIRNESS}


def test_thirty_measures_away_from_hired_staff():
    text = (SHIPPED / "furuskar/medicinavdelning-3.followup.yaml").read_bytes()
    found, findings = read_followup(text, file="f")
    assert findings == ()
    assert len(found.measures) == 30
    assert {measure.theme for measure in found.measures} >= {
        Theme.WAYS_OF_WORKING, Theme.SCHEDULING, Theme.STAFF_POOL, Theme.PAY,
    }  # fmt: skip
    assert {stage(measure, TODAY) for measure in found.measures} >= {
        Stage.KEPT, Stage.POSTPONED, Stage.REJECTED, Stage.UNDER_WAY,
    }  # fmt: skip


def partnership(name):
    found, findings = read_partnership((SHIPPED / f"{name}.yaml").read_bytes(), file=name)
    assert findings == ()
    assert found.illustrative
    return found


def test_three_municipalities_divide_tasks_from_below():
    found = partnership("samarbeid-kystlinjen")
    assert len(found.members) == 3
    assert all(len(member.units) == 3 for member in found.members)
    mapped = {card.id for card in Workspace(SHIPPED, TODAY).units() if not card.errors}
    assert {unit for member in found.members for unit in member.units} <= mapped


def test_five_municipalities_share_courses_by_population():
    five = partnership("samarbeid-femkant")
    assert len(five.members) == 5
    text = (SHIPPED / "samarbeid-femkant-kurs-2027.yaml").read_bytes()
    found, _ = read_programme(text, file="p", partnership=five, catalogue=load(Country.NO))
    assert (found.partnership, found.key, found.illustrative) == (five.id, Key.POPULATION, True)

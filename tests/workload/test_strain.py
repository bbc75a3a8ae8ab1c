"""Marks of strain: whose minutes they are, what they weigh, and what a plan does to them."""

from dataclasses import replace
from pathlib import Path

import pytest
from small_unit import CATALOGUE, staffing, task, ward

from taskmap.catalogue import load
from taskmap.document import mapping_table, read_mapping, write_mapping
from taskmap.model.strain import Strain
from taskmap.model.unit import Country
from taskmap.workload import exposures, weights

ROOT = Path(__file__).parents[2]

LIFT, ALONE, ALARMS = Strain.HEAVY_LIFTING, Strain.ALONE, Strain.ALARMS
KNOWN = replace(CATALOGUE, strain=load(Country.NO).strain)
STAFF = (staffing("nurse", {"day": 60.0}), staffing("worker", {"day": 60.0}))


def unit(*tasks, **more):
    return ward(*tasks, staff=STAFF, **more)


def wash(name="wash", **more):
    return task(name, {"day": 6}, 10, {"nurse": 0.25, "worker": 0.75}, **more)


def test_minutes_stand_under_each_mark_and_once_together():
    found = {e.role: e for e in exposures(unit(wash(strain=(LIFT, ALONE)), wash("walk")), KNOWN)}
    nurse = found["nurse"]
    assert (nurse.minutes[LIFT], nurse.minutes[ALONE], nurse.minutes[ALARMS]) == (15, 15, 0)
    assert nurse.marked == 15
    assert nurse.weighed == pytest.approx(30)
    assert found["worker"].marked == 45


def test_a_unit_without_marks_has_no_exposure():
    assert exposures(unit(wash()), KNOWN) == ()


def test_the_units_own_weights_go_before_the_catalogues():
    mapping = unit(wash(strain=(ALARMS,)), strain_weights={ALARMS: 2.0})
    assert weights(unit(), KNOWN)[ALARMS] == 0.84
    assert weights(mapping, KNOWN)[ALARMS] == 2.0
    assert exposures(mapping, KNOWN)[0].weighed == pytest.approx(30)


def test_a_plan_moves_the_strain_with_the_work():
    mapping = unit(wash(strain=(LIFT,)))
    shares = {"wash": {"day": {"worker": 1_000_000}}}
    after = exposures(mapping, KNOWN, shares)
    assert [(e.role, e.marked) for e in after] == [("worker", 60)]


def test_every_mark_has_a_weight_and_says_whether_it_is_an_estimate():
    for country in Country:
        known = load(country).strain
        assert set(known) == set(Strain)
        for mark in known.values():
            assert mark.estimate != bool(mark.sources), mark.id
            assert not mark.estimate or mark.weight == 1.0


def test_marks_and_weights_are_read_and_written_back():
    file = ROOT / "mappings/solvik/havblikk-2.yaml"
    text = file.read_text(encoding="utf-8").replace(
        "\nbands:", "\nstrain_weights: {heavy_lifting: 2}\nbands:", 1
    )
    mapping, findings = read_mapping(text, file="a.yaml")
    assert mapping is not None, findings
    assert mapping.by_task["snuing"].strain == (LIFT,)
    assert mapping.strain_weights == {LIFT: 2.0}
    assert read_mapping(write_mapping(mapping_table(mapping)), file="a.yaml")[0] == mapping


@pytest.mark.parametrize(
    ("written", "code", "field"),
    [
        ("strain: [heavy_liftng]", "choice.unknown", "tasks[0].strain[0]"),
        ("strain: heavy_lifting", "type.list", "tasks[0].strain"),
    ],
)
def test_an_unknown_mark_is_told_with_its_place(written, code, field):
    text = (ROOT / "mappings/solvik/havblikk-2.yaml").read_text(encoding="utf-8")
    broken = text.replace("strain: [heavy_lifting]", written, 1).replace(
        "strain:  [heavy_lifting]", written, 1
    )
    mapping, findings = read_mapping(broken, file="a.yaml")
    assert mapping is None
    assert (code, field) in {(f.code, f.place.field) for f in findings}

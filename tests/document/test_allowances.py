"""Time beside the tasks, said as people count it, in the shares and hours of the model."""

from pathlib import Path

import pytest

from taskmap.catalogue import load
from taskmap.document import read_mapping
from taskmap.model.unit import Country
from taskmap.model.working import time_at_work

ROOT = Path(__file__).parents[2]
WARD = (ROOT / "tests/cases/ward.yaml").read_text("utf-8")
SUPPORT = "support: {meetings: 4 %, breaks_in_work: 5 %}"


def nurse(support):
    text = WARD.replace(SUPPORT, support)
    assert text != WARD
    mapping, findings = read_mapping(text, file="ward.yaml")
    assert mapping is not None, findings
    found = mapping.by_role["sykepleier"]
    return found, time_at_work(found, mapping.sick_share, load(Country.NO))


@pytest.mark.parametrize(
    ("said", "hours"),
    [
        ("minutes_a_day: 21.3", lambda year: 21.3 / 60 * year.available / year.hours_per_day),
        ("hours_a_day: 0.355", lambda year: 0.355 * year.available / year.hours_per_day),
        ("hours_a_week: 2", lambda year: 2 * year.available / year.hours_per_day / 5),
        ("hours_a_month: 6", lambda _: 72),
        ("hours_a_year: 72", lambda _: 72),
        ("per_cent: 5", lambda year: 0.05 * year.available),
    ],
)
def test_every_way_of_saying_it_is_the_same_time(said, hours):
    found, year = nurse(f"support: {{meetings: {{{said}}}}}")
    assert found.support["meetings"] == pytest.approx(hours(year) / year.available)
    own, year = nurse(f"allowance_hours: {{contact: {{{said}, persons: 2}}}}")
    assert own.allowance_hours["contact"] == pytest.approx(2 * hours(year) / 52)


def test_a_plain_figure_is_what_it_was():
    found, _ = nurse("support: {meetings: 4 %}\n    allowance_hours: {contact: 3}")
    assert (found.support, found.allowance_hours) == ({"meetings": 0.04}, {"contact": 3.0})


def test_support_that_takes_all_the_time_is_refused_however_it_is_said():
    text = WARD.replace(SUPPORT, "support: {meetings: {hours_a_day: 7}, more: {minutes_a_day: 7}}")
    mapping, findings = read_mapping(text, file="ward.yaml")
    assert mapping is None
    assert [finding.code for finding in findings] == ["staffing.support_sum"]

"""Scenarios change a copy alone, say the same in any order, and are told at their line."""

from pathlib import Path

import pytest

from taskmap.catalogue import load
from taskmap.document import differences, edited, read_mapping, read_scenario
from taskmap.model.edit import (
    AddTask,
    RemovePost,
    RemoveTask,
    SetField,
    SetPost,
    SetUnitField,
)
from taskmap.model.unit import Country
from taskmap.scenario import Source, applied, as_edits, combined, placed

ROOT = Path(__file__).resolve().parents[2]
WARD = (ROOT / "tests/cases/ward.yaml").read_bytes()
MAPPING, FINDINGS = read_mapping(WARD, file="ward.yaml")
HEAD = "taskmap: scenario/1\nid: {id}\nunit: liten-post\nname: Prøve\nchanges:\n"


def scenario(changes, id_="prove"):
    text = HEAD.format(id=id_) + changes
    found, findings = read_scenario(
        text, file="s.yaml", mapping=MAPPING, catalogue=load(Country.NO)
    )
    assert found is not None, findings
    return found


def copy_of(*scenarios):
    return applied(WARD, MAPPING, combined(scenarios).changes)


MANY = """\
  sick_share: 12 %
  volumes: {residents: 18}
  staffing:
    sykepleier: {vacant: 0.5, without: [hired]}
  tasks:
    kjokken: {minutes: 25, note: "0301"}
    dosett: {count: {dag: 3}}
  added_tasks:
    - {id: vask, name: Vask, group: housekeeping, count: {dag: 7}, minutes: 9, today: matvert}
  removed_tasks: [vekt]
"""


def test_a_scenario_says_what_the_same_edits_by_hand_say():
    by_hand = (
        SetUnitField("sick_share", "12 %"),
        SetUnitField("volumes.residents", 18),
        SetPost("sykepleier", "vacant", 0.5),
        SetPost("sykepleier", "hired", None),
        AddTask(
            {
                "id": "vask",
                "name": "Vask",
                "group": "housekeeping",
                "count": {"dag": 7},
                "minutes": 9,
                "today": "matvert",
            }
        ),
        SetField("kjokken", "minutes", 25),
        SetField("kjokken", "note", "0301"),
        SetField("dosett", "count", {"dag": 3}),
        RemoveTask("vekt"),
    )
    copy = copy_of(scenario(MANY))
    assert copy == edited(WARD, by_hand)
    assert differences(copy, edited(WARD, reversed(by_hand))) == ()
    assert read_mapping(copy, file="copy")[0].sick_share == 0.12


def test_the_difference_is_what_the_scenario_changes():
    changes = scenario(MANY).changes
    told = differences(WARD, applied(WARD, MAPPING, changes))
    assert {each.path for each in told} == set(changes)
    assert {each.path: each.after for each in told} == changes


def test_the_mapping_is_never_changed():
    before = bytes(WARD)
    copy_of(scenario(MANY))
    assert before == WARD
    assert read_mapping(WARD, file="ward.yaml")[0] == MAPPING


WINTER = "  sick_share: 12 %\n  tasks: {dosett: {minutes: 14}}\n"
VACANT = "  staffing: {sykepleier: {vacant: 2.0}}\n  tasks: {dosett: {note: Senere}}\n"


def test_scenarios_that_change_different_things_hold_together_in_any_order():
    winter, vacant = scenario(WINTER, "vinter"), scenario(VACANT, "ledig")
    both = combined([winter, vacant])
    assert both == combined([vacant, winter])
    assert both.conflicts == ()
    assert both.scenarios == ("ledig", "vinter")
    assert copy_of(winter, vacant) == copy_of(vacant, winter)
    step_by_step = applied(copy_of(vacant), MAPPING, winter.changes)
    assert differences(copy_of(winter, vacant), step_by_step) == ()


def test_equal_changes_are_no_conflict():
    assert combined([scenario(WINTER, "a"), scenario(WINTER, "b")]).conflicts == ()


@pytest.mark.parametrize(
    ("other", "path", "says"),
    [
        ("  tasks: {dosett: {minutes: 20}}\n", ("tasks", "dosett", "minutes"), ("14", "20")),
        ("  removed_tasks: [dosett]\n", ("tasks", "dosett"), ("14", None)),
        ("  sick_share: 5 %\n", ("sick_share",), ("12 %", "5 %")),
    ],
)
def test_what_two_scenarios_change_differently_is_a_conflict(other, path, says):
    one, two = scenario(WINTER, "a"), scenario(other, "b")
    for order in ((one, two), (two, one)):
        (found,) = combined(order).conflicts
        assert (found.path, found.one, found.other) == (path, "a", "b")
        assert (found.one_says, found.other_says) == says


def test_a_part_goes_with_its_whole_and_is_not_removed_twice():
    data = WARD + (
        b"  - {id: hjelp}\n"
        b"  - {id: lys, parent: hjelp, count: {dag: 7}, minutes: 5, today: sykepleier}\n"
        b"  - {id: luft, parent: hjelp, count: {dag: 7}, minutes: 5, today: sykepleier}\n"
    )
    mapping, findings = read_mapping(data, file="ward.yaml")
    assert mapping is not None, findings
    changes = {("tasks", "hjelp"): None, ("tasks", "lys"): None}
    assert as_edits(changes, mapping) == (RemoveTask("hjelp", with_parts=True),)
    assert differences(WARD, applied(data, mapping, changes)) == ()


def test_a_role_goes_after_its_work():
    changes = scenario(
        "  removed_staffing: [matvert]\n  tasks: {kjokken: {without: [decisions]}}\n"
    ).changes
    assert as_edits(changes, MAPPING)[-1] == RemovePost("matvert")
    copy, findings = read_mapping(applied(WARD, MAPPING, changes), file="copy")
    assert copy is not None, findings
    assert "matvert" not in copy.by_role


def told(changes):
    """Findings of the copy at their place in the scenario, without those of the mapping."""
    text = HEAD.format(id="prove") + changes
    source = Source("s.yaml", text.encode(), scenario(changes).changes)
    copy = applied(WARD, MAPPING, source.changes)
    findings = placed(
        read_mapping(copy, file="ward.yaml")[1],
        copy,
        before=FINDINGS,
        document=WARD,
        sources=[source],
    )
    return [
        (f.code, f.place.file, f.place.line, f.place.field) for f in findings if f not in FINDINGS
    ]


@pytest.mark.parametrize(
    ("changes", "code", "line", "field"),
    [
        (
            "  staffing:\n    sykepleier: {vacant: 9}\n",
            "staffing.vacant",
            7,
            "changes.staffing.sykepleier.vacant",
        ),
        (
            "  tasks:\n    kjokken:\n      today: {helsefagarbeider: 80 %, sykepleier: 10 %}\n",
            "today.sum",
            8,
            "changes.tasks.kjokken.today",
        ),
        (
            "  added_tasks:\n    - {id: vask, count: {dag: 7}, minutes: 5, today: renholder}\n",
            "role.not_staffed",
            7,
            "changes.added_tasks.vask.today.renholder",
        ),
        (
            "  tasks:\n    dosett: {without: [today]}\n",
            "task.no_today",
            7,
            "changes.tasks.dosett.without.today",
        ),
        (
            "  removed_staffing: [sykehjemslege, sykepleier]\n",
            "role.not_staffed",
            6,
            "tasks.vekt.today.sykepleier",
        ),
    ],
)
def test_what_is_wrong_with_the_copy_is_told_at_the_change(changes, code, line, field):
    found = [each for each in told(changes) if each[0] == code]
    assert found
    assert (code, "s.yaml", line, field) in found

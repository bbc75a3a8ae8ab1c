"""A task on its way: kept in the document, counted nowhere, finished by what is said last."""

import pytest

from taskmap.document import edited, mapping_table, read_mapping, write_mapping
from taskmap.model.edit import MergeTasks, Part, SetField, SplitTask

BEGUN = b"""\
taskmap: mapping/1
unit: {id: post, name: Post, country: NO, setting: nursing_home, organisation: {id: by, name: By}}
date: 2026-10-15
illustrative: true
bands:
  - {id: dag, name: Dag, when: [{days: mon-sun, from: 07:00, to: 22:00}]}
  - {id: natt, name: Natt, when: rest}
staffing:
  - {role: sykepleier, persons: 6, posts: 5, bands: {dag: 80 %, natt: 20 %}}
  - {role: helsefagarbeider, persons: 9, posts: 7, bands: {dag: 100 %}}
tasks:
  - {id: stell, library: nh_morning_care, unfinished: true}   # begun
  - {id: runde, library: nh_night_round, unfinished: true}
"""


def mapping(data):
    found, _ = read_mapping(data, file="post.yaml")
    return found


def after(*edits):
    return edited(BEGUN, edits)


def test_an_unfinished_task_is_kept_and_counts_nowhere():
    found = mapping(BEGUN)
    assert [task.id for task in found.tasks] == ["stell", "runde"]
    assert found.leaves == ()
    assert mapping(write_mapping(mapping_table(found)).encode()) == found


def test_what_is_said_last_finishes_it():
    said = [
        SetField("stell", "count", {"dag": 21}),
        SetField("stell", "today", "helsefagarbeider"),
        SetField("stell", "minutes", 20),
    ]
    assert mapping(after(*said[:2])).leaves == ()
    done = after(*said)
    assert [leaf.id for leaf in mapping(done).leaves] == ["stell"]
    assert b"# begun" in done
    assert after(*said, SetField("stell", "unfinished", True)) == done
    again = edited(
        done, [SetField("stell", "minutes", None), SetField("stell", "unfinished", True)]
    )
    assert mapping(again).leaves == ()


def test_a_band_where_nobody_is_named_leaves_it_unfinished():
    said = [
        SetField("runde", "minutes", 10),
        SetField("runde", "today", {"dag": "helsefagarbeider"}),
        SetField("runde", "count", {"dag": 7, "natt": 14}),
    ]
    assert mapping(after(*said)).leaves == ()
    whole = mapping(after(*said, SetField("runde", ("today", "natt"), "sykepleier")))
    assert whole.by_leaf["runde"].today["natt"] == {"sykepleier": 1}


@pytest.mark.parametrize("count", [{"dag": 0}, {"every": "day", "bands": {"dag": 0}}])
def test_what_never_happens_is_not_finished(count):
    said = {"count": count, "minutes": 5, "today": "sykepleier"}
    assert mapping(after(*(SetField("stell", key, value) for key, value in said.items())))
    assert (
        mapping(after(*(SetField("stell", k, v) for k, v in said.items()))).by_task["stell"]
    ).unfinished


def test_parts_and_the_sum_of_unfinished_tasks_are_unfinished():
    parts = mapping(after(SplitTask("stell", (Part("vask", "Vask"), Part("hud", "Hud")))))
    assert {t.id: t.unfinished for t in parts.tasks} == {
        "stell": False, "vask": True, "hud": True, "runde": True,
    }  # fmt: skip
    one = edited(BEGUN, [MergeTasks(("stell", "runde"), {"library": None, "name": "Alt"})])
    assert [(t.id, t.unfinished) for t in mapping(one).tasks] == [("stell", True)]

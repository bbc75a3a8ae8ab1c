"""Two people's edits become one document, and nothing anybody wrote is lost."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from texts import SOUND

from taskmap.document import differences, edited, merged, read_mapping
from taskmap.errors import DocumentUnreadable, TaskmapError
from taskmap.model.difference import Change, Conflict, Difference
from taskmap.model.edit import (
    AddPost,
    AddTask,
    ChangeRole,
    RemovePost,
    RemoveTask,
    RenameBand,
    RenameTask,
    SetField,
    SetPost,
    SetUnitField,
)
from taskmap.yamltext import read, value_of
from tests.shipped import one_of_each_ordinarily

SHIPPED = sorted((Path(__file__).parents[2] / "mappings").glob("*/*.yaml"))
BASE = (
    SOUND
    + """\
  - id: frokost                # a comment that stays
    count: {dag: 70, helg: 14}
    minutes: {low: 8, likely: 10, high: 15}
    today: {sykepleier: 20 %, helsefagarbeider: 80 %}

  # ── Evening ──
  - {id: kveld, name: Kveld, count: {dag: 5}, minutes: 5, today: sykepleier}
  - id: dosett
    count: {dag: 1}
    minutes: 60
    today: sykepleier
chains:
  - {id: morgen, tasks: [stell, frokost]}
"""
).encode()


def after(*edits, base=BASE):
    return edited(base, edits)


def said(data):
    return value_of(read(data, file="")[0])


def test_what_differs_is_told_by_task_and_field():
    later = after(
        SetField("stell", "minutes", 30),
        SetField("stell", "name", "Stell"),
        SetField("frokost", "today.sykepleier", "30 %"),
        RemoveTask("kveld"),
        AddTask({"id": "ny", "minutes": 5}),
        SetUnitField("volumes.beds", 24),
        SetPost("sykepleier", "posts", 4),
    )
    assert differences(BASE, later) == (
        Difference(("volumes", "beds"), None, "24"),
        Difference(("staffing", "sykepleier", "posts"), "5", "4"),
        Difference(("tasks", "stell", "minutes"), "25", "30"),
        Difference(("tasks", "stell", "name"), None, "Stell"),
        Difference(
            ("tasks", "frokost", "today"),
            {"sykepleier": "20 %", "helsefagarbeider": "80 %"},
            {"sykepleier": "30 %", "helsefagarbeider": "80 %"},
        ),
        Difference(
            ("tasks", "kveld"),
            {
                "id": "kveld",
                "name": "Kveld",
                "count": {"dag": "5"},
                "minutes": "5",
                "today": "sykepleier",
            },
            None,
        ),
        Difference(("tasks", "ny"), None, {"id": "ny", "minutes": "5"}),
    )
    turned = differences(later, BASE)
    assert [each.change for each in turned].count(Change.ADDED) == 1
    assert {(d.path, d.before, d.after) for d in turned if isinstance(d.before, str)} == {
        (("volumes", "beds"), "24", None),
        (("staffing", "sykepleier", "posts"), "4", "5"),
        (("tasks", "stell", "minutes"), "30", "25"),
        (("tasks", "stell", "name"), "Stell", None),
    }


def test_comments_alone_are_no_difference():
    assert differences(BASE, BASE.replace(b"# a comment that stays", b"")) == ()
    with pytest.raises(DocumentUnreadable):
        differences(BASE, b"a: [")


def test_different_tasks_fields_and_lists_merge():
    mine = after(
        SetField("stell", "minutes", 30),
        AddTask({"id": "mi", "name": "Mi"}),
        SetUnitField("volumes.beds", 24),
        SetPost("sykepleier", "persons", 7),
    )
    theirs = after(
        SetField("stell", "name", "Stell"),
        AddTask({"id": "deira", "name": "Deira"}),
        RemoveTask("kveld"),
        SetUnitField("volumes.wounds", 3),
        SetPost("sykepleier", "posts", 6),
        AddPost({"role": "lege", "persons": 1}),
    )
    made = merged(BASE, mine, theirs)
    assert made.conflicts == ()
    found = said(made.data)
    assert [task["id"] for task in found["tasks"]] == ["stell", "frokost", "dosett", "mi", "deira"]
    assert found["tasks"][0]["minutes"].text == "30"
    assert found["tasks"][0]["name"] == "Stell"
    assert list(found["volumes"]) == ["residents", "beds", "wounds"]
    assert b"# a comment that stays" in made.data
    turned = merged(BASE, theirs, mine)
    assert turned.conflicts == ()
    assert _unordered(said(turned.data)) == _unordered(found)


@pytest.mark.parametrize(
    ("mine", "theirs", "path", "both"),
    [
        (
            SetField("stell", "minutes", 30),
            SetField("stell", "minutes", 20),
            ("tasks", "stell", "minutes"),
            ("25", "30", "20"),
        ),
        (
            SetField("frokost", "today.sykepleier", "30 %"),
            SetField("frokost", "today.helsefagarbeider", "70 %"),
            ("tasks", "frokost", "today"),
            None,
        ),
        (RemoveTask("kveld"), SetField("kveld", "minutes", 9), ("tasks", "kveld"), None),
        (SetField("kveld", "minutes", 9), RemoveTask("kveld"), ("tasks", "kveld"), None),
        (
            AddTask({"id": "ny", "minutes": 1}),
            AddTask({"id": "ny", "minutes": 2}),
            ("tasks", "ny"),
            (None, {"id": "ny", "minutes": "1"}, {"id": "ny", "minutes": "2"}),
        ),
        (
            RenameTask("kveld", "a"),
            RenameTask("kveld", "b"),
            ("tasks", "a", "id"),
            ("kveld", "a", "b"),
        ),
        (
            SetPost("sykepleier", "posts", 4),
            SetPost("sykepleier", "posts", None),
            ("staffing", "sykepleier", "posts"),
            ("5", "4", None),
        ),
        (
            RemovePost("sykepleier"),
            SetPost("sykepleier", "posts", 4),
            ("staffing", "sykepleier"),
            None,
        ),
        (
            SetUnitField("unit.name", "A"),
            SetUnitField("unit.name", "B"),
            ("unit", "name"),
            ("Post", "A", "B"),
        ),
    ],
)
def test_the_same_changed_by_both_is_a_conflict_with_both(mine, theirs, path, both):
    one, other = after(mine), after(theirs)
    made = merged(BASE, one, other)
    assert [conflict.path for conflict in made.conflicts] == [path]
    assert said(made.data) == said(one)
    (turned,) = merged(BASE, other, one).conflicts
    (conflict,) = made.conflicts
    if both is not None:
        assert conflict == Conflict(path, *both)
    if path[-1] != "id":
        assert (turned.mine, turned.theirs) == (conflict.theirs, conflict.mine)


def test_the_same_done_by_both_is_no_conflict():
    both = (SetField("stell", "minutes", 30), AddTask({"id": "ny"}), RenameTask("kveld", "sein"))
    made = merged(BASE, after(*both), after(*both, SetField("dosett", "minutes", 50)))
    assert made.conflicts == ()
    assert said(made.data) == said(after(*both, SetField("dosett", "minutes", 50)))


def test_a_new_name_meets_the_others_edits():
    mine = after(RenameTask("frokost", "mat"), RenameBand("dag", "dagtid"))
    theirs = after(
        SetField("frokost", "minutes", 12),
        SetField("stell", "count.dag", 60),
        SetUnitField("chains", [{"id": "k", "tasks": ["frokost", "kveld"]}]),
        ChangeRole("helsefagarbeider", "vernepleier"),
    )
    for one, other in ((mine, theirs), (theirs, mine)):
        made = merged(BASE, one, other)
        assert made.conflicts == ()
        found, findings = read_mapping(made.data, file="post.yaml")
        assert found is not None, findings
        assert found.by_task["mat"].minutes.likely == 12
        assert found.by_task["stell"].count.by_band["dagtid"] == 60
        assert found.chains[0].tasks == ("mat", "kveld")
        assert "vernepleier" in found.by_task["mat"].today["dagtid"]


def test_comments_of_both_survive_or_are_told():
    text = BASE.decode()
    mine = text.replace("minutes: 25", "minutes: 25   # counted in May").encode()
    theirs = text.replace("minutes: 60", "minutes: 60   # the pharmacy says").encode()
    made = merged(BASE, mine, theirs)
    assert made.conflicts == ()
    assert b"# counted in May" in made.data
    assert b"# the pharmacy says" in made.data
    theirs = text.replace("minutes: 25", "minutes: 20   # counted in June").encode()
    made = merged(BASE, mine, theirs)
    assert said(made.data)["tasks"][0]["minutes"].text == "20"
    assert made.conflicts == (Conflict(("comments",), None, None, "# counted in June"),)


def test_a_moved_task_stays_moved():
    lines = BASE.decode()
    kveld = next(line for line in lines.splitlines(keepends=True) if "{id: kveld" in line)
    moved = lines.replace(kveld, "").replace("  - id: stell\n", f"{kveld}  - id: stell\n").encode()
    made = merged(BASE, after(SetField("stell", "minutes", 30)), moved)
    assert made.conflicts == ()
    assert [task["id"] for task in said(made.data)["tasks"]][:2] == ["kveld", "stell"]
    assert said(made.data)["tasks"][1]["minutes"].text == "30"


def test_a_version_that_cannot_be_read_is_kept_as_a_whole():
    made = merged(BASE, after(SetField("stell", "minutes", 30)), b"tasks: [")
    assert made.data == after(SetField("stell", "minutes", 30))
    assert made.conflicts[0].theirs == "tasks: ["


TASKS = ("stell", "frokost", "kveld", "dosett")
numbers = st.integers(1, 60)
texts = st.sampled_from(["no", "0301", "Ny: natt", "a # b", "Å", "10:30", "x"])
fields = st.one_of(
    st.tuples(st.just("minutes"), numbers),
    st.tuples(st.just("name"), texts),
    st.tuples(st.just("note"), st.text("ab\n#: ", min_size=1, max_size=12)),
    st.tuples(st.just("count"), st.fixed_dictionaries({"dag": numbers})),
    st.tuples(st.just("today"), st.just({"sykepleier": 0.5, "helsefagarbeider": 0.5})),
)


@st.composite
def edits(draw, tasks, names, prefix):
    """Edits of some tasks alone, with new tasks and volumes whose names begin with a prefix."""
    made = []
    for number in range(draw(st.integers(0, 4))):
        task = draw(st.sampled_from(tasks))
        kind = draw(st.sampled_from(["set", "add", "volume", "post", "unit"]))
        if kind == "set":
            field, value = draw(fields)
            made.append(SetField(task, field, value))
        elif kind == "add":
            place = draw(st.sampled_from([None, *TASKS]))
            made.append(AddTask({"id": f"{prefix}{number}", "name": draw(texts)}, after=place))
        elif kind == "volume":
            made.append(SetUnitField(f"volumes.{prefix}{number}", draw(numbers)))
        elif kind == "post":
            made.append(SetPost(*names[0], draw(numbers)))
        else:
            made.append(SetUnitField(names[1], draw(texts)))
    end = draw(st.sampled_from(["", "remove", "rename"]))
    if end == "remove":
        made.append(RemoveTask(draw(st.sampled_from(tasks))))
    elif end == "rename":
        made.append(RenameTask(draw(st.sampled_from(tasks)), f"{prefix}-ny"))
    return made


def _took_from_one_chain(*both):
    removed = {edit.task for some in both for edit in some if isinstance(edit, RemoveTask)}
    return {"stell", "frokost"} <= removed


mine_edits = edits(TASKS[::2], (("sykepleier", "persons"), "unit.name"), "m")
their_edits = edits(TASKS[1::2], (("helsefagarbeider", "persons"), "unit.setting"), "t")


@settings(max_examples=12)
@given(mine_edits, their_edits)
def test_edits_of_different_things_commute_and_equal_both(mine, theirs):
    one, other = after(*mine), after(*theirs)
    # Nothing is added after a task that the other removed.
    try:
        both = after(*mine, *theirs)
    except TaskmapError:
        return
    made, turned = merged(BASE, one, other), merged(BASE, other, one)
    if _took_from_one_chain(mine, theirs):
        return
    assert made.conflicts == turned.conflicts == ()
    assert _unordered(said(made.data)) == _unordered(said(turned.data)) == _unordered(said(both))


@settings(max_examples=12)
@given(mine_edits, their_edits)
def test_what_one_did_alone_is_what_stands(mine, theirs):
    one, other = after(*mine), after(*theirs)
    assert merged(BASE, BASE, other).data == other
    assert merged(BASE, one, BASE).data == one
    assert merged(BASE, one, one).data == one
    assert merged(one, one, other).data == other
    if _took_from_one_chain(mine, theirs):
        return
    # Undoing an earlier edit is merging what came after with what was before it.
    made = merged(BASE, one, other)
    undone = merged(one, made.data, BASE)
    assert not undone.conflicts
    assert _unordered(said(undone.data)) == _unordered(said(other))


@settings(max_examples=12)
@given(st.sampled_from(TASKS), fields, fields, mine_edits, their_edits)
def test_the_same_field_changed_differently_is_always_a_conflict(task, one, other, mine, theirs):
    left = [edit for edit in mine if not isinstance(edit, RemoveTask | RenameTask)]
    right = [edit for edit in theirs if not isinstance(edit, RemoveTask | RenameTask)]
    a, b = after(*left, SetField(task, *one)), after(*right, SetField(task, *other))
    changed_a, changed_b = (
        {each.path: each.after for each in differences(BASE, data)} for data in (a, b)
    )
    overlapping = {p for p in changed_a.keys() & changed_b.keys() if changed_a[p] != changed_b[p]}
    made = merged(BASE, a, b)
    found = {conflict.path: conflict for conflict in made.conflicts}
    assert set(found) - {("comments",)} == overlapping
    for path in overlapping:
        assert found[path].mine == changed_a[path]
        assert found[path].theirs == changed_b[path]


@pytest.mark.parametrize("path", one_of_each_ordinarily(SHIPPED), ids=lambda path: path.stem)
def test_two_edit_every_shipped_mapping(path):
    base = path.read_bytes()
    found, _ = read_mapping(base, file=path.name)
    if found is None:
        return
    ids = [task.id for task in found.tasks]
    mine = [SetField(task, "min_volume", 7) for task in ids[::2]]
    theirs = [SetField(task, "min_volume", 8) for task in ids[1::2]]
    mine, theirs = [*mine[:1], AddTask({"id": "m"})], [*theirs[:1], AddTask({"id": "t"})]
    made = merged(base, edited(base, mine), edited(base, theirs))
    assert made.conflicts == ()
    assert said(made.data)["tasks"][-1]["id"] in ("m", "t")
    assert _unordered(said(made.data)) == _unordered(said(edited(base, [*mine, *theirs])))
    text = made.data.decode()
    assert [line for line in base.decode().splitlines() if line.rstrip("}") not in text] == []


def _unordered(value, key=None):
    """A document without the order of its lists of items."""
    if isinstance(value, dict):
        return {name: _unordered(each, name) for name, each in value.items()}
    if isinstance(value, list) and key in ("tasks", "staffing", "chains"):
        return sorted(map(repr, map(_unordered, value)))
    return value

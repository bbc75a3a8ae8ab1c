"""Edits say what was asked, in the place they belong, and leave every other byte."""

import difflib
from datetime import date
from pathlib import Path

import pytest
from texts import SOUND, changed

from taskmap.document import edited, read_mapping, read_question
from taskmap.errors import (
    DocumentUnreadable,
    EditNotAsAsked,
    MergeUnsettled,
    NameTaken,
    NotATable,
    NothingThere,
    PartsDiffer,
    TaskHasAlternatives,
    TaskHasParts,
    TaskmapError,
    TextNotWritable,
    ValueNotWritable,
)
from taskmap.model.amount import Duration
from taskmap.model.edit import (
    AddPost,
    AddTask,
    ChangeRole,
    MergeTasks,
    Part,
    RemovePost,
    RemoveTask,
    RenameBand,
    RenameTask,
    RenameVolume,
    SetField,
    SetPost,
    SetUnitField,
    SplitTask,
)
from taskmap.yamltext import read, text_of, value_of
from tests.shipped import one_of_each_ordinarily

SHIPPED = sorted((Path(__file__).parents[2] / "mappings").glob("*/*.yaml"))
WORK = """\
  - id: frokost                # a comment that stays
    count: {dag: 70, helg: 14}
    minutes: {low: 8, likely: 10, high: 15}
    today: {sykepleier: 20 %, helsefagarbeider: 80 %}
    competences: [mathygiene]
  - {id: kveld, parent: frokost}
chains:
  - {id: morgen, tasks: [stell, frokost]}
"""
TWO = SOUND + WORK.replace("  - {id: kveld, parent: frokost}\n", "")


def edit(text, *edits):
    return edited(text.encode(), edits).decode()


def lines(before, after):
    """What a change took away and put in, line by line."""
    both = difflib.ndiff(before.splitlines(), after.splitlines())
    return [line for line in both if line[0] in "+-"]


def mapping(text):
    found, findings = read_mapping(text, file="post.yaml")
    assert found is not None, findings
    return found


@pytest.mark.parametrize(
    ("field", "value", "line"),
    [
        ("minutes", 30, "    minutes: 30"),
        ("minutes", 7.5, "    minutes: 7.5"),
        ("minutes", {"low": 5, "likely": 7.5, "high": 9}, None),
        ("count.dag", 35, "    count: {dag: 35, helg: 14}"),
        ("today.sykepleier", "25 %", "    today: {sykepleier: 25 %, helsefagarbeider: 80 %}"),
        ("today", "sykepleier", "    today: sykepleier"),
        ("today", {"dag": {"sykepleier": 1}, "helg": "sykepleier"}, None),
        ("library", None, None),
    ],
)
def test_a_field_of_a_task(field, value, line):
    after = edit(SOUND, SetField("stell", field, value))
    changes = lines(SOUND, after)
    assert len(changes) in (1, 2)
    if line is not None:
        assert changes[-1] == f"+ {line}"


@pytest.mark.parametrize(
    ("field", "value", "line"),
    [
        ("name", "Stell om morgenen", "    name: Stell om morgenen"),
        ("name", "no", "    name: 'no'"),
        ("name", "0301", "    name: '0301'"),
        ("name", "10:30: ute", "    name: '10:30: ute'"),
        ("parent", "10", "    parent: '10'"),
        ("weight_if_missed", 4, "    weight_if_missed: 4"),
        ("min_volume", "12", "    min_volume: 12"),
        ("divisible", False, "    divisible: false"),
        ("missed", "5 %", "    missed: 5 %"),
        ("risk.likelihood", 2, "    risk: {likelihood: 2}"),
        ("window", {"from": "10:30", "to": "11:00"}, "    window: {from: 10:30, to: 11:00}"),
        ("competences", [], "    competences: []"),
        ("note", "En linje.\nTo.", '    note: "En linje.\\nTo."'),
        (
            "decisions",
            [{"role": "matvert", "decision": "allowed", "date": date(2026, 9, 1)}],
            "      - {role: matvert, decision: allowed, date: 2026-09-01}",
        ),
    ],
)
def test_a_new_field_comes_where_its_kind_stands(field, value, line):
    after = edit(SOUND, SetField("stell", field, value))
    assert f"+ {line}" in lines(SOUND, after)
    assert not [line for line in lines(SOUND, after) if line[0] == "-"]
    keys = list(after.partition("  - id: stell\n")[2].split("\n"))
    if field == "name":
        assert keys[1].startswith("    name")


def test_fields_within_cases_go_by_their_id():
    text = changed(("    minutes: 25", "    cases:\n      - {id: a, share: 1}\n    minutes: 25"))
    after = edit(
        text,
        SetField("stell", "cases.a.share", "60 %"),
        SetField("stell", "cases.b", {"id": "b", "share": "40 %"}),
    )
    assert "      - {id: a, share: 60 %}\n      - {id: b, share: 40 %}\n" in after
    assert (
        edit(after, SetField("stell", "cases.b", None), SetField("stell", "cases.a.share", 1))
        == text
    )


def test_a_wrong_value_is_written_and_told_by_the_reading():
    after = edit(SOUND, SetField("stell", "today.sykepleier", "40 %"))
    found, findings = read_mapping(after, file="post.yaml")
    assert found is None
    assert {finding.code for finding in findings} == {"today.sum"}


def test_a_decimal_comma_is_written_as_typed_and_told():
    after = edit(SOUND, SetField("stell", "minutes", {"likely": "7,5"}))
    (finding,) = read_mapping(after, file="post.yaml")[1]
    assert (finding.code, finding.values["nearest"]) == ("number.decimal_comma", "7.5")


def test_a_task_is_added_after_another_or_last():
    task = {"id": "frokost", "count": {"dag": 5}, "minutes": 10, "today": "sykepleier"}
    after = edit(SOUND, AddTask(task), AddTask({"id": "kveld"}, after="stell"))
    assert lines(SOUND, after) == [
        "+   - id: kveld",
        "+   - id: frokost",
        "+     count: {dag: 5}",
        "+     minutes: 10",
        "+     today: sykepleier",
    ]
    assert edit(after, RemoveTask("kveld"), RemoveTask("frokost")) == SOUND


def test_the_first_task_and_the_first_post():
    text = SOUND.partition("staffing:")[0]
    after = edit(text, AddPost({"role": "lege", "persons": 1}), AddTask({"id": "a", "name": "A"}))
    assert after == text + (
        "staffing:\n  - role: lege\n    persons: 1\ntasks:\n  - id: a\n    name: A\n"
    )


def test_a_removed_task_leaves_its_chain():
    after = edit(TWO, RemoveTask("frokost"))
    assert mapping(after).by_task.keys() == {"stell"}
    assert mapping(after).chains == ()
    with pytest.raises(TaskHasParts) as refused:
        edit(SOUND + WORK, RemoveTask("frokost"))
    assert refused.value.values["parts"] == ("kveld",)
    left = edit(SOUND + WORK, RemoveTask("frokost", with_parts=True))
    assert mapping(left).by_task.keys() == {"stell"}


def test_a_split_task_keeps_its_minutes_and_its_place():
    parts = (Part("dekke", "Dekke på", 0.3), Part("mate", "Mate", 0.7, {"today": "sykepleier"}))
    after = mapping(edit(TWO, SplitTask("frokost", parts)))
    assert [task.id for task in after.tasks] == ["stell", "frokost", "dekke", "mate"]
    assert after.chains[0].tasks == ("stell", "dekke", "mate")
    whole, first, second = (after.by_task[id_] for id_ in ("frokost", "dekke", "mate"))
    assert whole.minutes is None
    assert (first.parent, first.competences) == ("frokost", ("mathygiene",))
    assert first.minutes == Duration(2.4, 3.0, 4.5)
    assert second.minutes == Duration(5.6, 7.0, 10.5)
    assert second.today["dag"] == {"sykepleier": 1.0}
    assert first.count == mapping(TWO).by_task["frokost"].count


def test_parts_without_shares_make_the_whole_to_a_hundredth():
    text = edit(TWO, SetField("frokost", "minutes", 10))
    parts = tuple(Part(id_) for id_ in ("a", "b", "c"))
    after = mapping(edit(text, SplitTask("frokost", parts)))
    minutes = [after.by_task[id_].minutes.likely for id_ in ("a", "b", "c")]
    assert minutes == [3.33, 3.34, 3.33]


def test_what_cannot_be_split_is_refused():
    with pytest.raises(PartsDiffer) as refused:
        edit(TWO, SplitTask("frokost", (Part("a", share=0.5), Part("b", share=0.7))))
    assert refused.value.values["sum"] == 1.2
    with pytest.raises(NameTaken):
        edit(TWO, SplitTask("frokost", (Part("a"), Part("STELL"))))
    with pytest.raises(TaskHasParts):
        edit(SOUND + WORK, SplitTask("frokost", (Part("a"), Part("b"))))
    ways = SetField("frokost", "alternatives", [{"id": "x", "kind": "stop"}])
    with pytest.raises(TaskHasAlternatives):
        edit(TWO, ways, SplitTask("frokost", (Part("a"), Part("b"))))


def test_merged_tasks_sum_their_minutes():
    text = TWO.replace("    minutes: 25\n", "    minutes: {low: 20, likely: 25, high: 40}\n")
    merge = MergeTasks(("stell", "frokost"), {"competences": ["mathygiene"], "library": None})
    after = mapping(edit(text, merge))
    assert [task.id for task in after.tasks] == ["stell"]
    assert after.by_task["stell"].minutes == Duration(28, 35, 55)
    assert after.chains == ()


def test_tasks_that_differ_are_not_merged_before_somebody_says_what_holds():
    with pytest.raises(MergeUnsettled) as refused:
        edit(TWO, SetField("frokost", "count.dag", 5), MergeTasks(("stell", "frokost")))
    assert refused.value.values["fields"] == ("library", "count", "minutes", "competences")


def test_a_new_id_is_followed_everywhere():
    text = SOUND + WORK
    after = edit(text, RenameTask("frokost", "mat", "Frokost"))
    assert [line for line in lines(text, after) if line[0] == "+"] == [
        "+   - id: mat                # a comment that stays",
        "+     name: Frokost",
        "+   - {id: kveld, parent: mat}",
        "+   - {id: morgen, tasks: [stell, mat]}",
    ]
    assert edit(text, SetField("frokost", "id", "mat")) == edit(text, RenameTask("frokost", "mat"))
    with pytest.raises(NameTaken):
        edit(text, RenameTask("frokost", "Stell"))


QUESTION = """\
taskmap: question/1
as_of: 2026-11-02
pinned: [stell, frokost/ny]     # wait
forbidden:
  - {task: frokost, role: sykepleier}
cap_task: {frokost: 50 %, stell: 10 %}
"""


def test_a_question_follows_too():
    after = edit(QUESTION, RenameTask("frokost", "mat"), ChangeRole("sykepleier", "lege"))
    assert after == QUESTION.replace("frokost", "mat").replace("sykepleier", "lege")
    assert read_question(after, file="q")[0].demands.cap_leaf == {"mat": 0.5, "stell": 0.1}
    set_ = SetUnitField("pinned", ["no"])
    assert "pinned: ['no']     # wait" in edit(QUESTION, set_)


def test_roles_bands_and_volumes_are_renamed_everywhere():
    after = edit(
        SOUND,
        ChangeRole("helsefagarbeider", "vernepleier"),
        RenameBand("dag", "dagtid"),
        SetField("stell", "count", {"per": "residents", "bands": {"dagtid": 1}}),
        RenameVolume("residents", "beboere"),
    )
    assert "helsefagarbeider" not in after
    assert "residents" not in after
    found = mapping(after)
    assert set(found.by_role) == {"sykepleier", "vernepleier"}
    assert found.by_task["stell"].today["dagtid"]["vernepleier"] == pytest.approx(0.8)
    with pytest.raises(NameTaken):
        edit(SOUND, ChangeRole("sykepleier", "helsefagarbeider"))


def test_posts_and_the_units_own_fields():
    after = edit(
        SOUND,
        SetPost("sykepleier", "posts", 4.5),
        SetPost("sykepleier", "bands.natt", None),
        AddPost({"role": "lege", "persons": 1, "posts": 0.2}, after="sykepleier"),
        RemovePost("helsefagarbeider"),
        SetUnitField("unit.name", "Ny post"),
        SetUnitField("volumes.beds", 24),
        SetUnitField("date", date(2026, 12, 1)),
        SetUnitField("sick_share", "8 %"),
    )
    assert sorted(lines(SOUND, after)) == sorted(
        [
            "-   name: Post",
            "+   name: Ny post",
            "- date: 2026-10-15",
            "+ date: 2026-12-01",
            "+ sick_share: 8 %",
            "- volumes: {residents: 20}",
            "+ volumes: {residents: 20, beds: 24}",
            *[f"- {line}" for line in SOUND.splitlines() if "- {role" in line],
            "+   - {role: sykepleier, persons: 6, posts: 4.5, bands: {dag: 60 %, helg: 20 %}}",
            "+   - {role: lege, persons: 1, posts: 0.2}",
        ]
    )


@pytest.mark.parametrize(
    ("asked", "error"),
    [
        (SetField("stel", "minutes", 5), NothingThere),
        (SetField("stell", "minutes.low", 5), NotATable),
        (SetField("stell", "cases.0.share", 5), NothingThere),
        (SetField("stell", "minutes", float("nan")), ValueNotWritable),
        (SetField("stell", "competences", [None]), ValueNotWritable),
        (SetField("stell", "name", "bell\a"), TextNotWritable),
        (SetField("stell", "note", "x" * 1_000_000), EditNotAsAsked),
        (AddTask({"id": "Stell"}), NameTaken),
        (AddTask({"name": "uten id"}), ValueNotWritable),
        (AddTask({"id": "a"}, after="b"), NothingThere),
        (RemoveTask("b"), NothingThere),
        (RenameTask("b", "c"), NothingThere),
        (AddPost({"role": "sykepleier"}), NameTaken),
        (RemovePost("lege"), NothingThere),
        (RenameBand("kveld", "natt"), NothingThere),
    ],
)
def test_what_makes_no_sense_is_refused_and_nothing_is_written(asked, error):
    with pytest.raises(error):
        edit(SOUND, SetField("stell", "minutes", 5), asked)


@pytest.mark.parametrize("text", ["", "[]", "a: [", "a: 1\na: 2\n", "a: &b 1\n", "a: \u2028\n"])
def test_an_unreadable_document_is_not_edited(text):
    with pytest.raises(DocumentUnreadable):
        edit(text, SetUnitField("a", 2))


def test_marks_line_ends_and_a_missing_last_break_stay():
    text = "\ufeff" + SOUND.replace("\n", "\r\n").removesuffix("\r\n")
    after = edit(text, SetField("stell", "minutes", 30), AddTask({"id": "ny", "name": "Ny"}))
    assert after == text.replace("minutes: 25", "minutes: 30") + "\r\n  - id: ny\r\n    name: Ny"
    assert edit(after, RemoveTask("ny"), SetField("stell", "minutes", 25)) == text


@pytest.mark.parametrize("path", one_of_each_ordinarily(SHIPPED), ids=lambda path: path.stem)
def test_every_shipped_mapping_is_edited_and_undone(path):
    data = path.read_bytes()
    found, _ = read_mapping(data, file=path.name)
    if found is None:
        return
    first, last = found.tasks[0].id, found.tasks[-1].id
    renamed = "et-annet-navn" if first != last else last
    there = edited(
        data,
        [
            AddTask({"id": "helt-ny", "name": "Helt ny: oppgave", "minutes": 5}, after=first),
            AddTask({"id": "sist", "count": {"dag": 1}}),
            RenameTask(first, renamed),
            SetField(last, "weight_if_missed", 5),
            SetField(last, "note", "no"),
            SetUnitField("unit.name", "0301"),
            SetUnitField("volumes.nye", 3),
        ],
    )
    changes = lines(data.decode(), there.decode())
    assert 8 <= len([line for line in changes if line[0] == "+"]) <= 16
    task = found.by_task[last]
    back = edited(
        there,
        [
            SetUnitField("volumes.nye", None),
            *([] if found.volumes else [SetUnitField("volumes", None)]),
            SetUnitField("unit.name", found.unit.name),
            SetField(last, "note", task.note),
            SetField(last, "weight_if_missed", _said(data, last, "weight_if_missed")),
            RenameTask(renamed, first),
            RemoveTask("sist"),
            RemoveTask("helt-ny"),
        ],
    )
    assert back == data


def _said(data, task, field):
    said = value_of(read(data, file="")[0])
    found = next(each for each in said["tasks"] if each["id"] == task)
    value = found.get(field)
    return None if value is None else int(text_of(value))


def test_a_sequence_of_refusals_carries_codes():
    for asked in (RemoveTask("x"), SetField("stell", "minutes.low", 1)):
        with pytest.raises(TaskmapError) as refused:
            edit(SOUND, asked)
        assert refused.value.code.startswith("edit.")
        assert refused.value.values["value"]

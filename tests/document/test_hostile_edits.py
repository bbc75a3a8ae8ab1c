"""No document and no edit makes editing or merging lose or damage anything."""

import pytest
from hostile_documents import GOOD, hostile

from taskmap.document import differences, edited, merged, read_mapping
from taskmap.errors import TaskmapError
from taskmap.model.edit import (
    AddTask,
    ChangeRole,
    Part,
    RemoveTask,
    RenameBand,
    RenameTask,
    SetField,
    SetPost,
    SetUnitField,
    SplitTask,
)
from taskmap.yamltext import read, value_of

EDITS = (
    SetField("morgenstell", "minutes", {"low": 1, "likely": 2, "high": 3}),
    SetField("morgenstell", "note", "no: # 'ja'\n\"nei\" \\ 0301"),
    SetField("morgenstell", "today.dag", "sykepleier"),
    AddTask({"id": "helt-ny", "count": {"dag": 1}}, after="morgenstell"),
    AddTask({"id": "sist", "cases": [{"id": "a", "share": "100 %"}]}),
    RemoveTask("morgenstell", with_parts=True),
    RenameTask("morgenstell", "0301", "Ja"),
    SplitTask("morgenstell", (Part("a"), Part("b"))),
    SetPost("sykepleier", "bands.dag", "50 %"),
    ChangeRole("sykepleier", "vernepleier"),
    RenameBand("dag", "no"),
    SetUnitField("unit.name", "10:30"),
    SetUnitField("bands", None),
    SetUnitField("chains", [{"id": "k", "tasks": ["a", "b"]}]),
)


def value(data):
    root, findings = read(data, file="")
    return None if findings or root is None else value_of(root)


def check(data, edit):
    """Edit a spoilt document; whether it was done."""
    try:
        there = edited(data, [edit])
    except TaskmapError:
        return False
    assert value(there) is not None
    assert [found.code for found in read(there, file="")[1]] == []
    # What was not asked for says what it said.
    asked = {difference.path[:2] for difference in differences(data, there)}
    if isinstance(edit, SetField | SetPost | AddTask):
        assert len(asked) <= 1
    elif isinstance(edit, SetUnitField):
        assert {path[0] for path in asked} <= {edit.field.partition(".")[0]}
    return True


def run(seed, count):
    done = merges = 0
    for number, data in enumerate(hostile(seed, count)):
        edit = EDITS[number % len(EDITS)]
        done += check(data, edit)
        mine = edited(GOOD, [EDITS[number % 4]])
        both = merged(GOOD, mine, data)
        if value(data) is None:
            assert both.conflicts
            assert both.data == mine
        else:
            merges += 1
            assert value(both.data) is not None
            assert value(merged(GOOD, data, data).data) == value(data)
    return done, merges


def test_a_sample_of_spoilt_documents_edited_and_merged():
    done, merges = run(seed=20261122, count=42)
    assert done > 6
    assert merges > 12


@pytest.mark.full
@pytest.mark.parametrize("seed", range(3))
def test_very_many_spoilt_documents_edited_and_merged(seed):
    done, merges = run(seed, 600)
    assert done > 60
    assert merges > 120


def test_an_edit_of_a_sound_mapping_never_hides_a_mistake():
    for edit in EDITS:
        there = edited(GOOD, [edit])
        _, findings = read_mapping(there, file="a.yaml")
        assert all(finding.place.line is not None for finding in findings)

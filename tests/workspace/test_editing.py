"""A unit edited through the hall: saved at once, merged with others, taken back, restored."""

import shutil
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path

import pytest

from taskmap.errors import FileChanged
from taskmap.model.edit import SetField
from taskmap.workspace import Signed, Stands, Workspace, mark_of

MAPPINGS = Path(__file__).parents[2] / "mappings"
UNIT = "havblikk-2"
ME = Signed(who="leader", at=datetime(2026, 11, 22, 14, 5, tzinfo=UTC))
OTHER = Signed(who="sykepleier", at=datetime(2026, 11, 22, 14, 6, tzinfo=UTC))


@pytest.fixture
def place(tmp_path):
    shutil.copy(MAPPINGS / "solvik/havblikk-2.yaml", tmp_path / "havblikk-2.yaml")
    return Workspace(tmp_path, date(2026, 11, 22)), tmp_path / "havblikk-2.yaml"


def minutes(task, likely):
    return (SetField(task, ("minutes", "likely"), likely),)


def edit(workspace, task, likely, signed=ME, *, based_on=None, stands=None):
    based_on = based_on or workspace.said(UNIT)[1]
    edits = minutes(task, likely)
    return workspace.edit(UNIT, edits, based_on=based_on, signed=signed, stands=stands)


def test_an_edit_is_a_version_and_touches_nothing_else(place):
    workspace, path = place
    before = path.read_bytes()
    found = edit(workspace, "morgenstell", 27)
    assert (found.version.number, found.version.who) == (2, "leader")
    assert path.read_bytes() == before.replace(b"likely: 25, high: 40", b"likely: 27, high: 40", 1)
    assert workspace.open(UNIT).digest == found.version.digest
    [difference] = workspace.differences(UNIT, 1, 2)
    assert difference.path == ("tasks", "morgenstell", "minutes")


def test_an_edit_that_would_leave_errors_is_not_saved_and_tells_them(place):
    workspace, path = place
    before = path.read_bytes()
    found = edit(workspace, "morgenstell", 90)
    assert found.version is None
    assert [finding.code for finding in found.findings] == ["minutes.order"]
    assert path.read_bytes() == before
    assert workspace.history(UNIT) == ()


def test_edits_of_two_people_in_different_places_both_stand(place):
    workspace, _ = place
    digest = workspace.said(UNIT)[1]
    edit(workspace, "morgenstell", 27, based_on=digest)
    found = edit(workspace, "kveldsstell", 22, OTHER, based_on=digest)
    assert found.version.number == 3
    said = workspace.said(UNIT)[0]
    assert said["morgenstell"].minutes[1] == 27
    assert said["kveldsstell"].minutes[1] == 22


@pytest.mark.parametrize(("stands", "likely"), [(Stands.MINE, 30), (Stands.THEIRS, 27)])
def test_edits_of_the_same_ask_with_both_values(place, stands, likely):
    workspace, _ = place
    digest = workspace.said(UNIT)[1]
    edit(workspace, "morgenstell", 27, based_on=digest)
    asks = edit(workspace, "morgenstell", 30, OTHER, based_on=digest)
    assert asks.version is None
    [conflict] = asks.conflicts
    assert (conflict.mine["likely"], conflict.theirs["likely"]) == ("30", "27")
    assert len(workspace.history(UNIT)) == 2
    edit(workspace, "morgenstell", 30, OTHER, based_on=digest, stands=stands)
    assert workspace.said(UNIT)[0]["morgenstell"].minutes[1] == likely


def test_a_change_from_outside_before_the_first_save_is_kept_and_merged(place):
    workspace, path = place
    digest = workspace.said(UNIT)[1]
    path.write_bytes(path.read_bytes().replace(b"likely: 20, high: 30", b"likely: 21, high: 30", 1))
    found = edit(workspace, "morgenstell", 27, based_on=digest)
    assert [version.who for version in workspace.history(UNIT)] == [None, "leader"]
    assert found.version.number == 2
    assert workspace.said(UNIT)[0]["kveldsstell"].minutes[1] == 21
    path.write_bytes(path.read_bytes() + b"# from an editor\n")
    assert [version.who for version in workspace.history(UNIT)] == [None, "leader", None]


def test_ten_steps_back_give_the_file_byte_for_byte_and_forth_again(place):
    workspace, path = place
    contents = [path.read_bytes()]
    for at in range(10):
        edit(workspace, ("morgenstell", "kveldsstell")[at % 2], 21 + at)
        contents.append(path.read_bytes())
    for before in reversed(contents[:-1]):
        workspace.undo(UNIT, ME)
        assert path.read_bytes() == before
    assert workspace.undo(UNIT, ME).version is None
    for after in contents[1:]:
        workspace.redo(UNIT, ME)
        assert path.read_bytes() == after
    assert workspace.redo(UNIT, ME).version is None
    assert str(mark_of(workspace.history(UNIT)[-1])) == "redo/11"


def test_undo_takes_back_ones_own_edit_and_leaves_the_others(place):
    workspace, _ = place
    edit(workspace, "morgenstell", 27)
    edit(workspace, "kveldsstell", 22, OTHER)
    assert workspace.steps(UNIT, "leader").done == [2]
    workspace.undo(UNIT, ME)
    said = workspace.said(UNIT)[0]
    assert (said["morgenstell"].minutes[1], said["kveldsstell"].minutes[1]) == (25, 22)
    assert workspace.steps(UNIT, "leader").undone == [2]


def test_undo_of_what_somebody_changed_since_asks(place):
    workspace, _ = place
    edit(workspace, "morgenstell", 27)
    edit(workspace, "morgenstell", 30, OTHER)
    asks = workspace.undo(UNIT, ME)
    assert asks.version is None
    assert asks.conflicts
    workspace.undo(UNIT, ME, Stands.THEIRS)
    assert workspace.said(UNIT)[0]["morgenstell"].minutes[1] == 30
    workspace.undo(UNIT, ME, Stands.MINE)
    assert workspace.said(UNIT)[0]["morgenstell"].minutes[1] == 25


def test_an_earlier_version_stands_again_as_a_new_one(place):
    workspace, path = place
    first = path.read_bytes()
    edit(workspace, "morgenstell", 27)
    with pytest.raises(FileChanged):
        workspace.restore(UNIT, 1, based_on=sha256(first).hexdigest(), signed=ME)
    found = workspace.restore(UNIT, 1, based_on=workspace.said(UNIT)[1], signed=ME)
    assert found.version.number == 3
    assert path.read_bytes() == first
    assert workspace.version(UNIT, 1) == first
    workspace.undo(UNIT, ME)
    assert workspace.said(UNIT)[0]["morgenstell"].minutes[1] == 27

"""Who changed what and who took out what is written where it cannot be forgotten."""

import inspect
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from taskmap.access.identity import AccessRole, Identity, Scope
from taskmap.errors import AccessDenied, AccessExpired
from taskmap.language import reader
from taskmap.model.edit import SetField
from taskmap.model.event import Deed, Event
from taskmap.store.places import trail_at
from taskmap.workspace import Signed, Workspace, auditing

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 22)
AT = datetime(2026, 11, 22, 14, 5, tzinfo=UTC)
UNIT = "liten-post"
WHY = "Fordi noen sa det"
NOT_OF_A_UNIT = {"template"}  # the empty workbook
INSIDE = {"version"}  # what a page compares with; no file of its own


def identity(*roles, until=None):
    return Identity(
        subject="s-17", roles=frozenset(roles), scope=Scope(everything=True), until=until
    )  # fmt: skip


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "ward.yaml").write_bytes((ROOT / "tests/cases/ward.yaml").read_bytes())
    return tmp_path


def hall(folder, *roles, until=None):
    return Workspace(folder, TODAY, identity=identity(*roles, until=until), clock=lambda: AT)


def edit(asked, likely=20):
    edits = [SetField("dosett", "minutes", likely)]
    signed = Signed(who="leader", at=AT)
    return asked.edit(UNIT, edits, based_on=asked.said(UNIT)[1], signed=signed, why=WHY)


def told(folder):
    return [
        (event.deed, event.unit, event.kind, event.revision, event.ending, event.code)
        for event in auditing.events(folder)
    ]


def test_a_change_and_a_file_are_written_with_who_in_which_role(folder):
    leader = hall(folder, AccessRole.DEPARTMENT_HEAD)
    edit(leader)
    leader.sheet_file(UNIT, ".csv", reader("nb"))
    leader.document_file(UNIT)
    leader.paper(UNIT, "unit", leader.question(max_changes=None), reader("nb"), ending=".xlsx")
    assert told(folder) == [
        (Deed.SAVED, UNIT, "mapping", 2, None, None),
        (Deed.HANDED_OUT, UNIT, "sheet", None, ".csv", None),
        (Deed.HANDED_OUT, UNIT, "mapping", None, ".yaml", None),
        (Deed.HANDED_OUT, UNIT, "unit", None, ".xlsx", None),
    ]
    said = auditing.events(folder)
    assert {(event.who, event.roles, event.at) for event in said} == {
        ("s-17", ("department_head",), AT)
    }
    bodies = "".join(line.body for line in trail_at(folder).lines())
    assert not [word for word in (WHY, "Liten post", "minutes", "dosett") if word in bodies]


def test_what_is_refused_is_written_too(folder):
    with pytest.raises(AccessDenied):
        edit(hall(folder, AccessRole.READER))
    with pytest.raises(AccessDenied):
        hall(folder, AccessRole.READER).document_file(UNIT)
    with pytest.raises(AccessExpired):
        hall(folder, AccessRole.DEPARTMENT_HEAD, until=AT).document_file(UNIT)
    assert told(folder) == [
        (Deed.REFUSED, None, None, None, None, "access.denied"),
        (Deed.REFUSED, UNIT, "mapping", None, ".yaml", "access.denied"),
        (Deed.REFUSED, UNIT, "mapping", None, ".yaml", "access.expired"),
    ]


def test_who_works_alone_keeps_no_record_until_there_is_one(folder):
    alone = Workspace(folder, TODAY)
    edit(alone)
    alone.document_file(UNIT)
    assert not trail_at(folder).begun()
    trail_at(folder).add(Event(at=AT, who="s-17", roles=(), deed=Deed.LOGGED_IN))
    edit(alone, 21)
    alone.document_file(UNIT)
    assert [each[0] for each in told(folder)] == [Deed.LOGGED_IN, Deed.SAVED, Deed.HANDED_OUT]
    assert auditing.events(folder)[-1].who == "local"


def test_nobody_gets_a_file_the_trail_cannot_tell_of(folder):
    leader = hall(folder, AccessRole.DEPARTMENT_HEAD)
    leader.document_file(UNIT)
    trail = folder / ".taskmap/audit/trail"
    trail.unlink()
    trail.mkdir()
    with pytest.raises(Exception, match=r"store\."):
        leader.document_file(UNIT)


def test_every_way_to_a_file_is_one_that_is_written():
    """What hands out bytes or a text to paste says so to the trail, whoever adds it."""
    found = [
        name
        for name, method in inspect.getmembers(Workspace, inspect.isfunction)
        if not name.startswith("_")
        and method.__annotations__.get("return") in {bytes, "bytes"}
        and "handing_out(" not in inspect.getsource(method)
    ]
    assert set(found) == NOT_OF_A_UNIT | INSIDE

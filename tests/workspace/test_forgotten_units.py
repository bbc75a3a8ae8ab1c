"""What was registered of a unit is gone to the last byte, and what is told of it is no content."""

import zlib
from datetime import UTC, date, datetime
from itertools import count

import pytest

from taskmap.errors import FileRemoved, UnitNotFound
from taskmap.model.edit import SetField
from taskmap.model.event import Deed, Event
from taskmap.store.places import store_at, trail_at
from taskmap.workspace import Signed, Workspace, auditing, storing
from taskmap.workspace.forgetting import What, forget, would_go

TODAY = date(2026, 11, 22)
AT = datetime(2026, 11, 22, 14, 5, tzinfo=UTC)
ME = Signed(who="leader", at=AT)
SECRET = "HEMMELIGHETEN"
MINUTES = "17.31"
MAPPING = """\
# Kommentaren blir stående.
taskmap: mapping/1
unit:
  id: sor-1
  name: Sør 1
  country: NO
  setting: nursing_home
  organisation: {id: lia, name: Lia kommune}
date: 2026-10-15
purpose: Oppgavedeling
delete_after: 2026-10-31
registered_total: {hours: 31.2}
bands:
  - {id: dag, when: [{days: mon-sun, from: 07:00, to: 22:00}]}
  - {id: natt, when: rest}
staffing:
  - {role: sykepleier, persons: 6, posts: 5, bands: {dag: 80 %, natt: 20 %}}
  - {role: helsefagarbeider, persons: 9, posts: 7, bands: {dag: 80 %, natt: 20 %}}
tasks:
  - {id: stell, library: nh_morning_care, count: {dag: 70}, minutes: 25, today: sykepleier}
  - id: tilsyn
    name: Tilsyn
    group: housekeeping
    count: {dag: 7}
    minutes: {likely: 17.31, basis: measured}   # målt i uke 40
    minutes_by_role: {helsefagarbeider: 17.31}
    today: sykepleier
"""
OTHER = MAPPING.replace("sor-1", "nord-2").replace("Sør 1", "Nord 2")
PARTNERS = """\
taskmap: partnership/1
id: lia-samarbeid
name: Lia
members:
  - organisation: {id: lia, name: Lia kommune}
    units: [sor-1, nord-2]
"""
_OWN = count(1)


@pytest.fixture(params=["folder", "database"])
def place(request, tmp_path):
    """A unit with measured minutes in two versions, groups' answers, a scenario; and another."""
    folder = tmp_path / "documents"
    (folder / "lia").mkdir(parents=True)
    for name, text in (("lia/sor-1", MAPPING), ("lia/nord-2", OTHER), ("lia", PARTNERS)):
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    hall = Workspace(folder, TODAY)
    _filled(hall)
    if request.param == "folder":
        return folder
    there = request.getfixturevalue("database") / f"forget-{next(_OWN)}"
    storing.copy_all(folder, there, AT)
    return there


def _filled(hall):
    for value in ({"likely": 18, "basis": "measured"}, {"likely": 17.31, "basis": "measured"}):
        edits = [SetField("tilsyn", "minutes", value)]
        hall.edit("sor-1", edits, based_on=hall.said("sor-1")[1], signed=ME, why=SECRET)
    group = hall.begin_input("sor-1", ["sykepleier"], ME)
    for text in (SECRET, "noe annet"):
        sheet = hall.answering("sor-1", group)
        edits = [SetField("stell", "note", text)]
        sheet.edit("sor-1", edits, based_on=sheet.said("sor-1")[1], signed=ME)
    gone = hall.begin_input("sor-1", ["helsefagarbeider"], ME)
    hall.remove_input("sor-1", gone)


def _kept(place, tmp_path):
    """All that is kept below a place, decompressed: every file, or every row of every table."""
    if place.parts[0] != "postgresql:":
        found = [path for path in place.rglob("*") if path.is_file()]
        return [path.name.encode() + _plain(path.read_bytes()) for path in found]
    from sqlalchemy import text  # noqa: PLC0415 - an extra

    from taskmap.store.address import address  # noqa: PLC0415
    from taskmap.store.connecting import engine  # noqa: PLC0415
    from taskmap.store.tables import metadata  # noqa: PLC0415

    mine = address(place)
    with engine(mine.database, 30.0).connect() as connection:
        rows = [
            tuple(row)
            for table in metadata.sorted_tables
            for row in connection.execute(text(f"SELECT * FROM {table.name}"))  # noqa: S608
        ]
    return [b"".join(_bytes(value) for value in row) for row in rows]


def _plain(data):
    try:
        return zlib.decompress(data)
    except zlib.error:
        return data


def _bytes(value):
    return bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()


def _telling(place, tmp_path, *secrets):
    kept = _kept(place, tmp_path)
    return [secret for secret in secrets if any(secret.encode() in data for data in kept)]


@pytest.fixture(autouse=True)
def emptied(request):
    """Another test's rows are no rows of this one."""
    yield
    if "database" in request.fixturenames:
        from sqlalchemy import text  # noqa: PLC0415 - an extra

        from taskmap.store.address import address  # noqa: PLC0415
        from taskmap.store.connecting import engine  # noqa: PLC0415

        connected = engine(address(request.getfixturevalue("database")).database, 30.0)
        with connected.begin() as connection:
            for table in ("taskmap_version", "taskmap_document"):
                connection.execute(text(f"DELETE FROM {table}"))  # noqa: S608


def test_what_was_registered_is_gone_and_the_mapping_still_reads(place, tmp_path):
    digests = {version.digest for version in store_at(place).history("lia/sor-1.yaml")}
    before = store_at(place).read("lia/nord-2.yaml").digest
    shown = would_go(place, "sor-1", What.REGISTERED)
    assert [(each.kind, each.versions) for each in shown.going] == [
        ("input", 1), ("input", 3), ("mapping", 3),
    ]  # fmt: skip
    assert _telling(place, tmp_path, SECRET) == [SECRET]

    went = forget(place, "sor-1", What.REGISTERED, "verneombud", AT)
    assert went.versions == shown.versions == 7
    store = store_at(place)
    text = store.read("lia/sor-1.yaml").data.decode()
    assert MINUTES not in text
    assert "# Kommentaren blir stående." in text
    assert "unfinished: true" in text
    assert "registered_total" not in text
    assert _telling(place, tmp_path, SECRET, *digests, "input.sykepleier.yaml") == []
    (version,) = store.history("lia/sor-1.yaml")
    assert (version.number, version.before, version.who) == (4, None, "verneombud")
    opened = Workspace(place, TODAY).open("sor-1")
    assert opened.mapping is not None
    assert opened.mapping.by_task["stell"].minutes.likely == 25
    assert opened.mapping.by_task["tilsyn"].minutes is None
    assert Workspace(place, TODAY).inputs("sor-1") == ()
    assert store.read("lia/nord-2.yaml").digest == before
    assert would_go(place, "sor-1", What.REGISTERED).going == ()


def test_a_whole_unit_is_gone_and_who_else_names_it_is_told(place, tmp_path):
    shown = would_go(place, "sor-1", What.UNIT)
    assert shown.named == ("lia.yaml",)
    forget(place, "sor-1", What.UNIT, "avdelingsleder", AT)
    assert _telling(place, tmp_path, SECRET, "Sør 1") == []
    assert [found.name for found in store_at(place).documents()] == ["lia/nord-2.yaml", "lia.yaml"]
    assert store_at(place).missing() == ()
    with pytest.raises(UnitNotFound):
        would_go(place, "sor-1", What.UNIT)


def test_the_trail_says_who_when_and_how_much_and_nothing_else(place):
    forget(place, "sor-1", What.REGISTERED, "verneombud", AT)
    told = auditing.events(place, unit="sor-1")
    said = [(event.deed, event.kind, event.documents, event.versions) for event in told]
    assert said == [
        (Deed.FORGETTING, "registered", None, None),
        (Deed.FORGOTTEN, "input", 2, 4),
        (Deed.FORGOTTEN, "mapping", 1, 3),
        (Deed.FORGOTTEN, "registered", None, None),
    ]
    assert {(event.who, event.roles, event.at) for event in told} == {
        ("local", ("verneombud",), AT)
    }
    bodies = "".join(line.body for line in trail_at(place).lines())
    assert SECRET not in bodies
    assert auditing.verified(place).wrong is None


def test_one_that_did_not_come_to_the_end_is_told_and_goes_on(place, tmp_path):
    began = Event(
        at=AT, who="local", roles=("leder",), deed=Deed.FORGETTING, unit="sor-1", kind="unit"
    )
    trail_at(place).add(began)
    first = would_go(place, "sor-1", What.UNIT)
    assert first.begun == AT
    one = first.going[0]
    store_at(place).forget(
        one.file, None, based_on=one.based_on, who="leder", why="", at=AT
    )  # fmt: skip
    went = forget(place, "sor-1", What.UNIT, "leder", AT)
    assert len(went.going) == len(first.going) - 1
    assert _telling(place, tmp_path, SECRET) == []
    with pytest.raises(UnitNotFound):
        would_go(place, "sor-1", What.UNIT)


def test_two_who_forget_at_once_forget_once(place, tmp_path):
    import threading  # noqa: PLC0415 - this test alone

    went, refused = [], []

    def act():
        try:
            went.append(forget(place, "sor-1", What.UNIT, "leder", AT))
        except UnitNotFound as error:
            refused.append(error)

    threads = [threading.Thread(target=act) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(went) + len(refused) == 2
    assert sum(each.versions for each in went) >= 7
    assert _telling(place, tmp_path, SECRET) == []
    assert auditing.verified(place).wrong is None


def test_a_mapping_somebody_saves_meanwhile_loses_nothing_else(tmp_path):
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "sor-1.yaml").write_text(MAPPING, encoding="utf-8")
    hall = Workspace(folder, TODAY)
    shown = would_go(folder, "sor-1", What.REGISTERED)
    edits = [SetField("stell", "minutes", 30)]
    hall.edit("sor-1", edits, based_on=hall.said("sor-1")[1], signed=ME)
    from taskmap.workspace import forgetting  # noqa: PLC0415 - its own steps

    forgetting._forgotten(shown.going[0], What.REGISTERED, folder, "leder", AT)
    mapping = hall.open("sor-1").mapping
    assert mapping.by_task["stell"].minutes.likely == 30
    assert mapping.by_task["tilsyn"].minutes is None
    assert len(hall.history("sor-1")) == 1


def test_all_of_a_unit_is_one_file_that_can_be_put_back_elsewhere(place, tmp_path):
    file, back = tmp_path / "sor-1.zip", tmp_path / "back"
    written = storing.hand_out(place, "sor-1", file, AT)
    assert (written.documents, written.versions, written.taken_away) == (3, 7, 1)
    assert storing.bring_in(file, back, AT).seal == written.seal
    one, other = store_at(place), store_at(back)
    assert [found.name for found in other.documents()] == [
        "lia/sor-1.input.sykepleier.yaml", "lia/sor-1.yaml",
    ]  # fmt: skip
    for name in ("lia/sor-1.yaml", "lia/sor-1.input.helsefagarbeider.yaml"):
        assert other.whole(name) == one.whole(name)
    with pytest.raises(FileRemoved):
        other.read("lia/nord-2.yaml")
    with pytest.raises(UnitNotFound):
        storing.hand_out(place, "ost-3", file, AT)

"""What every trail promises, in a folder and in a real PostgreSQL: nothing is changed unseen."""

import json
import os
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from itertools import count
from pathlib import Path

import pytest
from saving import UnsyncedDisk

from taskmap.errors import NotWritable, TrailBroken
from taskmap.model.event import Deed, Event
from taskmap.store.chain import Head, verify
from taskmap.store.places import trail_at
from taskmap.store.trail_folder import FolderTrail

HERE = Path(__file__).parent
AT = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)
_OWN = count(1)


@pytest.fixture(params=["folder", "database"])
def trail(request, tmp_path):
    """A trail without lines."""
    if request.param == "folder":
        return FolderTrail(tmp_path, UnsyncedDisk())
    return trail_at(request.getfixturevalue("database") / f"trail-{next(_OWN)}")


def event(number=1, **said):
    at = AT + timedelta(days=number)
    told = {"at": at, "who": "s-17", "roles": ("department_head",), "deed": Deed.SAVED}
    return Event(**told | {"unit": "ward", "kind": "mapping", "revision": number} | said)


def filled(trail, lines=5):
    return [trail.add(event(number)) for number in range(1, lines + 1)]


def test_what_is_written_is_read_in_order_and_fits(trail):
    assert not trail.begun()
    heads = filled(trail)
    assert trail.begun()
    assert [line.event for line in trail.lines()] == [event(number) for number in range(1, 6)]
    found = verify(trail.lines())
    assert (found.lines, found.folded, found.wrong, found.head) == (5, 0, None, heads[-1])
    assert [head.number for head in heads] == [1, 2, 3, 4, 5]


def test_a_head_that_was_kept_proves_what_came_before_it(trail):
    heads = filled(trail, 3)
    assert all(verify(trail.lines(), head).wrong is None for head in heads)
    forged = verify(trail.lines(), Head(2, heads[0].digest)).wrong
    assert (forged.code, forged.values) == ("trail.not_as_kept", {"number": 2})
    cut = verify(list(trail.lines())[:2], heads[-1]).wrong
    assert (cut.code, cut.values) == ("trail.cut", {"number": 3, "kept": 3})
    assert verify(list(trail.lines())[:2]).wrong is None


def test_old_days_become_one_line_and_the_rest_still_fits(trail):
    heads = filled(trail, 6)
    who = event(9, deed=Deed.FOLDED, unit=None, kind=None, revision=None)
    assert trail.fold(AT.date() + timedelta(days=4), who) == 3
    found = verify(trail.lines(), heads[-1])
    assert (found.wrong, found.folded, found.lines, found.head.number) == (None, 3, 4, 7)
    told = [line.event for line in trail.lines()][1:]
    assert told[:3] == [event(number) for number in (4, 5, 6)]
    assert (told[-1].deed, told[-1].upto, told[-1].digest) == (Deed.FOLDED, 3, heads[2].digest)
    assert trail.fold(AT.date(), who) == 0
    assert trail.fold(date(2027, 1, 1), who) == 4
    found = verify(trail.lines(), trail.add(event(60)))
    assert (found.wrong, found.folded, found.head.number) == (None, 7, 9)
    assert verify(trail.lines(), heads[0]).wrong.code == "trail.kept_too_old"


def test_a_fold_somebody_else_made_is_seen(trail):
    filled(trail, 4)
    trail.fold(AT.date() + timedelta(days=3), event(9))
    fold, *rest = trail.lines()
    assert verify([fold, *rest[:-1]]).wrong.code == "trail.fold_unknown"


def _rewritten(lines):
    """Every way to tamper with one line, by which line is the first that does not fit."""
    for number, line in enumerate(lines[:-1], 1):
        before, after = lines[: number - 1], lines[number:]
        changed = type(line)(line.digest, line.body.replace("s-17", "s-18"))
        resealed = type(line)(sha256(changed.body.encode()).hexdigest(), changed.body)
        yield number, [*before, changed, *after]
        yield number + 1, [*before, resealed, *after]
        yield number, [*before, *after]
        yield number, [*before, after[0], line, *after[1:]]
        yield number + 1, [*before, line, line, *after]


def test_the_first_line_that_does_not_fit_is_named(trail):
    filled(trail, 5)
    lines = list(trail.lines())
    for number, tampered in _rewritten(lines):
        wrong = verify(tampered).wrong
        assert wrong is not None
        assert wrong.values["number"] == number
    last = type(lines[-1])(lines[-1].digest, "{}")
    assert verify([*lines[:-1], last]).wrong.values["number"] == 5


def test_a_line_that_was_not_written_to_its_end_is_passed_over(tmp_path):
    trail = FolderTrail(tmp_path, UnsyncedDisk())
    filled(trail, 2)
    file = tmp_path / ".taskmap/audit/trail"
    with file.open("ab") as opened:
        opened.write(b'0123 {"at":"2026-')
    assert verify(trail.lines()).wrong.code == "trail.broken"
    trail.add(event(3))
    found = verify(trail.lines())
    assert (found.wrong, found.lines) == (None, 3)
    assert trail.fold(date(2027, 1, 1), event(9)) == 3
    assert verify(trail.lines()).wrong is None


def test_what_was_tampered_with_is_not_folded_away(tmp_path):
    trail = FolderTrail(tmp_path, UnsyncedDisk())
    filled(trail, 3)
    file = tmp_path / ".taskmap/audit/trail"
    file.write_text(file.read_text().replace('"revision":2', '"revision":9'))
    with pytest.raises(TrailBroken) as refused:
        trail.fold(date(2027, 1, 1), event(9))
    assert refused.value.values == {"number": 2}


@pytest.mark.parametrize(
    "asked",
    [
        "UPDATE taskmap_trail SET body = ''",
        "DELETE FROM taskmap_trail",
        "TRUNCATE taskmap_trail",
    ],
)
def test_a_database_lets_nobody_change_or_delete_a_line(asked, database):
    from sqlalchemy import text  # noqa: PLC0415 - an extra

    from taskmap.store.address import address  # noqa: PLC0415
    from taskmap.store.connecting import engine  # noqa: PLC0415
    from taskmap.store.refusing_database import refusing  # noqa: PLC0415

    trail = trail_at(database / f"trail-{next(_OWN)}")
    filled(trail, 2)
    connected = engine(address(database).database, 30.0)
    with pytest.raises(NotWritable), refusing("trail"), connected.begin() as connection:
        connection.execute(text(asked))
    assert verify(trail.lines()).lines == 2


@pytest.mark.parametrize("kind", ["folder", "database"])
def test_several_processes_add_without_losing_a_line(kind, request, tmp_path):
    place = tmp_path if kind == "folder" else request.getfixturevalue("database") / "together"
    done = subprocess.run(
        [sys.executable, str(HERE / "adding_at_once.py"), str(place), "4", "15"],
        check=True, capture_output=True, text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join((str(HERE.parents[1]), str(HERE)))},
    )  # fmt: skip
    found = json.loads(done.stdout)
    assert found == {"failed": 0, "lines": 60, "wrong": None, "in order": True}

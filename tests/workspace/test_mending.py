"""A mapping that is broken, damaged or gone is brought back from its last whole version."""

from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path

import pytest

from taskmap.store.folder import Folder
from taskmap.workspace import Signed, Workspace

MAPPINGS = Path(__file__).parents[2] / "mappings"
AT = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)
SIGNED = Signed(who="leader", at=AT)
FILE, UNIT = "havblikk-2.yaml", "havblikk-2"


@pytest.fixture
def hall(tmp_path):
    """A unit saved once by Taskmap, in a folder of its own."""
    data = (MAPPINGS / "solvik" / FILE).read_bytes()
    (tmp_path / FILE).write_bytes(data)
    Folder(tmp_path).save(
        FILE,
        data + b"# looked at\n",
        based_on=sha256(data).hexdigest(),
        who="leader",
        why="",
        at=AT,
    )
    return Workspace(tmp_path, date(2026, 11, 2))


@pytest.mark.parametrize("now", [b"", b"\xff\xfe\x00", b"taskmap: mapping/1\ntasks: [\n", None])
def test_what_was_whole_stands_again_and_what_was_there_is_kept(hall, now):
    path = hall.folder / FILE
    whole = path.read_bytes()
    if now is None:
        path.unlink()
    else:
        path.write_bytes(now)
        hall.check([hall.folder])
    [kept] = hall.gone() if now is None else [hall.last_whole(card.id) for card in hall.units()]
    assert (kept.unit, kept.file) == (UNIT, FILE)
    assert kept.version.digest == sha256(whole).hexdigest()
    hall.bring_back(kept, SIGNED)
    assert path.read_bytes() == whole
    assert hall.open(UNIT).mapping is not None
    assert hall.history(UNIT)[-1].digest == kept.version.digest


def test_a_text_that_was_broken_outside_is_a_version_too(hall):
    (hall.folder / FILE).write_bytes(b"taskmap: mapping/1\nmine: [\n")
    [kept] = [hall.last_whole(card.id) for card in hall.units()]
    hall.bring_back(kept, SIGNED)
    store = Folder(hall.folder)
    contents = [store.version(FILE, version.number) for version in store.history(FILE)]
    assert b"taskmap: mapping/1\nmine: [\n" in contents


def test_what_taskmap_never_saved_has_no_way_back(hall):
    (hall.folder / "other.yaml").write_bytes(b"taskmap: mapping/1\nmine: [\n")
    assert hall.last_whole("other.yaml") is None
    assert hall.gone() == ()

"""A damaged mapping is named in words with its last whole version, and the other units go on."""

from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path

import pytest

from taskmap.language import Reader
from taskmap.present.findings import message
from taskmap.store.folder import Folder
from taskmap.workspace import Workspace

MAPPINGS = Path(__file__).parents[2] / "mappings"
AT = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path):
    """Two shipped units, one of them saved once by Taskmap."""
    found = [
        p for p in sorted(MAPPINGS.rglob("*.yaml")) if b"taskmap: mapping/1" in p.read_bytes()
    ][:2]
    for path in found:
        (tmp_path / path.name).write_bytes(path.read_bytes())
    data = found[0].read_bytes()
    based_on = sha256(data).hexdigest()
    Folder(tmp_path).save(
        found[0].name, data + b"# looked at\n", based_on=based_on, who="Kari", why="", at=AT
    )
    return tmp_path, found[0].name


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nb", "Filen er tom, men var det ikke sist. Versjon 2 kan legges tilbake."),
        ("sv", "Filen är tom men var det inte senast. Version 2 kan läggas tillbaka."),
        ("en", "The file is empty, and was not so last time. Version 2 can be put back."),
    ],
)
def test_a_damaged_mapping_is_named_and_the_others_go_on(folder, language, words):
    root, name = folder
    (root / name).write_bytes(b"")
    workspace = Workspace(root, date(2026, 11, 2))
    errors = {card.file: card.errors for card in workspace.units()}
    assert errors.pop(name) == 1
    assert list(errors.values()) == [0]
    findings = [f for f in workspace.check([root]).findings if f.place.file == name]
    assert [message(f, Reader(language)) for f in findings] == [words]


def test_a_mapping_put_back_is_a_unit_again(folder):
    root, name = folder
    (root / name).write_bytes(b"\xff\xfe\x00")
    Folder(root).put_back(name, who="Kari", why="skadet", at=AT)
    cards = Workspace(root, date(2026, 11, 2)).units()
    assert [card.errors for card in cards] == [0, 0]

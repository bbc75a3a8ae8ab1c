"""A document read again after an edit says what a first reading of it says, mistakes and all."""

from pathlib import Path
from weakref import WeakKeyDictionary

import pytest

from taskmap import document
from taskmap.document import known
from taskmap.model.edit import SetField, SetUnitField
from taskmap.remembered import Remembered
from taskmap.yamltext import reader

UNIT = Path(__file__).parents[2] / "mappings/solvik/torget-legesenter.yaml"
EDITS = (
    SetField("telefon", "name", "Telefonen, og det som kommer på chat"),
    SetField("telefon", "minutes", 7),
    SetField("telefon", "today", {"helsesekretaer": 1.2}),  # more than all of it
    SetField("telefon", "today", {"ukjent": 1.0}),  # nobody of that name
    SetField("telefon", "today", {"helsesekretaer": 1.0}),
    SetUnitField("sick_share", 0.3),
    SetField("telefon", "note", "To\nlinjer."),
)


@pytest.fixture
def anew(monkeypatch):
    """A reading by a process that has read nothing before."""

    def read(data):
        with monkeypatch.context() as patched:
            patched.setattr(reader, "TREES", Remembered(1))
            patched.setattr(known, "_KNOWN", WeakKeyDictionary())
            return document.read_mapping(data, file="unit.yaml")

    return read


def test_edits_are_read_again_as_they_are_read_first(anew):
    data, items = UNIT.read_bytes(), len(known._KNOWN)
    document.read_mapping(data, file="unit.yaml")
    assert len(known._KNOWN) > items
    sound = []
    for edit in EDITS:
        data = document.edited(data, [edit])
        again, first = document.read_mapping(data, file="unit.yaml"), anew(data)
        assert again == first
        sound.append(again[0] is not None)
    assert set(sound) == {True, False}

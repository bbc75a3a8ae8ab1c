"""The loader: strict with our own files, the same answer every time."""

import pytest

from taskmap.catalogue import load
from taskmap.catalogue.entry import Entry, read
from taskmap.catalogue.load import OWN
from taskmap.catalogue.roles import roles
from taskmap.model.unit import Country


def test_read_once_and_dated():
    assert load(Country.NO) is load(Country.NO)
    assert load(Country.NO).on.isoformat() == "2026-11-22"
    assert load(Country.NO).digest != load(Country.SE).digest
    assert len(load(Country.NO).digest) == 64


def test_the_same_files_give_the_same_digest():
    first = load(Country.SE).digest
    load.cache_clear()
    assert load(Country.SE).digest == first


@pytest.mark.parametrize("path", [f"{c}/{name}" for c in ("no", "se") for name in OWN])
def test_every_file_is_dated(path):
    assert read(path).day("on").year == 2026


@pytest.mark.parametrize(
    ("values", "asked"),
    [
        ({"id": 3}, lambda e: e.text("id")),
        ({"level": True}, lambda e: e.whole("level")),
        ({"level": "4"}, lambda e: e.whole("level")),
        ({"hours": "3"}, lambda e: e.number("hours")),
        ({"roles": ["a", "a"]}, lambda e: e.ids("roles")),
        ({"names": {"nb": "Dusj"}}, lambda e: e.names("names")),
        ({"on": "i går"}, lambda e: e.day("on")),
        ({"spelt": "wrong"}, lambda e: e.done()),
        (
            {"courses": [{"id": "a"}, {"id": "a"}]},
            lambda e: [x.text("id") for x in e.each("courses")],
        ),
    ],
)
def test_a_mistake_in_our_own_data_is_refused(values, asked):
    with pytest.raises(ValueError):
        asked(Entry(values, "here"))


def test_a_group_of_roles_may_not_name_a_stranger():
    file = Entry({"currency": "NOK", "groups": {"leger": ["lege"]}, "roles": []}, "here")
    with pytest.raises(ValueError, match="lege"):
        roles(file)


def test_a_key_twice_in_a_file_is_refused(tmp_path, monkeypatch):
    (tmp_path / "a.yaml").write_text("on: 2026-11-21\non: 2026-11-22\n")
    monkeypatch.setattr("taskmap.catalogue.entry.DATA", tmp_path)
    with pytest.raises(ValueError, match="twice"):
        read("a.yaml")


def test_words_that_other_readers_take_for_numbers_and_truth_stay_words(tmp_path, monkeypatch):
    (tmp_path / "a.yaml").write_text("land: NO\nkommune: 0301\nkl: 07:30\nja: yes\n")
    monkeypatch.setattr("taskmap.catalogue.entry.DATA", tmp_path)
    found = read("a.yaml")
    assert [found.text(k) for k in ("land", "kommune", "kl", "ja")] == [
        "NO",
        "0301",
        "07:30",
        "yes",
    ]

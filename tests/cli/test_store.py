"""`taskmap store`: a folder into a database, into a file, and back, with what it tells."""

import shutil

import pytest
from running import ROOT


@pytest.fixture
def folder(tmp_path):
    shutil.copytree(ROOT / "mappings/granmo", tmp_path / "mappings")
    return tmp_path / "mappings"


def documents(folder):
    found = (path for path in folder.rglob("*.yaml") if path.is_file())
    return {path.relative_to(folder): path.read_bytes() for path in found}


def test_a_folder_goes_into_a_database_into_a_file_and_back(taskmap, folder, database, tmp_path):
    named = f"{database}/cli".replace("postgresql:/", "postgresql://")
    assert taskmap("store", "prepare", named).status == 0
    there = taskmap("store", "copy", folder, named, "--lang", "nb")
    assert there.status == 0, there.err
    assert "Hvert av dem er lest tilbake og likt." in " ".join(there.out.split())
    file = tmp_path / "all.zip"
    kept = taskmap("store", "backup", named, file, "--lang", "nb")
    back = taskmap("store", "restore", file, tmp_path / "back", "--lang", "nb")
    seals = {said.out.split()[-1] for said in (there, kept, back)}
    assert len(seals) == 1
    assert documents(tmp_path / "back") == documents(folder)
    once_more = taskmap("store", "restore", file, tmp_path / "back", "--lang", "sv")
    assert once_more.status == 1
    assert "har redan dokument" in once_more.err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("copy", "nowhere", "there"), "nowhere"),
        (("copy", "mappings"), "TIL"),
        (("prepare", "mappings"), "postgresql://bruker@server/database"),
        (("restore", "nothing.zip", "there"), "nothing.zip"),
        (("restore", "README.md", "there"), "sikkerhetskopi"),
        (("lose", "mappings"), "prepare, copy, backup, restore"),
    ],
)
def test_wrong_use_is_told_in_words(taskmap, words, told, tmp_path):
    words = [str(tmp_path / "there") if word == "there" else word for word in words]
    said = taskmap("store", *words, "--lang", "nb")
    assert said.status in {1, 2}
    assert told in said.err
    assert "Traceback" not in said.err

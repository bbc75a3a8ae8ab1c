"""A folder of documents: what is found, in what order, and what is left alone."""

import os
from datetime import UTC, datetime

import pytest

from taskmap.errors import StoreFailed
from taskmap.store.folder import Folder
from taskmap.store.stored import MAX_BYTES, read

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def _write(folder, name, text):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_documents_come_in_the_order_of_their_names_with_their_kind(tmp_path):
    _write(tmp_path, "b/two.yaml", "# first a comment\ntaskmap: mapping/1\n")
    _write(tmp_path, "a.yml", 'taskmap: "partnership/1"\n')
    _write(tmp_path, "c.yaml", "unit: without a kind\n")
    _write(tmp_path, "notes.txt", "taskmap: mapping/1\n")
    found = [(d.name, d.kind) for d in Folder(tmp_path).documents()]
    assert found == [("a.yml", "partnership"), ("b/two.yaml", "mapping"), ("c.yaml", None)]


def test_links_are_not_followed(tmp_path):
    outside = _write(tmp_path, "outside/secret.yaml", "taskmap: mapping/1\n")
    inside = tmp_path / "inside"
    inside.mkdir()
    (inside / "link.yaml").symlink_to(outside)
    assert list(Folder(inside).documents()) == []


def test_a_huge_file_is_read_no_further_than_the_reader_accepts(tmp_path):
    path = tmp_path / "huge.yaml"
    path.write_bytes(b"taskmap: mapping/1\n" + b"#" * (3 * MAX_BYTES))
    assert len(read(path).data) == MAX_BYTES + 1


def test_the_digest_follows_the_content_alone(tmp_path):
    one, two = _write(tmp_path, "one.yaml", "a: 1\n"), _write(tmp_path, "two.yaml", "a: 1\n")
    assert read(one).digest == read(two).digest
    two.write_text("a: 2\n", encoding="utf-8")
    assert read(one).digest != read(two).digest


def test_a_name_is_always_text_that_can_be_shown(tmp_path):
    for name in (b"odd\xff.yaml", b"two\nlines.yaml", b"red\x1b[31m.yaml"):
        (tmp_path / os.fsdecode(name)).write_bytes(b"a: 1\n")
    names = [found.name for found in Folder(tmp_path).documents()]
    assert sorted(names) == ["odd\ufffd.yaml", "red\ufffd[31m.yaml", "two\ufffdlines.yaml"]


@pytest.mark.parametrize("link", [".taskmap", ".taskmap/a.yaml", ".taskmap/a.yaml/journal"])
def test_nothing_is_written_through_a_link_that_somebody_laid(tmp_path, link):
    outside, folder = _write(tmp_path, "outside/x", "mine\n").parent, tmp_path / "folder"
    _write(folder, "a.yaml", "a: 1\n")
    laid = folder / link
    laid.parent.mkdir(parents=True, exist_ok=True)
    laid.symlink_to(outside / "x" if laid.name == "journal" else outside)
    seen = Folder(folder).read("a.yaml").digest
    with pytest.raises(StoreFailed):
        Folder(folder).save("a.yaml", b"a: 2\n", based_on=seen, who="leader", why="", at=NOW)
    assert (folder / "a.yaml").read_text() == "a: 1\n"
    assert {path.name: path.read_text() for path in outside.iterdir()} == {"x": "mine\n"}

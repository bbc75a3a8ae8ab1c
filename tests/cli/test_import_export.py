"""`taskmap export`, `template` and `import`: new files only, and nothing imported silently."""

import resource

import pytest
from running import ROOT, WARD

from taskmap.document import read_mapping
from taskmap.sheets.limits import MEGABYTE, MOST_BYTES
from taskmap.workspace import foreign_file

HOURS = "Aktivitet;Timer;Tidsrom;Utføres av\nStell;40,5;Dag;Sykepleier\n"
WITH_A_MISTAKE = HOURS + "Møter;mange;Dag;Sykepleier\n"
CASES = ("--folder", ROOT / "tests/cases", "--lang", "nb")


def read(path):
    return read_mapping(path.read_bytes(), file=path.name)[0]


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_what_is_exported_is_imported_as_the_same_mapping(taskmap, tmp_path, ending):
    out, new = tmp_path / f"ut.{ending}", tmp_path / "inn.yaml"
    assert taskmap("export", "liten-post", "--to", ending, "--out", out, *CASES).status == 0
    said = taskmap("import", out, "--unit", "liten-post", "--out", new, *CASES)
    assert (said.status, said.err) == (0, "")
    assert f"Skrevet: {new}" in said.out
    assert read(new) == read(WARD)


def test_the_graph_is_exported_too(taskmap, tmp_path):
    out = tmp_path / "ut.graphml"
    assert taskmap("export", "liten-post", "--to", "graphml", "--out", out, *CASES).status == 0
    assert b"<graphml" in out.read_bytes()


def test_no_file_is_written_over(taskmap, tmp_path):
    out = tmp_path / "ut.xlsx"
    out.write_text("mitt")
    said = taskmap("export", "liten-post", "--to", "xlsx", "--out", out, *CASES)
    assert said.status == 1
    assert "ingenting er skrevet" in said.err
    assert out.read_text() == "mitt"
    sheet = tmp_path / "uke.csv"
    sheet.write_text(HOURS)
    said = taskmap("import", sheet, "--unit", "liten-post", "--out", out, *CASES)
    assert (said.status, out.read_text()) == (1, "mitt")


def test_a_preview_writes_nothing_and_names_cells(taskmap, tmp_path):
    sheet = tmp_path / "uke.csv"
    sheet.write_text(WITH_A_MISTAKE)
    said = taskmap("import", sheet, "--unit", "liten-post", *CASES)
    assert said.status == 1
    assert "uke!B3" in said.out
    assert "1 rader holdes utenfor: uke!3." in said.out
    assert [path.name for path in tmp_path.iterdir()] == ["uke.csv"]


def test_rows_with_mistakes_are_left_out_only_when_they_are_named(taskmap, tmp_path):
    sheet, new = tmp_path / "uke.csv", tmp_path / "inn.yaml"
    sheet.write_text(WITH_A_MISTAKE)
    to = ("import", sheet, "--unit", "liten-post", "--out", new, *CASES)
    refused = taskmap(*to)
    assert refused.status == 1
    assert "uke!3" in refused.err
    assert not new.exists()
    assert taskmap(*to, "--without", "uke!3").status == 0
    assert [task.name for task in read(new).tasks] == ["Stell"]


def test_what_columns_mean_is_kept_and_used_again(taskmap, tmp_path):
    sheet, match = tmp_path / "uke.csv", tmp_path / "match.yaml"
    sheet.write_text(HOURS)
    to = ("import", sheet, "--unit", "liten-post", *CASES)
    assert taskmap(*to, "--save-columns", match).status == 0
    match.write_text(match.read_text().replace("means: hours", "means: note"))
    said = taskmap(*to, "--columns", match)
    assert "Merknad" in said.out
    assert said.status == 1
    match.write_text("taskmap: columns/1\nsheets: x\n")
    wrong = taskmap(*to, "--columns", match)
    assert wrong.status == 1
    assert str(match) in wrong.err


def test_a_file_that_is_refused_says_why(taskmap, tmp_path):
    sheet = tmp_path / "uke.xlsx"
    sheet.write_bytes(b"<html><table>")
    said = taskmap("import", sheet, "--unit", "liten-post", *CASES)
    assert said.status == 1
    assert "nettside" in said.out
    assert "kan ikke leses inn" in said.err


def test_a_unit_that_is_nowhere_is_told(taskmap, tmp_path):
    sheet = tmp_path / "uke.csv"
    sheet.write_text(HOURS)
    said = taskmap("import", sheet, "--unit", "ingensteds", *CASES)
    assert said.status == 2
    assert "ingensteds" in said.err


def test_a_template_is_made_and_read(taskmap, tmp_path):
    out = tmp_path / "mal.xlsx"
    made = taskmap("template", "--setting", "home_care", "--out", out, "--lang", "sv")
    assert made.status == 0
    said = taskmap("import", out, "--unit", "ny", "--folder", tmp_path, "--lang", "sv")
    assert said.status == 1
    assert "Enhet!2" in said.out
    assert "kolumner känns igen från mallen" in said.out


def test_a_full_disk_is_told_and_leaves_no_half_file(taskmap, tmp_path):
    out = tmp_path / "ut.xlsx"
    export = ("export", "liten-post", "--to", "xlsx", "--out", out, *CASES)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1024, before[1]))
    try:
        said = taskmap(*export)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert (said.status, out.exists()) == (1, False)
    assert f"Det er ikke plass på disken til {out}." in said.err
    assert taskmap(*export).status == 0


def test_a_file_orders_nothing_of_the_terminal(taskmap, tmp_path):
    sheet = tmp_path / "uke.csv"
    sheet.write_text("Id;Navn\nst\x1b]0;din\x07\x1b[2J\u202eell;Stell\n")
    said = taskmap("import", sheet, "--unit", "liten-post", *CASES)
    assert "uke!A2" in said.out
    assert not {"\x1b", "\x07", "\u202e"} & {*said.out, *said.err}


def test_of_a_file_without_end_no_more_is_read_than_is_taken_in(taskmap, tmp_path):
    sheet = tmp_path / "uke.csv"
    with sheet.open("wb") as written:
        written.truncate(90 * MEGABYTE)
    assert len(foreign_file(sheet)) == MOST_BYTES + 1
    said = taskmap("import", sheet, "--unit", "liten-post", *CASES)
    assert "Filen er større enn 20 MB" in said.out
    for command in (("wisn", sheet), ("import", WARD, "--unit", "x", "--columns", sheet)):
        assert taskmap(*command, *CASES[2:]).status == 1

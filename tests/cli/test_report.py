"""`taskmap report`: a new PDF in the reader's language, or a sentence."""

import shutil

import docx
import pytest
from running import ROOT

CASES = ("--folder", ROOT / "tests/cases")


@pytest.mark.parametrize(("kind", "language"), [("cards", "nb"), ("lists", "sv")])
def test_a_paper_is_written(taskmap, tmp_path, kind, language):
    out = tmp_path / "ut.pdf"
    told = taskmap("report", "liten-post", "--kind", kind, "--out", out, "--lang", language, *CASES)
    assert (told.status, told.err) == (0, "")
    assert str(out) in told.out
    assert out.read_bytes().startswith(b"%PDF-")


def test_tables_are_written_as_a_workbook(taskmap, tmp_path):
    out = tmp_path / "ut.xlsx"
    asked = ("report", "liten-post", "--lang", "en", "--out", out, *CASES)
    assert taskmap(*asked, "--kind", "unit").status == 0
    assert out.read_bytes().startswith(b"PK")
    out.unlink()
    refused = taskmap(*asked, "--kind", "cards")
    assert refused.status == 1
    assert ".pdf" in refused.err
    assert not out.exists()


def test_the_case_of_a_measure_is_written_for_word_or_refused_in_words(taskmap, tmp_path):
    shutil.copy(ROOT / "tests/cases/ward.yaml", tmp_path)
    shutil.copy(ROOT / "tests/golden/ward.followup.yaml", tmp_path)
    out = tmp_path / "sak.docx"
    asked = ("report", "liten-post", "--kind", "case", "--moves", "3", "--lang", "nb")
    asked = (*asked, "--folder", tmp_path, "--out", out)
    refused = taskmap(*asked, "--measure", "finnes-ikke")
    assert refused.status == 1
    assert "kjokken-matvert" in refused.err
    assert not out.exists()
    told = taskmap(*asked, "--measure", "kjokken-matvert")
    assert (told.status, told.err) == (0, "")
    assert "matvert" in docx.Document(out).paragraphs[1].text


def test_no_file_is_written_over_and_no_other_ending_taken(taskmap, tmp_path):
    out = tmp_path / "ut.pdf"
    out.write_text("mitt")
    asked = ("report", "liten-post", "--kind", "cards", "--lang", "nb", *CASES)
    told = taskmap(*asked, "--out", out)
    assert (told.status, out.read_text()) == (1, "mitt")
    assert "ingenting er skrevet" in told.err
    other = tmp_path / "ut.docx"
    assert taskmap(*asked, "--out", other).status == 1
    assert not other.exists()

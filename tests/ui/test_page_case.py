"""The page of the case says what the papers say: the same object, word by word."""

import shutil
from datetime import date

import pytest

from taskmap.language import reader
from taskmap.present.blocks import Figures, Filled, Rows, said
from taskmap.ui.parts.text import plain
from taskmap.workspace import Workspace
from tests.ui.conftest import ROOT


@pytest.fixture
def ward(tmp_path, monkeypatch):
    """A folder with the small ward and what its committee handled, as the app sees it."""
    shutil.copy(ROOT / "tests/cases/ward.yaml", tmp_path)
    shutil.copy(ROOT / "tests/golden/ward.followup.yaml", tmp_path)
    return tmp_path


def test_every_word_and_figure_of_the_paper_stands_on_the_page(open_page, ward, monkeypatch):
    monkeypatch.setenv("TASKMAP_FOLDER", str(ward))
    at = open_page("case", lang="nb", unit="liten-post", who="representative")
    assert not at.exception
    hall = Workspace(ward, date.today())  # noqa: DTZ011 - as the page does
    told = hall.told("liten-post", "case", hall.question(), reader("nb"))
    written = [each.value for kind in (at.markdown, at.warning, at.info) for each in kind]
    written += [each.value for kind in (at.header, at.subheader) for each in kind]
    page = "\n".join(written).replace("**", "")
    assert [section.title for section in told.sections if section.title not in page] == []
    blocks = [block for section in told.sections for block in section.blocks]
    plainly = [block for block in blocks if not isinstance(block, Figures | Filled | Rows)]
    lines = [line for block in plainly for line in said(block) if line]
    assert [line for line in lines if plain(line) not in page] == []
    figures = [figure for block in blocks if isinstance(block, Figures) for figure in block.figures]
    assert [each.value for each in at.metric] == [each.figure for each in figures]
    shown = {
        str(cell).replace("\\", "")
        for table in at.table
        for row in table.value.to_numpy().tolist()
        for cell in row
    }
    cells = {cell for table in told.tables for row in table.texts() for cell in row}
    assert {cell.replace("\\", "") for cell in cells} <= shown


def test_a_paper_that_cannot_be_made_is_refused_in_words(open_page, ward, monkeypatch):
    monkeypatch.setenv("TASKMAP_FOLDER", str(ward))
    at = open_page("case", lang="nb", unit="liten-post")
    make = next(button for button in at.button if button.label == "Lag PDF")
    monkeypatch.setattr("taskmap.typeset.paper.source", lambda _: "#panic()")
    make.click().run()
    refused = [each.value.replace("\\", "") for each in at.error]
    assert reader("nb").say("error.paper.failed") in refused

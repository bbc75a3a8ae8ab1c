"""What a cell shows is read back as what it shows, in every shipped mapping and language."""

from datetime import date
from pathlib import Path

import pytest

from taskmap.language import LANGUAGES, reader
from taskmap.model.said import TaskSaid
from taskmap.present import task_grid
from taskmap.present.figures.naming import Naming
from taskmap.workspace import Workspace, typed

WORKSPACE = Workspace(Path(__file__).parents[2] / "mappings", date(2026, 11, 22))
UNITS = [card.id for card in WORKSPACE.units()]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("unit", UNITS)
def test_every_cell_is_understood_as_it_is_shown(unit, language):
    opened = WORKSPACE.open(unit)
    naming = Naming(reader(language), opened.mapping, opened.catalogue)
    roles = naming.roles_down
    titles = task_grid.titles(opened.mapping, roles, naming)
    for task, said in WORKSPACE.said(unit)[0].items():
        cells = task_grid.cells(said, roles, naming)
        assert set(cells) | {"note"} == set(titles)
        for column, text in cells.items():
            if text and column not in ("name", "per"):
                found = typed(said, {column: text}, opened.mapping.bands)
                assert found.findings == (), (task, column, text)
        for column in (f"count.{band}" for band in opened.mapping.band_ids if band in said.count):
            [edit] = typed(said, {column: cells[column]}, opened.mapping.bands).edits
            assert edit.value == pytest.approx(said.count[column.partition(".")[2]], abs=5e-5)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_done_every_so_many_weeks_is_shown_so_and_understood(language):
    opened = WORKSPACE.open(UNITS[0])
    naming = Naming(reader(language), opened.mapping, opened.catalogue)
    bands = opened.mapping.bands
    shown = []
    for weeks in range(2, 21):
        said = TaskSaid(id="t", count={bands[0].id: round(1 / weeks, 4)})
        column = f"count.{bands[0].id}"
        shown.append(task_grid.cells(said, (), naming)[column])
        [edit] = typed(said, {column: shown[-1]}, bands).edits
        assert edit.value == pytest.approx(1 / weeks, abs=5e-5)
    assert not any(text.startswith("0") for text in shown)
    assert len(set(shown)) == len(shown)

"""The report on a unit says the figures the page and the tables of ``present`` say, every one."""

from datetime import date
from pathlib import Path

import pytest
from pdf_reading import Paper

from taskmap.language import reader
from taskmap.present import assumptions, findings, levels, overview, room
from taskmap.report import paper
from taskmap.workspace import Workspace

ROOT = Path(__file__).parents[2]
FOLDER = Workspace(ROOT / "mappings", date(2026, 11, 21))
HAVBLIKK = str(ROOT / "mappings/solvik/havblikk-2.yaml")
STOKKE = str(ROOT / "mappings/published/stokke-uke-2005.yaml")


def told(unit, language):
    return FOLDER.worked(unit, FOLDER.question(max_changes=None), reader(language))


@pytest.fixture(scope="module", params=[(HAVBLIKK, "nb"), (STOKKE, "sv")], ids=["nb", "sv"])
def both(request):
    """What there is to tell, and the paper that tells it."""
    found = told(*request.param)
    return found, Paper(paper("unit", found))


def test_every_figure_of_the_tables_stands_on_paper(both):
    about, found = both
    tables = (
        overview.staffing_table(about.capacities, about.naming),
        levels.matrix_table(about.levels, about.price, about.naming),
        room.room_table(about.capacities, about.naming),
        levels.level_table(about.levels, about.naming),
    )
    for table in tables:
        assert found.says(table.title)
        assert [c.title for c in table.columns if not found.says(c.title)] == []
        for row in table.texts():
            assert found.says("".join(row)), row


def test_every_key_figure_and_sentence_stands_on_paper(both):
    about, found = both
    figures = overview.key_figures(about.levels, about.capacities, about.naming)
    sentences = [
        *(f"{each.label} {each.figure} {each.meaning}" for each in figures),
        *assumptions.all_told(about.assumptions, about.naming),
        levels.summary(about.levels, about.naming),
        room.summary(about.capacities, about.naming),
        findings.count(about.findings, about.naming.reader),
    ]
    assert [sentence for sentence in sentences if not found.says(sentence)] == []


def test_both_charts_are_told_in_words(both):
    about, found = both
    alts = [each.alt for each in found.elements if each.tag == "Figure" and each.alt]
    assert levels.summary(about.levels, about.naming) in alts
    assert room.summary(about.capacities, about.naming) in alts


def test_small_groups_are_named_where_figures_come_close(both):
    about, found = both
    few = [s.role for s in about.naming.mapping.staffing if 0 < s.persons < 5]
    published = about.naming.mapping.source is not None
    assert found.says("5 personer, så") is not published
    assert published or found.says(about.naming.roles(few))


def test_load_against_room_adds_up_and_finds_what_is_over():
    about = told(HAVBLIKK, "nb")
    weeks = room.rows(about.capacities, about.naming, by_band=False)
    parts = room.rows(about.capacities, about.naming, by_band=True)
    for week in weeks:
        here = [part for part in parts if part.role == week.role]
        assert sum(part.load for part in here) == week.load
        assert sum(part.room for part in here) == week.room
    over = {part.role for part in parts if part.load > part.room}
    assert over
    summary = room.summary(about.capacities, about.naming).casefold()
    assert [role for role in over if about.naming.role_inside(role) not in summary] == []

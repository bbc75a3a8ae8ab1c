"""Case, action plan and newsletter: the same words and figures in PDF, Word and workbook."""

from io import BytesIO
from zipfile import ZipFile

import docx
import openpyxl
import pytest
from docx.oxml.ns import qn
from pdf_reading import Paper, bare, steps_over
from told_papers import (
    KEPT,
    PLAN_OF_THIRTY,
    WARD,
    all_decided,
    as_kept,
    hall,
    place,
    refused,
    told,
    worked,
)

from taskmap.errors import MeasureNotFound
from taskmap.language import LANGUAGES, reader
from taskmap.leon.telling.alone import alone
from taskmap.model.today import millionths
from taskmap.present.blocks import Rows, said
from taskmap.report import book, paper, word

CASES = [(WARD, "case", "nb"), (PLAN_OF_THIRTY, "actions", "sv")]
AGAIN = "python -m tests.report.told_papers"


@pytest.fixture(scope="module", params=CASES, ids=lambda case: "-".join(case[1:]))
def case(request):
    """What a paper tells, what it is made of, and the paper as PDF."""
    found, about = told(*request.param), worked(*request.param)
    return found, about, Paper(paper(found.kind, about))


def everything(found):
    """Every text of a paper, table cells one by one."""
    for section in found.sections:
        yield section.title
        for block in section.blocks:
            yield from said(block)
            if isinstance(block, Rows) and block.titled:
                yield block.table.title
    for table in found.tables:
        yield from (column.title for column in table.columns)
        yield from (text for row in table.texts() for text in row)


def test_every_word_and_figure_stands_in_the_pdf(case):
    found, _, made = case
    rows = [(row.role, row.band, row.told) for b in blocks(found, "Filled") for row in b.rows]
    shown = {f"{role}, {band}: {percent}" for role, band, percent in rows}
    figures = [f for b in blocks(found, "Figures") for f in b.figures]
    joined = {f"{each.label}: {each.figure}. {each.meaning}" for each in figures}
    parts = [part for f in figures for part in (f.label, f.figure, f.meaning)]
    summaries = {b.summary for b in blocks(found, "Filled")}  # told as the chart's words
    texts = (set(everything(found)) - shown - joined - summaries) | set(parts)
    assert [text for text in texts if not made.says(text)] == []
    assert [percent for _, _, percent in rows if not made.says(percent)] == []
    alts = {element.alt for element in made.elements if element.alt}
    assert summaries <= alts


def test_the_pdf_is_tagged_archivable_and_in_order(case):
    found, about, made = case
    assert made.tagged
    assert made.language == about.naming.reader.code
    assert made.title == found.title
    assert made.headings[0] == "H1"
    assert made.headings.count("H1") == 1
    assert steps_over(made.headings) == []
    assert made.without_headings() == []
    assert made.standards["pdfuaid:part"] == "1"
    assert all(e.alt for e in made.elements if e.tag == "Figure")
    assert not made.file.check_pdf_syntax()


def test_word_says_the_same_with_headings_header_rows_and_words_for_pictures(case):
    found, about, _ = case
    data = word(found.kind, about)
    made = docx.Document(BytesIO(data))
    text = bare("".join(p.text for p in paragraphs(made)))
    pictures = {block.summary for block in blocks(found, "Filled")}
    drawn = {line for block in blocks(found, "Filled") for line in said(block)}
    assert [t for t in set(everything(found)) - drawn if bare(t) not in text] == []
    levels = [int(p.style.name[-1]) for p in made.paragraphs if p.style.name[:7] == "Heading"]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert steps_over([f"H{level}" for level in levels]) == []
    for table in made.tables:
        assert table.rows[0]._tr.find(f".//{qn('w:tblHeader')}") is not None
        assert table._tbl.tblPr.find(qn("w:tblCaption")) is not None
    assert {shape._inline.docPr.get("descr") for shape in made.inline_shapes} == pictures
    properties = made.core_properties
    assert (properties.title, properties.author) == (found.title, "Taskmap")
    language = {"nb": "nb-NO", "sv": "sv-SE", "en": "en-GB"}[about.naming.reader.code]
    assert properties.language == language
    styled = made.styles.element.find(f".//{qn('w:lang')}")
    assert styled.get(qn("w:val")) == language


def test_the_workbook_holds_every_word_and_every_figure_as_a_number(case):
    found, about, _ = case
    made = openpyxl.load_workbook(BytesIO(book(found.kind, about)))
    words, *tables = made.worksheets
    written = {value for row in words.iter_rows(values_only=True) for value in row if value}
    texts = {t for s in found.sections for b in s.blocks for t in said(b) if t}
    assert texts <= written
    filled = [table for table in found.tables if table.rows]
    assert len(tables) == len(filled)
    for sheet, table in zip(tables, filled, strict=True):
        rows = list(sheet.iter_rows(min_row=2, values_only=True))
        for row, cells in zip(rows, table.rows, strict=True):
            for value, cell, column in zip(row, cells, table.columns, strict=True):
                part = 60 if column.unit == "minutes" else 1
                if column.figures and cell.value is not None:
                    assert value == pytest.approx(cell.value / part, abs=0.006)
                else:
                    assert (value or "") == cell.text


@pytest.mark.parametrize(("unit", "kind"), sorted(KEPT))
@pytest.mark.parametrize("language", LANGUAGES)
def test_kept_papers_are_as_they_were(unit, kind, language):
    kept = place(unit, kind, language).read_text("utf-8")
    assert as_kept(unit, kind, language) == kept, f"write them anew with: {AGAIN}"


def test_a_case_tells_dissent_holds_and_lacks_word_for_word():
    found = told(WARD, "case", "nb")
    spoken = {block.text: block.weighs for block in blocks(found, "Said")}
    dissent = "Helsefagarbeiderne får tolv timer mer om morgenen. Det er da de har det travlest."
    assert spoken[dissent]
    assert not spoken["Vi er glade for at det blir mer tid til samtaler."]
    assert sum("Risikoen for ryggen er ikke vurdert." in text for text in spoken) == 1
    ready = next(f for b in blocks(found, "Figures") for f in b.figures if f.name == "ready")
    assert ready.figure.startswith("1 av")
    lacking = [line for b in blocks(found, "Points") for line in b.lines if "Mangler:" in line]
    assert [line for line in lacking if line.startswith("Morgenstell")]


def test_evidence_stands_on_both_sides_with_its_sources():
    found = told(WARD, "case", "en")
    title = reader("en").say("evidence.title")
    evidence = next(table for table in found.tables if table.title == title)
    assert {row[0].text for row in evidence.rows} == {"for", "against", "both ways"}
    assert all(row[2].text for row in evidence.rows)
    assert sum("“" in row[1].text for row in evidence.rows) == 3
    assert "not checked" in evidence.rows[-1][1].text


def test_a_case_on_one_measure_tells_of_it_alone_and_says_so():
    found = told(WARD, "case", "nb", "kjokken-matvert")
    assert "matvert" in found.subject
    assert {row[0].text for row in found.tables[0].rows} != set()
    tasks = {row[1].key for row in found.tables[0].rows}
    assert tasks == {"kjokken"}
    texts = " ".join(everything(found))
    assert reader("nb").say("case.load_alone") in texts
    whole = worked(WARD, "case", "nb").plan
    move = next(move for move in whole.moves if move.leaf == "kjokken")
    load = next(t for t in found.tables if t.title == reader("nb").say("load.title"))
    told_of = {(row[0].key, row[1].key): row[4].value for row in load.rows}
    assert told_of == {(one.role, one.band): one.minutes for one in move.loads}
    assert "Helsefagarbeiderne får tolv timer mer" not in texts
    assert "Vi er glade for" in texts
    matrix = next(t for t in found.tables if t.title == "Risikomatrisen")
    assert [row.index("før") for row in matrix.texts() if "før" in row] == [3]
    assert not [t for t in told(WARD, "case", "nb").tables if t.title == matrix.title]


def test_the_moves_one_by_one_make_the_whole_plans_loads():
    about = worked(WARD, "case", "nb")
    plan, naming = about.plan, about.naming
    parts = [alone(plan, move, naming.mapping, naming.catalogue) for move in plan.moves]
    assert len(parts) > 1
    for at, load in enumerate(plan.roles):
        for b, band in enumerate(load.bands):
            own = (part.roles[at].bands[b] for part in parts)
            assert sum(one.plan - one.baseline for one in own) == band.plan - band.baseline
    for part, move in zip(parts, plan.moves, strict=True):
        changed = [leaf for leaf, bands in part.shares.items() if bands != _today(leaf, naming)]
        assert changed == [move.leaf]


def test_whoever_has_the_paper_alone_can_work_each_move_out_again():
    table = next(t for t in told(WARD, "case", "nb").tables if len(t.columns) == 10)
    assert table.rows
    for row in table.rows:
        often, each, gross, taken, beside, net = (cell.value for cell in row[4:])
        assert taken == pytest.approx(often * each, abs=2)  # whole minutes in each band
        assert net == pytest.approx(gross - taken - beside, abs=2)
        if "→" not in row[5].text and row[2].key is not None:
            assert gross == pytest.approx(often * each, abs=2)


def test_a_measure_nobody_decided_about_is_refused_with_those_there_are():
    hold = hall(WARD)
    with pytest.raises(MeasureNotFound) as refused:
        hold.paper(WARD, "case", hold.question(), reader("nb"), measure="finnes-ikke")
    assert "kjokken-matvert" in refused.value.values["known"]


def test_a_refused_move_stands_in_the_case_with_its_reason(tmp_path):
    hold = refused(tmp_path)
    found = hold.told(WARD, "case", hold.question(), reader("nb"))
    [line] = [
        text for text in everything(found) if text.startswith("Morgenstell") and "Avslått" in text
    ]
    assert "Beboere som er stabile, trenger ikke sykepleier i stellet." in line


def test_the_newsletter_fits_a_page():
    made = Paper(paper("newsletter", worked(PLAN_OF_THIRTY, "newsletter", "sv")))
    assert len(made.pages) == 1
    assert "Källa" in made.text


def test_a_case_fits_four_pages():
    assert len(Paper(paper("case", worked(WARD, "case", "sv"))).pages) <= 4


@pytest.mark.parametrize("language", ["nb", "sv"])
def test_a_case_on_a_real_size_of_plan_with_everything_decided_fits_four_pages(language, tmp_path):
    hold = all_decided("havblikk-2", tmp_path)
    made = Paper(hold.paper("havblikk-2", "case", hold.question(), reader(language)))
    assert len(made.pages) <= 4
    assert made.says("Rydding av lageret, uke 1.")


def test_word_holds_no_hour_and_nothing_that_runs_and_is_the_same_each_time():
    data, again = (word("newsletter", worked(PLAN_OF_THIRTY, "newsletter", "nb")) for _ in "12")
    assert data == again
    with ZipFile(BytesIO(data)) as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not [name for name in parts.namelist() if "vba" in name.lower()]


def _today(leaf, naming):
    found = naming.mapping.by_leaf[leaf]
    return {band: millionths(found, band)[0] for band, n in found.count.items() if n > 0}


def blocks(found, kind):
    return [b for s in found.sections for b in s.blocks if type(b).__name__ == kind]


def paragraphs(made):
    yield from made.paragraphs
    for table in made.tables:
        for row in table.rows:
            for cell in row.cells:
                yield from cell.paragraphs

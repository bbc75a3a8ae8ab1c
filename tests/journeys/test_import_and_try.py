"""A department head reads in a week and a messy sheet, and tries out a winter before it is used."""

import io
import re
import shutil

import pytest
import xlsxwriter
from playwright.sync_api import expect

from taskmap.document import read_mapping
from taskmap.language import reader
from tests.journeys.axe import violations
from tests.journeys.grid import type_in
from tests.journeys.running import ROOT, serving, settle

pytestmark = pytest.mark.browser

UNIT = "havblikk-2"
WEEK = "stokke-hjemmetjeneste-2005"
SAY = reader("nb").say
MINUTES = 6  # column of the grid


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Copies of two shipped mappings, the published week without its tasks, and the app on them."""
    folder = tmp_path_factory.mktemp("in")
    shutil.copy(ROOT / "mappings/solvik/havblikk-2.yaml", folder / "havblikk-2.yaml")
    text = (ROOT / "mappings/published/stokke-uke-2005.yaml").read_text(encoding="utf-8")
    frame = text.partition("\ntasks:")[0].replace("registered_total:", "# registered_total:")
    (folder / "stokke.yaml").write_text(frame + "\n", encoding="utf-8")
    with serving(folder) as address:
        yield folder, address


def workbook(*rows):
    """The bytes of an Excel workbook of one sheet."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Uke 42")
        for at, row in enumerate(rows):
            for column, cell in enumerate(row):
                if isinstance(cell, str):
                    sheet.write_string(at, column, cell)
                elif cell is not None:
                    sheet.write_number(at, column, cell)
    return out.getvalue()


def upload(page, data, name):
    mime = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    page.locator("input[type=file]").set_input_files(
        {"name": name, "mimeType": mime, "buffer": data}
    )
    expect(page.get_by_role("heading", name=SAY("incoming.preview"))).to_be_visible()
    settle(page)


def mapping(path):
    return read_mapping(path.read_bytes(), file=path.name)[0]


def press(page, name):
    page.get_by_role("button", name=name, exact=True).first.click()


def test_the_published_week_is_read_in_with_a_warning_that_names_the_hour(visit, folder):
    path, address = folder[0] / "stokke.yaml", folder[1]
    week = mapping(ROOT / "mappings/published/stokke-uke-2005.yaml")
    hours = {leaf.task_id: sum(leaf.count.values()) for leaf in week.leaves}  # one for each hour
    rows = [(week.by_task[task].name or "Reise", n) for task, n in hours.items()]
    data = workbook(("Aktivitet", "Timer i uka"), *rows, ("Sum", 1144.5))
    page = visit(f"exchange?lang=nb&unit={WEEK}", at=address)
    upload(page, data, "stokke.xlsx")
    expect(page.get_by_text("det skiller 1 time").first).to_be_visible()
    before = path.read_bytes()
    page.get_by_role("button", name=re.compile("^Les inn i")).click()
    expect(page.get_by_text(re.compile("Lest inn kl"))).to_be_visible()
    found = mapping(path)
    assert {task.name for task in found.tasks} == {name for name, _ in rows}
    assert found.registered_total.hours == 1144.5
    assert path.read_bytes().startswith(before[:400])
    settle(page)
    assert violations(page) == []


def test_a_messy_sheet_with_one_bad_row_waits_for_a_yes_and_is_known_the_next_time(visit, folder):
    path, address = folder[0] / "havblikk-2.yaml", folder[1]
    before = path.read_bytes()
    head = ("Oppgave", "Ganger i uka", "Tid", "Når", "Hvem", "Notat")
    rows = (
        ("Vanne blomster «på stuen»", "2,5", "10 min", "Morgen", "Sykepleier", "ja"),
        ("=Telle medisin 1/2", 7, "0:20", "Kveld", "Sykepleier", None),
        ("Vaske rullestol", "mange", 15, "Dag", "Helsefagarbeider", None),
    )
    data = workbook(("Oppgaver høsten",), (), head, *rows)
    page = visit(f"exchange?lang=nb&unit={UNIT}", at=address)
    upload(page, data, "rot.xlsx")
    choose(page, "D · Når", "Tidsrom for raden")
    choose(page, "F · Notat", "leses ikke inn")
    expect(page.get_by_text("«mange»").first).to_be_visible()
    take = page.get_by_role("button", name=re.compile("^Les inn i"))
    expect(take).to_be_disabled()
    assert path.read_bytes() == before
    assert violations(page) == []
    page.get_by_text(SAY("incoming.accept")).click()
    expect(take).to_be_enabled()
    take.click()
    expect(page.get_by_text(re.compile("Lest inn kl"))).to_be_visible()
    found, old = mapping(path), mapping(ROOT / "mappings/solvik/havblikk-2.yaml")
    new = {task.name: task for task in found.tasks if task.id not in old.by_task}
    assert set(new) == {"Vanne blomster «på stuen»", "=Telle medisin 1/2"}
    assert [line for line in path.read_text().splitlines() if line.startswith("#")] == [
        line for line in before.decode().splitlines() if line.startswith("#")
    ]
    # The unit is another now, so the file is matched anew: as it was confirmed a moment ago.
    expect(page.get_by_text(re.compile(r"Oppgaver: .*2 uendret"))).to_be_visible()


def choose(page, label, option):
    """Choose what a column is read as with the keyboard."""
    box = page.get_by_role("combobox", name=re.compile(re.escape(label)))
    box.click()
    page.keyboard.type(option, delay=10)
    page.keyboard.press("Enter")
    settle(page)


@pytest.mark.full
def test_a_winter_is_tried_out_and_then_taken_into_use(visit, folder):
    path, address = folder[0] / "havblikk-2.yaml", folder[1]
    before = path.read_bytes()
    page = visit(f"scenarios?lang=nb&unit={UNIT}", at=address)
    page.get_by_label(SAY("scenario.page.name"), exact=True).click()
    page.keyboard.type("Vinter")
    press(page, SAY("scenario.page.make"))
    expect(page.get_by_text(SAY("scenario.page.nothing"))).to_be_visible()
    type_in(page, 0, MINUTES, "35 min")
    expect(page.get_by_text(re.compile(r"Morgenstell, minutter: 25 .* → 35"))).to_be_visible()
    assert path.read_bytes() == before
    page.goto(f"{address}/scenarios?lang=nb&unit={UNIT}&scenario=vinter")
    settle(page)
    expect(page.get_by_text("Slik ville det vært, ikke slik det er: Vinter.")).to_be_visible()
    assert violations(page) == []
    press(page, SAY("scenario.page.adopt"))
    press(page, SAY("scenario.page.adopt_do"))
    expect(page.get_by_text(re.compile("Tatt i bruk kl"))).to_be_visible()
    assert mapping(path).by_task["morgenstell"].minutes.likely == 35
    page.goto(f"{address}/mapping?lang=nb&unit={UNIT}&view=history")
    settle(page)
    expect(page.get_by_role("table").first).to_contain_text("Tok i bruk scenarioet «Vinter»")

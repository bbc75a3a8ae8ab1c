"""What the papers say is what the mapping says, in order, in the language, unit by unit."""

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from pdf_reading import Paper, steps_over
from small_unit import CATALOGUE, task, ward

from taskmap.language import LANGUAGES, reader
from taskmap.model.question import Price
from taskmap.model.today import minutes_today
from taskmap.model.unit import DAYS, Band, Stretch
from taskmap.present.figures.naming import Naming
from taskmap.present.marks import marks
from taskmap.present.often import said_often
from taskmap.present.scenarios import under_line
from taskmap.report import KINDS, About, paper
from taskmap.report.lists import tasks_of
from taskmap.workspace import Workspace

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 21)
HAVBLIKK = ROOT / "mappings/solvik/havblikk-2.yaml"
FOLDER = Workspace(ROOT / "mappings", TODAY)
PATHS = sorted(
    path
    for path in (ROOT / "mappings").glob("*/*.yaml")
    if "\ntaskmap: mapping/" in f"\n{path.read_text()}"
)
AWKWARD = [
    "<3 år",
    "+47 22 22",
    "1-1",
    "=Felles",
    "A\u030apne dør",
    "Čáhppe đŋšŧž",
    "a@b.no",
    "*x*",
]


def about(mapping, language="nb", **more):
    empty = {"levels": (), "capacities": {}, "findings": (), "assumptions": ()}
    naming = Naming(reader(language), mapping, CATALOGUE)
    return About(naming=naming, as_of=TODAY, price=Price.LEVEL, **{**empty, **more})


@cache
def made(unit, kind, language, **more):
    question = FOLDER.question(max_changes=None)
    return Paper(FOLDER.paper(str(unit), kind, question, reader(language), **more))


def every_paper():
    """Every unit on every paper; ordinarily each paper of a unit or two."""
    for number, path in enumerate(PATHS):
        for at, kind in enumerate(KINDS):
            often = number % 16 == at
            yield pytest.param(path, kind, marks=[] if often else [pytest.mark.full])


@pytest.mark.parametrize(("path", "kind"), list(every_paper()))
def test_every_unit_has_its_papers_tagged_and_in_order(path, kind):
    card = FOLDER.open(path).card
    language = LANGUAGES[len(card.id) % 3]
    found = made(path, kind, language)
    assert found.tagged
    assert found.language == language
    assert card.name in found.title
    assert found.headings[0] == "H1"
    assert found.headings.count("H1") == 1
    assert steps_over(found.headings) == []
    assert found.without_headings() == []
    assert "[paper." not in found.text
    figures = [element for element in found.elements if element.tag == "Figure"]
    assert all(figure.alt for figure in figures)


def test_every_card_of_an_example_says_so():
    found = made(HAVBLIKK, "cards", "nb")
    mapping = FOLDER.open(HAVBLIKK).mapping
    notice = reader("nb").say("overview.illustrative")
    assert found.times(notice) == len(mapping.leaves) + 1
    assert found.headings == ["H1", *["H2"] * len(mapping.leaves)]


def test_every_card_of_a_scenario_says_the_whole_of_it():
    tried = Workspace(ROOT / "mappings", TODAY, ["to-vakante"])
    question, words = tried.question(max_changes=None), reader("sv")
    told = tried.worked("havblikk-2", question, words)
    notice = under_line(told.scenarios, words)
    found = Paper(paper("cards", told))
    assert found.times(notice) == len(told.naming.mapping.leaves) + 1


def test_every_page_of_an_examples_lists_says_so():
    found = made(HAVBLIKK, "lists", "nb")
    notice = reader("nb").say("overview.illustrative")
    assert all(notice.split(";")[0] in page for page in found.pages)


def test_awkward_names_survive_to_both_papers():
    tasks = [task(f"t{n}", {"day": 7}, today="nurse", name=name) for n, name in enumerate(AWKWARD)]
    for kind in ("cards", "lists"):
        found = Paper(paper(kind, about(ward(*tasks))))
        assert [name for name in AWKWARD if not found.says(name)] == []


def test_a_name_that_fills_the_card_leaves_room_for_who_does_it():
    found = Paper(
        paper("cards", about(ward(task("t", {"day": 7}, today="nurse", name="W" * 10_000))))
    )
    assert found.says("W" * 239 + "…")
    assert found.times("nurse") == 2
    assert len(found.pages) == 1


def test_the_lowest_level_is_told_or_left_open():
    told, blank = made(HAVBLIKK, "cards", "nb"), made(HAVBLIKK, "cards", "nb", blank=True)
    assert told.says("Pleieassistent (2)")
    assert not blank.says("Pleieassistent (2)")


def test_lists_hold_the_minutes_each_role_spends():
    opened = FOLDER.open(HAVBLIKK)
    whole = About(
        naming=Naming(reader("nb"), opened.mapping, opened.catalogue),
        levels=(), capacities={}, findings=(), assumptions=(), as_of=TODAY, price=Price.LEVEL,
    )  # fmt: skip
    told = {}
    for band in opened.mapping.bands:
        for role in whole.naming.roles_down:
            for row in tasks_of(role, band, whole).rows:
                told[row[0].key, role] = told.get((row[0].key, role), 0) + row[-1].value
    spent = {
        (leaf.id, role): minutes_today(leaf, role)
        for leaf in opened.mapping.leaves
        for role in leaf.roles_today()
    }
    assert told.keys() == spent.keys()
    assert max(abs(told[key] - spent[key]) for key in spent) <= len(opened.mapping.bands) - 1


def test_what_nobody_does_stands_last():
    some = task("t", {"day": 10}, today={"nurse": 0.8}, missed={"day": 0.2})
    found = Paper(paper("lists", about(ward(some))))
    assert found.text.index("Blir ikke gjort") > found.text.index("nurse")


def test_no_two_roles_are_marked_alike():
    for path in PATHS[::4]:
        opened = FOLDER.open(path)
        found = marks(Naming(reader("nb"), opened.mapping, opened.catalogue)).values()
        looks = {(mark.form, mark.colour, mark.hollow) for mark in found}
        assert len(looks) == len(found)
        assert len({(mark.form, mark.hollow) for mark in found}) == len(found) or len(found) > 16


OFFICE = Band("dag", "Dag", (Stretch(DAYS[:5], 480, 960),))
EVERY = replace(OFFICE, when=(Stretch(DAYS, 480, 960),))


@pytest.mark.parametrize(
    ("per_week", "band", "told"),
    [
        (21, EVERY, "3 om dagen"),
        (6.9, EVERY, "1 om dagen"),
        (5.3, EVERY, "5,3 i uka"),
        (21, OFFICE, "4,2 per hverdag"),
        (3, OFFICE, "3 i uka"),
        (1, EVERY, "1 i uka"),
        (0.5, EVERY, "2,2 i måneden"),
        (12 / 52, None, "1 i måneden"),
        (1 / 52, None, "1 i året"),
        (0.001, None, "0,1 i året"),
    ],
)
def test_how_often_is_said_as_people_say_it(per_week, band, told):
    assert said_often(per_week, band, reader("nb")) == told

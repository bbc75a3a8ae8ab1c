"""Any text becomes a tagged, archivable paper that says it as it stands, or a refusal in a code."""

import json
from datetime import date

import pytest
from pdf_reading import Paper

from taskmap.errors import PaperFailed
from taskmap.typeset.letters import STAND_IN, letters, text
from taskmap.typeset.paper import TEMPLATES
from taskmap.typeset.press import pressed

ON = date(2026, 11, 3)
HOUSE = (TEMPLATES / "house.typ").read_text()
BODY = "\n= #data.title\n#for each in data.texts [#block(width: 100%, each)]\n"
ORDINARY = [
    "<3 år",
    "+47 22 22 22 22",
    "1-1",
    "=Felles",
    "Čáhppesmuorji đŋšŧž",
    "A\u030angstrøm",
    "«Stell» \N{EN DASH} 5 µg → ≥ 3",
    "ola.nordmann@example.no",
    "Stell & pleie 100 % {n} $a$",
]
HOSTILE = [
    '#read("/etc/passwd")',
    "#panic() #while true {}",
    "*x* _y_ `z` @b <c> // borte /* borte */",
    "= Overskrift\n- punkt",
    "\\u{41} \\ #sys.inputs",
    "] #[",
]


def told(**data):
    usual = {"title": "Tittel", "summary": "s", "on": "2026-11-03", "language": "nb"}
    return json.dumps({**usual, "notices": [], "whole": True, "texts": [], **data})


@pytest.fixture(scope="module")
def awkward():
    shown = [text(each) for each in (*ORDINARY, *HOSTILE)]
    return Paper(pressed(HOUSE + BODY, told(texts=shown), ON))


@pytest.mark.parametrize("written", [*ORDINARY, *HOSTILE])
def test_text_is_shown_as_it_stands(awkward, written):
    assert awkward.says(written)


def test_text_makes_no_heading_or_list_of_itself(awkward):
    assert awkward.headings == ["H1"]
    assert "L" not in {element.tag for element in awkward.elements}


def test_a_paper_is_tagged_archivable_and_knows_its_language_and_title(awkward):
    assert awkward.tagged
    assert (awkward.language, awkward.title) == ("nb", "Tittel")
    kept = {"pdfaid:part": "2", "pdfaid:conformance": "A", "pdfuaid:part": "1"}
    assert awkward.standards == kept
    assert not awkward.file.check_pdf_syntax()


def test_ten_thousand_letters_without_a_space_stay_on_the_page():
    paper = Paper(pressed(HOUSE + BODY, told(texts=[text("x" * 10_000)]), ON))
    assert paper.times("x") == 10_000
    assert len(paper.pages) < 6


def test_letters_the_font_lacks_are_squares_and_the_rest_is_kept():
    assert text("שלום Kari 🩺") == f"{STAND_IN * 4} Kari {STAND_IN}"
    assert text("\u202egal\x07") == f"{STAND_IN}gal{STAND_IN}"
    assert set(map(ord, "áčđŋšŧžåäöæøÅÄÖÆØ≥→\u2013«»”µ□●▲\u00a0\u2212")) <= letters()


def test_equal_data_gives_equal_bytes():
    first, second = (pressed(HOUSE + BODY, told(texts=["a", "b"]), ON) for _ in range(2))
    assert first == second
    assert first != pressed(HOUSE + BODY, told(texts=["a", "c"]), ON)


@pytest.mark.parametrize(
    ("source", "data"),
    [
        (HOUSE + "\n= x", told(title="")),
        (HOUSE + "\n= x\n#figure(square())", told()),
        (HOUSE + "\n= x\n🩺", told()),
        (HOUSE + '\n= x\n#read("/etc/hostname")', told()),
        (HOUSE + '\n= x\n#import "@preview/cetz:0.4.0"', told()),
        (HOUSE + "\n= x\n#while true {}", told()),
        ("#", told()),
    ],
    ids=["title", "alt", "letter", "file", "package", "endless", "source"],
)
def test_a_paper_that_would_lack_something_or_reach_out_is_refused(source, data):
    with pytest.raises(PaperFailed) as refused:
        pressed(source, data, ON)
    assert refused.value.values["reason"]

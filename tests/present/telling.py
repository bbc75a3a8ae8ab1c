"""A ward, its plan and a speaker in each language, worked once for all tests here."""

from datetime import date
from functools import cache
from pathlib import Path

from taskmap.language import reader
from taskmap.model.plan import BandMove, Move, MoveKind, MoveMinutes, Training
from taskmap.model.question import Question
from taskmap.present.names import Speaker
from taskmap.workspace import Workspace

ROOT = Path(__file__).resolve().parents[2]
WARD = "tests/cases/ward.yaml"
TODAY = date(2026, 11, 2)
QUESTION = Question(as_of=TODAY)
NBSP = "\N{NO-BREAK SPACE}"


@cache
def workspace():
    return Workspace(ROOT / "mappings", TODAY)


@cache
def opened(unit=str(ROOT / WARD)):
    return workspace().open(unit)


def speaker(language="nb", unit=str(ROOT / WARD)):
    found = opened(unit)
    return Speaker(reader(language), found.mapping, found.catalogue)


@cache
def plan():
    return workspace().suggest(str(ROOT / WARD), QUESTION)


def rulings(unit=str(ROOT / WARD)):
    return workspace().rulings(unit, QUESTION)


def spaced(text):
    """The text with ordinary spaces, as one would type it."""
    return text.replace(NBSP, " ")


def dosette(**changes):
    """A move of the weekly dosettes from nurse to health-care worker, with training."""
    training = Training(
        role="helsefagarbeider",
        competence="legemiddelhandtering",
        persons=2,
        hours_per_person=8,
        price_per_person=1500,
        course=None,
        weekly_minutes=18,
    )
    facts = {
        "kind": MoveKind.GAIN,
        "leaf": "dosett",
        "giver": "sykepleier",
        "receiver": "helsefagarbeider",
        "occurrences": 12.0,
        "share": 0.5,
        "bands": (BandMove(band="dag", occurrences=12.0, relieved=144, taken_on=173),),
        "from_minutes": 12.0,
        "to_minutes": 14.4,
        "minutes": MoveMinutes(relieved=144, taken_on=173, supervision=10, training=18),
        "freed_fte_gross": 0.0843,
        "freed_fte_net": -0.0333,
        "breakeven_factor": 1.4,
        "breakeven_weeks": None,
        "price_saved": 120,
        "training": (training,),
        "cut_by": (("dag", "plan.full"),),
        "needs_company": True,
    }
    return Move(**facts | changes)

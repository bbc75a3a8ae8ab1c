"""Small units for worked examples: written as model objects, judged by the real catalogue."""

from dataclasses import replace
from datetime import date

from taskmap.catalogue import load
from taskmap.leon.suggest import suggest
from taskmap.model.amount import Count, Duration
from taskmap.model.judgement import Risk
from taskmap.model.mapping import Mapping
from taskmap.model.plan import Move, Plan
from taskmap.model.question import Question
from taskmap.model.staffing import Staffing
from taskmap.model.task import Task
from taskmap.model.unit import Band, Country, Organisation, Setting, Stretch, Unit

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
CATALOGUE = load(Country.NO)
QUESTION = Question(as_of=date(2026, 11, 1))
DAY = (Band("dag", "Dag", (Stretch(DAYS, 0, 1440),)),)
TWO = (
    Band("morgen", "Morgen", (Stretch(DAYS, 0, 720),)),
    Band("ettermiddag", "Ettermiddag", (Stretch(DAYS, 720, 1440),)),
)


def staff(role: str, hours: float | dict[str, float], *, persons: int = 8, **more) -> Staffing:
    """A completely mapped role with rostered hours."""
    rostered = hours if isinstance(hours, dict) else {"dag": hours}
    more = {"complete": True, "posts": 5.0, **more}
    return Staffing(role=role, persons=persons, rostered=rostered, **more)


def task(name: str, count: float | dict[str, float], minutes: float, today: str, **more) -> Task:
    """A task one role does today; nothing needed, low risk."""
    by_band = count if isinstance(count, dict) else {"dag": count}
    more = {"competences": (), "risk": Risk(1, 1), **more}
    if "today" not in more:
        more["today"] = {band: {today: 1.0} for band in by_band}
    return Task(
        id=name,
        group="other",
        count=Count(by_band),
        minutes=Duration(minutes, minutes, minutes),
        minutes_of=today,
        **more,
    )


def unit(*tasks: Task, staffing: tuple[Staffing, ...], bands=DAY, **more) -> Mapping:
    return Mapping(
        unit=Unit(
            id="prove",
            name="Prøve",
            country=Country.NO,
            setting=Setting.NURSING_HOME,
            organisation=Organisation("prove", "Prøve kommune"),
        ),
        on=date(2026, 10, 1),
        bands=bands,
        staffing=staffing,
        tasks=tasks,
        illustrative=True,
        **more,
    )


def plan(mapping: Mapping, **asked) -> Plan:
    return suggest(mapping, CATALOGUE, replace(QUESTION, **asked))


def the_move(found: Plan, leaf: str, receiver: str) -> Move:
    (move,) = (m for m in found.moves if (m.leaf, m.receiver) == (leaf, receiver))
    return move

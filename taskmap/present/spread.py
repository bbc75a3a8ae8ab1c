"""Few hands or many: roles a patient meets, tasks per role and frailty, side by side."""

from collections.abc import Iterable
from statistics import fmean

from taskmap.model.explanations import Spread
from taskmap.model.question import Question
from taskmap.present.names import Speaker
from taskmap.present.price import explained, weighed
from taskmap.present.table import Cell, Column, Table, table


def spread_table(found: Iterable[Spread], question: Question, speaker: Speaker) -> Table:
    """One row for each way of dividing the work; the plan as it is comes first."""
    ways = tuple(found)
    say, reader = speaker.reader.say, speaker.reader
    counted = any(way.met_in for way in ways)
    met = ("faces",) if counted else ()
    names = ("way", "tasks_per_role", *met, "fragile", "moves", "dearer")
    columns = [Column(say(f"spread.column.{one}"), figures=one != "way") for one in names]
    rows = [
        (
            Cell(_name(at, speaker)),
            _mean(way, speaker),
            *([_faces(way, speaker)] if counted else []),
            Cell(reader.number(way.fragile), way.fragile),
            Cell(reader.number(way.moves), way.moves),
            _dearer(way, ways[0], question, speaker),
        )
        for at, way in enumerate(ways)
    ]
    how = [say("spread.how"), explained(question, speaker)]
    if not counted:
        how.append(say("spread.no_chains"))
    told = " ".join(filter(None, how))
    return table(say("spread.title"), columns, rows, told)


def _name(at: int, speaker: Speaker) -> str:
    if at == 0:
        return speaker.reader.say("spread.plan")
    return speaker.reader.say("spread.fewer", n=at)


def _mean(way: Spread, speaker: Speaker) -> Cell:
    mean = fmean(way.tasks_per_role.values()) if way.tasks_per_role else 0.0
    return Cell(speaker.reader.number(mean, 1), mean)


def _faces(way: Spread, speaker: Speaker) -> Cell:
    """How many roles the patient meets in a chain and band, on average."""
    mean = way.faces / way.met_in if way.met_in else 0.0
    return Cell(speaker.reader.number(mean, 1), mean)


def _dearer(way: Spread, plan: Spread, question: Question, speaker: Speaker) -> Cell:
    more = way.price - plan.price
    return Cell(weighed(more, question, speaker), more)

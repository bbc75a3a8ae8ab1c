"""How sure a plan and each of its moves is: a plain word with its number, and what to measure."""

from collections.abc import Iterable
from math import floor

from taskmap.model.explanations import Measurement, MoveSureness, Sureness
from taskmap.model.plan import Move
from taskmap.model.question import Question
from taskmap.model.units import Share
from taskmap.present.names import Speaker, lowered
from taskmap.present.phrases import capital, in_one_unit
from taskmap.present.price import explained, weighed
from taskmap.present.table import Cell, Column, Table, table

WORDS = ((0.9, "sure"), (0.7, "fairly"), (0.5, "unsure"), (0.0, "weak"))
ENOUGH = 0.7  # share of samples from which a move is at least fairly sure
MOST_MEASURED = 5


def of_move(move: Move, sureness: Sureness) -> MoveSureness | None:
    """What is known about one move; None for one that was not sampled."""
    pair = (move.leaf, move.giver, move.receiver)
    return next((m for m in sureness.moves if (m.leaf, m.giver, m.receiver) == pair), None)


def word(stays: Share, speaker: Speaker) -> str:
    """«Sikkert», «nokså sikkert», «usikkert» or «svært usikkert»."""
    name = next(name for least, name in WORDS if stays >= least)
    return speaker.reader.say(f"sure.word.{name}")


def line(stays: Share, speaker: Speaker) -> str:
    """The word with its number: «Sikkert: står seg i 94 av 100 utprøvinger»."""
    hundredths = 100 if stays >= 1 else min(99, floor(stays * 100 + 0.5))
    return speaker.reader.say("sure.line", word=word(stays, speaker), times=hundredths)


def task_line(moves: Iterable[Move], sureness: Sureness, speaker: Speaker) -> str:
    """The least sure of a task's moves, for its card; empty where none was sampled."""
    found = [known for move in moves if (known := of_move(move, sureness))]
    return line(min(one.stays for one in found), speaker) if found else ""


def summary(sureness: Sureness, speaker: Speaker) -> str:
    """What the plan frees in 90 of 100 samples."""
    hours = speaker.reader.hours
    told = speaker.reader.say(
        "sure.summary",
        samples=sureness.samples,
        low=hours(sureness.net_low),
        high=hours(sureness.net_high),
    )
    return " ".join(filter(None, (doubt(sureness, speaker), told)))


def doubt(sureness: Sureness, speaker: Speaker) -> str:
    """That most moves are unsure, and what to measure first; empty where most are sure enough."""
    unsure = sum(one.stays < ENOUGH for one in sureness.moves)
    if 2 * unsure <= len(sureness.moves):
        return ""
    first = next((one for one in sureness.measure_first if one.value > 0), None)
    if first is None:
        return speaker.reader.say("sure.doubt_none")
    return speaker.reader.say("sure.doubt", what=lowered(measurement(first, speaker)))


def sureness_table(sureness: Sureness, speaker: Speaker) -> Table:
    """Every move with its number and the interval of its net hours, the surest first."""
    say = speaker.reader.say
    hours = in_one_unit((n for one in sureness.moves for n in (one.low, one.high)), speaker.reader)
    names = ("task", "move", "sure", "times", "low", "middle", "high")
    figures = {"times", "low", "middle", "high"}
    columns = [Column(say(f"sure.column.{one}"), figures=one in figures) for one in names]
    rows = (
        (
            Cell(speaker.task(one.leaf), key=one.leaf),
            Cell(_pair(one, speaker)),
            Cell(word(one.stays, speaker)),
            Cell(speaker.reader.number(floor(one.stays * 100 + 0.5)), one.stays),
            Cell(hours(one.low), one.low),
            Cell(hours(one.middle), one.middle),
            Cell(hours(one.high), one.high),
        )
        for one in sorted(sureness.moves, key=lambda one: -one.stays)
    )
    return table(say("sure.title"), columns, rows)


def measure_table(sureness: Sureness, question: Question, speaker: Speaker) -> Table:
    """Which estimates to measure first, the most valuable first."""
    say = speaker.reader.say
    columns = (Column(say("sure.column.measure")), Column(say("sure.column.worth"), figures=True))
    rows = [
        (
            Cell(measurement(one, speaker), key=one.leaf),
            Cell(weighed(one.value, question, speaker), one.value),
        )
        for one in sureness.measure_first[:MOST_MEASURED]
        if one.value > 0
    ]
    lead = say("sure.measure_how") if rows else say("sure.measure_none")
    told = " ".join(filter(None, (lead, explained(question, speaker) if rows else "")))
    return table(say("sure.measure"), columns, rows, told)


def measurement(one: Measurement, speaker: Speaker) -> str:
    """Which figure of which task: how long, how often, or how long in other hands."""
    role = speaker.role_inside(one.role) if one.role else ""
    task = speaker.task(one.leaf)
    return capital(speaker.reader.say(f"sure.field.{one.field}", task=task, role=role))


def _pair(one: MoveSureness, speaker: Speaker) -> str:
    giver = speaker.short_role(one.giver) if one.giver else speaker.reader.say("move.from_nobody")
    return f"{capital(giver)} → {speaker.short_role(one.receiver)}"

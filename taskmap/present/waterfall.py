"""From gross to net: what a move relieves, less what it costs, with the arithmetic."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from math import isclose

from taskmap.model.plan import Move
from taskmap.model.units import MinutesPerWeek
from taskmap.present.names import Speaker
from taskmap.present.phrases import adding_up, capital, signed
from taskmap.present.table import Cell, Column, Table, table

PARTS = ("relieved", "taken_on", "supervision", "handover", "training")
ALWAYS = frozenset({"relieved", "taken_on"})
MOST_ROUNDED = 2  # minutes a week that whole minutes in each part of the week may make


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One bar of the way from gross to net.

    Args:
        label: what it is.
        minutes: a week, with sign: what is relieved is positive, what it costs negative.
        hours: the same in words, signed; all steps of a move in the same unit.
        arithmetic: how it was counted; empty where it is a plain sum.
        total: the bar stands on the ground (gross and net).
    """

    label: str
    minutes: int
    hours: str
    arithmetic: str
    total: bool = False


def rounding(move: Move) -> MinutesPerWeek:
    """Minutes that seem won or lost though both roles take equally long; else 0.

    The plan counts whole minutes in each part of the week, so a minute or two may differ.
    """
    minutes = move.minutes.relieved - move.minutes.taken_on
    equal = move.from_minutes is not None and isclose(move.from_minutes, move.to_minutes)
    return minutes if equal and abs(minutes) <= MOST_ROUNDED else 0


def net_minutes(move: Move) -> MinutesPerWeek:
    """What is left after all the move costs, with nothing won or lost by rounding."""
    return move.minutes.net - rounding(move)


def minutes_from(move: Move, speaker: Speaker) -> str:
    """Where the minutes of a move's task come from: the mapping's range, estimated or measured."""
    found, reader = speaker.mapping.by_leaf[move.leaf].minutes, speaker.reader
    return reader.say(
        f"move.minutes.{found.basis}",
        likely=reader.minutes(found.likely),
        low=reader.number(found.low),
        high=reader.number(found.high),
    )


def steps(move: Move, speaker: Speaker) -> tuple[Step, ...]:
    """From what is relieved, less what the move costs, to what is left."""
    found = {part: n for part in PARTS if (n := _minutes(move, part)) or part in ALWAYS}
    written = adding_up(found.values(), net_minutes(move), speaker.reader)
    net = Step(
        label=speaker.reader.say("move.step.net"),
        minutes=net_minutes(move),
        hours=written(net_minutes(move)),
        arithmetic=speaker.reader.say("move.rounding_why") if rounding(move) else "",
        total=True,
    )
    return (*(_step(move, part, n, written, speaker) for part, n in found.items()), net)


def steps_table(found: Iterable[Step], speaker: Speaker) -> Table:
    """The way from gross to net as a table."""
    say = speaker.reader.say
    columns = (
        Column(say("move.column.part")),
        Column(say("move.column.time_week"), figures=True),
        Column(say("move.column.arithmetic")),
    )
    rows = (
        (Cell(step.label), Cell(step.hours, step.minutes), Cell(step.arithmetic)) for step in found
    )
    return table(say("move.steps_title"), columns, rows)


def _minutes(move: Move, part: str) -> MinutesPerWeek:
    """Minutes of a part with sign; where both take equally long, the same on both sides."""
    equal = part in ALWAYS and rounding(move) != 0
    minutes: MinutesPerWeek = move.minutes.relieved if equal else getattr(move.minutes, part)
    return minutes if part == "relieved" else -minutes


def _step(
    move: Move, part: str, minutes: int, written: Callable[[int], str], speaker: Speaker
) -> Step:
    role = move.giver if part == "relieved" else move.receiver
    each = move.from_minutes if part == "relieved" else move.to_minutes
    label = f"move.step.{part}" if role else "move.step.missed"
    named = speaker.role_inside(role) if role else ""
    told = ""
    if part in ALWAYS and each is not None and minutes != 0:
        told = _arithmetic(move.occurrences, each, speaker)
        if written(abs(minutes)) != written(round(move.occurrences * each)):
            told = speaker.reader.say("move.whole_minutes", arithmetic=told)
    return Step(
        label=capital(speaker.reader.say(label, role=named)),
        minutes=minutes,
        hours=signed(minutes, written),
        arithmetic=told,
        total=part == "relieved",
    )


def _arithmetic(occurrences: float, each: float, speaker: Speaker) -> str:
    """Occurrences times minutes, as one would check it by hand."""
    often = speaker.reader.plain(round(occurrences, 2))
    return f"{often} \N{MULTIPLICATION SIGN} {speaker.reader.minutes(each)}"

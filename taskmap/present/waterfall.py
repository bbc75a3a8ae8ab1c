"""From gross to net: what a move relieves, less what it costs, with the arithmetic."""

from dataclasses import dataclass

from taskmap.model.plan import Move
from taskmap.present.names import Speaker
from taskmap.present.phrases import capital, signed
from taskmap.present.table import Cell, Column, Table, table

PARTS = ("relieved", "taken_on", "supervision", "handover", "training")


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One bar of the way from gross to net.

    Args:
        label: what it is.
        minutes: a week, with sign: what is relieved is positive, what it costs negative.
        hours: the same in words, signed.
        arithmetic: how it was counted; empty where it is a plain sum.
        total: the bar stands on the ground (gross and net).
    """

    label: str
    minutes: int
    hours: str
    arithmetic: str
    total: bool = False


def steps(move: Move, speaker: Speaker) -> tuple[Step, ...]:
    """From what is relieved, less what the move costs, to what is left."""
    reader, minutes = speaker.reader, move.minutes
    found = [
        _step(move, part, speaker)
        for part in PARTS
        if part in {"relieved", "taken_on"} or getattr(minutes, part)
    ]
    net = Step(
        label=reader.say("move.step.net"),
        minutes=minutes.net,
        hours=reader.hours(minutes.net),
        arithmetic="",
        total=True,
    )
    return (*found, net)


def steps_table(move: Move, speaker: Speaker) -> Table:
    """The way from gross to net as a table."""
    say = speaker.reader.say
    columns = (
        Column(say("move.column.part")),
        Column(say("move.column.hours_week"), figures=True),
        Column(say("move.column.arithmetic")),
    )
    rows = (
        (Cell(step.label), Cell(step.hours, step.minutes), Cell(step.arithmetic))
        for step in steps(move, speaker)
    )
    return table(say("move.steps_title"), columns, rows)


def _step(move: Move, part: str, speaker: Speaker) -> Step:
    minutes = getattr(move.minutes, part) * (1 if part == "relieved" else -1)
    role = move.giver if part == "relieved" else move.receiver
    each = move.from_minutes if part == "relieved" else move.to_minutes
    counted = part in {"relieved", "taken_on"} and each is not None and minutes != 0
    label = f"move.step.{part}" if role else "move.step.missed"
    named = speaker.role_inside(role) if role else ""
    return Step(
        label=capital(speaker.reader.say(label, role=named)),
        minutes=minutes,
        hours=signed(minutes, speaker.reader),
        arithmetic=_arithmetic(move.occurrences, each or 0.0, speaker) if counted else "",
        total=part == "relieved",
    )


def _arithmetic(occurrences: float, each: float, speaker: Speaker) -> str:
    """Occurrences times minutes, as one would check it by hand."""
    often = speaker.reader.plain(round(occurrences, 2))
    return f"{often} \N{MULTIPLICATION SIGN} {speaker.reader.minutes(each)}"

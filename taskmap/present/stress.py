"""What can happen, whether the plan stands it, and what breaks first: one plain line each."""

from collections.abc import Iterable

from taskmap.model.explanations import Shortage, Stress
from taskmap.present.names import Speaker, lowered
from taskmap.present.phrases import capital
from taskmap.present.table import Cell, Column, Table, table
from taskmap.present.values import number_of, variant, worded


def what(stress: Stress, speaker: Speaker) -> str:
    """What happens: «To sykepleiere er syke samtidig»."""
    key = variant(stress.code, stress.values, speaker.reader)
    values = worded(stress.values, speaker)
    return capital(speaker.reader.say(key, **values, **number_of(stress.values)))


def verdict(stress: Stress, speaker: Speaker) -> str:
    """Whether the plan holds, what breaks first, and what cannot be mended by dividing anew."""
    say = speaker.reader.say
    lines = [say("stress.holds" if stress.holds else "stress.breaks")]
    if stress.first is not None:
        lines.append(_first(stress.first, stress, speaker))
    if stress.plan and not stress.left:
        lines.append(say("stress.mended"))
    return " ".join(lines)


def _first(one: Shortage, stress: Stress, speaker: Speaker) -> str:
    """What breaks first, beside the same place with the work divided as today."""
    same = (one.role, one.band, one.leaf)
    today = sum(each.minutes for each in stress.today if (each.role, each.band, each.leaf) == same)
    values = {"what": shortage(one, speaker), "today": speaker.reader.hours(today)}
    return speaker.reader.say("stress.first_today", **values)


def shortage(one: Shortage, speaker: Speaker) -> str:
    """A role with too much to do in a band, or a task that goes undone."""
    say = speaker.reader.say
    values = {"hours": speaker.reader.hours(one.minutes), "band": lowered(speaker.band(one.band))}
    if one.leaf is not None:
        return say("stress.undone", task=speaker.task(one.leaf), **values)
    role = speaker.role_inside(one.role) if one.role else ""
    return say("stress.over", role=role, **values)


def stress_table(found: Iterable[Stress], speaker: Speaker) -> Table:
    """Hours that are missing today and with the plan, for each thing that can happen."""
    say = speaker.reader.say
    names = ("what", "today", "plan", "left", "first")
    figures = {"today", "plan", "left"}
    columns = [Column(say(f"stress.column.{one}"), figures=one in figures) for one in names]
    rows = (
        (
            Cell(what(one, speaker)),
            _sum(one.today, speaker),
            _sum(one.plan, speaker),
            _sum(one.left, speaker),
            Cell(shortage(one.first, speaker) if one.first else speaker.reader.plain(None)),
        )
        for one in found
    )
    return table(say("stress.title"), columns, rows)


def _sum(found: Iterable[Shortage], speaker: Speaker) -> Cell:
    minutes = sum(one.minutes for one in found)
    return Cell(speaker.reader.hours(minutes), minutes)

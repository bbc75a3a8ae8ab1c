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
    """Whether the plan holds, where it does not, and what dividing anew would mend.

    Example: nurses go from 50 to 55 hours short, helpers from 40 to 25. It breaks at the nurses,
    though in all 80 hours are short instead of 90.
    """
    say = speaker.reader.say
    if not stress.holds:
        lines = [_sentence("stress.breaks", _worsened(stress), stress, speaker)]
        lines.append(_in_all(stress, speaker))
    else:
        lines = [say("stress.holds")]
        if stress.first is not None:
            lines.append(_sentence("stress.first_today", stress.first, stress, speaker))
    if stress.plan and not stress.left:
        lines.append(say("stress.mended"))
    return " ".join(lines)


def _worsened(stress: Stress) -> Shortage:
    """Where most more is short with the plan than without it."""
    return max(stress.plan, key=lambda one: one.minutes - _without(one, stress))


def _without(one: Shortage, stress: Stress) -> int:
    """Minutes short in the same place with the work divided as today."""
    same = (one.role, one.band, one.leaf)
    return sum(each.minutes for each in stress.today if (each.role, each.band, each.leaf) == same)


def _sentence(key: str, one: Shortage, stress: Stress, speaker: Speaker) -> str:
    """A place with too much to do, beside the same place without the plan."""
    today = speaker.reader.hours(_without(one, stress))
    return speaker.reader.say(key, what=shortage(one, speaker), today=today)


def _in_all(stress: Stress, speaker: Speaker) -> str:
    hours = speaker.reader.hours
    plan, today = (hours(sum(s.minutes for s in side)) for side in (stress.plan, stress.today))
    return speaker.reader.say("stress.in_all", plan=plan, today=today)


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
            Cell(_breaks(one, speaker)),
        )
        for one in found
    )
    return table(say("stress.title"), columns, rows)


def _breaks(stress: Stress, speaker: Speaker) -> str:
    """The place the verdict names; a dash where nothing is short."""
    one = stress.first if stress.holds else _worsened(stress)
    return shortage(one, speaker) if one else speaker.reader.plain(None)


def _sum(found: Iterable[Shortage], speaker: Speaker) -> Cell:
    minutes = sum(one.minutes for one in found)
    return Cell(speaker.reader.hours(minutes), minutes)

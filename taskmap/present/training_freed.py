"""What courses free in words and a table, against what they cost."""

from collections.abc import Iterable

from taskmap.model.training import Unlocked
from taskmap.model.unit import WEEKS_A_YEAR
from taskmap.present.table import Cell, Table, table
from taskmap.present.training import Told

THOUSAND = 1000  # kroner that the worth of a course is told for


def unlocked_lines(found: Iterable[Unlocked], told: Told) -> tuple[str, ...]:
    """What each course frees for whom, in a sentence each."""
    return tuple(_unlocked_line(one, told) for one in found)


def _unlocked_line(one: Unlocked, told: Told) -> str:
    reader = told.reader
    freed = {role: minutes for role, minutes in one.freed.items() if minutes > 0}
    whom = reader.list(
        reader.say("training.frees.role", role=told.role(role).lower(), hours=reader.hours(minutes))
        for role, minutes in freed.items()
    )
    name = told.course(one.course) if one.course else reader.say("training.frees.all")
    key = "training.frees" if freed else "training.frees.nothing"
    return reader.say(key, course=name, whom=whom, net=reader.hours(one.net))


def unlocked_table(found: Iterable[Unlocked], told: Told) -> Table:
    """What each course costs and gives, and what a thousand kroner of it is worth."""
    say = told.reader.say
    rows = (
        (
            Cell(told.course(one.course) if one.course else say("training.frees.all")),
            told.count(one.persons),
            told.count(one.hours, 1),
            told.kroner(one.kroner),
            Cell(told.reader.hours(one.net), value=one.net),
            _worth(one, told),
        )
        for one in found
    )
    columns = told.columns(("course", "persons", "hours", "money", "net", "worth"),
                           ("persons", "hours", "money", "net", "worth"))  # fmt: skip
    return table(say("training.unlocked.title"), columns, rows, say("training.unlocked.how"))


def _worth(one: Unlocked, told: Told) -> Cell:
    """Net hours a year for a thousand kroner of course prices."""
    if one.kroner <= 0:
        return Cell(told.reader.say("training.no_price"))
    value = one.net * WEEKS_A_YEAR / 60 / one.kroner * THOUSAND
    return told.count(value, 1)

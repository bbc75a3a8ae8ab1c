"""What the graph answers, as tables: what hangs on one person, what learning would open."""

from collections.abc import Iterable

from taskmap.graph import competence_value, only_one_person, only_one_role
from taskmap.graph.contract import Graph
from taskmap.graph.sole import Sole
from taskmap.model.units import LeafId
from taskmap.present.names import Speaker
from taskmap.present.table import Cell, Column, Table, table

FIGURES = frozenset({"hours", "opens", "course", "handovers", "persons"})
MOST_TASKS = 3  # named in one cell before the rest is counted


def one_person_table(graph: Graph, speaker: Speaker) -> Table:
    """Tasks that stop when one person is away."""
    return _sole_table("one_person", only_one_person(graph), speaker)


def one_role_table(graph: Graph, speaker: Speaker) -> Table:
    """Tasks that only one role does or could do as things are."""
    return _sole_table("one_role", only_one_role(graph), speaker)


def competences_table(graph: Graph, speaker: Speaker) -> Table:
    """What would open most hours if it were learned."""
    rows = (
        (
            Cell("; ".join(speaker.competence(c) for c in value.competences)),
            Cell(speaker.short_role(value.role), key=value.role),
            Cell(speaker.reader.hours(value.minutes), value.minutes),
            Cell(speaker.reader.hours(value.hours * 60), value.hours),
            Cell(_tasks(value.leaves, speaker)),
        )
        for value in competence_value(graph)
    )
    return _table("competences", ("learn", "who", "opens", "course", "tasks"), rows, speaker)


def _sole_table(name: str, found: tuple[Sole, ...], speaker: Speaker) -> Table:
    rows = (
        (
            Cell(speaker.task(sole.leaf), key=sole.leaf),
            Cell(speaker.roles(sole.roles) or speaker.reader.say("word.level_none")),
            Cell(speaker.reader.number(sole.persons), sole.persons),
            Cell(speaker.reader.hours(sole.minutes), sole.minutes),
        )
        for sole in found
    )
    return _table(name, ("task", "roles", "persons", "hours"), rows, speaker)


def _table(
    name: str, columns: tuple[str, ...], rows: Iterable[tuple[Cell, ...]], speaker: Speaker
) -> Table:
    say, found = speaker.reader.say, tuple(rows)
    heads = [Column(say(f"graph.column.{column}"), column in FIGURES) for column in columns]
    told = say(f"graph.{name}.summary", n=len(found))
    return table(say(f"graph.{name}.title"), heads, found, told)


def _tasks(leaves: tuple[LeafId, ...], speaker: Speaker) -> str:
    names = [speaker.task(leaf) for leaf in leaves[:MOST_TASKS]]
    if len(leaves) <= MOST_TASKS:
        return "; ".join(names)
    more = len(leaves) - MOST_TASKS
    return speaker.reader.say("word.and_more", words="; ".join(names), n=more)

"""The task map of a whole unit: roles on their levels, task groups, hours between, moves."""

from taskmap.graph.contract import Graph
from taskmap.model.units import MinutesPerWeek
from taskmap.present.figures.drawing import Box, Drawing, Heading
from taskmap.present.figures.map_layout import (
    ITEM_X,
    MOST_BOXES,
    ROLE_X,
    SLIM,
    TOP,
    WIDTH,
    Item,
    by_weight,
    column_height,
    does_bands,
    item_column,
    level_rows,
    move_bands,
)
from taskmap.present.figures.naming import Naming, hours_cell
from taskmap.present.figures.picture import beside
from taskmap.present.table import Table

Weights = dict[tuple[str, str], MinutesPerWeek]
REST = "rest:groups"


def of_kind(graph: Graph, kind: str) -> list[str]:
    """Nodes of a kind, in the document's order."""
    return [node for node in graph if graph.nodes[node]["kind"] == kind]


def weights(graph: Graph, kind: str, attribute: str) -> Weights:
    """What edges of a kind carry, by their two ends."""
    return {
        (a, b): values[attribute]
        for a, b, values in graph.edges(data=True)
        if values["kind"] == kind and values.get(attribute)
    }


def unit_map(graph: Graph, naming: Naming) -> Drawing:
    """The unit at a glance; at most some 25 boxes, the smallest groups drawn as one."""
    hours = weights(graph, "works_in", "minutes")
    moves = weights(graph, "move", "relieved")
    roles = [n for n in of_kind(graph, "role") if _seen(n, hours, moves)]
    shown, rest = _largest(graph, MOST_BOXES - len(roles))
    hours = _gathered(hours, rest)
    subs = {
        node.removeprefix("role:"): naming.reader.hours(graph.nodes[node]["minutes"])
        for node in roles
    }
    count = len(shown) + bool(rest)
    boxes, headings, height = level_rows(subs, subs, naming, column_height(count, SLIM))
    items = [_group(node, graph.nodes[node]["minutes"], naming) for node in shown]
    if rest:
        items.append(_rest(rest, sum(graph.nodes[n]["minutes"] for n in rest), naming))
    boxes += item_column(by_weight(items, hours, boxes), TOP, height, SLIM)
    by_id = {box.id: box for box in boxes}
    say = naming.reader.say
    return Drawing(
        width=WIDTH,
        height=max(box.y + box.height for box in boxes) + 12 if boxes else 40,
        boxes=tuple(boxes),
        bands=(*does_bands(hours, by_id), *move_bands(moves, by_id, naming)),
        headings=(*headings, *_columns(naming)),
        legend=(
            ("does", say("figure.map.legend.does")),
            *((("move", say("figure.map.legend.move")),) if moves else ()),
        ),
        summary=_summary(boxes, moves, graph, naming),
        table=_table(graph, naming),
    )


def _seen(node: str, hours: Weights, moves: Weights) -> bool:
    return any(node == a for a, _ in hours) or any(node in pair for pair in moves)


def _largest(graph: Graph, room: int) -> tuple[list[str], list[str]]:
    groups = sorted(of_kind(graph, "group"), key=lambda n: -graph.nodes[n]["minutes"])
    if len(groups) <= room:
        return groups, []
    return groups[: room - 1], groups[room - 1 :]


def _gathered(hours: Weights, rest: list[str]) -> Weights:
    found: Weights = {}
    for (a, b), minutes in hours.items():
        at = (a, REST if b in rest else b)
        found[at] = found.get(at, 0) + minutes
    return found


def _group(node: str, minutes: MinutesPerWeek, naming: Naming) -> Item:
    name, hours = naming.group(node.removeprefix("group:")), naming.reader.hours(minutes)
    return Item(node, name, hours, "group")


def _rest(groups: list[str], minutes: MinutesPerWeek, naming: Naming) -> Item:
    name = naming.reader.say("figure.map.rest", n=len(groups))
    hours = naming.reader.hours(minutes)
    return Item("", name, hours, "rest")


def _columns(naming: Naming) -> tuple[Heading, Heading]:
    say = naming.reader.say
    return (
        Heading(say("figure.map.roles"), ROLE_X, 14),
        Heading(say("figure.map.groups"), ITEM_X, 14),
    )


def _summary(boxes: list[Box], moves: Weights, graph: Graph, naming: Naming) -> str:
    say, reader = naming.reader.say, naming.reader
    groups = [box for box in boxes if box.kind in ("group", "rest")]
    words = say(
        "figure.map.summary", roles=len(boxes) - len(groups), groups=len(of_kind(graph, "group"))
    )
    told = [
        say(
            "figure.flow.one",
            hours=reader.hours(minutes),
            giver=naming.role_inside(a.removeprefix("role:")),
            receiver=naming.role_inside(b.removeprefix("role:")),
        )
        for (a, b), minutes in sorted(moves.items(), key=lambda item: -item[1])[:4]
    ]
    return f"{words} {say('figure.map.moves', moves=reader.list(told))}" if told else words


def _table(graph: Graph, naming: Naming) -> Table:
    say = naming.reader.say
    return beside(
        say("figure.map.title"),
        (
            say("figure.column.role"),
            say("figure.column.level"),
            say("figure.column.group"),
            say("figure.hours_a_week"),
        ),
        [
            (
                naming.short_role(a.removeprefix("role:")),
                naming.level(a.removeprefix("role:")),
                naming.group(b.removeprefix("group:")),
                hours_cell(minutes),
            )
            for (a, b), minutes in sorted(
                weights(graph, "works_in", "minutes").items(), key=lambda item: -item[1]
            )
        ],
        naming.reader,
    )

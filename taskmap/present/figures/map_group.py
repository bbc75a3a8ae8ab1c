"""The task map of one task group: its tasks, who does them, and who could."""

from collections.abc import Mapping

from taskmap.graph.contract import Graph
from taskmap.model.plan import LeafLevel
from taskmap.model.units import LeafId, MinutesPerWeek
from taskmap.present.figures.drawing import Drawing, Heading
from taskmap.present.figures.map_layout import (
    ITEM_X,
    MOST_BOXES,
    ROLE_X,
    TOP,
    WIDTH,
    Item,
    by_weight,
    column_height,
    does_bands,
    item_column,
    level_rows,
)
from taskmap.present.figures.map_unit import Weights, weights
from taskmap.present.figures.naming import Naming, hours_cell
from taskmap.present.figures.picture import beside
from taskmap.present.table import Table


def group_map(
    graph: Graph, group: str, levels: Mapping[LeafId, LeafLevel], naming: Naming
) -> Drawing:
    """One group; the tasks that take most hours where there are more than can be read."""
    inside = [task for task, _ in graph.in_edges(group) if task.startswith("task:")]
    hours = {pair: n for pair, n in weights(graph, "does", "minutes").items() if pair[1] in inside}
    roles = [node for node in graph if any(node == a for a, _ in hours)]
    ranked = sorted(inside, key=lambda task: -graph.nodes[task]["minutes"])
    shown = ranked[: MOST_BOXES - len(roles)]
    subs = {node.removeprefix("role:"): _hours_of(node, hours, naming) for node in roles}
    boxes, headings, height = level_rows(subs, subs, naming, column_height(len(shown)))
    items = [task_item(task, graph.nodes[task]["minutes"], levels, naming) for task in shown]
    boxes += item_column(by_weight(items, hours, boxes), TOP, height)
    by_id = {box.id: box for box in boxes}
    say, name = naming.reader.say, naming.group(group.removeprefix("group:"))
    return Drawing(
        width=WIDTH,
        height=max((box.y + box.height for box in boxes), default=40.0) + 12,
        boxes=tuple(boxes),
        bands=tuple(does_bands(hours, by_id)),
        headings=(
            *headings,
            Heading(say("figure.map.roles"), ROLE_X, 14),
            Heading(say("figure.map.tasks"), ITEM_X, 14),
        ),
        legend=(("does", say("figure.map.legend.does")),),
        summary=_summary(name, inside, shown, levels, naming),
        table=_table(name, inside, graph, levels, naming),
    )


def task_item(
    task: str, minutes: MinutesPerWeek, levels: Mapping[LeafId, LeafLevel], naming: Naming
) -> Item:
    """A task as a box: its name, its hours, and who could do it at a lower level."""
    leaf = task.removeprefix("task:")
    name, hours = naming.task(leaf), naming.reader.hours(minutes)
    could = lower_role(leaf, levels, naming)
    sub = f"{hours} · {naming.reader.say('figure.map.could', role=could)}" if could else hours
    return Item(task, name, sub, "task")


def lower_role(leaf: LeafId, levels: Mapping[LeafId, LeafLevel], naming: Naming) -> str:
    """The lowest effective role where it stands below today's highest; else empty."""
    level = levels.get(leaf)
    if level is None or level.effective is None or level.effective_level is None:
        return ""
    highest = max((naming.level(role) for role in level.today), default=0)
    return naming.role_inside(level.effective) if level.effective_level < highest else ""


def _hours_of(role: str, hours: Weights, naming: Naming) -> str:
    return naming.reader.hours(sum(n for (a, _), n in hours.items() if a == role))


def _summary(
    name: str,
    inside: list[str],
    shown: list[str],
    levels: Mapping[LeafId, LeafLevel],
    naming: Naming,
) -> str:
    say = naming.reader.say
    lower = [t for t in inside if lower_role(t.removeprefix("task:"), levels, naming)]
    words = say("figure.map.group_summary", group=name, n=len(inside), lower=len(lower))
    if len(shown) < len(inside):
        words += " " + say("figure.map.only_largest", n=len(shown))
    return words


def _table(
    name: str,
    inside: list[str],
    graph: Graph,
    levels: Mapping[LeafId, LeafLevel],
    naming: Naming,
) -> Table:
    say = naming.reader.say
    return beside(
        name,
        (
            say("figure.column.task"),
            say("figure.column.today"),
            say("figure.hours_a_week"),
            say("figure.column.could"),
        ),
        [
            (
                naming.task(leaf := task.removeprefix("task:")),
                naming.roles(levels[leaf].today) if leaf in levels else None,
                hours_cell(graph.nodes[task]["minutes"]),
                naming.short_role(effective)
                if (effective := levels[leaf].effective if leaf in levels else None)
                else None,
            )
            for task in inside
        ],
        naming.reader,
    )

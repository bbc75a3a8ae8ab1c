"""The task map of one role: what it does, what it could give away, what it could take."""

from collections.abc import Mapping

from taskmap.graph.contract import Graph
from taskmap.model.plan import LeafLevel
from taskmap.model.ruling import Verdict
from taskmap.model.units import LeafId, MinutesPerWeek
from taskmap.present.figures.drawing import Band, Box, Drawing, Heading, band_width
from taskmap.present.figures.map_group import task_item
from taskmap.present.figures.map_layout import (
    BOX,
    GAP,
    ITEM_X,
    ROLE_WIDTH,
    TOP,
    WIDTH,
    item_column,
    join,
    role_id,
)
from taskmap.present.figures.naming import Naming, hours_cell
from taskmap.present.figures.picture import beside
from taskmap.present.table import Table

MOST = 8  # tasks of each kind; the table has them all
SECTIONS = ("give", "take", "keep")
BAND = {"give": "move", "take": "could", "keep": "does"}

Ranked = dict[str, MinutesPerWeek]


def role_map(
    graph: Graph, role: str, levels: Mapping[LeafId, LeafLevel], naming: Naming
) -> Drawing:
    """One role with three lists of tasks, those with most hours first."""
    lists = tasks_of(graph, role, levels, naming)
    boxes, headings, bands = [], [], []
    y = TOP
    for section in SECTIONS:
        shown = dict(list(lists[section].items())[:MOST])
        if not shown:
            continue
        headings.append(Heading(_heading(section, lists[section], naming), ITEM_X, y + 8))
        items = [task_item(task, minutes, levels, naming) for task, minutes in shown.items()]
        column = item_column(items, y + 18, 0.0)
        boxes += column
        bands += [(section, box, shown[box.id]) for box in column]
        y += 18 + len(column) * (BOX + GAP) + 14
    me = _me(role, graph, max(TOP, y / 2 - BOX), naming)
    say = naming.reader.say
    return Drawing(
        width=WIDTH,
        height=max(y, 120.0),
        boxes=(me, *boxes),
        bands=tuple(_band(me, box, section, minutes, bands) for section, box, minutes in bands),
        headings=tuple(headings),
        legend=tuple(
            (BAND[section], say(f"figure.map.legend.{section}"))
            for section in SECTIONS
            if lists[section]
        ),
        summary=_summary(role, lists, graph, naming),
        table=_table(role, lists, levels, naming),
    )


def tasks_of(
    graph: Graph, role: str, levels: Mapping[LeafId, LeafLevel], naming: Naming
) -> dict[str, Ranked]:
    """Tasks the role could give away, could take, and keeps, with minutes a week."""
    level = naming.level(role.removeprefix("role:"))
    found: dict[str, Ranked] = {section: {} for section in SECTIONS}
    for _, task, values in graph.out_edges(role, data=True):
        if values["kind"] == "does" and values["minutes"]:
            lowest = levels[task.removeprefix("task:")].effective_level
            section = "give" if lowest is not None and lowest < level else "keep"
            found[section][task] = values["minutes"]
        elif values["kind"] == "could" and values["verdict"] in (Verdict.PASS, Verdict.CONDITION):
            above = _done_above(graph, task, level, naming)
            if above:
                found["take"][task] = above
    return {
        section: dict(sorted(tasks.items(), key=lambda item: -item[1]))
        for section, tasks in found.items()
    }


def _done_above(graph: Graph, task: str, level: int, naming: Naming) -> MinutesPerWeek:
    """Minutes a week roles on a higher level spend on a task today."""
    return sum(
        values["minutes"]
        for role, _, values in graph.in_edges(task, data=True)
        if values["kind"] == "does" and naming.level(role.removeprefix("role:")) > level
    )


def _me(role: str, graph: Graph, y: float, naming: Naming) -> Box:
    name = naming.short_role(role.removeprefix("role:"))
    hours = naming.reader.hours(graph.nodes[role]["minutes"])
    return Box(
        id=role_id(role.removeprefix("role:")),
        label=name,
        sub=hours,
        kind="role",
        x=110.0,
        y=y,
        width=ROLE_WIDTH,
        height=BOX,
        here=True,
    )


def _band(
    me: Box,
    box: Box,
    section: str,
    minutes: MinutesPerWeek,
    bands: list[tuple[str, Box, MinutesPerWeek]],
) -> Band:
    most = max(n for _, _, n in bands)
    width = band_width(minutes, most, 16.0)
    return join(me, box, BAND[section], min(width, 5.0) if section != "keep" else width)


def _heading(section: str, tasks: Ranked, naming: Naming) -> str:
    """The section's name, its hours, and how many of its tasks are drawn."""
    say = naming.reader.say
    words = say(f"figure.map.{section}", hours=naming.reader.hours(sum(tasks.values())))
    more = say("figure.map.shown_of", shown=MOST, n=len(tasks))
    return f"{words} {more}" if len(tasks) > MOST else words


def _summary(role: str, lists: dict[str, Ranked], graph: Graph, naming: Naming) -> str:
    hours = naming.reader.hours
    return naming.reader.say(
        "figure.map.role_summary",
        role=naming.short_role(role.removeprefix("role:")),
        whole=hours(graph.nodes[role]["minutes"]),
        give=hours(sum(lists["give"].values())),
        take=hours(sum(lists["take"].values())),
    )


def _table(
    role: str,
    lists: dict[str, Ranked],
    levels: Mapping[LeafId, LeafLevel],
    naming: Naming,
) -> Table:
    say = naming.reader.say
    rows = []
    for section in SECTIONS:
        for task, minutes in lists[section].items():
            leaf = task.removeprefix("task:")
            effective = levels[leaf].effective
            rows.append(
                (
                    naming.task(leaf),
                    say(f"figure.map.legend.{section}"),
                    hours_cell(minutes),
                    naming.short_role(effective) if effective else None,
                )
            )
    return beside(
        naming.short_role(role.removeprefix("role:")),
        (
            say("figure.column.task"),
            say("figure.column.what"),
            say("figure.hours_a_week"),
            say("figure.column.could"),
        ),
        rows,
        naming.reader,
    )

"""Where in the task map one stands: the unit, a group, a role or a task; and the way up again."""

from collections.abc import Mapping
from dataclasses import dataclass

from taskmap.graph.contract import Graph
from taskmap.model.plan import LeafLevel
from taskmap.model.ruling import Rulings
from taskmap.model.units import LeafId
from taskmap.present.figures.drawing import Drawing
from taskmap.present.figures.map_group import group_map
from taskmap.present.figures.map_role import role_map
from taskmap.present.figures.map_task import task_map
from taskmap.present.figures.map_unit import of_kind, unit_map
from taskmap.present.figures.naming import Naming

WHOLE = "unit"
KINDS = ("role", "group", "task")


def places(graph: Graph, naming: Naming) -> dict[str, str]:
    """Everything one can look at, by id, named with its kind."""
    say = naming.reader.say
    names = {"role": naming.short_role, "group": naming.group, "task": naming.task}
    found = {WHOLE: say("figure.map.whole")}
    for kind in KINDS:
        for node in of_kind(graph, kind):
            name = names[kind](node.removeprefix(f"{kind}:"))
            found[node] = say(f"figure.map.place.{kind}", name=name)
    return found


@dataclass(frozen=True, slots=True)
class Judged:
    """What is known of a unit's tasks beside the graph: their levels and their rulings."""

    levels: Mapping[LeafId, LeafLevel]
    rulings: Rulings


def drawing_of(graph: Graph, place: str, judged: Judged, naming: Naming) -> Drawing:
    """The drawing of a place."""
    kind = place.partition(":")[0]
    if kind == "role":
        return role_map(graph, place, judged.levels, naming)
    if kind == "group":
        return group_map(graph, place, judged.levels, naming)
    if kind == "task":
        return task_map(graph, place, judged.rulings, naming)
    return unit_map(graph, naming)


def above(graph: Graph, place: str) -> tuple[str, ...]:
    """The places above, the whole unit first."""
    if place == WHOLE:
        return ()
    groups = (end for end in graph.successors(place) if end.startswith("group:"))
    return (WHOLE, *(groups if place.startswith("task:") else ()))

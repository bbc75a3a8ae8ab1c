"""The part of the graph a picture shows: the whole unit in outline, or what lies round a node."""

from collections.abc import Iterable

from taskmap.graph.contract import Graph
from taskmap.graph.reading import edges, nodes

READABLE = 25  # labelled nodes a picture carries
# What is kept first when there is more than a picture carries.
NEAREST_FIRST = ("role", "task", "group", "chain", "competence", "rule", "level")


def overview(graph: Graph, most: int = READABLE) -> Graph:
    """Levels, roles and task groups with the hours between them, and the moves.

    Roles are always there, and levels as the rows they stand on; of the groups, those with most
    minutes that there is room for.
    """
    roles = nodes(graph, "role")
    by_minutes = sorted(nodes(graph, "group"), key=lambda n: (-graph.nodes[n]["minutes"], n))
    kept = by_minutes[: max(0, most - len(roles))]
    return _part(graph, {*nodes(graph, "level"), *roles, *kept}, {"at_level", "works_in", "move"})


def neighbourhood(graph: Graph, node: str, most: int = READABLE) -> Graph:
    """A node with what lies next to it, at most so many nodes, those with most minutes first.

    Args:
        graph: the unit.
        node: id of a role, group, task, competence, rule, chain or level.
        most: nodes shown, the node itself counted.

    Raises:
        KeyError: there is no such node.
    """
    if node not in graph:
        raise KeyError(node)
    round_it = {*graph.successors(node), *graph.predecessors(node)} - {node}
    if graph.nodes[node]["kind"] == "task":
        # A task's group, chain and rules say little without the roles that do or could do it.
        round_it |= {c for n in round_it if n.startswith("chain:") for c in graph.predecessors(n)}
        round_it.discard(node)
    order = {n: place for place, n in enumerate(graph)}
    ranked = sorted(round_it, key=lambda n: (-_weight(graph, node, n), _rank(graph, n), order[n]))
    return _part(graph, {node, *ranked[: max(0, most - 1)]}, None)


def _weight(graph: Graph, node: str, other: str) -> int:
    """Minutes on the edge between them; a work edge without minutes today weighs nothing."""
    pairs = ((node, other), (other, node))
    return max(
        graph.edges[pair].get("minutes", 0) if graph.has_edge(*pair) else 0 for pair in pairs
    )


def _rank(graph: Graph, node: str) -> int:
    return NEAREST_FIRST.index(graph.nodes[node]["kind"])


def _part(graph: Graph, kept: Iterable[str], kinds: set[str] | None) -> Graph:
    """A copy of these nodes and the edges of these kinds between them, in the graph's order."""
    wanted = set(kept)
    part: Graph = type(graph)(**graph.graph)
    part.add_nodes_from((n, values) for n, values in graph.nodes(data=True) if n in wanted)
    every = {values["kind"] for _, _, values in graph.edges(data=True)}
    for source, target, values in edges(graph, *(every if kinds is None else kinds)):
        if source in wanted and target in wanted:
            part.add_edge(source, target, **values)
    return part

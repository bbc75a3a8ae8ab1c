"""How the questions read the graph: edges by kind, rulings, names."""

import json
from collections.abc import Iterator
from typing import Any

from taskmap.graph.contract import Graph

# Gates that decide whether a role may and can; continuity and capacity are for the plan.
MAY = ("law", "policy", "risk")


def edges(graph: Graph, *kinds: str) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Edges of these kinds, in the graph's order."""
    for source, target, values in graph.edges(data=True):
        if values["kind"] in kinds:
            yield source, target, values


def into(graph: Graph, node: str, *kinds: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Edges of these kinds that end in a node: where they come from, and their values."""
    for source, _, values in graph.in_edges(node, data=True):
        if values["kind"] in kinds:
            yield source, values


def nodes(graph: Graph, kind: str) -> list[str]:
    """Nodes of a kind, in the graph's order."""
    return [node for node, values in graph.nodes(data=True) if values["kind"] == kind]


def own_id(node: str) -> str:
    """A node's own id, without its kind."""
    return node.split(":", 1)[1]


def lets(edge: dict[str, Any], gate: str, accepted: frozenset[str]) -> bool:
    """Whether a gate passes, or passes on a condition that is accepted."""
    if edge[gate] == "condition":
        return edge[f"{gate}_condition"] in accepted
    return bool(edge[gate] == "pass")


def values_of(edge: dict[str, Any], gate: str) -> dict[str, Any]:
    """The values of a gate's ruling."""
    known = json.loads(edge.get(f"{gate}_values", "{}"))
    if not isinstance(known, dict):
        raise TypeError(f"{gate}_values is {known!r}, expected an object")
    return known

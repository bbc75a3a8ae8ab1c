"""JSON node-link, as networkx and d3 read it: the judged graph, attribute for attribute."""

import json
from typing import Any

import networkx as nx

from taskmap.graph.contract import Graph

SCHEMA = "taskmap/graph-1"


def as_data(graph: Graph) -> dict[str, Any]:
    """The graph as plain lists and objects: ``graph``, ``nodes``, ``edges``, with the schema."""
    data: dict[str, Any] = nx.node_link_data(graph, edges="edges")
    return {"schema": SCHEMA, **data}


def write(graph: Graph) -> bytes:
    """The graph as JSON text; equal graphs give equal bytes."""
    text = json.dumps(as_data(graph), ensure_ascii=False, indent=1, allow_nan=False)
    return f"{text}\n".encode()


def read(data: bytes) -> Graph:
    """A graph that ``write`` wrote.

    Raises:
        ValueError: it is no graph of this schema.
    """
    known = json.loads(data)
    if not isinstance(known, dict) or known.pop("schema", None) != SCHEMA:
        raise ValueError(f"this is no graph of the schema {SCHEMA}")
    return nx.DiGraph(nx.node_link_graph(known, edges="edges"))

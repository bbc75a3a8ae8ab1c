"""GraphML, as Gephi, yEd and networkx read it: the judged graph, attribute for attribute."""

from io import BytesIO
from typing import Any

import networkx as nx
from networkx.readwrite.graphml import GraphMLWriter

from taskmap.graph.contract import Graph


def write(graph: Graph) -> bytes:
    """The graph as GraphML; equal graphs give equal bytes.

    The writer on the standard library's XML is asked for by name: which one networkx would choose
    depends on what else is installed.
    """
    writer: Any = GraphMLWriter(encoding="utf-8", prettyprint=True)
    writer.add_graph_element(graph)
    out = BytesIO()
    writer.dump(out)
    return out.getvalue()


def read(data: bytes) -> Graph:
    """A graph that ``write`` wrote."""
    graph: Graph = nx.DiGraph(nx.read_graphml(BytesIO(data), node_type=str))
    # The format's own bookkeeping, not ours.
    for name in ("node_default", "edge_default"):
        graph.graph.pop(name, None)
    for _, _, values in graph.edges(data=True):
        values.pop("id", None)
    return graph

"""A mapping with its rulings, and a plan where there is one, as one judged graph."""

import networkx as nx

from taskmap.graph.contract import Graph
from taskmap.graph.edges import add_edges
from taskmap.graph.nodes import add_nodes
from taskmap.graph.parts import Parts
from taskmap.model.catalogue import Catalogue
from taskmap.model.mapping import Mapping
from taskmap.model.plan import Plan
from taskmap.model.ruling import Rulings


def build(
    mapping: Mapping, catalogue: Catalogue, rulings: Rulings, plan: Plan | None = None
) -> Graph:
    """The graph of a unit, as ``contract`` describes it; nodes and edges in the document's order.

    Args:
        mapping: the unit.
        catalogue: roles, levels, rules, competences and the task library.
        rulings: six for every leaf and role of the staffing.
        plan: adds planned minutes, effective levels and the moves between roles.
    """
    graph: Graph = nx.DiGraph(
        unit=mapping.unit.id,
        name=mapping.unit.name,
        country=mapping.unit.country.value,
        setting=mapping.unit.setting.value,
        on=mapping.on.isoformat(),
        catalogue_on=catalogue.on.isoformat(),
        illustrative=mapping.illustrative,
        planned=plan is not None,
    )
    parts = Parts.of(mapping, catalogue, rulings, plan)
    add_nodes(graph, parts)
    add_edges(graph, parts)
    return graph

"""Service chains and their hand-overs."""

from dataclasses import dataclass

from taskmap.graph.contract import Graph
from taskmap.graph.reading import into, nodes, own_id
from taskmap.model.units import LeafId, RoleId


@dataclass(frozen=True, slots=True)
class ChainHandovers:
    """A chain, who takes part today, and what its hand-overs cost.

    Args:
        leaves: in the chain's order.
        roles: everyone who does something in it today.
        handovers: roles beyond the first.
        minutes: a week: hand-overs times minutes each times the largest count in the chain.
        split: a group that should stay together and is done by several roles.
    """

    chain: str
    leaves: tuple[LeafId, ...]
    roles: tuple[RoleId, ...]
    handovers: int
    minutes: float
    split: bool


def handovers(graph: Graph) -> tuple[ChainHandovers, ...]:
    """Every chain, the costliest first."""
    found = [_chain(graph, node) for node in nodes(graph, "chain")]
    return tuple(sorted(found, key=lambda chain: (-chain.minutes, chain.chain)))


def _chain(graph: Graph, node: str) -> ChainHandovers:
    placed = sorted(into(graph, node, "in_chain"), key=lambda found: found[1]["position"])
    leaves = [leaf for leaf, _ in placed]
    roles = dict.fromkeys(role for leaf in leaves for role, _ in into(graph, leaf, "does"))
    beyond = max(0, len(roles) - 1)
    largest = max((graph.nodes[leaf]["per_week"] for leaf in leaves), default=0.0)
    return ChainHandovers(
        chain=own_id(node),
        leaves=tuple(own_id(leaf) for leaf in leaves),
        roles=tuple(own_id(role) for role in roles),
        handovers=beyond,
        minutes=beyond * graph.nodes[node]["handover_minutes"] * largest,
        split=graph.nodes[node]["keep_together"] and beyond > 0,
    )

"""Work done at a higher level than it needs."""

from collections.abc import Collection
from dataclasses import dataclass

from taskmap.graph.contract import Graph
from taskmap.graph.reading import MAY, edges, into, lets, own_id
from taskmap.model.question import DEFAULT_CONDITIONS
from taskmap.model.units import LeafId, MinutesPerWeek, RoleId


@dataclass(frozen=True, slots=True)
class OverQualified:
    """Minutes a role spends on a leaf that a role of a lower level may and can take."""

    leaf: LeafId
    role: RoleId
    level: int
    minutes: MinutesPerWeek
    lower: RoleId
    lower_level: int


def over_qualified(
    graph: Graph, accepted: Collection[str] = DEFAULT_CONDITIONS
) -> tuple[OverQualified, ...]:
    """Edges of today's work with a lower role open, most minutes first.

    The lowest open role is told: it passes law, policy, risk and competence, or passes on accepted
    conditions. What its hours allow, and whether it pays, is for the plan.
    """
    conditions = frozenset(str(condition) for condition in accepted)
    found = []
    for role, task, today in edges(graph, "does"):
        level = graph.nodes[role]["level"]
        open_roles = [
            (graph.nodes[other]["level"], own_id(other))
            for other, edge in into(graph, task, "does", "could")
            if graph.nodes[other]["role_kind"] == "staff"
            and all(lets(edge, gate, conditions) for gate in (*MAY, "competence"))
        ]
        lower = min(open_roles, default=(level, ""))
        if lower[0] < level and today["minutes"]:
            found.append(
                OverQualified(
                    own_id(task), own_id(role), level, today["minutes"], lower[1], lower[0]
                )
            )
    return tuple(sorted(found, key=lambda edge: (-edge.minutes, edge.leaf, edge.role)))

"""Tasks that hang on one role, or on one person."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from taskmap.graph.contract import Graph
from taskmap.graph.reading import into, lets, nodes, own_id
from taskmap.model.units import LeafId, MinutesPerWeek, RoleId

UNDECIDED = frozenset({"decide"})


@dataclass(frozen=True, slots=True)
class Sole:
    """A leaf that only these few can do now.

    Args:
        roles: one role; or, for one person, the roles they could be in.
        persons: heads who can do it.
    """

    leaf: LeafId
    roles: tuple[RoleId, ...]
    persons: int
    minutes: MinutesPerWeek
    per_week: float


@dataclass(frozen=True, slots=True)
class Hanging:
    """Tasks that hang on one role, and on one person."""

    roles: tuple[Sole, ...]
    persons: tuple[Sole, ...]


def hanging(graph: Graph) -> Hanging:
    """What stops when one role or one person is away."""
    return Hanging(only_one_role(graph), only_one_person(graph))


def only_one_role(graph: Graph) -> tuple[Sole, ...]:
    """Tasks exactly one role does or could do without learning anything, most minutes first."""
    return _ranked(sole for sole in _all(graph) if len(sole.roles) == 1)


def only_one_person(graph: Graph) -> tuple[Sole, ...]:
    """Tasks at most one head can do, most minutes first; machines and patients are not heads."""
    return _ranked(
        sole
        for sole in _all(graph)
        if sole.persons <= 1
        and all(graph.nodes[f"role:{role}"]["role_kind"] == "staff" for role in sole.roles)
    )


def _all(graph: Graph) -> list[Sole]:
    found = []
    for node in nodes(graph, "task"):
        able = [(role, edge) for role, edge in into(graph, node, "does", "could") if _can(edge)]
        found.append(
            Sole(
                leaf=own_id(node),
                roles=tuple(own_id(role) for role, _ in able),
                persons=sum(edge["capable"] for _, edge in able),
                minutes=graph.nodes[node]["minutes"],
                per_week=graph.nodes[node]["per_week"],
            )
        )
    return found


def _can(edge: dict[str, Any]) -> bool:
    """Does it today, or knows how and is hindered by nothing but a decision nobody has taken."""
    able = all(edge[gate] == "pass" for gate in ("law", "competence", "risk"))
    undecided = lets(edge, "policy", UNDECIDED)
    return edge["kind"] == "does" or (able and undecided and edge["capable"] > 0)


def _ranked(found: Iterable[Sole]) -> tuple[Sole, ...]:
    return tuple(sorted(found, key=lambda sole: (-sole.minutes, sole.leaf)))

"""Competences that would unlock most hours."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from taskmap.graph.contract import Graph
from taskmap.graph.reading import MAY, edges, into, lets, own_id, values_of
from taskmap.model.question import DEFAULT_CONDITIONS
from taskmap.model.units import CompetenceId, Hours, LeafId, MinutesPerWeek, RoleId


@dataclass(frozen=True, slots=True)
class CompetenceValue:
    """What a role could take over if it learned this, and nothing else stood in the way.

    Args:
        competences: the whole path, what comes first first.
        minutes: a week done today by roles of a higher level.
        hours: of courses, one person.
    """

    role: RoleId
    competences: tuple[CompetenceId, ...]
    minutes: MinutesPerWeek
    hours: Hours
    leaves: tuple[LeafId, ...]


def competence_value(
    graph: Graph, accepted: Collection[str] = DEFAULT_CONDITIONS
) -> tuple[CompetenceValue, ...]:
    """Role by role the paths that unlock work of higher levels, most minutes first.

    Only where law, policy and risk let the role through; one path counts a leaf once.
    """
    conditions = frozenset(str(condition) for condition in accepted)
    paths: dict[tuple[RoleId, tuple[CompetenceId, ...]], list[tuple[str, dict[str, Any]]]] = {}
    for role, task, edge in edges(graph, "does", "could"):
        to_learn = edge["competence_code"] == "competence.train"
        if to_learn and all(lets(edge, gate, conditions) for gate in MAY):
            path = tuple(values_of(edge, "competence")["competences"])
            paths.setdefault((own_id(role), path), []).append((task, edge))
    found = [_value(graph, role, path, tasks) for (role, path), tasks in paths.items()]
    ranked = sorted(found, key=lambda value: (-value.minutes, value.role, value.competences))
    return tuple(value for value in ranked if value.minutes)


def _value(
    graph: Graph,
    role: RoleId,
    path: tuple[CompetenceId, ...],
    tasks: list[tuple[str, dict[str, Any]]],
) -> CompetenceValue:
    above = {task: _minutes_above(graph, task, role) for task, _ in tasks}
    return CompetenceValue(
        role=role,
        competences=path,
        minutes=sum(above.values()),
        hours=float(values_of(tasks[0][1], "competence")["hours"]),
        leaves=tuple(own_id(task) for task, minutes in above.items() if minutes),
    )


def _minutes_above(graph: Graph, task: str, role: RoleId) -> MinutesPerWeek:
    level = graph.nodes[f"role:{role}"]["level"]
    return sum(
        edge["minutes"]
        for other, edge in into(graph, task, "does")
        if graph.nodes[other]["level"] > level
    )

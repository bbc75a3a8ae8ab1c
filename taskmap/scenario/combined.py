"""Several scenarios as one: what they change together, and where they are in conflict."""

from collections.abc import Iterable, Iterator
from itertools import combinations

from taskmap.model.difference import Written
from taskmap.model.scenario import Combined, Scenario, ScenarioConflict


def combined(scenarios: Iterable[Scenario]) -> Combined:
    """All changes of scenarios of one unit, the same in whichever order they are given.

    Changes of different fields hold together; so do equal changes of the same. A task that one
    scenario removes and another changes is a conflict, and so is a field with two new values.
    """
    ordered = sorted(scenarios, key=lambda scenario: scenario.id)
    changes: dict[tuple[str, ...], Written | None] = {}
    for scenario in ordered:
        changes |= {path: v for path, v in scenario.changes.items() if path not in changes}
    conflicts = (c for one, other in combinations(ordered, 2) for c in _conflicts(one, other))
    return Combined(tuple(scenario.id for scenario in ordered), changes, tuple(conflicts))


def _conflicts(one: Scenario, other: Scenario) -> Iterator[ScenarioConflict]:
    for path, says in one.changes.items():
        for at in other.changes:
            outer, inner = sorted((path, at), key=len)
            inside = inner[: len(outer)] == outer
            if inside and (path != at or says != other.changes[at]):
                yield ScenarioConflict(outer, one.id, other.id, says, other.changes[at])

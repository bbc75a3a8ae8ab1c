"""A scenario: named changes to a unit's mapping, tried out on a copy."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from taskmap.model.difference import Written
from taskmap.model.units import UnitId

ScenarioId: TypeAlias = str

# Where a mapping says something, items of lists by their id, and what it says instead; None: it
# goes. A table at ``("tasks", id)`` or ``("staffing", role)`` is a new task or role.
Changes: TypeAlias = Mapping[tuple[str, ...], Written | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """One scenario of a unit.

    Args:
        changes: in the document's order.
        illustrative: invented, as the mapping it is about.
    """

    id: ScenarioId
    unit: UnitId
    name: str
    changes: Changes
    note: str | None = None
    illustrative: bool = False


@dataclass(frozen=True, slots=True)
class ScenarioConflict:
    """One place that two scenarios change, each in another way.

    Args:
        path: what both of them change; the outer one where one changes a part of what the other
            adds or removes.
        one, other: the scenarios, by id.
        one_says, other_says: None: it goes.
    """

    path: tuple[str, ...]
    one: ScenarioId
    other: ScenarioId
    one_says: Written | None
    other_says: Written | None


@dataclass(frozen=True, slots=True)
class Combined:
    """What several scenarios change together, the same in whichever order they are named.

    Args:
        scenarios: ids, in alphabetical order.
        changes: of all of them; where two are in conflict, the first one's.
        conflicts: places somebody must decide on before the changes mean anything.
    """

    scenarios: tuple[ScenarioId, ...]
    changes: Changes = field(default_factory=dict)
    conflicts: tuple[ScenarioConflict, ...] = ()

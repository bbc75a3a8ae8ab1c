"""Work done today by a role that may not do it: told before any gain."""

from dataclasses import dataclass

from taskmap.model.mapping import Mapping
from taskmap.model.ruling import Gate, Ruling, Rulings, Verdict
from taskmap.model.today import minutes_today
from taskmap.model.units import LeafId, MinutesPerWeek, RoleId

BREACH_GATES = frozenset({Gate.LAW, Gate.POLICY, Gate.RISK})
# A rule whose text was not seen stops new moves but makes no breach.
UNVERIFIED = frozenset({"law.unverified"})


@dataclass(frozen=True, slots=True)
class WorkInBreach:
    """Minutes a week a role does of a leaf today although a gate fails, with those rulings."""

    leaf: LeafId
    role: RoleId
    minutes: MinutesPerWeek
    rulings: tuple[Ruling, ...]


def breaching(rulings: tuple[Ruling, ...]) -> tuple[Ruling, ...]:
    """Those of a pair's rulings that make work done today a breach."""
    return tuple(
        ruling
        for ruling in rulings
        if ruling.verdict is Verdict.FAIL
        and ruling.gate in BREACH_GATES
        and ruling.code not in UNVERIFIED
    )


def breaches(mapping: Mapping, rulings: Rulings) -> tuple[WorkInBreach, ...]:
    """All work in breach, in the document's order of leaves and staffing."""
    found = []
    for leaf in mapping.leaves:
        today = leaf.roles_today()
        for staffing in mapping.staffing:
            failing = breaching(rulings[leaf.id, staffing.role]) if staffing.role in today else ()
            if failing:
                minutes = minutes_today(leaf, staffing.role)
                found.append(WorkInBreach(leaf.id, staffing.role, minutes, failing))
    return tuple(found)

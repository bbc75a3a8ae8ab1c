"""Exceptions that lift a reservation: which of the permits covering a task lets a role in."""

from dataclasses import dataclass

from taskmap.model.catalogue import Effect, Role, RoleKind, Rule
from taskmap.model.ruling import Condition

MILDEST_FIRST = (None, *(Condition(c) for c in ("decide", "train", "supervise", "assess")))
# Whom an assessment of self-care can concern.
ASSESSED = frozenset({RoleKind.SELF, RoleKind.FAMILY, RoleKind.TECHNOLOGY})


@dataclass(frozen=True, slots=True)
class Lift:
    """A permit that lets a role in, and what it asks; None: nothing."""

    by: Rule
    needs: Condition | None


def lift(reserved: Rule, role: Role, covering: tuple[Rule, ...]) -> Lift | None:
    """The mildest exception in force that lifts ``reserved`` for the role; None: none does.

    A permit whose text was not seen lifts nothing.
    """
    lifts = [
        Lift(rule, _needs(rule))
        for rule in covering
        if rule.effect is Effect.PERMITS
        and rule.verified
        and reserved.id in rule.exception_to
        and _lets_in(rule, role)
    ]
    return min(lifts, key=lambda found: MILDEST_FIRST.index(found.needs), default=None)


def _lets_in(rule: Rule, role: Role) -> bool:
    match rule.roles_are:
        case "performer":
            return rule.roles is None or role.id in rule.roles
        case "delegator":
            return role.is_staff
        case "assessor":
            return role.kind in ASSESSED
        case _:
            return False


def _needs(rule: Rule) -> Condition | None:
    """What the permit asks; a delegation that names nothing still asks for an assessment."""
    if rule.needs is not None:
        return Condition(rule.needs)
    return None if rule.roles_are == "performer" else Condition.ASSESS

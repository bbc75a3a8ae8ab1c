"""What can happen to a unit's hours, as shares of them that are left."""

from collections.abc import Mapping as MappingOf
from dataclasses import dataclass, replace

import numpy as np

from taskmap.errors import Value
from taskmap.leon.instance.problem import Problem
from taskmap.model.catalogue import Catalogue
from taskmap.model.mapping import Mapping
from taskmap.model.staffing import Staffing
from taskmap.model.units import RoleId

ILL = 2  # persons at once
VACANT = 0.2  # of the posts
SUMMER = 0.5  # of the staff at work; an assumption, as no source gives one figure for all units


@dataclass(frozen=True, slots=True, kw_only=True)
class Strain:
    """One thing that can happen; nobody stands in, and the work is the same.

    Args:
        code: such as ``stress.ill``; ``values``: what its sentence needs.
        left: share of each role's hours that is left in every band; 1 for those not named.
    """

    code: str
    values: MappingOf[str, Value]
    left: MappingOf[RoleId, float]

    def strained(self, problem: Problem) -> Problem:
        """The same unit with the hours that are left; unmapped work stays."""
        left = np.array([self.left.get(role, 1.0) for role in problem.roles])[:, None]
        full, room = (np.floor(n * left + 1e-9).astype(np.int64)
                      for n in (problem.full, problem.room))  # fmt: skip
        return replace(problem, full=full, room=room)


def strains(mapping: Mapping, catalogue: Catalogue) -> tuple[Strain, ...]:
    """Two ill, a fifth of all posts empty, half the staff on holiday.

    Two of the largest registered role are ill at once; where there is none, of the largest licensed
    role, and where there is none of the largest staff role. A role of two or fewer has nobody left.
    Nothing is told, or used, of how often anybody is ill.

    Example: nurses, 8 persons: six eighths of their hours are left in every band.
    """
    staff = [s for s in mapping.staffing if catalogue.is_staff(s.role)]
    found = []
    if hit := _hit(staff, catalogue):
        left = max(0.0, (hit.persons - ILL) / hit.persons)
        found.append(
            Strain(
                code="stress.ill",
                values={"role": hit.role, "persons": ILL},
                left={hit.role: left},
            )
        )
    for code, away in (("stress.vacancy", VACANT), ("stress.summer", 1.0 - SUMMER)):
        found.append(
            Strain(code=code, values={"share": away}, left={s.role: 1.0 - away for s in staff})
        )
    return tuple(found)


def _hit(staff: list[Staffing], catalogue: Catalogue) -> Staffing | None:
    """Whose illness tells most."""
    people = [s for s in staff if s.persons > 0]
    known = {s.role: catalogue.roles.get(s.role) for s in people}
    registered = [s for s in people if (role := known[s.role]) and role.registered]
    licensed = [s for s in people if (role := known[s.role]) and role.licensed]
    by_size = registered or licensed or people
    return max(by_size, key=lambda s: (s.persons, s.filled, s.role), default=None)

"""Who holds a competence in a role, and what the others would have to learn."""

from collections.abc import Iterable, Mapping

from taskmap.model.catalogue import Competence
from taskmap.model.staffing import Staffing
from taskmap.model.units import CompetenceId, RoleId


def taught(
    role: RoleId, competence: CompetenceId, known: Mapping[CompetenceId, Competence]
) -> bool:
    """Whether the role's education gives the competence to everyone in it."""
    return competence in known and role in known[competence].included_in


def holders(
    staffing: Staffing, competence: CompetenceId, known: Mapping[CompetenceId, Competence]
) -> int:
    """Persons of the role who hold the competence: all of them where the education gives it."""
    if taught(staffing.role, competence, known):
        return staffing.persons
    return min(staffing.competences.get(competence, 0), staffing.persons)


def to_learn(
    staffing: Staffing,
    competences: Iterable[CompetenceId],
    known: Mapping[CompetenceId, Competence],
) -> tuple[CompetenceId, ...]:
    """What a person of the role without them must learn, prerequisites first.

    Someone who holds a competence is taken to hold what it requires; a competence that somebody in
    the role holds is not learned again.
    """
    path: list[CompetenceId] = []
    seen: set[CompetenceId] = set()

    def visit(competence: CompetenceId) -> None:
        held = taught(staffing.role, competence, known) or holders(staffing, competence, known) > 0
        if held or competence in seen:
            return
        seen.add(competence)
        for needed in known[competence].requires if competence in known else ():
            visit(needed)
        path.append(competence)

    for competence in competences:
        visit(competence)
    return tuple(path)

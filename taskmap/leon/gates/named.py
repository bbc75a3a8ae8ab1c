"""Which roles somebody has named for a task: the library, the unit's practice, or education."""

from collections.abc import Iterable, Mapping
from typing import TypeAlias

from taskmap.model.catalogue import Catalogue
from taskmap.model.covering import library_task
from taskmap.model.leaf import Leaf
from taskmap.model.units import CompetenceId, RoleId, TaskId

Taught: TypeAlias = Mapping[RoleId, frozenset[CompetenceId]]


def named_roles(leaves: Iterable[Leaf], catalogue: Catalogue) -> Mapping[TaskId, frozenset[RoleId]]:
    """The roles named for each task of the library; a task of the unit's own is not in it.

    Named are the library's usual roles and its candidate, the roles that do any case of the task
    in the unit today, and roles at most one level above one of these whose education holds all
    that its does: a nurse specialist for a nurse's task, but no doctor for a helper's.
    """
    named: dict[TaskId, set[RoleId]] = {}
    for leaf in leaves:
        library = library_task(leaf.task, catalogue)
        if library is None or not library.usual_roles:
            continue
        told = named.setdefault(leaf.task_id, {*library.usual_roles})
        told.update(leaf.roles_today())
        if library.candidate is not None:
            told.add(library.candidate)
    taught = _education(catalogue)
    return {t: frozenset(roles | _next(roles, taught, catalogue)) for t, roles in named.items()}


def _next(roles: set[RoleId], taught: Taught, catalogue: Catalogue) -> set[RoleId]:
    """Roles of the same learning and at most one level above; no education opens for nobody."""
    found = set()
    for named in roles:
        needed, level = taught.get(named), catalogue.roles[named].level
        for role, has in taught.items() if needed else ():
            if needed and needed <= has and 0 <= catalogue.roles[role].level - level <= 1:
                found.add(role)
    return found


def _education(catalogue: Catalogue) -> Taught:
    found: dict[RoleId, set[CompetenceId]] = {role: set() for role in catalogue.roles}
    for competence in catalogue.competences.values():
        for role in competence.included_in:
            found.setdefault(role, set()).add(competence.id)
    return {role: frozenset(has) for role, has in found.items()}

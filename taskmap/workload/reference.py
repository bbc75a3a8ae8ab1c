"""Whose minutes a leaf's minutes are."""

from taskmap.model.catalogue import Catalogue
from taskmap.model.leaf import Leaf
from taskmap.model.today import occurrences_today
from taskmap.model.units import RoleId


def reference_role(leaf: Leaf, catalogue: Catalogue) -> RoleId | None:
    """The role the minutes belong to: as written, else the largest share of today's occurrences.

    On a tie the higher level, then the name. None when nobody does the leaf today and nobody is
    named.
    """
    if leaf.task.minutes_of is not None:
        return leaf.task.minutes_of
    ranked = sorted(
        leaf.roles_today(),
        key=lambda role: (-round(occurrences_today(leaf, role), 9), -_level(role, catalogue), role),
    )
    return ranked[0] if ranked else None


def _level(role: RoleId, catalogue: Catalogue) -> int:
    known = catalogue.roles.get(role)
    return known.level if known else 0

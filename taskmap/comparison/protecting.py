"""Which of a unit's figures are about few people, and what is left out so that they stay so.

Minutes somebody timed in the hands of a role with fewer persons than the floor are protected
(method, section 1). Counts, divisions, library minutes and posts are not. Everything a comparison
shows of several units is put together from what is shown of each one, so that no choice of units,
no total over them and no file can tell more than the units' own patterns let through.
"""

from collections import defaultdict
from collections.abc import Mapping
from weakref import WeakKeyDictionary

from taskmap.comparison.content import Content
from taskmap.comparison.suppression import Figure, FigureId, Pattern, Sums, suppress
from taskmap.model.amount import Basis
from taskmap.model.leaf import Leaf
from taskmap.model.staffing import PRIVACY_FLOOR
from taskmap.model.units import LeafId, RoleId

TOTAL: FigureId = ("total",)
ABOVE: FigureId = ("above",)
EVERYBODY = "*"  # all who are few, as one group

_PATTERNS: WeakKeyDictionary[Content, dict[int, Pattern]] = WeakKeyDictionary()

# What a reader loses: one cell of a matrix against the sum everybody asks for first.
_WORTH = {"cell": 1.0, "level": 3.0, "group": 3.0, "above": 5.0, "total": 10.0}


def level_figure(level: int) -> FigureId:
    """Name of the hours done at a level today."""
    return ("level", str(level))


def group_figure(group: str) -> FigureId:
    """Name of the hours of a task group."""
    return ("group", group)


def cell_figure(today: int, effective: int | None) -> FigureId:
    """Name of a cell of the level matrix."""
    return ("cell", str(today), "none" if effective is None else str(effective))


def few(content: Content, role: RoleId | None, floor: int) -> bool:
    """Whether a role of the unit is so few that its figures would tell about persons."""
    if role is None or not content.catalogue.is_staff(role):
        return False
    staffing = content.mapping.by_role.get(role)
    return staffing is not None and staffing.persons < floor


def about(leaf: Leaf, content: Content, floor: int = PRIVACY_FLOOR) -> RoleId | None:
    """The few a leaf's minutes tell about; None where they may be shown.

    Figures that are published elsewhere are no secret any longer.
    """
    if content.mapping.source is not None or leaf.minutes.basis is not Basis.MEASURED:
        return None
    timed = [content.owner(leaf), *sorted(leaf.roles_today() & set(leaf.task.factors))]
    return next((role for role in timed if few(content, role, floor)), None)


def left_out(content: Content, floor: int = PRIVACY_FLOOR) -> Pattern:
    """What a unit's comparison leaves out, from the unit alone; worked out once.

    Args:
        content: the unit.
        floor: persons from which a role's figures are shown.
    """
    kept = _PATTERNS.setdefault(content, {})
    if floor not in kept:
        kept[floor] = _left_out(content, floor)
    return kept[floor]


def _left_out(content: Content, floor: int) -> Pattern:
    roles = {
        leaf.id: role
        for leaf in content.mapping.leaves
        if (role := about(leaf, content, floor)) is not None
    }
    if not roles:
        return Pattern()
    persons = sum(content.mapping.by_role[role].persons for role in set(roles.values()))
    # Several roles may be few even when they are taken together.
    together = (EVERYBODY,) if persons < floor else ()
    secret = {leaf: (role, *together) for leaf, role in roles.items()}
    return suppress(Sums(values=_values(content), secret=secret, figures=figures(content)))


def untold(content: Content, floor: int = PRIVACY_FLOOR) -> frozenset[RoleId]:
    """Roles whose work added up would tell about few people; they are in no sum over units.

    The few themselves, whose need and overtime follow from their absence and their own minutes,
    and whoever does a task that is left out: their sum less the tasks shown is that task. What is
    left is made of shown figures alone, so no total less a unit somebody knows gives more.

    Example: three doctors have timed their rounds, and nurses' rounds are left out with them.
    Neither doctors nor nurses are counted; health-care workers, who do no rounds, are.

    Args:
        content: the unit.
        floor: persons from which a role's figures are shown.
    """
    mapping = content.mapping
    if mapping.source is not None:  # published elsewhere
        return frozenset()
    hidden = left_out(content, floor).parts
    themselves = {s.role for s in mapping.staffing if few(content, s.role, floor)}
    beside = {r for leaf in mapping.leaves if leaf.id in hidden for r in leaf.roles_today()}
    return frozenset(themselves | {role for role in beside if content.catalogue.is_staff(role)})


def figures(content: Content) -> tuple[Figure, ...]:
    """Every sum over tasks that is shown of a unit, with each task's part in it."""
    terms: defaultdict[FigureId, dict[LeafId, float]] = defaultdict(dict)
    for leaf in content.mapping.leaves:
        for id_, share in _part(leaf, content).items():
            terms[id_][leaf.id] = share
    return tuple(
        Figure(id=id_, terms=found, worth=_WORTH[id_[0]]) for id_, found in sorted(terms.items())
    )


def _values(content: Content) -> dict[LeafId, float]:
    return {level.leaf: float(sum(level.today.values())) for level in content.levels}


def _part(leaf: Leaf, content: Content) -> Mapping[FigureId, float]:
    """How much of a leaf's minutes stands in each sum."""
    found = content.by_leaf[leaf.id]
    whole = sum(found.today.values())
    if not whole:
        return {}
    shares: defaultdict[FigureId, float] = defaultdict(float)
    shares[TOTAL] = 1.0
    shares[group_figure(content.group(leaf.task))] = 1.0
    for role, minutes in found.today.items():
        if not minutes:
            continue
        level = content.level(role)
        shares[level_figure(level)] += minutes / whole
        shares[cell_figure(level, found.effective_level)] += minutes / whole
        if found.effective_level is not None and level > found.effective_level:
            shares[ABOVE] += minutes / whole
    return shares

"""The price of time: what a minute of each role is worth to the one who asks."""

from collections.abc import Callable
from itertools import pairwise
from statistics import fmean

from taskmap.errors import Value
from taskmap.model.catalogue import Catalogue, Role
from taskmap.model.mapping import Mapping
from taskmap.model.plan import Note
from taskmap.model.question import Price, Question
from taskmap.model.units import RoleId

ORE_A_KRONE = 100
MINUTES_AN_HOUR = 60
SCARCITY_CAP = 10
SCARCITY_SCALE = 100  # two decimals of scarcity, in whole numbers


def weights(mapping: Mapping, catalogue: Catalogue, question: Question) -> dict[RoleId, int]:
    """Whole-number price of one minute of each role in the staffing.

    ``level``: the level's weight (default its number). ``cost``: øre (öre) a minute. ``scarcity``:
    posts over posts held by permanent staff, in hundredths, at most 10.

    A role outside the staff has weight 0 for minutes of its own, under every price. It is not free
    by that: the staff minutes each occurrence still takes must be written, and are priced as the
    minutes of the staff who give them. Its running cost is told as decided already, not priced.

    Raises:
        ValueError: the question's level weights do not rise strictly with the level.
    """
    if question.price is Price.LEVEL:
        _refuse_flat(level_weights(question))
    return {
        staffing.role: weight_of(catalogue.roles[staffing.role], mapping, catalogue, question)
        for staffing in mapping.staffing
    }


def weight_of(role: Role, mapping: Mapping, catalogue: Catalogue, question: Question) -> int:
    """The price of one minute of a role, also of another unit's, whose vacancies nobody knows."""
    return _WEIGHERS[question.price](role, mapping, catalogue, question)


def level_weights(question: Question) -> dict[int, int]:
    """The weight of every level 0 to 8: as asked, else the level's number."""
    return {level: question.level_weights.get(level, level) for level in range(9)}


def _refuse_flat(known: dict[int, int]) -> None:
    ladder = [known[level] for level in sorted(known)]
    if ladder[0] < 0 or any(low >= high for low, high in pairwise(ladder)):
        raise ValueError(f"level weights {ladder} do not rise strictly from level 0 to 8")


def _by_level(role: Role, _: Mapping, __: Catalogue, question: Question) -> int:
    return level_weights(question)[role.level] if role.is_staff else 0


def _by_cost(role: Role, _: Mapping, catalogue: Catalogue, __: Question) -> int:
    if not role.is_staff:
        return 0
    hourly, _level, _count = hourly_cost(role, catalogue)
    return max(1, int(hourly * ORE_A_KRONE / MINUTES_AN_HOUR + 0.5))


def _by_scarcity(role: Role, mapping: Mapping, _: Catalogue, question: Question) -> int:
    if not role.is_staff:
        return 0
    return int(scarcity(role.id, mapping, hire_only=question.hire_only) * SCARCITY_SCALE + 0.5)


_WEIGHERS: dict[Price, Callable[[Role, Mapping, Catalogue, Question], int]] = {
    Price.LEVEL: _by_level,
    Price.COST: _by_cost,
    Price.SCARCITY: _by_scarcity,
}


def scarcity(role: RoleId, mapping: Mapping, *, hire_only: bool = False) -> float:
    """Posts over posts held by permanent staff, 1 to 10; vacancies left out when asked."""
    staffing = mapping.by_role.get(role)
    if staffing is None:
        return 1.0
    lacking = staffing.hired + (0.0 if hire_only else staffing.vacant)
    held = staffing.posts - lacking
    if held <= 0:
        return SCARCITY_CAP if lacking > 0 else 1.0
    return min(float(SCARCITY_CAP), max(1.0, staffing.posts / held))


def hourly_cost(role: Role, catalogue: Catalogue) -> tuple[float, int, int]:
    """Kroner (kronor) an hour; the level it was found at; how many roles it is the mean of.

    A role without a figure takes the mean of staff roles at its level, else at the nearest level
    that has any, the lower first.
    """
    if role.hourly_cost is not None:
        return role.hourly_cost.value, role.level, 1
    known: dict[int, list[float]] = {}
    for other in catalogue.roles.values():
        if other.is_staff and other.hourly_cost is not None:
            known.setdefault(other.level, []).append(other.hourly_cost.value)
    if not known:
        return 0.0, role.level, 0
    nearest = min(known, key=lambda level: (abs(level - role.level), level))
    return fmean(known[nearest]), nearest, len(known[nearest])


def exchange(mapping: Mapping, catalogue: Catalogue, question: Question) -> float:
    """How much price one krone is: under ``cost`` 100 øre; else what it buys of the unit's time.

    Under ``level`` and ``scarcity`` money enters as minutes, at the unit's mean staff cost an hour
    and its mean weight, both weighted by filled posts.
    """
    if question.price is Price.COST:
        return ORE_A_KRONE
    known = weights(mapping, catalogue, question)
    staff = [s for s in mapping.staffing if catalogue.roles[s.role].is_staff]
    posts = {s.role: s.filled if s.filled > 0 else 0.0 for s in staff}
    total = sum(posts.values())
    cost = sum(n * hourly_cost(catalogue.roles[r], catalogue)[0] for r, n in posts.items())
    weight = sum(n * known[r] for r, n in posts.items())
    return MINUTES_AN_HOUR * weight / cost if total and cost else 0.0


def notes(mapping: Mapping, catalogue: Catalogue, question: Question) -> tuple[Note, ...]:
    """What the price takes for granted."""
    staff = [catalogue.roles[s.role] for s in mapping.staffing if catalogue.roles[s.role].is_staff]
    if question.price is Price.COST:
        return (*_missing_costs(staff, catalogue), *_pay_years(staff))
    if question.price is Price.SCARCITY:
        return _capped(staff, mapping, question)
    return _levels(staff, question)


def _missing_costs(staff: list[Role], catalogue: Catalogue) -> tuple[Note, ...]:
    found = []
    for role in staff:
        if role.hourly_cost is None:
            hourly, level, count = hourly_cost(role, catalogue)
            values: dict[str, Value] = {
                "role": role.id,
                "level": role.level,
                "from_level": level,
                "roles": count,
                "hourly_cost": round(hourly, 2),
            }
            found.append(Note("price.cost_missing", values))
    return tuple(found)


def _pay_years(staff: list[Role]) -> tuple[Note, ...]:
    years = {role.hourly_cost.pay_year for role in staff if role.hourly_cost is not None}
    if len(years) < 2:
        return ()
    return (Note("price.pay_years", {"earliest": min(years), "latest": max(years)}),)


def _capped(staff: list[Role], mapping: Mapping, question: Question) -> tuple[Note, ...]:
    return tuple(
        Note("price.scarcity_capped", {"role": role.id, "cap": SCARCITY_CAP})
        for role in staff
        if scarcity(role.id, mapping, hire_only=question.hire_only) >= SCARCITY_CAP
    )


def _levels(staff: list[Role], question: Question) -> tuple[Note, ...]:
    known = level_weights(question)
    levels = sorted({role.level for role in staff})
    values = {
        "levels": tuple(str(level) for level in levels),
        "weights": tuple(str(known[level]) for level in levels),
    }
    doubtful = tuple(role.id for role in staff if not role.level_verified)
    told = [Note("price.level_scale", values)]
    if doubtful:
        told.append(Note("price.level_unverified", {"roles": doubtful}))
    return tuple(told)

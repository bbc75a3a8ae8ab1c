"""One training budget for many units, and what they get of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from taskmap.model.units import CompetenceId, Names, RoleId

ORE = 100  # in a krone (öre in a krona)


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseRun:
    """A course held for several units at once: one price for so many places.

    Args:
        ore: of one run, whoever takes part.
        seats: places on it.
    """

    ore: int
    seats: int

    def __post_init__(self) -> None:
        if self.ore < 0 or self.seats < 1:
            raise ValueError(f"{self.ore} øre and {self.seats} seats: expected 0 and 1 or more")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pool:
    """What many units have together.

    Args:
        ore: the budget, within the horizon.
        runs: by course id; another course costs its price for each person.
    """

    ore: int
    runs: Mapping[str, CourseRun] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """Persons of a role who learn a competence out of the pool.

    Args:
        places: on the course; more than persons where it is taken again within the horizon.
    """

    role: RoleId
    competence: CompetenceId
    course: str
    persons: int
    places: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A checked plan of a unit, and what it asks of the pool.

    Args:
        price: millionths of price units a week, counted from its whole shares.
        places: on each course that costs money.
        grants: who learns.
        staff_minutes: millionths of minutes a week the staff carries.
        time_ore: what those minutes cost a year.
    """

    price: int
    places: Mapping[str, int] = field(default_factory=dict)
    grants: tuple[Grant, ...] = ()
    staff_minutes: int
    time_ore: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """What no plan of a unit can be below, at one price of money.

    Args:
        at: price units a week for each øre.
        bound: of the plan's price and its places at that price together.
        spend: øre the relaxed plan there asks for; tells where to look next, proves nothing.
    """

    at: float
    bound: float
    spend: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Picked:
    """One known plan for each unit, within the pool.

    Args:
        chosen: number of each unit's plan.
        runs: of each course that is held for several.
        ore: that they cost in all.
        price: millionths of price units a week, over all units.
    """

    chosen: tuple[int, ...]
    runs: Mapping[str, int]
    ore: int
    price: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Together:
    """What a pool gives over many units.

    Args:
        plans: of each unit, in the order the units came.
        runs: of each course that is held for several.
        ore: of the budget that is used.
        price: millionths of price units a week, over all units.
        bound: the same can be no lower with this pool, proved by independent arithmetic.
        alone: price without any pool.
        money: price units a week that one more øre would give, at the bound.
    """

    plans: tuple[Known, ...]
    runs: Mapping[str, int]
    ore: int
    price: int
    bound: Fraction
    alone: int
    money: float

    @property
    def gap(self) -> float:
        """(price - bound) / max(1, price), as of a single unit's plan."""
        price = Fraction(self.price, 1_000_000)
        return float(max(Fraction(0), price - self.bound) / max(Fraction(1), abs(price)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """A pool over many units beside the same units without it; plans in the units' order.

    Args:
        country: of the units.
        courses: names of the courses whose places are taken.
        pool: what there is to share.
        together: what it gives.
        today: as it is.
        without: with a plan that asks for nothing of the pool.
        split: each with its part of the budget by posts and runs of its own; None: not asked.
    """

    country: str
    courses: Mapping[str, Names]
    pool: Pool
    together: Together
    today: tuple[Known, ...]
    without: tuple[Known, ...]
    split: tuple[Known, ...] | None = None

    @property
    def places(self) -> dict[str, int]:
        """Places taken on each course."""
        found: dict[str, int] = {}
        for plan in self.together.plans:
            for course, n in plan.places.items():
                found[course] = found.get(course, 0) + n
        return dict(sorted(found.items()))


def saved(before: Iterable[Known], after: Iterable[Known], name: str) -> int:
    """What plans give over others in all, of ``price``, ``staff_minutes`` or ``time_ore``."""
    less: int = sum(getattr(each, name) for each in before)
    left: int = sum(getattr(each, name) for each in after)
    return less - left

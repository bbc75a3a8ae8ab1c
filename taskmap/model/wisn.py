"""A group of staff as WISN counts it, and how many its work asks for."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias

HOURS_A_YEAR = 366 * 24  # nobody works more

Figure: TypeAlias = int | float | str | Decimal | Fraction


def exact(figure: Figure) -> Fraction:
    """A figure as it is written: 2.2 is 11/5, and not the binary fraction nearest to it.

    Raises:
        ValueError: it is no finite number.
    """
    return figure if isinstance(figure, Fraction) else Fraction(str(figure))


@dataclass(frozen=True, slots=True)
class Service:
    """A health service activity, with statistics of how often.

    Args:
        volume: units in a year.
        unit_hours: the service standard, hours of one unit in good practice.
    """

    volume: Fraction
    unit_hours: Fraction


@dataclass(frozen=True, slots=True)
class IndividualAllowance:
    """An additional activity that only some of the group have.

    Args:
        staff: persons who have it.
        hours: of each of them in a year.
    """

    staff: Fraction
    hours: Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffGroup:
    """One group of staff at one place: its time, its work in WISN's three groups, its posts.

    Args:
        id: what the reader calls it.
        awt_hours: available working time of one person, hours a year.
        services: health service activities.
        category_allowances: shares of working time for support activities that all have.
        individual_allowances: additional activities that some have.
        current: full-time equivalents there are.
    """

    id: str | int
    awt_hours: Fraction
    services: tuple[Service, ...] = ()
    category_allowances: tuple[Fraction, ...] = ()
    individual_allowances: tuple[IndividualAllowance, ...] = ()
    current: Fraction = Fraction(0)

    def __post_init__(self) -> None:
        if not 0 < self.awt_hours <= HOURS_A_YEAR:
            raise ValueError(f"{self.id}: awt_hours is {self.awt_hours}, expected part of a year")
        if self.allowed >= 1:
            raise ValueError(f"{self.id}: support activities take {self.allowed}, expected under 1")
        if min(self._figures(), default=0) < 0:
            raise ValueError(f"{self.id}: a figure is below 0")

    @property
    def allowed(self) -> Fraction:
        """The sum of category allowances, Σ CAS."""
        return sum(self.category_allowances, Fraction(0))

    def _figures(self) -> tuple[Fraction, ...]:
        services = [f for s in self.services for f in (s.volume, s.unit_hours)]
        own = [f for a in self.individual_allowances for f in (a.staff, a.hours)]
        return (*services, *own, *self.category_allowances, self.current)


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """Staff there are against staff required, as a difference and as a ratio."""

    current: Fraction
    required: Fraction

    @property
    def difference(self) -> Fraction:
        """Current less required; below nothing is a shortage."""
        return self.current - self.required

    @property
    def ratio(self) -> Fraction | None:
        """Current over required; None where nothing is required."""
        return self.current / self.required if self.required else None


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffNeed(Balance):
    """How many a group's work asks for, unrounded.

    Args:
        rounded: whole persons, the named last step; nothing is worked out from it.
        caf: category allowance factor.
        iaf: individual allowance factor, in full-time equivalents.
    """

    id: str | int
    rounded: int
    caf: Fraction
    iaf: Fraction

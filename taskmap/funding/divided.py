"""A fund's money as it is planned: what begins when, what is left out and why."""

from dataclasses import dataclass
from enum import StrEnum

from taskmap.funding.asked import Party
from taskmap.model.fund import EffectBasis, Kroner, Need, Year


class Why(StrEnum):
    """Why a need is left out."""

    NO_COST = "no_cost"
    NO_EFFECT = "no_effect"
    OUTSIDE = "outside"  # it fits in no year the fund has
    MONEY = "money"
    FAIRNESS = "fairness"


@dataclass(frozen=True, slots=True)
class Planned:
    """A measure that begins in a year."""

    need: Need
    year: Year

    @property
    def cost(self) -> dict[Year, Kroner]:
        """Kroner by year."""
        return {self.year + at: amount for at, amount in enumerate(self.need.cost)}


@dataclass(frozen=True, slots=True)
class Left:
    """A need that is left out.

    Args:
        loss: hours a year the best plan with it gives less; None where no plan can hold it, or
            nothing could be worked out.
    """

    need: Need
    why: Why
    loss: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class YearMoney:
    """One year's money: amount is reserve, decided, planned and rest."""

    year: Year
    amount: Kroner
    reserve: Kroner
    granted: Kroner
    planned: Kroner
    used: Kroner

    @property
    def rest(self) -> Kroner:
        """Neither kept, decided nor planned; below 0 where more was decided than there is."""
        return self.amount - self.reserve - self.granted - self.planned


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What one who asks is given, against what the rules say.

    Args:
        short: kroner it is given less than it is owed.
        without: it is owed one measure, and has none.
    """

    party: Party
    asked: Kroner
    granted: Kroner
    planned: Kroner
    least: Kroner
    most: Kroner
    short: Kroner
    without: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class More:
    """The smallest amount more that gives more hours, and what it then gives."""

    amount: Kroner
    hours: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Divided:
    """A fund's money divided.

    Args:
        planned: measures chosen, by year and then as they came in.
        left: needs left out, as they came in.
        hours: a year, of what is planned and of what was decided, by how they are known.
        gap: share of the hours by which a better plan might exist; 0 where this one is proved.
        more: what more money would give; None where nothing more can be had for money.
    """

    planned: tuple[Planned, ...]
    left: tuple[Left, ...]
    years: tuple[YearMoney, ...]
    given: tuple[Given, ...]
    hours: dict[EffectBasis, int]
    gap: float
    more: More | None

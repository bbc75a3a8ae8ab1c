"""What is known of who will leave and who will come, role by role and year by year."""

from dataclasses import dataclass
from datetime import date

from taskmap.model.units import Fte, RoleId, Share


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleSupply:
    """One role's years; lists begin with the first year, and years after them have nothing.

    Args:
        posts, vacant, hired: today, full-time equivalents; None: as the units' mappings say.
        retire: posts left by people who retire, a year.
        turnover: share of those who work who leave for other reasons, a year.
        intake: full-time equivalents expected from schools and universities, a year.
        trained: full-time equivalents who finish training paid by the employer, a year.
        growth: full-time equivalents more that the work asks for, a year.
        source: where the figures come from; None: an estimate.
    """

    role: RoleId
    posts: Fte | None = None
    vacant: Fte | None = None
    hired: Fte | None = None
    retire: tuple[Fte, ...] = ()
    turnover: Share = 0.0
    intake: tuple[Fte, ...] = ()
    trained: tuple[Fte, ...] = ()
    growth: tuple[Fte, ...] = ()
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Supply:
    """The analysis of who there will be, and how often it is made.

    Args:
        first_year: the first year that is looked ahead at.
        every_years: how often it is made anew.
        done: days it was made.
    """

    first_year: int
    years: int
    roles: tuple[RoleSupply, ...]
    every_years: int = 2
    done: tuple[date, ...] = ()

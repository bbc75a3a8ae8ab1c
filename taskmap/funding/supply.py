"""Who there will be in each role, year by year, against who is needed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from taskmap.followup.due import months_after
from taskmap.model.staffing import Staffing
from taskmap.model.supply import RoleSupply, Supply
from taskmap.model.units import Fte, RoleId


@dataclass(frozen=True, slots=True)
class Today:
    """A role's full-time equivalents today, summed over units."""

    posts: Fte = 0.0
    vacant: Fte = 0.0
    hired: Fte = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class YearAhead:
    """One year of one role, in full-time equivalents.

    Args:
        begin, end: who work at its beginning and end, hired staff left out.
        needed: posts and growth so far, less what moves set free.
    """

    year: int
    begin: Fte
    retire: Fte
    leave: Fte
    intake: Fte
    trained: Fte
    end: Fte
    needed: Fte

    @property
    def lacking(self) -> Fte:
        """Needed and not there; below 0 where there are more than are needed."""
        return self.needed - self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleAhead:
    """One role's years.

    Args:
        moved: full-time equivalents moves set free; below 0 where they bring more work.
        source: of the stated figures; None: an estimate.
    """

    role: RoleId
    today: Today
    moved: Fte
    years: tuple[YearAhead, ...]
    source: str | None


def today_in(staffing: Iterable[Staffing]) -> dict[RoleId, Today]:
    """Posts, vacancies and hired staff by role, summed over the staffing of units."""
    found: dict[RoleId, Today] = {}
    for each in staffing:
        so_far = found.get(each.role, Today())
        found[each.role] = Today(
            so_far.posts + each.posts, so_far.vacant + each.vacant, so_far.hired + each.hired
        )
    return found


def ahead(
    supply: Supply, mapped: Mapping[RoleId, Today], moved: Mapping[RoleId, Fte]
) -> tuple[RoleAhead, ...]:
    """Every role's years (docs/method/fund.md).

    Example: 20 posts, 2 vacant; 2 retire, 5 % leave, 1.5 come: 18 become 18 - 2 - 0.9 + 1.5 = 16.6.
    With 1 post set free by moves 19 are needed: 2.4 are lacking.

    Args:
        supply: what is known of those who leave and come.
        mapped: today by role, where the supply says nothing else.
        moved: full-time equivalents set free by role.
    """
    return tuple(_role(each, supply, mapped, moved.get(each.role, 0.0)) for each in supply.roles)


def next_due(supply: Supply) -> date | None:
    """When the analysis is to be made anew; None before the first."""
    return months_after(max(supply.done), 12 * supply.every_years) if supply.done else None


def _role(
    said: RoleSupply, supply: Supply, mapped: Mapping[RoleId, Today], moved: Fte
) -> RoleAhead:
    there = mapped.get(said.role, Today())
    today = Today(
        posts=there.posts if said.posts is None else said.posts,
        vacant=there.vacant if said.vacant is None else said.vacant,
        hired=there.hired if said.hired is None else said.hired,
    )
    years: list[YearAhead] = []
    working, needed = today.posts - today.vacant, today.posts - moved
    for at in range(supply.years):
        needed += _of(said.growth, at)
        year = _year(said, supply.first_year + at, at, working, needed)
        years.append(year)
        working = year.end
    return RoleAhead(
        role=said.role, today=today, moved=moved, years=tuple(years), source=said.source
    )


def _year(said: RoleSupply, year: int, at: int, begin: Fte, needed: Fte) -> YearAhead:
    retire, intake, trained = (_of(part, at) for part in (said.retire, said.intake, said.trained))
    leave = begin * said.turnover
    end = max(0.0, begin - retire - leave) + intake + trained
    return YearAhead(
        year=year, begin=begin, retire=retire, leave=leave, intake=intake, trained=trained,
        end=end, needed=needed,
    )  # fmt: skip


def _of(years: tuple[Fte, ...], at: int) -> Fte:
    return years[at] if at < len(years) else 0.0

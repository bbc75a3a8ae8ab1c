"""The division of a fund as a programme: one whole column for each measure and year."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from taskmap.funding.asked import Asked, Candidate
from taskmap.model.fund import Kroner, Year
from taskmap.solver.family import Family
from taskmap.solver.highs import Answer, Limits, minimise
from taskmap.solver.level import Level, hold, value_of
from taskmap.solver.order import in_order
from taskmap.solver.programme import UNBOUNDED, Floats, Ints, Programme, Rows

THOUSAND = 1000.0  # money stands in thousands, so that no coefficient is far from one
LIMITS = Limits(nodes=20_000)


@dataclass(frozen=True, slots=True)
class Columns:
    """Where things stand among the columns.

    Args:
        begins: column by candidate and first year.
        short: thousands each who asks is given less than it is owed.
        without: who is owed a measure and has none.
        extra: thousands more than the budget, by year; held at 0 unless asked for.
    """

    begins: dict[tuple[int, Year], int]
    short: Ints
    without: Ints
    extra: Ints
    width: int

    def of(self, at: int) -> list[int]:
        """The columns of a candidate."""
        return [column for (which, _), column in self.begins.items() if which == at]


@dataclass(frozen=True, slots=True)
class Division:
    """A fund as a programme, with what is minimised."""

    asked: Asked
    programme: Programme
    columns: Columns
    levels: dict[str, Level]

    def solve(self) -> tuple[Floats, float]:
        """The best point, and the gap of its hours."""
        stages = [(level,) for level in self.levels.values()]
        point, reached = in_order(self.programme, stages, self._nothing(), LIMITS)
        return point, max(each.gap for each in reached if each.name in {*FAIR, "hours"})

    def begun(self, point: Floats) -> dict[int, Year]:
        """First year by candidate."""
        return {at: y for (at, y), column in self.columns.begins.items() if point[column] > 0.5}

    def hours(self, point: Floats) -> int:
        """Hours a year of what begins."""
        return -round(value_of(self.levels["hours"], point))

    def most_hours(self, extra: tuple[Rows, ...], **bounds: tuple[Ints, float]) -> Answer:
        """The most hours under more rows and other bounds, without the order's other levels."""
        return minimise(self._bounded(**bounds), self.levels["hours"].cost, LIMITS, extra=extra)

    def least_extra(self, extra: tuple[Rows, ...]) -> Answer:
        """The least money more under some rows."""
        cost = np.zeros(self.columns.width)
        cost[self.columns.extra] = 1.0
        freed = self._bounded(upper=(self.columns.extra, 1e9))
        return minimise(freed, cost, LIMITS, extra=extra)

    def held(self, point: Floats) -> tuple[Rows, ...]:
        """Rows that keep the fairness a point has."""
        return tuple(hold(level, value_of(level, point)) for level in self._fair())

    def _fair(self) -> list[Level]:
        return [level for name, level in self.levels.items() if name in FAIR]

    def _bounded(self, **bounds: tuple[Ints, float]) -> Programme:
        lower, upper = self.programme.lower, self.programme.upper
        for name, (columns, value) in bounds.items():
            (lower if name == "lower" else upper)[columns] = value
        return self.programme.within(lower, upper)

    def _nothing(self) -> Floats:
        """Nothing is planned: what is owed is owed."""
        point = np.zeros(self.columns.width)
        for at, owed in enumerate(self.asked.parties):
            point[self.columns.short[at]] = max(0, owed.least - owed.granted) / THOUSAND
            point[self.columns.without[at]] = float(owed.one)
        return point


FAIR = ("without", "short")


def division(asked: Asked, *, fair: bool = True) -> Division:
    """The programme of a fund.

    Args:
        asked: what is divided, and who asks.
        fair: the fairness rules hold; otherwise the most hours alone are asked for.
    """
    programme = Programme()
    columns = _columns(asked, programme)
    for rows in (_once(asked, columns), _money(asked, columns)):
        programme.add_rows(rows)
    if fair:
        programme.add_rows(_most(asked, columns))
    for rows in (_least(asked, columns), _one(asked, columns)):
        programme.add_rows(rows)
    levels = _levels(asked, columns)
    if not fair:
        levels = {name: level for name, level in levels.items() if name not in FAIR}
    return Division(asked, programme, columns, levels)


def _columns(asked: Asked, programme: Programme) -> Columns:
    keys = [(at, year) for at, each in enumerate(asked.candidates) for year in each.starts]
    begins = programme.add_columns([f"begins/{at}/{y}" for at, y in keys], 0.0, 1.0, whole=True)
    names = [str(at) for at in range(len(asked.parties))]
    short = programme.add_columns([f"short/{name}" for name in names], 0.0, UNBOUNDED)
    without = programme.add_columns([f"without/{name}" for name in names], 0.0, 1.0)
    extra = programme.add_columns([f"extra/{year}" for year in asked.years], 0.0, 0.0)
    where = dict(zip(keys, begins.tolist(), strict=True))
    return Columns(where, short, without, extra, programme.width)


def _once(asked: Asked, columns: Columns) -> Rows:
    """A measure begins once or not at all."""
    family = Family("once")
    for at in range(len(asked.candidates)):
        family.at_most(str(at), 1.0, (columns.of(at), 1.0))
    return family.rows()


def _money(asked: Asked, columns: Columns) -> Rows:
    """No year costs more than it has; where money carries over, no first years together do."""
    family = Family("money")
    for at, year in enumerate(asked.years):
        counted = asked.years[: at + 1] if asked.carries_over else (year,)
        decided = sum(asked.granted[each] for each in counted)
        # Decisions stand also where they come to more than there is; then there is no room.
        most = max(0, sum(asked.free[each] for each in counted) - decided)
        cost = _cost_in(asked, columns, counted)
        extra = columns.extra[: at + 1] if asked.carries_over else columns.extra[at : at + 1]
        family.at_most(
            str(year), most / THOUSAND,
            (list(cost), [amount / THOUSAND for amount in cost.values()]), (extra, -1.0),
        )  # fmt: skip
    return family.rows()


def _cost_in(asked: Asked, columns: Columns, years: tuple[Year, ...]) -> dict[int, Kroner]:
    found: dict[int, Kroner] = {}
    for (at, first), column in columns.begins.items():
        cost = enumerate(asked.candidates[at].need.cost)
        inside = sum(amount for later, amount in cost if first + later in years)
        if inside:
            found[column] = inside
    return found


def _given(asked: Asked, columns: Columns, party: str) -> tuple[list[int], list[float]]:
    """All the columns of one who asks, with the thousands each costs."""
    mine = [(at, each) for at, each in enumerate(asked.candidates) if each.party == party]
    pairs = [(c, each.need.asked / THOUSAND) for at, each in mine for c in columns.of(at)]
    return [column for column, _ in pairs], [amount for _, amount in pairs]


def _most(asked: Asked, columns: Columns) -> Rows:
    family = Family("most")
    for owed in asked.parties:
        most = (owed.most - owed.granted) / THOUSAND
        family.at_most(owed.party, most, _given(asked, columns, owed.party))
    return family.rows()


def _least(asked: Asked, columns: Columns) -> Rows:
    family = Family("least")
    for at, owed in enumerate(asked.parties):
        least = (owed.least - owed.granted) / THOUSAND
        mine = _given(asked, columns, owed.party)
        family.at_least(owed.party, least, mine, (int(columns.short[at]), 1.0))
    return family.rows()


def _one(asked: Asked, columns: Columns) -> Rows:
    family = Family("one")
    for at, owed in enumerate(asked.parties):
        if owed.one:
            mine = _given(asked, columns, owed.party)[0]
            family.at_least(owed.party, 1.0, (mine, 1.0), (int(columns.without[at]), 1.0))
    return family.rows()


def _levels(asked: Asked, columns: Columns) -> dict[str, Level]:
    """Fair first, then the most hours, soon, for the least money, first come first served."""
    days = sorted({each.need.on for each in asked.candidates})
    rank = {day: at for at, day in enumerate(days)}

    def each(value: Callable[[Candidate, Year], float]) -> Floats:
        cost = np.zeros(columns.width)
        for (at, year), column in columns.begins.items():
            cost[column] = value(asked.candidates[at], year)
        return cost

    def those(where: Ints) -> Floats:
        cost = np.zeros(columns.width)
        cost[where] = 1.0
        return cost

    first = asked.years[0]
    most = sum(candidate.hours for candidate in asked.candidates)
    levels = (
        Level(name="without", cost=those(columns.without), floor=0.0, grain=1.0),
        Level(name="short", cost=those(columns.short), floor=0.0, grain=1 / THOUSAND),
        Level(name="hours", cost=each(lambda c, _: -c.hours), floor=-most, grain=1.0),
        Level(name="soon", cost=each(lambda c, y: c.hours * (y - first)), floor=0.0, grain=1.0),
        Level(name="money", cost=each(lambda c, _: c.need.asked / THOUSAND), grain=1 / THOUSAND),
        Level(name="first", cost=each(lambda c, _: rank[c.need.on]), floor=0.0, grain=1.0),
    )
    return {level.name: level for level in levels}

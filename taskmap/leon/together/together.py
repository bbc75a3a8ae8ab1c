"""A pool over a few units, in one process: priced apart, picked together, and solved as one."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from taskmap.leon.together.curve import best_price, curve, under
from taskmap.leon.together.pick import pick, place_prices, settled
from taskmap.leon.together.side import Prices, Side
from taskmap.leon.together.stacked import solved, stacked
from taskmap.model.pool import Known, Picked, Pool, Together
from taskmap.solver.programme import Floats

FEW = 30  # units from which one programme for all no longer comes to an end (measured)


def together(sides: Sequence[Side], pool: Pool, *, as_one: bool | None = None) -> Together:
    """The best use of a pool over units, with its bound.

    Args:
        sides: of the units, all of one country.
        pool: budget and runs.
        as_one: solve all units as one programme too; None: where they are fewer than 30.
    """
    corners = [under(curve(side)) for side in sides]
    ore = ore_of(sides)
    money, bound = best_price(corners, pool.ore)
    points = [[side.without, side.at(prices_at(money, ore))] for side in sides]
    known = [_known(side, found) for side, found in zip(sides, points, strict=True)]
    picked = pick(known, ore, pool)
    dear = place_prices(known, picked, ore, pool)
    for side, found, plans in zip(sides, points, known, strict=True):
        found.append(side.at(dear))
        plans.append(side.known(found[-1]))
    picked = pick(known, ore, pool)
    if sides and (len(sides) < FEW if as_one is None else as_one):
        picked, bound = _as_one(sides, pool, points, known, (picked, bound))
    return told(known, picked, bound, money)


def told(
    known: Sequence[Sequence[Known]], picked: Picked, bound: Fraction, money: float
) -> Together:
    """What was picked, with what it is worth."""
    return Together(
        plans=tuple(plans[k] for plans, k in zip(known, picked.chosen, strict=True)),
        runs=picked.runs,
        ore=picked.ore,
        price=picked.price,
        bound=bound,
        alone=sum(plans[0].price for plans in known),
        money=money,
    )


def ore_of(sides: Sequence[Side]) -> dict[str, Fraction]:
    """Øre of a place on each course that costs money; the same for all units of a country."""
    return {course: ore for side in sides for course, ore in side.ore.items()}


def prices_at(money: float, ore: Mapping[str, Fraction]) -> Prices:
    """What a place costs on each course where an øre has this price."""
    return {course: money * float(each) for course, each in ore.items()}


def _known(side: Side, points: Sequence[Floats]) -> list[Known]:
    return [side.known(point) for point in points]


def _as_one(
    sides: Sequence[Side],
    pool: Pool,
    points: Sequence[Sequence[Floats]],
    known: Sequence[list[Known]],
    found: tuple[Picked, Fraction],
) -> tuple[Picked, Fraction]:
    """The same pool over one programme for all, begun at what was picked."""
    picked, bound = found
    start = [of_unit[k] for of_unit, k in zip(points, picked.chosen, strict=True)]
    nodes = min(side.case.question.node_limit for side in sides)
    runs = [picked.runs[name] for name in sorted(pool.runs)]
    better, proved = solved(stacked(sides, pool), start, runs, nodes)
    bound = max(bound, proved)
    if better is None:
        return picked, bound
    for side, plans, point in zip(sides, known, better, strict=True):
        plans.append(side.known(point))
    last = settled(known, [len(plans) - 1 for plans in known], ore_of(sides), pool)
    if last.price < picked.price:
        return last, bound
    return picked, bound

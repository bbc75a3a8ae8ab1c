"""One known plan for each unit: the best choice within the pool, in whole runs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from taskmap.model.pool import Known, Picked, Pool
from taskmap.model.units import MILLION
from taskmap.solver.family import Family
from taskmap.solver.highs import Limits, minimise
from taskmap.solver.hot import Hot
from taskmap.solver.programme import Floats, Ints, Programme

GAP = 1e-7  # of the price without the pool: picks so near each other are as good
LIMITS = Limits(nodes=2_000, seconds=120.0)


@dataclass(frozen=True, slots=True)
class Choice:
    """The programme of a choice.

    Args:
        take: column of every plan, unit by unit.
        runs: column of each course that is held for several.
        saved: cost of every column: price against the unit's plan without the pool.
    """

    programme: Programme
    take: tuple[Ints, ...]
    runs: Mapping[str, int]
    saved: Floats


def pick(known: Sequence[Sequence[Known]], ore: Mapping[str, Fraction], pool: Pool) -> Picked:
    """The known plans that together cost least, within the budget and the places of whole runs.

    Args:
        known: plans of every unit; the first asks for nothing.
        ore: of a place on each course that costs money.
        pool: the budget and the runs.
    """
    if not known:
        return settled((), (), ore, pool)
    order = _order(known)
    ordered = [known[u] for u in order]
    choice = _choice(ordered, ore, pool)
    start = np.zeros(len(choice.saved))
    start[[int(columns[0]) for columns in choice.take]] = 1.0
    whole = sum(plans[0].price for plans in ordered) / MILLION
    limits = Limits(nodes=LIMITS.nodes, seconds=LIMITS.seconds, gap=max(1e-6, GAP * abs(whole)))
    found = minimise(choice.programme, choice.saved, limits, start=start).values
    point = start if found is None else found
    chosen = [0] * len(known)
    for u, columns in zip(order, choice.take, strict=True):
        chosen[u] = int(np.argmax(point[columns]))
    return settled(known, chosen, ore, pool)


def settled(
    known: Sequence[Sequence[Known]],
    chosen: Sequence[int],
    ore: Mapping[str, Fraction],
    pool: Pool,
) -> Picked:
    """What a choice asks for and costs, counted in whole places, runs and øre.

    Raises:
        ValueError: it costs more than the pool has.
    """
    plans = [plans[k] for plans, k in zip(known, chosen, strict=True)]
    places: dict[str, int] = {}
    for plan in plans:
        for course, n in plan.places.items():
            places[course] = places.get(course, 0) + n
    runs = {name: -(-places.get(name, 0) // run.seats) for name, run in pool.runs.items()}
    spent = sum(n * pool.runs[name].ore for name, n in runs.items())
    spent += sum(int(n * ore[name]) for name, n in places.items() if name not in runs)
    if spent > pool.ore:
        raise ValueError(f"the choice costs {spent} øre, of {pool.ore}")
    return Picked(
        chosen=tuple(chosen), runs=runs, ore=spent, price=sum(plan.price for plan in plans)
    )


def place_prices(
    known: Sequence[Sequence[Known]],
    picked: Picked,
    ore: Mapping[str, Fraction],
    pool: Pool,
) -> dict[str, float]:
    """What one more place on each course is worth once the runs are held: a free place nothing.

    From the relaxed choice with the runs as they were picked.
    """
    if not known:
        return dict.fromkeys(ore, 0.0)
    ordered = [known[u] for u in _order(known)]
    choice = _choice(ordered, ore, pool)
    held = np.array([picked.runs[name] for name in choice.runs], dtype=np.float64)
    hot = Hot(choice.programme, choice.saved)
    if choice.runs:
        hot.set_column_bounds(list(choice.runs.values()), held, held)
    if hot.solve().values is None:
        return dict.fromkeys(ore, 0.0)
    worth = dict(zip(choice.programme.row_names, -hot.row_duals, strict=True))
    money = max(0.0, worth["pool/ore"])
    return {
        name: max(0.0, worth[f"pool/places/{name}"]) if name in pool.runs else money * float(each)
        for name, each in ore.items()
    }


def _order(known: Sequence[Sequence[Known]]) -> list[int]:
    """Units by what they can do, so that neither names nor files decide; then as they came."""

    def content(u: int) -> tuple[object, ...]:
        return tuple((k.price, tuple(k.places.items()), k.staff_minutes) for k in known[u])

    return sorted(range(len(known)), key=content)


def _choice(known: Sequence[Sequence[Known]], ore: Mapping[str, Fraction], pool: Pool) -> Choice:
    programme = Programme()
    take = tuple(
        programme.add_columns([f"take/{u}/{k}" for k in range(len(plans))], 0, 1, whole=True)
        for u, plans in enumerate(known)
    )
    names = sorted(pool.runs)
    most = [pool.ore // max(1, pool.runs[name].ore) for name in names]
    columns = programme.add_columns([f"runs/{name}" for name in names], 0, most, whole=True)
    runs = dict(zip(names, map(int, columns), strict=True))
    family = Family("pool")
    for u, plans in enumerate(known):
        family.exactly(f"one/{u}", 1.0, (take[u], np.ones(len(plans))))
    for name, column in runs.items():
        places = [
            (take[u], np.array([plan.places.get(name, 0) for plan in plans], dtype=np.float64))
            for u, plans in enumerate(known)
        ]
        family.at_most(f"places/{name}", 0.0, *places, (column, -float(pool.runs[name].seats)))
    money = [
        (take[u], np.array([_person_ore(plan, ore, pool) for plan in plans], dtype=np.float64))
        for u, plans in enumerate(known)
    ]
    held = [(column, float(pool.runs[name].ore)) for name, column in runs.items()]
    family.at_most("ore", float(pool.ore), *money, *held)
    programme.add_rows(family.rows())
    saved = np.zeros(programme.width)
    for columns_, plans in zip(take, known, strict=True):
        saved[columns_] = [(plan.price - plans[0].price) / MILLION for plan in plans]
    return Choice(programme, take, runs, saved)


def _person_ore(plan: Known, ore: Mapping[str, Fraction], pool: Pool) -> int:
    """What a plan's places cost on courses that are paid for each person."""
    return sum(int(n * ore[name]) for name, n in plan.places.items() if name not in pool.runs)

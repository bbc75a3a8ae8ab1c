"""Other ways of doing a random unit's tasks: stopped, done elsewhere, or with work of their own."""

from dataclasses import replace
from random import Random

import numpy as np

from taskmap.leon.instance.option import Option
from taskmap.leon.instance.problem import Problem
from taskmap.model.units import MILLION
from tests.leon import generated

KINDS = ("stop", "elsewhere", "elsewhere", "elsewhere", "work", "work", "work")


def problem(
    seed: int, *, leaves: int = 3, roles: int = 3, fewest: int = 2, must: bool = False
) -> Problem:
    """A generated unit, with options on some of its tasks."""
    rng = Random(seed + 3 * 10**6)  # noqa: S311 - no secret, only variety
    found = generated.problem(seed, leaves=leaves, roles=roles, fewest=fewest, must=must)
    units = [own for own in found.leaves_of_unit if all(found.group[t] < 0 for t in own)]
    chosen = [own for own in units if rng.random() < 0.6] or units[:1]
    for own in chosen[:2]:
        for number in range(rng.choice((1, 1, 2))):
            found = _with(found, own, number, rng)
    return found


def _with(p: Problem, own: tuple[int, ...], number: int, rng: Random) -> Problem:
    kind, done = rng.choice(KINDS), (p.minutes[list(own)] * p.today[list(own)]).sum() // MILLION
    name = f"{p.leaves[own[0]]}#{number}"
    option = Option(
        name=name,
        leaves=own,
        price=rng.choice((0, 0, int(done) // 2, int(done) * 4)) * MILLION,
        once=_once(p, rng),
        stops=kind == "stop",
    )
    if kind == "elsewhere":
        minutes = rng.randint(10, 200)
        room = minutes + rng.choice((-5, -1, -1, 0, 100))
        option = replace(option, elsewhere=minutes, room=max(0, room))
    if kind == "work":
        return _with_leaf(p, replace(option, work=len(p.leaves)), rng)
    return replace(p, options=(*p.options, option))


def _once(p: Problem, rng: Random) -> tuple[tuple[int, int, int], ...]:
    if rng.random() < 0.5:
        return ()
    cells = [tuple(map(int, cell)) for cell in np.argwhere(p.full > 0)]
    r, b = rng.choice(cells) if cells else (0, 0)
    return ((r, b, rng.choice((3, 20)) * MILLION + 1),)


def _with_leaf(p: Problem, option: Option, rng: Random) -> Problem:
    """The option and its leaf, nobody's today, in the unit of the leaves it stands in for."""
    own, first, b = option.leaves, option.leaves[0], len(p.bands)
    occurs = np.array([rng.random() < 0.7 for _ in range(b)])
    occurs[rng.randrange(b)] = True
    n = np.where(occurs, rng.choice((1, 7)) * MILLION, 0)
    each = max(1, int(p.minutes[list(own)].max() * rng.choice((0.2, 0.5, 0.9))))
    factor = np.array([rng.choice((0.8, 1.0, 1.3)) for _ in p.roles])
    minutes = np.maximum(1, np.floor(factor * each)).astype(np.int64)[:, None] * occurs[None, :]
    breach = np.array([rng.random() < 0.1 for _ in p.roles])
    grow = np.array([rng.random() < 0.8 for _ in p.roles]) & ~breach
    new = {
        "minutes": minutes,
        "occurrences": n,
        "missed_minutes": each * occurs,
        "today": np.zeros((len(p.roles), b), dtype=np.int64),
        "missed": np.zeros(b, dtype=np.int64),
        "may_grow": grow,
        "breach": breach,
        "missed_weight": p.missed_weight[first],
        "change_unit": p.change_unit[first],
        "group": -1,
        "divisible": p.divisible[first],
        "one_role": p.one_role[first],
        "pinned": False,
        "needs": p.needs[first] if rng.random() < 0.7 else ~p.needs[first],
    }
    arrays = {
        name: np.concatenate([getattr(p, name), np.asarray(row)[None]]) for name, row in new.items()
    }
    watches = tuple(
        replace(watch, leaf=len(p.leaves), minutes=tuple(int(x) // 4 for x in minutes[watch.role]))
        for watch in p.watches
        if watch.leaf == first
    )
    passings, practices = (
        tuple(replace(x, leaves=(*x.leaves, len(p.leaves))) if first in x.leaves else x for x in xs)
        for xs in (p.passings, p.practices)
    )
    return replace(
        p,
        leaves=(*p.leaves, option.name),
        watches=(*p.watches, *watches),
        passings=passings,
        practices=practices,
        options=(*p.options, option),
        **arrays,
    )

"""Small random instances: every kind of row is made to matter now and then."""

from dataclasses import dataclass, replace
from random import Random
from typing import Any

import numpy as np

from taskmap.leon.instance.passing import Passing
from taskmap.leon.instance.practice import Practice
from taskmap.leon.instance.problem import Problem, Watch
from taskmap.model.units import MILLION
from tests.leon.generated_demands import asked
from tests.leon.generated_themes import THEMES, Theme

FEW = 3  # leaves that brute force can take


@dataclass(frozen=True)
class Size:
    """How many there are of each."""

    leaves: int
    roles: int
    bands: int
    competences: int

    @property
    def names(self) -> dict[str, tuple[str, ...]]:
        """What they are called."""
        return {
            "leaves": tuple(f"t{i}" for i in range(self.leaves)),
            "roles": tuple(f"r{i}" for i in range(self.roles)),
            "bands": tuple(f"b{i}" for i in range(self.bands)),
            "competences": tuple(f"c{i}" for i in range(self.competences)),
        }


def problem(
    seed: int, *, leaves: int = 3, roles: int = 3, fewest: int = 2, must: bool = False
) -> Problem:
    """An instance small enough for brute force; equal seeds give equal instances.

    Args:
        seed: of the instance.
        leaves, roles: at most so many.
        fewest: leaves at least; roles at least 2, and 3 where there are many leaves.
        must: with what has to move, which may leave no plan at all.
    """
    rng, theme = Random(seed), THEMES[seed % len(THEMES)]  # noqa: S311 - no secret, only variety
    t, r = rng.randint(fewest, leaves), rng.randint(min(fewest, 3), roles)
    size = Size(t, r, rng.choice(theme.bands), 2 if theme.base is not None else 1)
    drawn = _work(rng, size, theme)
    drawn |= _hands(rng, size, theme, drawn)
    drawn |= _beside(rng, Random(seed + 2 * 10**6), size, theme, drawn)  # noqa: S311 - as above
    drawn |= _hours(rng, size, theme, drawn)
    drawn |= _chances(rng, size, theme, drawn)
    drawn |= _learning(rng, size, theme, drawn)
    found = Problem(**size.names, **drawn, **_asking(rng, size, theme, drawn))
    return _with_demands(found, Random(seed + 10**6), theme, must=must)  # noqa: S311 - as above


def _with_demands(found: Problem, rng: Random, theme: Theme, *, must: bool) -> Problem:
    if rng.random() >= theme.asked:
        return found
    demands = asked(rng, found, theme.asking, theme.budgeting)
    if not must:
        demands = replace(demands, forced=(), taken_out=(), floors=())
    return replace(found, asked=demands)


# Each of these draws some fields of the problem, in an order that equal seeds hang on.


def _work(rng: Random, size: Size, theme: Theme) -> dict[str, Any]:
    """What is to be done, and what of it hangs together."""
    t = size.leaves
    occurrences = _occurrences(rng, t, size.bands)
    own = np.array([[rng.randint(20, 200) if n else 0 for n in row] for row in occurrences])
    minutes = _minutes(rng, own, size.roles, theme)
    unit, group = _units(rng, t, theme)
    split = size.bands > 1
    return {
        "occurrences": occurrences,
        "missed_minutes": own,
        "minutes": minutes,
        "change_unit": unit,
        "group": group,
        "one_role": np.array([split and rng.random() < theme.one_role for _ in range(t)]),
        "divisible": np.array([rng.random() < theme.divisible for _ in range(t)]),
    }


def _hands(rng: Random, size: Size, theme: Theme, drawn: dict[str, Any]) -> dict[str, Any]:
    """Who does it, who knows what, and who may not do what they do."""
    r = size.roles
    price = np.array([rng.choice(theme.prices) for _ in range(r)])
    today, missed = _today(rng, drawn["occurrences"], price, drawn["group"], theme)
    held = np.array([[rng.choice(theme.held) for _ in range(size.competences)] for _ in range(r)])
    if rng.random() < theme.skilled:
        held[price.argmax()] = 3
    return {
        "price": price,
        "today": today,
        "missed": missed,
        "held": held,
        "persons": np.maximum(held.max(axis=1), [rng.choice(theme.persons) for _ in range(r)]),
        "breach": np.array(
            [[rng.random() < theme.breach for _ in range(r)] for _ in range(size.leaves)]
        ),
    }


def _beside(
    rng: Random, chained: Random, size: Size, theme: Theme, drawn: dict[str, Any]
) -> dict[str, Any]:
    """Supervision, hand-overs and practice."""
    group, unit = drawn["group"], drawn["change_unit"]
    return {
        "watches": _watches(rng, size.leaves, size.roles, drawn["missed_minutes"], theme),
        "passings": _passings(chained, group, (size.roles, size.bands), theme),
        "practices": _practices(chained, drawn["occurrences"], unit, theme),
    }


def _hours(rng: Random, size: Size, theme: Theme, drawn: dict[str, Any]) -> dict[str, Any]:
    """The hours there are, from those that are used."""
    today = drawn["today"]
    load = (drawn["minutes"] * today).sum(axis=0) / MILLION
    for passing in drawn["passings"]:
        load += passing.borne(today) / MILLION
    for watch in drawn["watches"]:
        if watch.always:
            load[watch.by] += np.array(watch.minutes) * today[watch.leaf, watch.role] / MILLION
    full = np.array([[_full(rng, load[i, j], theme) for j in range(size.bands)]
                     for i in range(size.roles)])  # fmt: skip
    return {"full": full, "room": np.floor(full * rng.choice((0.85, 1.0))).astype(int)}


def _chances(rng: Random, size: Size, theme: Theme, drawn: dict[str, Any]) -> dict[str, Any]:
    """What may move, and what it is worth."""
    t, group = size.leaves, drawn["group"]
    growing = [[rng.random() < theme.growing for _ in range(size.roles)] for _ in range(t)]
    return {
        "may_grow": np.array(growing) & ~drawn["breach"],
        "missed_weight": np.array([rng.randint(1, 5) for _ in range(t)]),
        "pinned": np.array([rng.random() < 0.03 and group[i] < 0 for i in range(t)]),
    }


def _learning(rng: Random, size: Size, theme: Theme, drawn: dict[str, Any]) -> dict[str, Any]:
    """What must be known, and what it takes to learn it."""
    r, b, c = size.roles, size.bands, size.competences
    free = drawn["persons"][:, None] - drawn["held"]
    return {
        "needs": _needs(rng, size.leaves, theme),
        "trainable": np.array(
            [[min(rng.choice(theme.learners), free[i, k]) for k in range(c)] for i in range(r)]
        ),
        "requires": ((1, 0),) if c == 2 and rng.random() < 0.9 else (),
        "training": np.array(
            [[[rng.choice(theme.courses) * MILLION for _ in range(b)] for _ in range(c)]
             for _ in range(r)]
        ),
        "training_price": np.array(
            [[rng.choice(theme.fees) * MILLION for _ in range(c)] for _ in range(r)]
        ),
    }  # fmt: skip


def _asking(rng: Random, size: Size, theme: Theme, drawn: dict[str, Any]) -> dict[str, Any]:
    """Work that is not mapped, and how much may change."""
    r, units = size.roles, drawn["change_unit"].max() + 1
    return {
        "other": np.array([[rng.choice((0, 0, 15)) for _ in range(size.bands)] for _ in range(r)]),
        "staff": np.array([i == 0 or rng.random() < 0.85 for i in range(r)]),
        "rank": np.array(rng.sample(range(1, units + 1), units)),
        "max_changes": rng.choice(theme.limits),
        "min_move": rng.choice(theme.smallest),
    }


def _occurrences(rng: Random, t: int, b: int) -> np.ndarray:
    n = np.array([[rng.choice((0, 1, 7, 14)) * MILLION for _ in range(b)] for _ in range(t)])
    n[:, 0] = np.where(n.sum(axis=1) == 0, 3 * MILLION, n[:, 0])
    return n


def _minutes(rng: Random, own: np.ndarray, r: int, theme: Theme) -> np.ndarray:
    factor = [[rng.choice(theme.factors) for _ in range(r)] for _ in own]
    exact = np.array(factor)[:, :, None] * own[:, None, :]
    return np.floor(exact + 0.5).astype(np.int64)


def _needs(rng: Random, t: int, theme: Theme) -> np.ndarray:
    odds = (theme.needing,) if theme.base is None else (theme.base, theme.needing)
    return np.array([[rng.random() < odd for odd in odds] for _ in range(t)])


def _units(rng: Random, t: int, theme: Theme) -> tuple[np.ndarray, np.ndarray]:
    unit, group = np.arange(t), np.full(t, -1)
    kind = rng.random()
    if kind < theme.together:  # the first two leaves are kept together, or four
        group[:2] = 0
        if t > FEW:
            group[2:4], unit[3:] = 1, unit[3:] - 1
    if kind < theme.together + 0.1:  # or are two cases of one task
        unit = np.maximum(unit - 1, 0)
    return unit, group


def _today(
    rng: Random, occurrences: np.ndarray, price: np.ndarray, group: np.ndarray, theme: Theme
) -> tuple[np.ndarray, np.ndarray]:
    t, b, r = *occurrences.shape, len(price)
    today, missed = np.zeros((t, r, b), dtype=np.int64), np.zeros((t, b), dtype=np.int64)
    for i in range(t):
        shares = _division(rng, price, theme)
        first = int(np.flatnonzero(group == group[i])[0])
        if group[i] >= 0 and i > first and rng.random() < 0.6:
            shares = None  # as the first of the group
        for j in np.flatnonzero(occurrences[i]):
            if shares is None:
                if occurrences[first, j]:
                    today[i, :, j], missed[i, j] = today[first, :, j], missed[first, j]
                else:
                    today[i, 0, j] = MILLION
                continue
            today[i, :, j], missed[i, j] = shares[:-1], shares[-1]
    return today, missed


def _division(rng: Random, price: np.ndarray, theme: Theme) -> np.ndarray:
    """Shares of each role, missed work last; more often than not the dearest role has most."""
    r = len(price)
    shares = np.zeros(r + 1, dtype=np.int64)
    first, second = rng.sample(range(r), 2)
    dearest = int(price.argmax())
    if rng.random() < theme.high and second != dearest:
        first = dearest
    part, left = rng.choice(theme.split), rng.choice(theme.missing)
    shares[-1], shares[second] = left, part
    shares[first] += MILLION - left - part
    return shares


def _full(rng: Random, load: float, theme: Theme) -> int:
    return int(load * rng.choice(theme.filled)) + rng.choice(theme.spare)


def _passings(
    rng: Random, group: np.ndarray, size: tuple[int, int], theme: Theme
) -> tuple[Passing, ...]:
    """A chain of leaves that are not kept together, with hand-over minutes in some bands."""
    roles, bands = size
    leaves = tuple(
        int(t)
        for t in np.flatnonzero(group < 0)[: rng.choice((2, 2, 3)) * (1 + (len(group) > FEW))]
    )
    if rng.random() > theme.passing or not leaves:
        return ()
    minutes = tuple(rng.choice((0, 10, 25, 60)) for _ in range(bands))
    order = tuple(rng.sample(range(roles), roles))
    return (Passing(name="c", leaves=leaves, minutes=minutes, order=order),)


def _practices(
    rng: Random, occurrences: np.ndarray, unit: np.ndarray, theme: Theme
) -> tuple[Practice, ...]:
    """A task of which each person must do a good part; two of them in larger units."""
    if rng.random() > theme.practising:
        return ()
    found = []
    for one in rng.sample(range(len(unit)), 1 + (len(unit) > FEW)):
        leaves = tuple(int(t) for t in np.flatnonzero(unit == unit[one]))
        a_year = 52 * int(occurrences[list(leaves)].sum()) // MILLION
        volume = max(1, a_year // rng.choice((1, 1, 2)))
        found.append(Practice(name=f"m{one}", leaves=leaves, volume=volume))
    return tuple(found)


def _watches(rng: Random, t: int, r: int, own: np.ndarray, theme: Theme) -> tuple[Watch, ...]:
    found = []
    for leaf in range(t):
        if rng.random() < theme.watched:
            role, by = rng.sample(range(r), 2)
            minutes = tuple(int(x) // rng.choice((2, 4, 8)) for x in own[leaf])
            found.append(
                Watch(leaf=leaf, role=role, by=by, minutes=minutes, always=rng.random() < 0.3)
            )
    return tuple(found)

"""Small random instances: every kind of row is made to matter now and then."""

from dataclasses import dataclass, replace
from random import Random

import numpy as np

from taskmap.leon.instance.passing import Passing
from taskmap.leon.instance.practice import Practice
from taskmap.leon.instance.problem import Problem, Watch
from taskmap.model.units import MILLION
from tests.leon.generated_demands import asked

FEW = 3  # leaves that brute force can take


@dataclass(frozen=True)
class Theme:
    """What a kind of unit is rich in, so that every kind of row is at stake in some of them."""

    growing: float = 0.8  # of leaf-role pairs
    divisible: float = 0.8
    one_role: float = 0.1
    together: float = 0.25
    watched: float = 0.3
    needing: float = 0.35  # of leaf-competence pairs
    split: tuple[int, ...] = (0, 0, 0, 250_000, 400_000)
    held: tuple[int, ...] = (0, 1, 2, 4)
    persons: tuple[int, ...] = (1, 2, 5)
    filled: tuple[float, ...] = (0.8, 1.0, 1.2, 1.6)
    spare: tuple[int, ...] = (0, 60, 300, 600)
    prices: tuple[int, ...] = (1, 2, 3, 4, 6, 8)
    limits: tuple[int | None, ...] = (None, None, 1, 2)
    smallest: tuple[int, ...] = (30, 90)
    bands: tuple[int, ...] = (1, 2)
    base: float | None = None  # of leaves asking for the first of two competences
    courses: tuple[int, ...] = (0, 2, 5, 10)
    learners: tuple[int, ...] = (0, 1, 2, 2)
    fees: tuple[int, ...] = (0, 7)
    breach: float = 0.12
    practising: float = 0.25  # of units have a task that asks for practice
    passing: float = 0.3  # of units without a group have a chain with hand-overs
    skilled: float = 0.7  # of units whose dearest role holds everything
    factors: tuple[float, ...] = (0.8, 1.0, 1.0, 1.0, 1.3)
    high: float = 0.6  # of leaves that lie with the dearest role
    missing: tuple[int, ...] = (0, 0, 0, 0, 200_000)
    asked: float = 0.4  # of units have demands beside pins
    asking: float = 0.3  # chance of each kind of demand, in units that have any
    budgeting: float = 0.1  # chance of a budget for training, in the same


THEMES = (
    # People: who holds what, who must learn what first, and tasks that hang on one person.
    Theme(growing=0.95, needing=0.8, base=0.1, held=(0, 0, 0, 1), persons=(1, 2, 2, 5),
          spare=(300, 600, 900), limits=(None,), watched=0.1, divisible=1.0, together=0.0,
          prices=(1, 2, 6, 9), courses=(10, 30, 60), fees=(0, 7), high=0.9, learners=(1, 2, 2),
          asked=0.15, asking=0.02, budgeting=0.9, passing=0.3, practising=0.3),
    # Hours: roles above what they have.
    Theme(growing=1.0, filled=(0.6, 0.7, 0.8, 2.0, 3.0), spare=(0,), prices=(2, 2, 2, 3),
          needing=0.0, persons=(3, 5), limits=(None, 0, 1), divisible=0.8, one_role=0.25,
          together=0.5, watched=0.7, breach=0.15, smallest=(0,), factors=(1.0, 1.0, 1.3),
          asked=0.15, passing=0.3, practising=0.3),
    # Spread: work that must move, and roles of one price, so that the fullest decides.
    Theme(growing=1.0, filled=(1.6, 1.6, 1.8), spare=(0,), prices=(2,),
          needing=0.0, persons=(3, 5), limits=(None, None, 1), divisible=1.0, together=0.3,
          watched=0.2, breach=0.35, smallest=(0,), factors=(1.0,), split=(0, 250_000, 400_000),
          missing=(0, 200_000, 400_000), skilled=1.0,
          asked=0.1, asking=0.1, passing=0.0, practising=0.0),
    # Wholes: tasks that do not divide, visits, few and not too small changes.
    Theme(growing=0.85, divisible=0.15, one_role=0.45, together=1.0, needing=0.1, persons=(3, 5),
          spare=(30, 90, 200), split=(0, 0, 0, 300_000), bands=(2,),
          limits=(None, None, 0, 1), smallest=(60, 120, 200), prices=(1, 2, 4, 6), breach=0.05,
          missing=(0, 0, 0, 0, 200_000), asked=0.3, passing=0.4, practising=0.4),
    # Chains: many hands that could take part, practice to keep, and much that is demanded.
    Theme(growing=1.0, needing=0.1, persons=(3, 5), spare=(200, 400, 600), prices=(2, 2, 4, 4),
          limits=(None, None, 2), watched=0.2, divisible=0.7, one_role=0.3, together=0.3,
          breach=0.1, high=0.8, passing=1.0, practising=0.9, asked=0.95, asking=0.4,
          smallest=(30, 120), bands=(1, 2, 2)),
    # Courses: as people, with what training may take.
    Theme(growing=0.95, needing=0.9, base=0.1, held=(0, 0, 0, 0, 1), persons=(1, 2, 2, 5),
          spare=(300, 600, 900), limits=(None,), watched=0.1, together=0.2, practising=0.3,
          prices=(1, 2, 6, 9), courses=(20, 60), fees=(0, 7), high=0.9, learners=(1, 2, 2),
          passing=0.2, divisible=1.0, asked=1.0, asking=0.05, budgeting=1.0),
)  # fmt: skip


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
    b = rng.choice(theme.bands)
    c = 2 if theme.base is not None else 1
    occurrences = _occurrences(rng, t, b)
    own = np.array([[rng.randint(20, 200) if n else 0 for n in row] for row in occurrences])
    minutes = _minutes(rng, own, r, theme)
    unit, group = _units(rng, t, theme)
    one_role = np.array([b > 1 and rng.random() < theme.one_role for _ in range(t)])
    divisible = np.array([rng.random() < theme.divisible for _ in range(t)])
    price = np.array([rng.choice(theme.prices) for _ in range(r)])
    today, missed = _today(rng, occurrences, price, group, theme)
    held = np.array([[rng.choice(theme.held) for _ in range(c)] for _ in range(r)])
    if rng.random() < theme.skilled:
        held[price.argmax()] = 3
    persons = np.maximum(held.max(axis=1), [rng.choice(theme.persons) for _ in range(r)])
    breach = np.array([[rng.random() < theme.breach for _ in range(r)] for _ in range(t)])
    watches = _watches(rng, t, r, own, theme)
    chained = Random(seed + 2 * 10**6)  # noqa: S311 - no secret, only variety
    passings = _passings(chained, group, (r, b), theme)
    practices = _practices(chained, occurrences, unit, theme)
    load = (minutes * today).sum(axis=0) / MILLION
    for passing in passings:
        load += passing.borne(today) / MILLION
    for watch in watches:
        if watch.always:
            load[watch.by] += np.array(watch.minutes) * today[watch.leaf, watch.role] / MILLION
    full = np.array([[_full(rng, load[i, j], theme) for j in range(b)] for i in range(r)])
    room = np.floor(full * rng.choice((0.85, 1.0))).astype(int)
    found = Problem(
        leaves=tuple(f"t{i}" for i in range(t)),
        roles=tuple(f"r{i}" for i in range(r)),
        bands=tuple(f"b{i}" for i in range(b)),
        competences=tuple(f"c{i}" for i in range(c)),
        minutes=minutes,
        occurrences=occurrences,
        missed_minutes=own,
        today=today,
        missed=missed,
        may_grow=np.array([[rng.random() < theme.growing for _ in range(r)]
                           for _ in range(t)]) & ~breach,
        breach=breach,
        missed_weight=np.array([rng.randint(1, 5) for _ in range(t)]),
        change_unit=unit,
        group=group,
        divisible=divisible,
        one_role=one_role,
        pinned=np.array([rng.random() < 0.03 and group[i] < 0 for i in range(t)]),
        needs=_needs(rng, t, theme),
        persons=persons,
        held=held,
        trainable=np.array(
            [[min(rng.choice(theme.learners), persons[i] - held[i, k]) for k in range(c)]
             for i in range(r)]
        ),
        requires=((1, 0),) if c == 2 and rng.random() < 0.9 else (),
        training=np.array(
            [[[rng.choice(theme.courses) * MILLION for _ in range(b)] for _ in range(c)]
             for _ in range(r)]
        ),
        training_price=np.array(
            [[rng.choice(theme.fees) * MILLION for _ in range(c)] for _ in range(r)]
        ),
        room=room,
        full=full,
        other=np.array([[rng.choice((0, 0, 15)) for _ in range(b)] for _ in range(r)]),
        staff=np.array([i == 0 or rng.random() < 0.85 for i in range(r)]),
        price=price,
        watches=watches,
        passings=passings,
        practices=practices,
        rank=np.array(rng.sample(range(1, unit.max() + 2), unit.max() + 1)),
        max_changes=rng.choice(theme.limits),
        min_move=rng.choice(theme.smallest),
    )  # fmt: skip
    demanding = Random(seed + 10**6)  # noqa: S311 - no secret, only variety
    if demanding.random() < theme.asked:
        demands = asked(demanding, found, theme.asking, theme.budgeting)
        if not must:
            demands = replace(demands, forced=(), taken_out=(), floors=())
        return replace(found, asked=demands)
    return found


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

"""Small random instances: every kind of row is made to matter now and then."""

from random import Random

import numpy as np

from taskmap.leon.problem import MILLION, Problem, Watch


def problem(seed: int, *, leaves: int = 3, roles: int = 3, bands: int = 2) -> Problem:
    """An instance small enough for brute force; equal seeds give equal instances."""
    rng = Random(seed)
    t, r, b, c = rng.randint(2, leaves), rng.randint(2, roles), rng.randint(1, bands), 1
    c += rng.random() < 0.4
    occurrences = _occurrences(rng, t, b)
    own = np.array([[rng.randint(20, 200) if n else 0 for n in row] for row in occurrences])
    minutes = _minutes(rng, own, r)
    unit, group = _units(rng, t)
    one_role = np.array([b > 1 and rng.random() < 0.15 for _ in range(t)])
    divisible = np.array([rng.random() < 0.7 for _ in range(t)])
    today, missed = _today(rng, occurrences, r, unit, group)
    held = np.array([[rng.choice((0, 1, 2, 4)) for _ in range(c)] for _ in range(r)])
    persons = np.maximum(held.max(axis=1), [rng.choice((1, 2, 5)) for _ in range(r)])
    breach = np.array([[rng.random() < 0.12 for _ in range(r)] for _ in range(t)])
    watches = _watches(rng, t, r, b, own)
    load = (minutes * today).sum(axis=0) / MILLION
    for watch in watches:
        if watch.always:
            load[watch.by] += np.array(watch.minutes) * today[watch.leaf, watch.role] / MILLION
    full = np.array([[_full(rng, load[i, j]) for j in range(b)] for i in range(r)])
    room = np.floor(full * rng.choice((0.85, 1.0))).astype(int)
    return Problem(
        leaves=tuple(f"t{i}" for i in range(t)),
        roles=tuple(f"r{i}" for i in range(r)),
        bands=tuple(f"b{i}" for i in range(b)),
        competences=tuple(f"c{i}" for i in range(c)),
        minutes=minutes,
        occurrences=occurrences,
        missed_minutes=own,
        today=today,
        missed=missed,
        may_grow=np.array([[rng.random() < 0.75 for _ in range(r)] for _ in range(t)]) & ~breach,
        breach=breach,
        missed_weight=np.array([rng.randint(1, 5) for _ in range(t)]),
        change_unit=unit,
        group=group,
        divisible=divisible,
        one_role=one_role,
        pinned=np.array([rng.random() < 0.05 and group[i] < 0 for i in range(t)]),
        needs=np.array([[rng.random() < 0.5 for _ in range(c)] for _ in range(t)]),
        persons=persons,
        held=held,
        trainable=np.array(
            [[min(rng.choice((0, 1, 2)), persons[i] - held[i, k]) for k in range(c)]
             for i in range(r)]
        ),
        requires=((1, 0),) if c == 2 and rng.random() < 0.8 else (),
        training=np.array(
            [[[rng.choice((0, 2, 5, 10)) * MILLION for _ in range(b)] for _ in range(c)]
             for _ in range(r)]
        ),
        training_price=np.array(
            [[rng.choice((0, 7)) * MILLION for _ in range(c)] for _ in range(r)]
        ),
        room=room,
        full=full,
        other=np.array([[rng.choice((0, 0, 15)) for _ in range(b)] for _ in range(r)]),
        staff=np.array([i == 0 or rng.random() < 0.85 for i in range(r)]),
        price=np.array([rng.randint(1, 8) for _ in range(r)]),
        watches=watches,
        rank=np.array(rng.sample(range(1, unit.max() + 2), unit.max() + 1)),
        max_changes=rng.choice((None, 1, 1, 2)),
        min_move=rng.choice((0, 30, 60)),
    )  # fmt: skip


def _occurrences(rng: Random, t: int, b: int) -> np.ndarray:
    n = np.array([[rng.choice((0, 1, 7, 14)) * MILLION for _ in range(b)] for _ in range(t)])
    n[:, 0] = np.where(n.sum(axis=1) == 0, 3 * MILLION, n[:, 0])
    return n


def _minutes(rng: Random, own: np.ndarray, r: int) -> np.ndarray:
    factor = [[rng.choice((0.8, 1.0, 1.0, 1.3)) for _ in range(r)] for _ in own]
    exact = np.array(factor)[:, :, None] * own[:, None, :]
    return np.floor(exact + 0.5).astype(np.int64)


def _units(rng: Random, t: int) -> tuple[np.ndarray, np.ndarray]:
    unit, group = np.arange(t), np.full(t, -1)
    kind = rng.random()
    if kind < 0.3:  # the first two leaves are kept together
        group[:2] = 0
    if kind < 0.45:  # or are two cases of one task
        unit = np.maximum(unit - 1, 0)
    return unit, group


def _today(
    rng: Random, occurrences: np.ndarray, r: int, unit: np.ndarray, group: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    t, b = occurrences.shape
    today, missed = np.zeros((t, r, b), dtype=np.int64), np.zeros((t, b), dtype=np.int64)
    for i in range(t):
        shares = _division(rng, r)
        if group[i] >= 0 and i > 0 and rng.random() < 0.6:
            shares = None  # as the first of the group
        for j in np.flatnonzero(occurrences[i]):
            if shares is None:
                if occurrences[0, j]:
                    today[i, :, j], missed[i, j] = today[0, :, j], missed[0, j]
                else:
                    today[i, 0, j] = MILLION
                continue
            today[i, :, j], missed[i, j] = shares[:-1], shares[-1]
    return today, missed


def _division(rng: Random, r: int) -> np.ndarray:
    shares = np.zeros(r + 1, dtype=np.int64)
    first, second = rng.sample(range(r), 2)
    part = rng.choice((0, 0, 0, 250_000, 400_000))
    left = rng.choice((0, 0, 0, 0, 200_000))
    shares[-1], shares[second] = left, part
    shares[first] += MILLION - left - part
    return shares


def _full(rng: Random, load: float) -> int:
    return int(load * rng.choice((0.8, 1.0, 1.2, 1.6))) + rng.choice((0, 20, 60, 300))


def _watches(rng: Random, t: int, r: int, b: int, own: np.ndarray) -> tuple[Watch, ...]:
    found = []
    for leaf in range(t):
        if rng.random() < 0.4:
            role, by = rng.sample(range(r), 2)
            minutes = tuple(int(x) // rng.choice((4, 10)) for x in own[leaf])
            found.append(
                Watch(leaf=leaf, role=role, by=by, minutes=minutes, always=rng.random() < 0.2)
            )
    return tuple(found)

"""Instances of a real unit's size, for the clock and for what brute force cannot reach."""

from random import Random

import numpy as np

from taskmap.leon.instance.problem import Problem, Watch
from taskmap.model.units import MILLION


def unit(seed: int, *, leaves: int = 150, roles: int = 12, bands: int = 3) -> Problem:
    """A unit where higher roles also do what lower ones may, at 75 to 100 % of full hours."""
    rng = Random(seed)  # noqa: S311 - no secret, only variety
    t, r, b, c = leaves, roles, bands, 6
    level = sorted(rng.randint(2, 7) for _ in range(r))
    lowest = [rng.randint(2, 7) for _ in range(t)]
    spread = rng.choices
    occurrences = np.array(
        [[rng.choice((0, 7, 14, 50)) * MILLION if j else 7 * MILLION for j in range(b)]
         for _ in range(t)]
    )  # fmt: skip
    own = (occurrences // MILLION) * np.array([[rng.randint(3, 25)] for _ in range(t)])
    factor = np.array([[spread((1.0, 1.1, 1.2, 0.9), (6, 2, 1, 1))[0] for _ in range(r)]
                       for _ in range(t)])  # fmt: skip
    today = np.zeros((t, r, b), dtype=np.int64)
    for i in range(t):
        able = [k for k in range(r) if level[k] >= lowest[i]] or [r - 1]
        first, second = rng.choice(able), rng.choice(able)
        part = rng.choice((0, 0, 250_000, 400_000))
        for j in np.flatnonzero(occurrences[i]):
            today[i, first, j] += MILLION - part
            today[i, second, j] += part
    minutes = np.floor(factor[:, :, None] * own[:, None, :] + 0.5).astype(np.int64)
    load = (minutes * today).sum(axis=0) / MILLION
    full = np.array([[int(load[i, j] / rng.uniform(0.72, 1.02)) + 60 for j in range(b)]
                     for i in range(r)])  # fmt: skip
    persons = np.array([rng.randint(2, 15) for _ in range(r)])
    held = np.array([[rng.randint(0, int(n)) for _ in range(c)] for n in persons])
    needs = np.array([[rng.random() < 0.08 for _ in range(c)] for _ in range(t)])
    return Problem(
        leaves=tuple(f"t{i}" for i in range(t)),
        roles=tuple(f"r{i}" for i in range(r)),
        bands=tuple(f"b{i}" for i in range(b)),
        competences=tuple(f"c{i}" for i in range(c)),
        minutes=minutes,
        occurrences=occurrences,
        missed_minutes=own,
        today=today,
        missed=np.zeros((t, b), dtype=np.int64),
        may_grow=np.array([[level[k] >= lowest[i] and rng.random() < 0.7 for k in range(r)]
                           for i in range(t)]),
        breach=np.array([[level[k] < lowest[i] for k in range(r)] for i in range(t)]),
        missed_weight=np.full(t, 3),
        change_unit=np.arange(t),
        group=np.full(t, -1),
        divisible=np.array([rng.random() < 0.75 for _ in range(t)]),
        one_role=np.zeros(t, dtype=bool),
        pinned=np.zeros(t, dtype=bool),
        needs=needs,
        persons=persons,
        held=held,
        trainable=np.minimum(4, persons[:, None] - held),
        requires=((1, 0), (3, 2)),
        training=np.array([[[rng.randint(1, 9) * MILLION for _ in range(b)] for _ in range(c)]
                           for _ in range(r)]),
        training_price=np.zeros((r, c), dtype=np.int64),
        room=np.floor(full * 0.85).astype(int),
        full=full,
        other=np.zeros((r, b), dtype=np.int64),
        staff=np.ones(r, dtype=bool),
        price=np.array(level),
        watches=tuple(
            Watch(leaf=i, role=k, by=r - 1, minutes=tuple(int(x) // 12 for x in own[i]))
            for i in range(0, t, 5) for k in range(r - 1)
        ),
        rank=np.arange(1, t + 1),
    )  # fmt: skip

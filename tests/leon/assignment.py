"""Assignment instances: whole tasks, minutes that depend on the role, hours that are short."""

from random import Random

import highspy
import numpy as np

from taskmap.leon.instance.problem import Problem
from taskmap.model.units import MILLION

TYPES = {
    "A": (range(5, 21, 5), (20, 50, 100, 200)),
    "B": (range(5, 21, 5), (20, 50, 100, 200)),
    "C": (range(5, 11, 5), (20, 40, 60)),
}


def plain(minutes: np.ndarray, price: np.ndarray, room: np.ndarray, **more) -> Problem:
    """Tasks that a last role, dear and with time for all, does today; the others may take them.

    Args:
        minutes: ``[t, r]`` a week, the last role's included.
        price: ``[r]`` a minute.
        room: ``[r]`` minutes a week.
        more: other fields of the problem.
    """
    t, r = minutes.shape
    today = np.zeros((t, r, 1), dtype=np.int64)
    today[:, -1] = MILLION
    fields = {
        "leaves": tuple(f"t{i}" for i in range(t)),
        "roles": tuple(f"r{i}" for i in range(r)),
        "bands": ("uke",),
        "minutes": minutes[:, :, None],
        "occurrences": np.full((t, 1), MILLION),
        "missed_minutes": minutes[:, -1:],
        "today": today,
        "missed": np.zeros((t, 1), dtype=np.int64),
        "may_grow": np.ones((t, r), dtype=bool),
        "breach": np.zeros((t, r), dtype=bool),
        "missed_weight": np.full(t, 3),
        "change_unit": np.arange(t),
        "group": np.full(t, -1),
        "divisible": np.zeros(t, dtype=bool),
        "one_role": np.zeros(t, dtype=bool),
        "pinned": np.zeros(t, dtype=bool),
        "needs": np.zeros((t, 0), dtype=bool),
        "persons": np.full(r, 9),
        "held": np.zeros((r, 0), dtype=np.int64),
        "trainable": np.zeros((r, 0), dtype=np.int64),
        "training": np.zeros((r, 0, 1), dtype=np.int64),
        "training_price": np.zeros((r, 0), dtype=np.int64),
        "room": room[:, None],
        "full": room[:, None],
        "other": np.zeros((r, 1), dtype=np.int64),
        "staff": np.ones(r, dtype=bool),
        "price": price,
        "rank": np.arange(1, t + 1),
        "min_move": 0,
    }
    return Problem(**{**fields, **more})


def instance(kind: str, roles: int, tasks: int, seed: int) -> Problem:
    """An instance after the usual recipes for generalised assignment.

    Minutes 5 to 25, hours as in the types A, B and C of Chu and Beasley (1997), "A genetic
    algorithm for the generalised assignment problem": A is roomy, B takes seven tenths of A, C
    has eight tenths of the average load. Cost is minutes at the role's price, 2 to 9.
    """
    rng = Random(f"{kind}/{roles}/{tasks}/{seed}")  # noqa: S311 - no secret, only variety
    minutes = np.array([[rng.randint(5, 25) for _ in range(roles)] for _ in range(tasks)])
    price = np.array([rng.randint(2, 9) for _ in range(roles)])
    cheapest = (minutes * price).argmin(axis=1)
    by_role = [minutes[cheapest == r, r].sum() for r in range(roles)]
    if kind == "C":
        room = np.floor(0.8 * minutes.sum(axis=0) / roles)
    else:
        most = 0.6 * tasks / roles * 15 + 0.4 * max(by_role)
        room = np.full(roles, np.floor(most * (0.7 if kind == "B" else 1.0)))
    own = minutes.max(axis=1, keepdims=True)
    return plain(
        np.append(minutes, own, axis=1),
        np.append(price, 40),
        np.append(room, own.sum()).astype(np.int64),
    )


def bare(p: Problem) -> highspy.Highs:
    """The instance as others write it: one binary for each task and role, solved to proof."""
    t, r = p.minutes.shape[:2]
    highs, lp = highspy.Highs(), highspy.HighsLp()
    for name, value in (("output_flag", False), ("threads", 1), ("mip_rel_gap", 0.0)):
        highs.setOptionValue(name, value)
    minutes = p.minutes[:, :, 0].astype(float)
    lp.num_col_, lp.num_row_ = t * r, t + r
    lp.col_cost_ = (minutes * p.price).ravel()
    lp.col_lower_, lp.col_upper_ = np.zeros(t * r), np.ones(t * r)
    lp.row_lower_ = np.append(np.ones(t), np.full(r, -np.inf))
    lp.row_upper_ = np.append(np.ones(t), p.room[:, 0].astype(float))
    lp.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    lp.a_matrix_.start_ = np.arange(0, 2 * t * r + 1, 2, dtype=np.int32)
    rows = [(i, t + j) for i in range(t) for j in range(r)]
    lp.a_matrix_.index_ = np.array(rows, dtype=np.int32).ravel()
    lp.a_matrix_.value_ = np.column_stack([np.ones(t * r), minutes.ravel()]).ravel()
    lp.integrality_ = [highspy.HighsVarType.kInteger] * (t * r)
    highs.passModel(lp)
    return highs

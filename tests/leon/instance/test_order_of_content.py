"""Equal content gives the same plan, whatever things are called and in which order they stand."""

from dataclasses import replace
from random import Random

import numpy as np
import pytest

from taskmap.leon.instance.canonical import _permuted, canonical
from taskmap.leon.instance.problem import Problem
from taskmap.leon.solve import solve
from taskmap.solver.highs import Limits
from tests.leon.generated import problem


def answer(p: Problem) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    ordered = canonical(p)
    s = solve(ordered.problem, Limits())
    return ordered.back(s.shares, s.missed, s.trained)


def shuffled(p: Problem, rng: Random) -> tuple[Problem, dict[str, np.ndarray]]:
    order = {
        kind: np.array(rng.sample(range(len(ids)), len(ids)), dtype=np.int64)
        for kind, ids in zip("trbc", (p.leaves, p.roles, p.bands, p.competences), strict=True)
    }
    moved = _permuted(p, order)
    renamed = replace(
        moved,
        leaves=tuple(f"oppgave-{i}" for i in range(len(p.leaves))),
        roles=tuple(f"rolle-{i}" for i in range(len(p.roles))),
        bands=tuple(f"tid-{i}" for i in range(len(p.bands))),
        competences=tuple(f"kompetanse-{i}" for i in range(len(p.competences))),
    )
    return renamed, order


@pytest.mark.parametrize("seed", range(25))
def test_a_shuffled_and_renamed_unit_gets_the_same_plan(seed):
    p = problem(seed, leaves=5, roles=4)
    other, order = shuffled(p, Random(seed))  # noqa: S311 - no secret, only variety
    shares, missed, trained = answer(p)
    now_shares, now_missed, now_trained = answer(other)
    t, r, b, c = (order[kind] for kind in "trbc")
    assert (now_shares == shares[np.ix_(t, r, b)]).all()
    assert (now_missed == missed[np.ix_(t, b)]).all()
    assert (now_trained == trained[np.ix_(r, c)]).all()


def test_the_canonical_problem_is_the_same_one():
    p = problem(3, leaves=5, roles=4)
    ordered = canonical(p)
    shares, missed, trained = ordered.back(
        ordered.problem.today, ordered.problem.missed, ordered.problem.trainable
    )
    assert (shares == p.today).all()
    assert (missed == p.missed).all()
    assert (trained == p.trainable).all()

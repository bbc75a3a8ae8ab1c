"""Brute force with every kind of constraint switched on alone, and in pairs."""

from itertools import combinations, islice
from random import Random

import pytest

from tests.leon.switches import SWITCHES, having
from tests.leon.test_oracle import differences

PAIRS = tuple(combinations(SWITCHES, 2))
SAMPLE = Random(3).sample(PAIRS, 12)  # noqa: S311 - no secret, only variety


def tried(kinds: tuple[str, ...], units: int, most: int) -> int:
    """How many units brute force could solve, none of them otherwise than we do."""
    done = 0
    for seed, p in islice(having(kinds), 6 * units):
        wrong = differences(p, most)
        assert not wrong, (seed, wrong)
        done += wrong is not None
        if done == units:
            break
    return done


@pytest.mark.parametrize("kind", SWITCHES)
def test_alone(kind):
    assert tried((kind,), units=1, most=100) >= 1


@pytest.mark.parametrize("pair", SAMPLE, ids="-".join)
def test_a_sample_of_pairs(pair):
    tried(pair, units=1, most=100)


@pytest.mark.full
@pytest.mark.parametrize("first", SWITCHES)
def test_every_pair(first):
    counts = {pair: tried(pair, units=3, most=400) for pair in PAIRS if pair[0] == first}
    assert sum(n > 0 for n in counts.values()) >= 0.6 * len(counts), counts

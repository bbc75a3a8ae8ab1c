"""Nobody outside can work out a figure about few people, whatever they choose and compare."""

import pytest

from tests.comparison.attack import come_too_close, secrets, shown
from tests.comparison.generated import partnership

SAMPLE = (3, 11)
MANY = range(200)


def attacked(seeds):
    seen = whole = few = 0
    for seed in seeds:
        units = partnership(seed)
        found, published = come_too_close(units)
        assert found == [], seed
        visible, cells = shown(published)
        seen, whole = seen + visible, whole + cells
        few += sum(len(secrets(unit)) for unit in units)
    return seen / whole, few


def test_an_attack_by_totals_and_differences_finds_nothing():
    visible, few = attacked(SAMPLE)
    assert few > 5
    assert visible > 1 / 3


@pytest.mark.full
def test_an_attack_on_hundreds_of_partnerships_finds_nothing():
    visible, few = attacked(MANY)
    assert few > 500
    assert visible > 1 / 3

"""The staff required of several units as one tells nothing of the few, whoever is taken from it."""

from dataclasses import replace
from fractions import Fraction

import pytest

from taskmap.comparison import untold
from taskmap.comparison.protecting import left_out
from taskmap.model.amount import Basis
from taskmap.model.staffing import PRIVACY_FLOOR, Absence
from taskmap.workload import picture, units_pooled
from tests.comparison.attack import come_too_close, secrets
from tests.comparison.generated import partnership
from tests.small_unit import QUESTION

SAMPLE = (3, 11)


def together(units):
    found = {u.id: picture(u.mapping, u.catalogue, QUESTION) for u in units}
    places = {u.id: u.mapping.unit for u in units}
    return units_pooled(found, places, few={u.id: untold(u) for u in units})


def minutes_of(unit, roles):
    """What each role does of each task, as the needs are made of it."""
    for role in roles:
        terms = {
            (unit.id, level.leaf): level.today[role] / sum(level.today.values())
            for level in unit.levels
            if level.today.get(role)
        }
        value = sum(level.today.get(role, 0) for level in unit.levels)
        if terms:
            yield terms, float(value)


def attacked(seeds, *, solved):
    """Totals less a known unit; ``solved``: with everything a comparison says beside."""
    counted = roles = few = 0
    for seed in seeds:
        units = partnership(seed)
        whole, papers = together(units), []
        for unit in units:
            rest = together([other for other in units if other is not unit])
            alone = {
                role: need.required - rest.roles[role].required if role in rest.roles else None
                for role, need in whole.roles.items()
            }
            mine = together([unit])
            told = {role for role, need in alone.items() if need is None or need}
            assert told <= mine.roles.keys()
            assert not told & set(whole.few.get(unit.id, ()))
            assert not mine.role_hires.keys() & set(whole.few.get(unit.id, ()))
            papers += minutes_of(unit, mine.roles)
            counted, roles = counted + len(mine.roles), roles + len(unit.mapping.staffing)
            few += len(secrets(unit))
            hidden = {(unit.id, leaf) for leaf in left_out(unit).parts}
            assert not any(hidden & terms.keys() for terms, _ in papers)
        if solved:
            found, _ = come_too_close(units, papers)
            assert found == [], seed
    return counted / roles, few


def test_totals_less_a_known_unit_tell_nothing_of_the_few():
    part, few = attacked(SAMPLE, solved=False)
    assert few > 5
    assert part > 1 / 8


@pytest.mark.full
def test_totals_of_hundreds_of_partnerships_tell_nothing_of_the_few():
    part, few = attacked(range(200), solved=True)
    assert few > 500
    assert part > 1 / 8


def test_nothing_that_is_pooled_follows_from_what_is_known_of_the_few():
    units = partnership(SAMPLE[0])
    one = next(unit for unit in units if left_out(unit).parts)
    staffing = tuple(
        replace(s, absence=Absence(sick_share=0.2), overtime=7.0, hired=0.5)
        if s.persons < PRIVACY_FLOOR
        else s
        for s in one.mapping.staffing
    )
    other = replace(one, mapping=replace(one.mapping, staffing=staffing))
    assert together([other, *units]) == together([one, *units])
    assert together([one]).whole.current < sum(
        (Fraction(str(s.filled)) for s in one.mapping.staffing), Fraction(0)
    )


def test_published_figures_are_counted_whole():
    one = next(unit for unit in partnership(SAMPLE[0]) if untold(unit))
    assert any(leaf.minutes.basis is Basis.MEASURED for leaf in one.mapping.leaves)
    assert untold(replace(one, mapping=replace(one.mapping, source="NOU 2023: 4"))) == frozenset()

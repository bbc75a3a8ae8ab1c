"""Few hands or many: what is counted, and what fewer parts cost."""

from dataclasses import replace

import pytest

from taskmap.leon.explain.spread import spread
from taskmap.model.task import Chain
from tests.leon.small import CATALOGUE, QUESTION, TWO, plan, staff, task, unit

NURSE, HELPER = "sykepleier", "helsefagarbeider"


def shared():
    """Two tasks of one visit; the helper has room for one of them and a bit of the other."""
    both = {"dag": {NURSE: 0.5, HELPER: 0.5}}
    return unit(
        task("stell", 10, 20, NURSE),
        replace(task("seng", 10, 10, NURSE), today=both),
        task("prat", 7, 20, NURSE),
        staffing=(staff(NURSE, 20), staff(HELPER, 6.0)),
        chains=(Chain(id="morgen", name="Morgen", tasks=("stell", "seng")),),
    )


def test_the_first_is_the_plan_and_fewer_hands_never_cost_less():
    ways = spread(shared(), CATALOGUE, QUESTION)
    whole = plan(shared())
    price = next(level for level in whole.objectives if level.name == "price")
    assert (ways[0].weight, ways[0].price, ways[0].moves) == (0.0, price.value, len(whole.moves))
    assert len(ways) > 1
    parts = [sum(way.tasks_per_role.values()) + way.faces for way in ways]
    assert parts == sorted(parts, reverse=True)
    assert [way.price for way in ways] == sorted(way.price for way in ways)
    assert all(way.price <= price.baseline for way in ways)
    assert all(way.gap == 0 for way in ways)


def test_what_is_counted_on_a_unit_that_stays_as_it_is():
    """Nobody may take over: nurse and helper in the morning, the nurse alone in the afternoon."""
    mapping = unit(
        replace(
            task("stell", {"morgen": 7, "ettermiddag": 7}, 10, NURSE),
            today={"morgen": {NURSE: 0.5, HELPER: 0.5}, "ettermiddag": {NURSE: 1.0}},
        ),
        task("sjelden", {"morgen": 1}, 10, NURSE),
        task("alene", {"morgen": 7}, 10, NURSE),
        staffing=(
            staff(NURSE, {"morgen": 20, "ettermiddag": 20}, persons=1),
            staff(HELPER, {"morgen": 20, "ettermiddag": 20}),
        ),
        bands=TWO,
        chains=(Chain(id="dagen", name="Dagen", tasks=("stell",)),),
    )
    (way,) = spread(mapping, CATALOGUE, replace(QUESTION, max_changes=0))
    assert way.tasks_per_role == {NURSE: 3, HELPER: 1}
    assert (way.faces, way.met_in) == (3, 2)  # two in the morning, one in the afternoon
    assert way.fragile == 1  # the one that is often done by the nurse alone
    assert way.moves == 0


@pytest.mark.parametrize("turned", [False, True])
def test_the_order_of_the_document_does_not_matter(turned):
    mapping = shared()
    if turned:
        mapping = replace(mapping, tasks=mapping.tasks[::-1])
    found = spread(mapping, CATALOGUE, QUESTION)
    assert [(w.price, w.faces, w.fragile, w.moves) for w in found] == [
        (w.price, w.faces, w.fragile, w.moves) for w in spread(shared(), CATALOGUE, QUESTION)
    ]

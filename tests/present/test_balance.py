"""From moved tasks to changed load: on shipped units every minute is accounted for."""

import pytest
from telling import QUESTION, speaker, workspace

from taskmap.present.balance import balance_table, balances, summary

UNITS = ("strandheimen-3", "granmo-hjemmetjeneste", "havblikk-2")


@pytest.mark.parametrize("unit", UNITS)
def test_what_moves_and_what_goes_with_it_is_the_change_of_load(unit):
    plan = workspace().suggest(unit, QUESTION)
    found = balances(plan)
    assert found
    loads = {load.role: load.total("plan") - load.total("baseline") for load in plan.roles}
    for one in found:
        assert one.taken - one.given + one.beside == loads[one.role]
    beside = sum(
        move.minutes.supervision + move.minutes.handover + move.minutes.training
        for move in plan.moves
    )
    for chosen in plan.alternatives:
        also = (chosen.one_off, chosen.supervision, chosen.handover, chosen.training)
        beside += sum(sum(part.values()) for part in also)
    assert sum(one.beside for one in found) == beside
    said = speaker("nb", unit)
    for row in balance_table(plan, said).rows:
        given, taken, other, change = (cell.value for cell in row[1:])
        assert given + taken + other == change
    assert bool(summary(plan, said)) == any(abs(one.beside) >= 3 for one in found)

"""The reason told for a task that stays is the one that holds it."""

from dataclasses import replace

import pytest

from taskmap.leon.suggest import suggest
from taskmap.model.demands import Demands
from taskmap.model.task import Case, Supervision
from tests.leon.explain.test_freeing import refused
from tests.leon.small import CATALOGUE, QUESTION, staff, task, unit

NURSE, HELPER = "sykepleier", "helsefagarbeider"


def ward(*tasks, hours=10, **helper):
    return unit(*tasks, staffing=(staff(NURSE, 40), staff(HELPER, hours, **helper)))


BOTH = (task("stell", 10, 20, NURSE), task("mat", 10, 10, NURSE))
SLOW = task("sent", 10, 10, NURSE, factors={HELPER: 1.49})
TEACHING = task("kurs", 1, 10, NURSE, competences=("legemiddelhandtering",))
HALVES = task(
    "delt", 10, 10, NURSE,
    cases=(
        Case(id="lett", name="Lett", share=0.2),
        Case(id="tung", name="Tung", share=0.8, decisions=(refused(HELPER),)),
    ),
)  # fmt: skip


@pytest.mark.parametrize(
    ("mapping", "asked", "leaf", "code"),
    [
        (ward(*BOTH), {"max_changes": 1}, "mat", "plan.limit"),
        (ward(*BOTH, hours=0.5), {}, "mat", "plan.full"),
        (ward(*BOTH), {"demands": Demands(pinned=frozenset({"mat"}))}, "mat", "plan.pinned"),
        (
            ward(*BOTH),
            {"demands": Demands(pinned_roles=frozenset({HELPER}))},
            "mat",
            "plan.pinned",
        ),
        (
            ward(*BOTH),
            {"demands": Demands(forbidden_roles=frozenset({HELPER}))},
            "mat",
            "plan.forbidden",
        ),
        (ward(*BOTH), {"demands": Demands(cap_role={HELPER: 200})}, "mat", "plan.capped"),
        (ward(HALVES), {}, "delt/lett", "plan.small"),
        # It saves 80, less than a tenth of the 960 that the best plan costs.
        (
            ward(BOTH[0], task("prat", 10, 4, NURSE)),
            {"few_moves": 10.0, "min_move": 0},
            "prat",
            "plan.few_moves",
        ),
        # With a limit that is used up a task that saves nothing is still held by that alone.
        (
            ward(*BOTH[:1], SLOW, TEACHING),
            {"max_changes": 1, "min_move": 5},
            "sent",
            "plan.limit",
        ),
    ],
)
def test_the_reason_told_is_the_one_that_holds(mapping, asked, leaf, code):
    plan = suggest(mapping, CATALOGUE, replace(QUESTION, **asked))
    told = {entry.leaf: entry.rulings[0].code for entry in plan.held}
    assert told[leaf] == code


def test_a_limit_used_up_does_not_hide_that_a_task_does_not_pay():
    """Supervision costs what the move saves: the limit is not what holds it."""
    dear = task("dyr", 10, 10, NURSE, supervision=(Supervision(by=NURSE, minutes=9, weeks=52),))
    plan = suggest(ward(BOTH[0], dear), CATALOGUE, replace(QUESTION, max_changes=1))
    told = {entry.leaf: entry.rulings[0].code for entry in plan.held}
    assert told.get("dyr", "plan.no_gain") == "plan.no_gain"

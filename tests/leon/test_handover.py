"""Chains passed from hand to hand: what it takes, who spends it, how many a patient meets."""

from taskmap.model.judgement import DecisionKind, LocalDecision
from taskmap.model.plan import ChainFaces
from taskmap.model.task import Chain
from tests.leon.small import QUESTION, plan, staff, task, the_move, unit

NURSE, HELPER = "sykepleier", "helsefagarbeider"
STAFF = (staff(NURSE, 20), staff(HELPER, 20))


def refused(role: str) -> LocalDecision:
    return LocalDecision(
        role=role, kind=DecisionKind.NOT_ALLOWED, on=QUESTION.as_of, office="avdelingsleder"
    )


def morning(minutes: float, *, keep: bool = False, **more):
    """Washing may move, the wound may not."""
    chain = Chain(
        id="morgen", name="Morgen", tasks=("stell", "sår"), keep_together=keep,
        handover_minutes=minutes,
    )  # fmt: skip
    work = (task("stell", 14, 20, NURSE), task("sår", 7, 20, NURSE, decisions=(refused(HELPER),)))
    return unit(*work, staffing=STAFF, chains=(chain,), **more)


def net(found) -> int:
    return sum(m.minutes.net for m in found.moves)


def freed(found) -> int:
    return sum(role.total("baseline") - role.total("plan") for role in found.roles)


def test_the_receiver_spends_the_hand_over_and_the_move_tells_it():
    found = plan(morning(2))
    move = the_move(found, "stell", HELPER)
    # 14 mornings, the larger count of the two, of 2 minutes each.
    assert (move.minutes.relieved, move.minutes.taken_on, move.minutes.handover) == (280, 280, 28)
    assert net(found) == freed(found) == -28
    assert found.faces == (
        ChainFaces(
            chain="morgen", band="dag", before=1, after=2, minutes_before=0, minutes_after=28
        ),
    )


def test_a_hand_over_that_costs_more_than_the_move_saves_keeps_the_chain_in_one_hand():
    assert plan(morning(20)).moves == ()


def test_a_chain_gathered_in_one_hand_gives_its_hand_over_back():
    chain = Chain(id="c", name="c", tasks=("stell", "mat"), handover_minutes=3)
    work = (task("stell", 10, 30, NURSE), task("mat", 10, 20, HELPER))
    found = plan(unit(*work, staffing=STAFF, chains=(chain,)))
    move = the_move(found, "stell", HELPER)
    assert move.minutes.handover == -30
    assert net(found) == freed(found) == 30
    assert [(f.before, f.after, f.minutes_before) for f in found.faces] == [(2, 1, 30)]


def test_a_visit_that_is_kept_together_has_faces_and_no_hand_over():
    found = plan(morning(2, keep=True))
    assert found.moves == ()
    assert [(f.before, f.after, f.minutes_after) for f in found.faces] == [(1, 1, 0)]

"""The worked examples of the method, section 6, on whole mappings."""

import pytest

from taskmap.model.demands import Demands
from taskmap.model.judgement import DecisionKind, LocalDecision, Risk
from taskmap.model.plan import MoveKind, Status
from taskmap.model.task import Case
from tests.leon.small import CATALOGUE, QUESTION, TWO, plan, staff, task, the_move, unit

NURSE, HELPER, HOST, PHARMACY = "sykepleier", "helsefagarbeider", "matvert", "apotektekniker"


def allowed(role: str, kind: DecisionKind = DecisionKind.ALLOWED) -> LocalDecision:
    return LocalDecision(role=role, kind=kind, on=QUESTION.as_of, office="avdelingsleder")


def refused(role: str) -> LocalDecision:
    return allowed(role, DecisionKind.NOT_ALLOWED)


def medicine_room(factor: float):
    work = task(
        "medisinrom", 60, 60, NURSE, factors={PHARMACY: factor}, decisions=(allowed(PHARMACY),)
    )
    return unit(
        work,
        staffing=(staff(NURSE, 100), staff(PHARMACY, 16, persons=2, dedicated=True)),
    )


def test_1_the_medicine_room_frees_27_hours_gross_and_11_net():
    found = plan(medicine_room(16 / 27))
    move = the_move(found, "medisinrom", PHARMACY)
    assert (move.minutes.relieved, move.minutes.taken_on) == (27 * 60, 16 * 60)
    assert move.minutes.net == 11 * 60
    assert move.cut_by == (("dag", "plan.full"),)
    assert found.status is Status.OPTIMAL


def test_1_with_equal_minutes_nothing_is_freed_in_sum():
    move = the_move(plan(medicine_room(1.0)), "medisinrom", PHARMACY)
    assert (move.minutes.relieved, move.minutes.net) == (16 * 60, 0)


def test_3_a_full_morning_cuts_the_morning_and_lets_the_afternoon_through():
    stell = task("stell", {"morgen": 10, "ettermiddag": 10}, 30, NURSE)
    own = task("eget", {"morgen": 10}, 50, HELPER)
    hours = {"morgen": 10.0, "ettermiddag": 10.0}
    found = plan(unit(stell, own, staffing=(staff(NURSE, hours), staff(HELPER, hours)), bands=TWO))
    move = the_move(found, "stell", HELPER)
    by_band = {part.band: part.relieved for part in move.bands}
    # 85 % of ten hours is 510 minutes, 500 of them filled by the helper's own work.
    assert by_band == {"morgen": 10, "ettermiddag": 300}
    assert move.cut_by == (("morgen", "plan.full"),)


def cascade():
    work = (
        task("prover", 10, 30, NURSE, decisions=(allowed(HELPER), refused(HOST))),
        task("kjokken", 10, 30, HELPER, decisions=(allowed(HOST),)),
    )
    return unit(*work, staffing=(staff(NURSE, 10), staff(HELPER, 5.9), staff(HOST, 6)))


def test_4_a_cascade_moves_both_and_neither_alone():
    # The helper's room is 300 minutes and full: the nurse's work fits only behind the kitchen.
    found = plan(cascade())
    assert the_move(found, "prover", HELPER).minutes.relieved == 300
    assert the_move(found, "kjokken", HOST).minutes.relieved == 300
    without = plan(cascade(), demands=Demands(forbidden=frozenset({("kjokken", HOST)})))
    assert [m for m in without.moves if m.minutes.relieved > 2] == []


def test_5_only_the_stable_share_moves():
    stell = task(
        "stell",
        20,
        30,
        NURSE,
        cases=(
            Case(id="stabil", name="Stabil", share=0.7),
            Case(id="ustabil", name="Ustabil", share=0.3, risk=Risk(3, 4)),
        ),
    )
    found = plan(unit(stell, staffing=(staff(NURSE, 20), staff(HELPER, 20))))
    assert [(m.leaf, m.receiver) for m in found.moves] == [("stell/stabil", HELPER)]
    assert found.moves[0].minutes.relieved == 420
    assert ("stell/ustabil", "risk") in {(h.leaf, h.rulings[0].gate) for h in found.held}


@pytest.mark.parametrize("limit", [None, 0])
def test_7_a_breach_is_repaired_first_outside_k_and_at_a_higher_price(limit):
    library = next(
        code
        for code, known in CATALOGUE.tasks.items()
        if any("death_certificate" in CATALOGUE.rules[r].tags for r in known.rules)
    )
    certificate = task("dodsattest", 1, 20, NURSE, library=library)
    gain = task("kjokken", 10, 30, NURSE, decisions=(allowed(HOST),))
    doctor = staff("sykehjemslege", 10, persons=2)
    mapping = unit(certificate, gain, staffing=(staff(NURSE, 10), doctor, staff(HOST, 10)))
    found = plan(mapping, max_changes=limit)
    first = found.moves[0]
    assert (first.kind, first.leaf, first.receiver) == (
        MoveKind.REPAIR,
        "dodsattest",
        "sykehjemslege",
    )
    assert first.price_saved < 0
    assert [(b.minutes, b.left) for b in found.breaches] == [(20, 0)]
    assert len(found.moves) == (1 if limit == 0 else 2)


def test_8_a_half_mapped_role_is_no_free_room():
    work = task("stell", 10, 30, NURSE)
    plans = {
        complete: plan(
            unit(work, staffing=(staff(NURSE, 10), staff(HELPER, 10, complete=complete)))
        )
        for complete in (True, False)
    }
    assert the_move(plans[True], "stell", HELPER).minutes.relieved == 300
    assert plans[False].moves == ()
    (held,) = plans[False].held
    assert (held.role, held.rulings[0].code) == (HELPER, "plan.not_mapped")
    assert "workload.partial" in {note.code for note in plans[False].assumptions}

"""Other ways of doing a task: stopped, simplified, digitised, moved in time, shared."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from taskmap.leon.case import Case
from taskmap.leon.explain.again import rebuilt
from taskmap.leon.suggest import suggest
from taskmap.model.alternative import Alternative, AlternativeKind
from taskmap.model.amount import Count, Duration
from taskmap.model.demands import Demands
from taskmap.model.judgement import DecisionKind, LocalDecision, Risk
from taskmap.model.plan import Plan
from taskmap.model.question import Price
from taskmap.model.ruling import Condition, Gate, Verdict
from taskmap.model.task import Case as TaskCase
from taskmap.model.task import Chain, Supervision
from tests.leon.small import CATALOGUE, DAY, QUESTION, TWO, plan, staff, task, unit
from tests.small_unit import CATALOGUE as SMALL
from tests.small_unit import asked, ward
from tests.small_unit import task as ward_task

K = AlternativeKind
EVERY = frozenset(AlternativeKind)


def other(kind: K, count: float | dict | None = None, minutes: float | None = None, **more):
    by_band = {"dag": count} if isinstance(count, (int, float)) else count
    return Alternative(
        id=more.pop("id", kind.value),
        kind=kind,
        count=None if by_band is None else Count(by_band),
        minutes=None if minutes is None else Duration(minutes, minutes, minutes),
        **more,
    )


def decided(role: str, kind: DecisionKind = DecisionKind.ALLOWED, **more) -> LocalDecision:
    on = more.pop("on", date(2026, 9, 1))
    return LocalDecision(role=role, kind=kind, on=on, office="avdelingsleder", **more)


def nurses(*tasks, hours: float | dict = 40.0, others=(), **more):
    return unit(*tasks, staffing=(staff("sykepleier", hours), *others), **more)


def weighing(*ways, **more):
    """30 x 20 minutes a week in the nurses' hands."""
    return replace(task("veiing", 30, 20, "sykepleier", alternatives=ways), **more)


def adds_up(found: Plan) -> bool:
    """The net of all moves and alternatives is today's load less the plan's."""
    net = sum(m.minutes.net for m in found.moves) + sum(c.net for c in found.alternatives)
    return net == sum(r.total("baseline") - r.total("plan") for r in found.roles)


def the_way(found: Plan):
    assert adds_up(found)
    (chosen,) = found.alternatives
    return chosen


# --- what each kind does


def test_what_is_stopped_relieves_all_of_it_and_takes_nothing():
    chosen = the_way(plan(nurses(weighing(other(K.STOP))), alternatives=EVERY))
    assert (chosen.task, chosen.relieved, chosen.net) == ("veiing", {"sykepleier": 600}, 600)
    assert chosen.taken_on == {}
    assert chosen.price_saved == 6 * 600


def test_nothing_is_chosen_that_the_question_does_not_accept():
    mapping = nurses(weighing(other(K.STOP)))
    assert plan(mapping).alternatives == ()
    assert plan(mapping, alternatives=EVERY - {K.STOP}).alternatives == ()


def test_what_is_simplified_takes_its_own_count_and_minutes():
    chosen = the_way(plan(nurses(weighing(other(K.SIMPLIFY, 10, 15))), alternatives=EVERY))
    assert (chosen.relieved, chosen.taken_on) == ({"sykepleier": 600}, {"sykepleier": 150})


@pytest.mark.parametrize(("kroner", "pays"), [(1000, True), (8000, False)])
def test_digitised_work_pays_only_while_it_costs_less_than_it_frees(kroner, pays):
    # 600 minutes of a nurse against 100, and kroner at the unit's own mean cost an hour.
    way = other(K.DIGITISE, 10, 10, running_kroner=kroner)
    found = plan(nurses(weighing(way)), alternatives=EVERY, price=Price.COST)
    assert bool(found.alternatives) is pays
    if pays:
        chosen = the_way(found)
        wage = CATALOGUE.roles["sykepleier"].hourly_cost.value
        each = int(wage * 100 / 60 + 0.5)
        assert chosen.kroner == kroner
        assert chosen.price_saved == 500 * each - kroner * 100


def test_one_off_costs_are_spread_over_the_horizon():
    way = other(K.DIGITISE, 10, 10, one_off_kroner=5200, one_off_hours={"sykepleier": 26})
    chosen = the_way(plan(nurses(weighing(way)), alternatives=EVERY))
    assert chosen.kroner == 100
    assert chosen.one_off == {"sykepleier": 30}
    assert chosen.net == 600 - 100 - 30
    half = the_way(plan(nurses(weighing(way)), alternatives=EVERY, horizon_weeks=26))
    assert (half.kroner, half.one_off) == (200, {"sykepleier": 60})


def test_a_task_moved_in_time_relieves_a_full_morning():
    # Mornings are 100 minutes above full hours; the afternoon has room.
    round_ = task("runde", {"morgen": 10}, 30, "sykepleier", alternatives=(
        other(K.MOVE_IN_TIME, {"ettermiddag": 10}, 30),))  # fmt: skip
    rest = task("stell", {"morgen": 20}, 20, "sykepleier")
    mapping = nurses(round_, rest, hours={"morgen": 10.0, "ettermiddag": 12.0}, bands=TWO)
    found = plan(mapping, alternatives=EVERY)
    chosen = the_way(found)
    assert (chosen.relieved, chosen.taken_on, chosen.net) == (
        {"sykepleier": 300},
        {"sykepleier": 300},
        0,
    )
    over = next(level for level in found.objectives if level.name == "over")
    assert (over.baseline, over.value) == (100, 0)


def test_a_task_is_not_moved_in_time_for_nothing():
    round_ = task("runde", {"morgen": 10}, 30, "sykepleier", alternatives=(
        other(K.MOVE_IN_TIME, {"ettermiddag": 10}, 30),))  # fmt: skip
    mapping = nurses(round_, hours={"morgen": 10.0, "ettermiddag": 10.0}, bands=TWO)
    assert plan(mapping, alternatives=EVERY).alternatives == ()


def shared(room: float, **more) -> Alternative:
    more = {"unit": "nabo", "unit_role": "helsefagarbeider", "unit_room": room, **more}
    return other(K.SHARE_BETWEEN_UNITS, 1, 90, **more)


@pytest.mark.parametrize(("room", "chosen"), [(1.4, False), (1.5, True)])
def test_another_unit_does_no_more_than_it_has_said_it_has_room_for(room, chosen):
    found = plan(nurses(weighing(shared(room))), alternatives=EVERY)
    assert bool(found.alternatives) is chosen
    if chosen:
        way = the_way(found)
        assert (way.elsewhere, way.taken_on, way.net) == (90, {}, 600)
        # Its time is priced as here: 600 minutes of level 6 for 90 of level 4.
        assert way.price_saved == 600 * 6 - 90 * 4


def test_work_elsewhere_is_not_free():
    far = other(K.SHARE_BETWEEN_UNITS, 30, 40, unit="nabo", unit_role="sykepleier", unit_room=40)
    assert plan(nurses(weighing(far)), alternatives=EVERY).alternatives == ()


# --- with other hands, missed work, cases, courses


def test_the_work_of_an_alternative_goes_to_the_cheapest_who_may():
    way = other(K.SIMPLIFY, 10, 15, decisions=(decided("helsefagarbeider"),))
    helper = staff("helsefagarbeider", 40)
    found = plan(nurses(weighing(way), others=(helper,)), alternatives=EVERY)
    chosen = the_way(found)
    assert chosen.taken_on == {"helsefagarbeider": 150}
    assert found.moves == ()
    assert found.shares["veiing"] == {"dag": {}}
    assert found.shares["veiing#simplify"]["dag"]["helsefagarbeider"] > 999_000
    assert list(chosen.hands) == ["helsefagarbeider"]


def test_a_full_helper_leaves_part_of_it_to_the_nurse():
    way = other(K.SIMPLIFY, 10, 30, decisions=(decided("helsefagarbeider"),))
    helper = staff("helsefagarbeider", 2)
    chosen = the_way(plan(nurses(weighing(way), others=(helper,)), alternatives=EVERY))
    assert chosen.taken_on["helsefagarbeider"] == 102  # 85 % of two hours
    assert sum(chosen.taken_on.values()) == 300


def test_missed_work_is_made_good_by_another_way_but_not_by_stopping():
    some = {"today": {"dag": {"sykepleier": 0.8}}, "missed": {"dag": 0.2}}
    done = plan(nurses(weighing(other(K.SIMPLIFY, 10, 15), **some), hours=9.5), alternatives=EVERY)
    value = {level.name: level.value for level in done.objectives}
    assert value["missed"] == 0
    assert the_way(done).missed == 0.2
    # Stopped at a cost that does not pay, the share nobody does is no reason to stop.
    dear = other(K.STOP, one_off_kroner=5_000_000)
    assert plan(nurses(weighing(dear, **some)), alternatives=EVERY).alternatives == ()
    gone = plan(nurses(weighing(other(K.STOP), **some), hours=9.5), alternatives=EVERY)
    value = {level.name: (level.baseline, level.value) for level in gone.objectives}
    assert value["missed"][1] == value["missed"][0] > 0


def test_an_alternative_is_for_all_cases_of_a_task():
    cases = (TaskCase(id="stabil", name="Stabil", share=0.7),
             TaskCase(id="ustabil", name="Ustabil", share=0.3))  # fmt: skip
    chosen = the_way(
        plan(nurses(weighing(other(K.SIMPLIFY, 10, 15), cases=cases)), alternatives=EVERY)
    )
    assert (chosen.task, chosen.relieved) == ("veiing", {"sykepleier": 600})


def test_learning_for_an_alternative_is_counted_with_it():
    way = other(
        K.DIGITISE, 10, 10,
        competences=("legemiddelhandtering",), decisions=(decided("helsefagarbeider"),),
    )  # fmt: skip
    helper = staff("helsefagarbeider", 40)
    mapping = unit(weighing(way), staffing=(staff("sykepleier", 8.0), helper))
    chosen = the_way(plan(mapping, alternatives=EVERY))
    assert [t.role for t in chosen.trainings] == ["helsefagarbeider"]
    assert chosen.training["helsefagarbeider"] == sum(t.weekly_minutes for t in chosen.trainings)


def test_whoever_watches_a_new_hand_watches_it_in_an_alternative_too():
    way = other(K.SIMPLIFY, 10, 15, decisions=(decided("helsefagarbeider"),))
    watched = weighing(way, supervision=(Supervision(by="sykepleier", minutes=2),))
    helper = staff("helsefagarbeider", 40)
    chosen = the_way(plan(nurses(watched, others=(helper,)), alternatives=EVERY))
    assert (chosen.taken_on, chosen.supervision) == ({"helsefagarbeider": 150}, {"sykepleier": 20})


# --- law, decisions, risk


def test_silence_asks_for_a_decision_and_a_no_shuts_the_way():
    asks = plan(nurses(weighing(other(K.SIMPLIFY, 10, 15))), alternatives=EVERY)
    rulings = the_way(asks).hands["sykepleier"]
    assert [r.code for r in rulings if r.gate is Gate.POLICY] == ["policy.way_undecided"]
    strict = {"alternatives": EVERY, "accepted": frozenset({Condition.TRAIN})}
    assert plan(nurses(weighing(other(K.SIMPLIFY, 10, 15))), **strict).alternatives == ()
    yes = other(K.SIMPLIFY, 10, 15, decisions=(decided("sykepleier"),))
    assert the_way(plan(nurses(weighing(yes)), **strict)).net == 450
    for kind in (K.SIMPLIFY, K.STOP):
        figures = () if kind is K.STOP else (10, 15)
        no = other(kind, *figures, decisions=(decided("sykepleier", DecisionKind.NOT_ALLOWED),))
        assert plan(nurses(weighing(no)), alternatives=EVERY).alternatives == ()


def test_a_decision_about_the_task_is_none_about_another_way_of_doing_it():
    way = other(K.SIMPLIFY, 10, 15)
    mapping = nurses(weighing(way, decisions=(decided("sykepleier"),)))
    strict = {"alternatives": EVERY, "accepted": frozenset({Condition.TRAIN})}
    assert plan(mapping, **strict).alternatives == ()


@pytest.mark.parametrize(("weight", "code"), [(3, None), (4, "risk.less")])
def test_what_weighs_when_missed_is_not_stopped_unseen(weight, code):
    mapping = nurses(weighing(other(K.STOP), weight_if_missed=weight))
    rulings = the_way(plan(mapping, alternatives=EVERY)).rulings
    assert [r.code for r in rulings] == [*([code] if code else []), "policy.stop_undecided"]
    decision = other(K.STOP, decisions=(decided("sykepleier"),))
    mapping = nurses(weighing(decision, weight_if_missed=weight))
    seen = the_way(plan(mapping, alternatives=EVERY)).rulings
    assert all(r.verdict is Verdict.PASS for r in seen)


@pytest.mark.parametrize("kind", [K.SIMPLIFY, K.DIGITISE, K.MOVE_IN_TIME, K.SHARE_BETWEEN_UNITS])
def test_the_law_holds_for_every_way_of_doing_a_task(kind):
    """A death certificate is the doctor's, whatever a local decision says of another way."""
    there = {"unit": "near", "unit_role": "worker", "unit_room": 40.0}
    way = other(
        kind, {"day": 5}, 10, minutes_of="worker", decisions=(decided("worker"),),
        **(there if kind is K.SHARE_BETWEEN_UNITS else {}),
    )  # fmt: skip
    held = ward_task("certificate", {"day": 5}, minutes=30, today="doctor", alternatives=(way,))
    for tags, allowed in ((("death",), False), ((), True)):
        mapping = ward(replace(held, tags=tags))
        found = suggest(mapping, SMALL, replace(asked(), alternatives=EVERY, upwards=True))
        assert any(set(chosen.hands) - {"doctor"} for chosen in found.alternatives) is allowed


def test_an_alternative_of_grave_consequence_must_be_scored_itself():
    grave = weighing(other(K.DIGITISE, 10, 10), risk=Risk(1, 4))
    assert plan(nurses(grave), alternatives=EVERY).alternatives == ()
    scored = weighing(other(K.DIGITISE, 10, 10, risk=Risk(1, 4)), risk=Risk(1, 4))
    assert the_way(plan(nurses(scored), alternatives=EVERY)).net == 500


def test_a_task_of_a_visit_has_no_other_way_by_itself():
    visit = (Chain(id="besok", name="Besøk", tasks=("veiing", "stell"), keep_together=True),)
    mapping = nurses(weighing(other(K.STOP)), task("stell", 30, 10, "sykepleier"), chains=visit)
    assert plan(mapping, alternatives=EVERY).alternatives == ()


# --- pins, limits, wholes


def test_a_pinned_task_has_no_alternative():
    pinned = Demands(pinned=frozenset({"veiing"}))
    found = plan(nurses(weighing(other(K.STOP))), alternatives=EVERY, demands=pinned)
    assert found.alternatives == ()


def test_what_is_forbidden_a_role_is_forbidden_in_every_way():
    way = other(K.SIMPLIFY, 10, 15, decisions=(decided("helsefagarbeider"),))
    mapping = nurses(weighing(way), others=(staff("helsefagarbeider", 40),))
    no = Demands(forbidden=frozenset({("veiing", "helsefagarbeider")}))
    chosen = the_way(plan(mapping, alternatives=EVERY, demands=no))
    assert chosen.taken_on == {"sykepleier": 150}


def test_an_alternative_counts_once_against_the_limit():
    two = (weighing(other(K.STOP)), replace(weighing(other(K.STOP)), id="maling"))
    mapping = nurses(*two)
    assert len(plan(mapping, alternatives=EVERY).alternatives) == 2
    assert len(plan(mapping, alternatives=EVERY, max_changes=1).alternatives) == 1
    # Overload is no way around the limit: that is for moves.
    full = nurses(*two, hours=10)
    assert plan(full, alternatives=EVERY, max_changes=0).alternatives == ()


def test_indivisible_work_stays_with_one_role_in_every_way():
    way = other(K.SIMPLIFY, 10, 30, decisions=(decided("helsefagarbeider"),))
    whole = weighing(way, divisible=False, one_role_all_bands=True)
    mapping = nurses(whole, others=(staff("helsefagarbeider", 2),))
    assert the_way(plan(mapping, alternatives=EVERY)).taken_on == {"sykepleier": 300}


def test_frequent_work_keeps_two_who_can_in_every_way():
    way = other(K.SIMPLIFY, 10, 30, decisions=(decided("helsefagarbeider"),))
    alone = staff("helsefagarbeider", 40, persons=1)
    chosen = the_way(plan(nurses(weighing(way), others=(alone,)), alternatives=EVERY))
    assert chosen.taken_on["sykepleier"] >= 300 * 0.05 - 1


def test_the_better_of_two_ways_is_taken():
    ways = (other(K.SIMPLIFY, 10, 15), other(K.MOVE_IN_TIME, 30, 20), other(K.DIGITISE, 5, 15))
    assert the_way(plan(nurses(weighing(*ways)), alternatives=EVERY)).kind is K.DIGITISE


# --- the three prices


@pytest.mark.parametrize("price", list(Price))
def test_running_cost_enters_every_price_at_its_exchange(price):
    way = other(K.DIGITISE, 10, 10, running_kroner=500)
    mapping = unit(weighing(way), staffing=(staff("sykepleier", 40, vacant=1.0, hired=1.0),))
    with_cost = the_way(plan(mapping, alternatives=EVERY, price=price))
    free = unit(weighing(replace(way, running_kroner=0)), staffing=mapping.staffing)
    without = the_way(plan(free, alternatives=EVERY, price=price))
    wage = CATALOGUE.roles["sykepleier"].hourly_cost.value
    # One role: its mean weight is its own, so a krone buys 60 / wage of its minutes.
    weight = {Price.LEVEL: 6, Price.COST: int(wage * 100 / 60 + 0.5), Price.SCARCITY: 167}[price]
    krone = 100 if price is Price.COST else 60 * weight / wage
    assert without.price_saved == 500 * weight
    assert with_cost.price_saved == pytest.approx(500 * weight - 500 * krone, abs=1)


def test_a_plan_tells_which_of_two_ways_without_hands_it_took():
    mapping = nurses(weighing(other(K.STOP, one_off_kroner=100), shared(2)))
    found = plan(mapping, alternatives=EVERY)
    case = Case.of(mapping, CATALOGUE, replace(QUESTION, alternatives=EVERY))
    again = rebuilt(case, found)
    names = [option.name for option in again.problem.options]
    assert [names[k] for k in np.flatnonzero(again.solution.chosen)] == ["veiing#stop"]


def test_a_task_with_alternatives_nobody_accepts_is_solved_as_if_it_had_none():
    bare, rich = nurses(weighing()), nurses(weighing(other(K.STOP)))
    problems = [Case.of(m, CATALOGUE, QUESTION).problem() for m in (bare, rich)]
    assert [p.leaves for p in problems] == [("veiing",), ("veiing",)]
    assert problems[1].options == ()
    assert DAY[0].id == "dag"


# --- what is accepted and not taken


def left(found: Plan):
    return {one.alternative: [ruling.code for ruling in one.rulings] for one in found.ways_left}


def test_a_way_not_taken_tells_what_holds_it():
    dear = other(K.DIGITISE, 10, 10, running_kroner=8000)
    assert left(plan(nurses(weighing(dear)), alternatives=EVERY, price=Price.COST)) == {
        "digitise": ["plan.way_no_better"]
    }
    two = weighing(other(K.SIMPLIFY, 10, 15), other(K.DIGITISE, 10, 10))
    assert left(plan(nurses(two), alternatives=EVERY)) == {"simplify": ["plan.way_other"]}
    pinned = Demands(pinned=frozenset({"veiing"}))
    assert left(plan(nurses(weighing(dear)), alternatives=EVERY, demands=pinned)) == {
        "digitise": ["plan.way_pinned"]
    }


def test_a_way_beyond_the_limit_is_held_by_it_and_one_not_asked_for_is_not_told():
    small = replace(weighing(other(K.STOP)), id="liten", name="liten", count=Count({"dag": 5}))
    mapping = nurses(weighing(other(K.STOP)), small)
    found = plan(mapping, alternatives=EVERY, max_changes=1)
    assert the_way(found).task == "veiing"
    assert left(found) == {"stop": ["plan.way_limit"]}
    assert found.ways_left[0].rulings[0].values == {"tasks": 1}
    assert left(plan(mapping, alternatives=EVERY - {K.STOP})) == {}


def test_a_way_its_gates_shut_is_held_by_them():
    no = other(K.STOP, decisions=(decided("sykepleier", DecisionKind.NOT_ALLOWED),))
    (one,) = plan(nurses(weighing(no)), alternatives=EVERY).ways_left
    assert [(r.gate, r.verdict) for r in one.rulings] == [(Gate.POLICY, Verdict.FAIL)]

"""What frees a task: true when done to the unit by hand, and nothing of it can be left out."""

from dataclasses import replace
from pathlib import Path as File

import pytest

from taskmap.catalogue import load
from taskmap.document import read_mapping
from taskmap.leon.case import Case as Situation
from taskmap.leon.explain.again import Solver
from taskmap.leon.explain.codes import FREE
from taskmap.leon.explain.freeing import NODES, freeings
from taskmap.leon.suggest import suggest
from taskmap.model.demands import Demands
from taskmap.model.judgement import DecisionKind, LocalDecision, Risk
from taskmap.model.question import DEFAULT_CONDITIONS, Price
from taskmap.model.ruling import Condition, Gate
from taskmap.model.task import Case
from taskmap.solver.highs import Limits
from tests.leon.explain.change import done, rest_kept
from tests.leon.small import CATALOGUE, QUESTION, TWO, staff, task, unit

NURSE, HELPER, HOST, SECRETARY = "sykepleier", "helsefagarbeider", "matvert", "helsesekretaer"
MEDICINES = "legemiddelhandtering"
NO_COURSES = DEFAULT_CONDITIONS - {Condition.TRAIN}


def refused(role):
    return LocalDecision(
        role=role, kind=DecisionKind.NOT_ALLOWED, on=QUESTION.as_of, office="avdelingsleder"
    )


def three(**more):
    return unit(
        task("maaltid", 10, 10, NURSE),
        task("stell", 10, 20, NURSE),
        task("prat", 7, 30, NURSE),
        staffing=(staff(NURSE, 40), staff(HELPER, more.pop("hours", 10), **more)),
    )


def medicine(**more):
    return task("medisin", 14, 10, NURSE, competences=(MEDICINES,), **more)


CASES = {
    "pinned": (three(), {"demands": Demands(pinned=frozenset({"prat"}))}, ["free.pinned"]),
    "forbidden": (
        three(),
        {"demands": Demands(forbidden=frozenset({("prat", HELPER)}))},
        ["free.forbidden"],
    ),
    "two demands": (
        three(),
        {
            "demands": Demands(
                forbidden=frozenset({("prat", HELPER)}), pinned_roles=frozenset({HELPER})
            )
        },
        ["free.forbidden", "free.pinned_roles"],
    ),
    "cap": (three(), {"demands": Demands(cap_role={HELPER: 210})}, ["free.cap_role"]),
    "limit": (three(), {"max_changes": 1}, ["free.limit"]),
    "hours": (three(hours=1), {}, ["free.hours"]),
    "smallest move": (
        unit(
            task(
                "delt",
                10,
                10,
                NURSE,
                cases=(
                    Case(id="lett", name="Lett", share=0.2),
                    Case(id="tung", name="Tung", share=0.8, decisions=(refused(HELPER),)),
                ),
            ),
            staffing=(staff(NURSE, 40), staff(HELPER, 10)),
        ),
        {},
        ["free.min_move"],
    ),
    "risk": (
        unit(
            task("grav", 10, 10, NURSE, risk_of={HELPER: Risk(4, 4)}),
            staffing=(staff(NURSE, 40), staff(HELPER, 10)),
        ),
        {},
        ["free.risk"],
    ),
    "risk and hours": (
        unit(
            task("grav", 10, 10, NURSE, risk=Risk(2, 4)),
            task("eget", 5, 10, HELPER),
            staffing=(staff(NURSE, 40), staff(HELPER, 1)),
        ),
        {},
        ["free.assessment", "free.hours"],
    ),
    "decision": (
        unit(
            task("rom", 10, 10, NURSE),
            staffing=(staff(NURSE, 40), staff(HELPER, 10, dedicated=True)),
        ),
        {},
        ["free.decision"],
    ),
    "course": (
        unit(medicine(), staffing=(staff(NURSE, 40), staff(HELPER, 20, persons=6))),
        {"accepted": NO_COURSES},
        ["free.course"],
    ),
    "money": (
        unit(
            task("medisin", 70, 10, NURSE, competences=(MEDICINES,)),
            staffing=(staff(NURSE, 40), staff(HELPER, 40, persons=6)),
        ),
        {"demands": Demands(training_kroner=0.0)},
        ["free.training_kroner"],
    ),
    "training hours": (
        unit(
            task("medisin", 70, 10, NURSE, competences=(MEDICINES,)),
            staffing=(staff(NURSE, 40), staff(HELPER, 40, persons=6)),
        ),
        {"demands": Demands(training_hours=0.0)},
        ["free.training_hours"],
    ),
    "seats": (
        unit(
            task("medisin", 70, 10, NURSE, competences=(MEDICINES,)),
            staffing=(staff(NURSE, 40), staff(HELPER, 40, persons=6)),
        ),
        {"demands": Demands(seats={CATALOGUE.course_for[MEDICINES].id: 0})},
        ["free.seats"],
    ),
    "risk, for the plan teaches by itself": (
        unit(medicine(risk=Risk(2, 4)), staffing=(staff(NURSE, 40), staff(HELPER, 20, persons=6))),
        {},
        ["free.assessment"],
    ),
    "risk and course": (
        unit(medicine(risk=Risk(2, 4)), staffing=(staff(NURSE, 40), staff(HELPER, 20, persons=6))),
        {"accepted": NO_COURSES},
        ["free.assessment", "free.course"],
    ),
    "few moves": (
        unit(
            task("stell", 10, 20, NURSE),
            task("prat", 10, 4, NURSE),
            staffing=(staff(NURSE, 40), staff(HELPER, 20)),
        ),
        {"few_moves": 10.0, "min_move": 0, "demands": Demands(training_hours=0.0)},
        ["free.few_moves"],
    ),
    "forced to stay": (
        three(),
        {"demands": Demands(forced={("maaltid", NURSE): 1.0})},
        ["free.forced"],
    ),
    "forced to a third": (
        unit(
            replace(task("rom", 10, 10, NURSE), today={"dag": {NURSE: 0.5, HOST: 0.5}}),
            staffing=(staff(NURSE, 40), staff(HELPER, 10), staff(HOST, 10)),
        ),
        {"demands": Demands(forced={("rom", NURSE): 0.5})},
        ["free.forced"],
    ),
    "taken out": (
        unit(
            task("stell", 10, 20, NURSE, decisions=(refused(HOST),)),
            task("eget", 10, 30, HELPER),
            staffing=(staff(NURSE, 40), staff(HELPER, 6), staff(HOST, 10)),
        ),
        {"demands": Demands(taken_out={HELPER: {"dag": 5.0}})},
        ["free.taken_out"],
    ),
    "partly mapped": (
        unit(
            task("stell", 10, 20, NURSE),
            task("eget", 10, 10, HELPER),
            staffing=(staff(NURSE, 40), staff(HELPER, 20, complete=False)),
        ),
        {},
        ["free.mapped"],
    ),
    "partly mapped and short": (
        unit(
            task("stell", 10, 60, NURSE),
            task("eget", 10, 10, HELPER),
            staffing=(staff(NURSE, 40), staff(HELPER, 5, complete=False)),
        ),
        {},
        ["free.hours_named"],
    ),
    "two bands": (
        unit(
            task("hele", {"morgen": 2, "ettermiddag": 2}, 10, NURSE, one_role_all_bands=True),
            task("eget", {"morgen": 5, "ettermiddag": 5}, 10, HELPER),
            staffing=(
                staff(NURSE, {"morgen": 10, "ettermiddag": 10}),
                staff(HELPER, {"morgen": 1, "ettermiddag": 1}),
            ),
            bands=TWO,
        ),
        {},
        ["free.hours", "free.hours"],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_each_kind_of_change_frees_and_none_of_it_can_be_left_out(name):
    mapping, asked, codes = CASES[name]
    question = replace(QUESTION, **asked)
    plan = suggest(mapping, CATALOGUE, question)
    found = freeings(mapping, CATALOGUE, question, plan)
    assert found[0].leaf == plan.held[0].leaf
    told = [one for one in found if one.steps]
    assert codes in [[step.code for step in one.steps] for one in told]
    for one in told:
        assert all(set(step.values) == set(FREE[step.code]) for step in one.steps)
        kept = rest_kept(question, plan, one.leaf)
        assert relieved(*done(mapping, kept, one.steps), one) == one.minutes > 0
        for left_out in one.steps:
            fewer = [step for step in one.steps if step is not left_out]
            assert relieved(*done(mapping, kept, fewer), one) == 0, left_out


def relieved(mapping, question, one):
    """Minutes the plan of the changed unit takes from the giver, solved from nothing."""
    plan = suggest(mapping, CATALOGUE, question)
    return sum(
        move.minutes.relieved
        for move in plan.moves
        if (move.leaf, move.giver) == (one.leaf, one.giver)
    )


def test_hours_are_no_more_than_needed():
    """200 minutes at ceiling 0.85, of which 51 are there: 149 / 0.85 is 175.3, so 180."""
    mapping = unit(
        task("stell", 10, 20, NURSE, divisible=False),
        staffing=(staff(NURSE, 40), staff(HELPER, 1)),
    )
    plan = suggest(mapping, CATALOGUE, QUESTION)
    (found,) = freeings(mapping, CATALOGUE, QUESTION, plan)
    (step,) = found.steps
    assert (step.values["minutes"], found.minutes) == (180, 200)
    less = replace(step, values={**step.values, "minutes": 165})
    assert relieved(*done(mapping, QUESTION, [less]), found) == 0


def test_hours_are_enough_to_the_minute():
    """28 + 240 minutes; five and a quarter hours at 0.85 hold 267 of them, and not the last."""
    mapping = unit(
        task("eget", 7, 4, HELPER),
        task("stell", 8, 30, NURSE, divisible=False),
        staffing=(staff(NURSE, 40), staff(HELPER, 1)),
    )
    plan = suggest(mapping, CATALOGUE, QUESTION)
    (found,) = freeings(mapping, CATALOGUE, QUESTION, plan)
    assert [step.values["minutes"] for step in found.steps] == [270]
    assert relieved(*done(mapping, QUESTION, found.steps), found) == 240


def test_hours_that_take_away_what_another_move_put_right():
    """The nurse has taken 480 minutes from the helper's overload; that is kept, though dearer."""
    mapping = unit(
        task("eget", 10, 60, HELPER),
        task("stell", 10, 20, NURSE),
        staffing=(staff(NURSE, 40), staff(HELPER, 2)),
    )
    plan = suggest(mapping, CATALOGUE, QUESTION)
    assert [(move.leaf, move.receiver) for move in plan.moves] == [("eget", NURSE)]
    (found,) = freeings(mapping, CATALOGUE, QUESTION, plan)
    assert (found.leaf, found.minutes) == ("stell", 200)
    assert [step.code for step in found.steps] == ["free.hours"]


def test_as_few_persons_as_the_work_asks_for():
    """14 a week that go as a whole: two must be able, though one of six has hours enough."""
    mapping = unit(
        medicine(divisible=False), staffing=(staff(NURSE, 40), staff(HELPER, 20, persons=6))
    )
    question = replace(QUESTION, accepted=NO_COURSES)
    plan = suggest(mapping, CATALOGUE, question)
    (found,) = freeings(mapping, CATALOGUE, question, plan)
    (step,) = found.steps
    assert step.values == {"role": HELPER, "competence": MEDICINES, "persons": 2}
    fewer = replace(step, values={**step.values, "persons": 1})
    assert relieved(*done(mapping, question, [fewer]), found) == 0


@pytest.mark.parametrize(
    ("closed", "code"),
    [
        (task("attest", 10, 20, "sykehjemslege", tags=("death_certificate",)), "law.exclusive"),
        (task("nei", 10, 20, NURSE, decisions=(refused(HELPER),)), "policy.not_allowed"),
    ],
)
def test_law_and_a_decided_no_are_never_offered(closed, code):
    mapping = unit(
        closed,
        staffing=(staff("sykehjemslege", 40), staff(NURSE, 40), staff(HELPER, 20)),
    )
    plan = suggest(mapping, CATALOGUE, QUESTION)
    (held,) = plan.held
    assert held.rulings[0].code == code
    (found,) = freeings(mapping, CATALOGUE, QUESTION, plan)
    assert (found.steps, found.tried) == ((), True)


def allowed(*roles):
    kind = DecisionKind.ALLOWED
    return tuple(
        LocalDecision(role=role, kind=kind, on=QUESTION.as_of, office="avdelingsleder")
        for role in roles
    )


def test_a_third_role_is_tried_where_the_nearer_two_cannot_be_opened():
    """Two roles are nearer, but nobody works in them; the assistant lacks two of the unit's yes."""
    mapping = unit(
        medicine(
            risk=Risk(2, 4),
            risk_of={HELPER: Risk(1, 1), SECRETARY: Risk(1, 1)},
            decisions=allowed(HELPER, SECRETARY),
        ),
        staffing=(
            staff(NURSE, 40),
            staff(HELPER, 20, persons=0),
            staff(SECRETARY, 20, persons=0),
            staff("assistent", 20, persons=5, competences={MEDICINES: 4}),
        ),
    )
    question = replace(QUESTION, accepted=DEFAULT_CONDITIONS - {Condition.DECIDE})
    plan = suggest(mapping, CATALOGUE, question)
    (found,) = freeings(mapping, CATALOGUE, question, plan)
    assert (found.role, found.minutes) == ("assistent", 140)
    assert [step.code for step in found.steps] == ["free.decision", "free.assessment"]
    kept = rest_kept(question, plan, found.leaf)
    assert relieved(*done(mapping, kept, found.steps), found) == 140


@pytest.mark.parametrize(
    ("others", "tried"), [((HELPER, HOST), True), ((HELPER, HOST, SECRETARY), False)]
)
def test_a_leaf_is_said_to_be_tried_when_every_role_it_could_be_opened_to_was(others, tried):
    """Done seven times a week, and 5,000 times a year is what it takes to stay in practice."""
    mapping = unit(
        task("sjelden", 7, 20, NURSE, min_volume=5000),
        staffing=(staff(NURSE, 40), *(staff(role, 40) for role in others)),
    )
    plan = suggest(mapping, CATALOGUE, QUESTION)
    (found,) = freeings(mapping, CATALOGUE, QUESTION, plan)
    assert (found.steps, found.tried) == ((), tried)


def test_a_plan_of_another_question_is_refused():
    plan = suggest(three(), CATALOGUE, QUESTION)
    with pytest.raises(ValueError, match="does not answer"):
        freeings(three(hours=1), CATALOGUE, QUESTION, plan)


def test_with_nothing_changed_the_plan_of_a_ward_is_found_again():
    """Told in millionths it is a plan all the same: "none" would be the solver's last digit."""
    name = "mappings/granmo/lia.yaml"
    mapping, _ = read_mapping((File(__file__).parents[3] / name).read_bytes(), file=name)
    case = Situation.of(mapping, load(mapping.unit.country), QUESTION)
    moving = case.solved()
    solver = Solver(moving.solution, Limits(nodes=NODES))
    for leaf in ("spisehjelp", "maaltid", "oppvask"):
        again = solver.cheapest(moving.problem, (moving.problem.leaves.index(leaf),))
        assert again.solution is not None, leaf


def test_gates_and_prices_beside_the_default_are_heard():
    question = replace(
        QUESTION, price=Price.COST, demands=Demands(forbidden_gates=frozenset({Gate.POLICY}))
    )
    plan = suggest(three(), CATALOGUE, question)
    found = freeings(three(), CATALOGUE, question, plan)
    assert {step.code for one in found for step in one.steps} <= {
        "free.forbidden_gates",
        "free.decision",
    }
    assert found

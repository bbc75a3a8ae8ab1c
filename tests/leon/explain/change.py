"""What a step says, done to the unit and the question by hand: shares nothing with the search."""

from collections import defaultdict
from dataclasses import replace

from taskmap.model.demand import Demand, listed, taken_away
from taskmap.model.demands import Demands
from taskmap.model.judgement import DecisionKind, LocalDecision, Risk
from tests.leon.small import QUESTION


def done(mapping, question, steps):
    """The unit and the question after these steps."""
    for step in steps:
        mapping, question = _one(mapping, question, step.code.removeprefix("free."), step.values)
    return mapping, question


def rest_kept(question, plan, leaf):
    """The question with all other tasks as in the plan: pinned, or forced and capped."""
    moved, got = defaultdict(float), defaultdict(float)
    for move in plan.moves:
        moved[move.leaf] += move.share if move.giver else 0.0
        got[move.leaf, move.receiver] += move.share
    most = {pair: max(0.0, round(share - 1e-5, 6)) for pair, share in got.items()}
    taken = {**question.demands.forced, **most}
    still = frozenset(one for one in plan.shares if one not in moved and one != leaf)
    demands = replace(
        question.demands,
        pinned=question.demands.pinned | still,
        cap_leaf={**question.demands.cap_leaf, **{one: min(1.0, s) for one, s in moved.items()}},
        forced=taken,
    )
    return replace(question, demands=demands)


def _one(mapping, question, kind, values):
    if kind in OF_UNIT:
        return OF_UNIT[kind](mapping, values), question
    if kind == "limit":
        return mapping, replace(question, max_changes=values["tasks"])
    if kind == "min_move":
        return mapping, replace(question, min_move=values["minutes"])
    if kind == "few_moves":
        return mapping, replace(question, few_moves=0.0)
    if kind in BUDGETS:
        return mapping, replace(question, demands=BUDGETS[kind](question.demands, values))
    return mapping, _without(question, kind, values)


def _decided(mapping, values):
    decision = LocalDecision(
        role=values["role"],
        kind=DecisionKind.ALLOWED,
        on=QUESTION.as_of,
        office="avdelingsleder",
    )
    return _task(mapping, values, lambda t: {"decisions": (*t.decisions, decision)})


def _signed(mapping, values):
    known = {values["role"]: Risk(4, 4, signed=QUESTION.as_of)}
    return _task(mapping, values, lambda _: {"risk_of": known})


def _assessed(mapping, values):
    return _task(mapping, values, lambda _: {"risk_of": {values["role"]: Risk(1, 4)}})


def _without(question, field, values):
    about = tuple(values[n] for n in ("leaf", "role", "gate", "course", "band") if n in values)
    (found,) = (d for d in listed(question.demands) if (d.field, d.about) == (field, about))
    assert isinstance(found, Demand)
    left: Demands = taken_away(question.demands, found)
    return replace(question, demands=left)


def _more_hours(mapping, values):
    hours = values["minutes"] / 60
    return _staff(
        mapping,
        values,
        lambda s: {
            "rostered": {**s.rostered, values["band"]: s.rostered.get(values["band"], 0.0) + hours}
        },
    )


def _named(mapping, values, name="minutes"):
    hours = values[name] / 60
    return _staff(
        mapping,
        values,
        lambda s: {
            "free_hours": {
                **s.free_hours,
                values["band"]: s.free_hours.get(values["band"], 0.0) + hours,
            }
        },
    )


def _more_named_hours(mapping, values):
    return _named(_more_hours(mapping, values), values, "free_minutes")


def _raised(name, value):
    return lambda demands, values: replace(
        demands, **{name: getattr(demands, name) + values[value]}
    )


def _more_seats(demands, values):
    course, persons = values["course"], values["persons"]
    return replace(demands, seats={**demands.seats, course: demands.seats[course] + persons})


def _taught(mapping, values):
    def more(staffing):
        held = staffing.competences.get(values["competence"], 0) + values["persons"]
        return {"competences": {**staffing.competences, values["competence"]: held}}

    return _staff(mapping, values, more)


def _staff(mapping, values, change):
    return replace(
        mapping,
        staffing=tuple(
            replace(s, **change(s)) if s.role == values["role"] else s for s in mapping.staffing
        ),
    )


def _task(mapping, values, change):
    return replace(
        mapping,
        tasks=tuple(
            replace(t, **change(t)) if t.id == values["leaf"] else t for t in mapping.tasks
        ),
    )


BUDGETS = {
    "training_kroner": _raised("training_kroner", "cost"),
    "training_hours": _raised("training_hours", "hours"),
    "seats": _more_seats,
}
OF_UNIT = {
    "hours": _more_hours,
    "mapped": _named,
    "hours_named": _more_named_hours,
    "course": _taught,
    "decision": _decided,
    "risk": _signed,
    "assessment": _assessed,
}

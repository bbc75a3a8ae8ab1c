"""The answer of ``taskmap suggest`` as a JSON object."""

from collections.abc import Iterable
from dataclasses import asdict

from taskmap.model.demands import Demands
from taskmap.model.plan import (
    BandLoad,
    Breach,
    Held,
    LeafLevel,
    Move,
    Note,
    Objective,
    OpenQuestion,
    Plan,
    RoleLoad,
    Training,
)
from taskmap.model.question import Question
from taskmap.present.assumptions import told as note_told
from taskmap.present.exact.rulings import rulings_list
from taskmap.present.exact.text import Object, hours, number, plain
from taskmap.present.names import Speaker

SCHEMA = "taskmap/suggest/1"


def suggest_object(plan: Plan, speaker: Speaker) -> Object:
    """A plan with everything that explains it; time used is not in it.

    Args:
        plan: the answer.
        speaker: the mapping's catalogue for sources, and the language of messages.
    """
    return {
        "schema": SCHEMA,
        "unit": plan.unit,
        "hashes": {name: plan.hashes.get(name) for name in ("mapping", "catalogue", "question")},
        "versions": dict(sorted(plan.versions.items())),
        "question": question_object(plan.question),
        "status": plan.status.value,
        "objectives": [_objective(level) for level in plan.objectives],
        "breaches": [_breach(breach, speaker) for breach in plan.breaches],
        "moves": [_move(move, speaker) for move in plan.moves],
        "alternatives": [],
        "held": [_held(held, speaker) for held in plan.held],
        "open_questions": [_open_question(asked) for asked in plan.open_questions],
        "assumptions": _notes(plan.assumptions, speaker),
        "relaxed": _notes(plan.relaxed, speaker),
        "roles": [_role(load) for load in plan.roles],
        "levels": [level_object(level) for level in plan.levels],
    }


def question_object(question: Question) -> Object:
    """Every limit the plan was asked under, sets in alphabetical order."""
    asked = asdict(question)
    return asked | {
        "as_of": question.as_of.isoformat(),
        "price": question.price.value,
        "level_weights": {str(k): v for k, v in sorted(question.level_weights.items())},
        "accepted": sorted(condition.value for condition in question.accepted),
        "demands": demands_object(question.demands),
        "alternatives": sorted(kind.value for kind in question.alternatives),
    }


def demands_object(demands: Demands) -> Object:
    """Pins, bans, forced moves, caps and budgets."""
    return {
        "pinned": sorted(demands.pinned),
        "pinned_roles": sorted(demands.pinned_roles),
        "forbidden": [{"task": leaf, "role": role} for leaf, role in sorted(demands.forbidden)],
        "forbidden_roles": sorted(demands.forbidden_roles),
        "forbidden_gates": sorted(gate.value for gate in demands.forbidden_gates),
        "forced": [
            {"task": leaf, "role": role, "share": number(share)}
            for (leaf, role), share in sorted(demands.forced.items())
        ],
        "cap_task": {leaf: number(share) for leaf, share in sorted(demands.cap_leaf.items())},
        "cap_role": {role: hours(most) for role, most in sorted(demands.cap_role.items())},
        "cap_gate": {gate.value: most for gate, most in sorted(demands.cap_gate.items())},
        "training_kroner": demands.training_kroner,
        "training_hours": demands.training_hours,
        "seats": dict(sorted(demands.seats.items())),
        "registered_floor": {b: number(s) for b, s in sorted(demands.registered_floor.items())},
        "taken_out": {
            role: dict(sorted(b.items())) for role, b in sorted(demands.taken_out.items())
        },
    }


def level_object(level: LeafLevel) -> Object:
    """Where a task is done and where it could be."""
    return {
        "task": level.leaf,
        "today": _by_role(level.today.items()),
        "planned": _by_role(level.planned.items()),
        "effective_role": level.effective,
        "effective_level": level.effective_level,
        "ready_role": level.ready,
        "ready_level": level.ready_level,
        "permitted_level": level.permitted_level,
        "needs_training": level.needs_training,
    }


def _objective(level: Objective) -> Object:
    return {
        "name": level.name,
        "baseline": level.baseline,
        "value": level.value,
        "bound": number(level.bound),
        "gap": number(level.gap),
    }


def _breach(breach: Breach, speaker: Speaker) -> Object:
    return {
        "task": breach.leaf,
        "role": breach.role,
        "hours": hours(breach.minutes),
        "rulings": rulings_list(breach.rulings, speaker),
    }


def _move(move: Move, speaker: Speaker) -> Object:
    minutes = move.minutes
    parts = ("relieved", "taken_on", "supervision", "handover", "training", "net")
    return {
        "kind": move.kind.value,
        "task": move.leaf,
        "from": move.giver,
        "to": move.receiver,
        "bands": [
            {
                "band": part.band,
                "occurrences_per_week": number(part.occurrences),
                "hours": {"relieved": hours(part.relieved), "taken_on": hours(part.taken_on)},
            }
            for part in move.bands
        ],
        "occurrences_per_week": number(move.occurrences),
        "hours": {part: hours(getattr(minutes, part)) for part in parts},
        "freed_fte": {
            "gross": number(move.freed_fte_gross, 4),
            "net": number(move.freed_fte_net, 4),
        },
        "breakeven_weeks": number(move.breakeven_weeks, 2),
        "breakeven_factor": number(move.breakeven_factor, 4),
        "training": [_training(training) for training in move.training],
        "rulings": rulings_list(move.rulings, speaker),
    }


def _training(training: Training) -> Object:
    return {
        "role": training.role,
        "competence": training.competence,
        "course": training.course,
        "persons": training.persons,
        "hours_per_person": number(training.hours_per_person, 4),
        "price_per_person": number(training.price_per_person, 2),
    }


def _held(held: Held, speaker: Speaker) -> Object:
    return {
        "task": held.leaf,
        "role": held.role,
        "rulings": rulings_list(held.rulings, speaker),
    }


def _open_question(asked: OpenQuestion) -> Object:
    return {
        "task": asked.leaf,
        "role": asked.role,
        "gate": asked.gate.value,
        "hours": hours(asked.minutes),
        "who": asked.who.value,
    }


def _notes(notes: Iterable[Note], speaker: Speaker) -> list[Object]:
    return [
        {
            "code": note.code,
            "message": note_told(note, speaker),
            "values": {name: plain(value) for name, value in note.values.items()},
        }
        for note in notes
    ]


def _role(load: RoleLoad) -> Object:
    return {
        "role": load.role,
        "level": load.level,
        **{
            f"{name}_hours": hours(load.total(name))
            for name in ("full", "room", "other", "baseline", "plan")
        },
        "bands": [_band(band) for band in load.bands],
    }


def _band(band: BandLoad) -> Object:
    return {
        "band": band.band,
        "full_hours": hours(band.full),
        "room_hours": hours(band.room),
        "other_hours": hours(band.other),
        "baseline_hours": hours(band.baseline),
        "plan_hours": hours(band.plan),
    }


def _by_role(minutes: Iterable[tuple[str, int]]) -> list[Object]:
    return [{"role": role, "hours": hours(spent)} for role, spent in sorted(minutes)]

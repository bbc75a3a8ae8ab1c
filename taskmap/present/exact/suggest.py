"""The answer of ``taskmap suggest`` as a JSON object."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from taskmap.document import question_table
from taskmap.model.plan import (
    BandLoad,
    Breach,
    Held,
    LeafLevel,
    Move,
    Objective,
    OpenQuestion,
    Plan,
    RoleLoad,
)
from taskmap.model.scenario import ScenarioId
from taskmap.present.exact.alternatives import alternatives_list, ways_left_list
from taskmap.present.exact.continuity import faces_object, mix_object
from taskmap.present.exact.explained import FURTHER
from taskmap.present.exact.limits import limits_list
from taskmap.present.exact.notes import notes_list
from taskmap.present.exact.rulings import rulings_list
from taskmap.present.exact.text import Object, hours, number
from taskmap.present.exact.training import training_object
from taskmap.present.names import Speaker

SCHEMA = "taskmap/suggest/1"


def suggest_object(
    plan: Plan,
    speaker: Speaker,
    further: Mapping[str, Any] | None = None,
    scenarios: Sequence[ScenarioId] = (),
) -> Object:
    """A plan with everything that explains it; time used is not in it.

    Args:
        plan: the answer.
        speaker: the mapping's catalogue for sources, and the language of messages.
        further: answers beside the plan that were asked for, by the keys of ``FURTHER``.
        scenarios: the unit is under.
    """
    asked = further or {}
    found = {name: told(asked[name], speaker) for name, told in FURTHER.items() if name in asked}
    return _plan(plan, speaker) | found | under(scenarios)


def under(scenarios: Sequence[ScenarioId]) -> Object:
    """The scenarios a unit is under; nothing where it is as mapped."""
    return {"scenarios": list(scenarios)} if scenarios else {}


def _plan(plan: Plan, speaker: Speaker) -> Object:
    return {
        "schema": SCHEMA,
        "unit": plan.unit,
        "hashes": {name: plan.hashes.get(name) for name in ("mapping", "catalogue", "question")},
        "versions": dict(sorted(plan.versions.items())),
        "question": question_table(plan.question, plan.unit),
        "status": plan.status.value,
        "objectives": [_objective(level) for level in plan.objectives],
        "breaches": [_breach(breach, speaker) for breach in plan.breaches],
        "moves": [_move(move, speaker) for move in plan.moves],
        "alternatives": alternatives_list(plan.alternatives, speaker),
        "alternatives_left": ways_left_list(plan.ways_left, speaker),
        "held": [_held(held, speaker) for held in plan.held],
        "open_questions": [_open_question(asked) for asked in plan.open_questions],
        "assumptions": notes_list(plan.assumptions, speaker),
        "relaxed": notes_list(plan.relaxed, speaker),
        "limits_passed": limits_list(plan, speaker),
        "roles": [_role(load) for load in plan.roles],
        "faces": [faces_object(faces) for faces in plan.faces],
        "mixes": [mix_object(mix) for mix in plan.mixes],
        "levels": [level_object(level) for level in plan.levels],
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
        "training": [training_object(training) for training in move.training],
        "rulings": rulings_list(move.rulings, speaker),
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

"""Answers beside a plan as JSON: what would free a task, what more is worth, how sure it is."""

from collections.abc import Callable, Iterable
from typing import Any

from taskmap.model.explanations import (
    Freeing,
    Front,
    Path,
    PathStep,
    Shortage,
    Spread,
    Stress,
    Sureness,
    Worth,
)
from taskmap.present.exact.notes import notes_list, steps_list
from taskmap.present.exact.text import Object, hours, number, plain
from taskmap.present.names import Speaker
from taskmap.present.stress import what


def freeings_list(found: Iterable[Freeing], speaker: Speaker) -> list[Object]:
    """The smallest change that frees each task; ``tried`` false where the work limit came."""
    return [
        {
            "task": one.leaf,
            "role": one.role,
            "from": one.giver,
            "hours": hours(one.minutes),
            "steps": steps_list(one.steps, speaker),
            "tried": one.tried,
        }
        for one in found
    ]


def worth_list(found: Iterable[Worth], speaker: Speaker) -> list[Object]:
    """What one more hour, person or krone is worth a week."""
    del speaker
    return [
        {
            "of": one.of,
            "role": one.role,
            "band": one.band,
            "competence": one.competence,
            "amount": number(one.amount, 2),
            "relaxation": number(one.relaxation),
            "checked": one.checked,
            "hours": None if one.minutes is None else hours(one.minutes),
        }
        for one in found
    ]


def path_object(found: Path, speaker: Speaker) -> Object:
    """The decisions in their order; the first ``first`` are the best to begin with."""
    del speaker
    return {
        "steps": [_path_step(step) for step in found.steps],
        "first": found.first,
        "loss": found.loss,
        "gap": number(found.gap),
        "left": list(found.left),
    }


def spread_list(found: Iterable[Spread], speaker: Speaker) -> list[Object]:
    """Ways of dividing the work between few and many hands."""
    del speaker
    return [
        {
            "weight": number(one.weight),
            "price": one.price,
            "tasks_per_role": dict(sorted(one.tasks_per_role.items())),
            "faces": one.faces,
            "fragile": one.fragile,
            "moves": one.moves,
            "gap": number(one.gap),
        }
        for one in found
    ]


def sureness_object(found: Sureness, speaker: Speaker) -> Object:
    """How moves fare in samples, and what to measure first."""
    return {
        "samples": found.samples,
        "seed": found.seed,
        "hours": {"low": hours(found.net_low), "high": hours(found.net_high)},
        "moves": [
            {
                "task": one.leaf,
                "from": one.giver,
                "to": one.receiver,
                "stays": number(one.stays),
                "hours": {name: hours(getattr(one, name)) for name in ("low", "middle", "high")},
            }
            for one in found.moves
        ],
        "measure_first": [
            {"task": one.leaf, "field": one.field, "role": one.role, "value": one.value}
            for one in found.measure_first
        ],
        "assumptions": notes_list(found.assumed, speaker),
    }


def stress_list(found: Iterable[Stress], speaker: Speaker) -> list[Object]:
    """What can happen, and what is then short: today, with the plan, and divided anew."""
    return [
        {
            "code": one.code,
            "message": what(one, speaker),
            "values": {name: plain(value) for name, value in one.values.items()},
            "holds": one.holds,
            "today": [_shortage(each) for each in one.today],
            "plan": [_shortage(each) for each in one.plan],
            "left": [_shortage(each) for each in one.left],
            "first": None if one.first is None else _shortage(one.first),
            "gap": number(one.gap),
        }
        for one in found
    ]


def front_list(found: Front, speaker: Speaker) -> list[Object]:
    """Plans from few changes to many, each with the limits that give it."""
    del speaker
    return [
        {
            "max_changes": point.max_changes,
            "training_kroner": number(point.training_kroner, 2),
            "changes": point.changes,
            "kroner": number(point.kroner, 2),
            "price_saved": point.price_saved,
            "hours": hours(point.relieved),
            "gap": number(point.gap),
            "rough": point.rough,
        }
        for point in found.points
    ]


# In the order they stand in the answer.
FURTHER: dict[str, Callable[[Any, Speaker], Any]] = {
    "path": path_object,
    "front": front_list,
    "freeings": freeings_list,
    "worth": worth_list,
    "sureness": sureness_object,
    "stress": stress_list,
    "spread": spread_list,
}


def _path_step(step: PathStep) -> Object:
    return {
        "tasks": list(step.tasks),
        "hours": {"relieved": hours(step.relieved), "net": hours(step.net)},
        "price_saved": step.price_saved,
        "price": step.price,
        "training": [
            {"role": role, "competence": competence, "persons": persons}
            for role, competence, persons in step.trained
        ],
    }


def _shortage(one: Shortage) -> Object:
    return {"role": one.role, "band": one.band, "task": one.leaf, "hours": hours(one.minutes)}

"""What is told of each unit, as rows: its suggestion, its workload."""

from dataclasses import fields

from taskmap import workload
from taskmap.batch.work import Row, Tables, Tell
from taskmap.leon.suggest import suggest
from taskmap.model.catalogue import Catalogue
from taskmap.model.mapping import Mapping
from taskmap.model.plan import Move, MoveKind, MoveMinutes, Plan, Training
from taskmap.model.question import Question
from taskmap.model.wisn import StaffNeed


def suggestions(mapping: Mapping, catalogue: Catalogue, question: Question) -> Tables:
    """The best plan of a unit: one row for it, one for each move and each course."""
    plan = suggest(mapping, catalogue, question)
    return {
        "units": [of_unit(mapping) | _of_plan(plan)],
        "moves": [_move(move) for move in plan.moves],
        "trainings": [training_row(training) for training in plan.trainings],
    }


def workloads(mapping: Mapping, catalogue: Catalogue, question: Question) -> Tables:
    """Work against time: one row for the unit, one for each role's staff and each role and band."""
    found = workload.picture(mapping, catalogue, question)
    loads = [{name: getattr(one, name) for name in LOADS} for one in found.capacities.values()]
    hours = {f"{name}_minutes": sum(load[name] for load in loads) for name in LOADS[2:]}
    return {
        "units": [of_unit(mapping) | hours],
        "needs": [_need(need) for need in found.needs],
        "loads": [{_minutes(name): value for name, value in load.items()} for load in loads],
    }


LOADS = ("role", "band", "at_hand", "full", "room", "other", "load")
TELLS: dict[str, Tell] = {"suggest": suggestions, "workload": workloads}


def of_unit(mapping: Mapping) -> Row:
    """Who is told about."""
    unit = mapping.unit
    return {
        "name": unit.name,
        "organisation": unit.organisation.name,
        "country": unit.country.value,
        "setting": unit.setting.value,
        "illustrative": mapping.illustrative,
        "tasks": len({leaf.task_id for leaf in mapping.leaves}),
        "roles": len(mapping.staffing),
    }


def _of_plan(plan: Plan) -> Row:
    levels = {level.name: level for level in plan.objectives}
    found: Row = {
        "status": plan.status.value,
        "moves": len(plan.moves),
        "repairs": sum(move.kind is MoveKind.REPAIR for move in plan.moves),
        "relieved_minutes": sum(move.minutes.relieved for move in plan.moves),
        "net_minutes": sum(move.minutes.net for move in plan.moves),
        "persons_trained": sum(training.persons for training in plan.trainings),
        "gap": max(level.gap for level in plan.objectives),
    }
    for name in ("breach", "missed", "over", "price"):
        found |= {f"{name}_today": levels[name].baseline, f"{name}_plan": levels[name].value}
    return found | {f"{name}_hash": plan.hashes[name] for name in sorted(plan.hashes)}


def _move(move: Move) -> Row:
    minutes = {f.name: getattr(move.minutes, f.name) for f in fields(MoveMinutes)}
    return {
        "kind": move.kind.value,
        "task": move.leaf,
        "giver": move.giver,
        "receiver": move.receiver,
        "share": move.share,
        "occurrences": move.occurrences,
        **{_minutes(name): value for name, value in minutes.items()},
        "net_minutes": move.minutes.net,
        "price_saved": move.price_saved,
    }


def training_row(training: Training) -> Row:
    """A course for so many persons of a role."""
    return {
        "role": training.role,
        "competence": training.competence,
        "course": training.course,
        "persons": training.persons,
        "hours_per_person": training.hours_per_person,
        "kroner_per_person": training.price_per_person,
    }


def _need(need: StaffNeed) -> Row:
    return {
        "role": need.id,
        "current_fte": float(need.current),
        "required_fte": float(need.required),
        "difference_fte": float(need.difference),
        "ratio": None if need.ratio is None else float(need.ratio),
    }


def _minutes(name: str) -> str:
    return name if name in LOADS[:2] else f"{name}_minutes"

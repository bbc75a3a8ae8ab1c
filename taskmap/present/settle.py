"""What must be settled before a plan's moves can begin: the condition, the tasks, who decides."""

from collections.abc import Iterator

from taskmap.model.plan import Plan
from taskmap.model.ruling import ITSELF, Condition, Ruling, Verdict
from taskmap.model.units import RoleId
from taskmap.present.alternatives import title
from taskmap.present.moves import training_line
from taskmap.present.names import Speaker
from taskmap.present.phrases import capital
from taskmap.present.table import Cell, Column, Table, table

Rulings = tuple[Ruling, ...]
Row = tuple[Condition, str, tuple[str, ...]]


def settle_table(plan: Plan, speaker: Speaker) -> Table:
    """One row for each condition and role, courses as the plan counts them."""
    say = speaker.reader.say
    columns = [Column(say(f"settle.column.{name}")) for name in ("what", "tasks", "who")]
    rows = [
        (Cell(what), Cell("; ".join(tasks)), Cell(say(f"settle.who.{condition}")))
        for condition, what, tasks in (*_courses(plan, speaker), *_conditions(plan, speaker))
    ]
    told = say("settle.summary", n=len(rows)) if rows else say("settle.summary_none")
    return table(say("settle.title"), columns, rows, told)


def _courses(plan: Plan, speaker: Speaker) -> Iterator[Row]:
    """Courses, each with the tasks that need it."""
    taught = [(speaker.task(move.leaf), move.training) for move in plan.moves]
    taught += [(speaker.whole_task(way.task), way.trainings) for way in plan.alternatives]
    for training in plan.trainings:
        learnt = (training.role, training.competence)
        tasks = dict.fromkeys(
            task
            for task, courses in taught
            if any((t.role, t.competence) == learnt for t in courses)
        )
        yield Condition.TRAIN, capital(training_line(training, speaker)), tuple(tasks)


def _conditions(plan: Plan, speaker: Speaker) -> Iterator[Row]:
    """The other conditions the plan rests on, in the order of explanation."""
    found: dict[tuple[Condition, RoleId, str], dict[str, None]] = {}
    for task, role, rulings, taught in _hands(plan, speaker):
        for ruling in rulings:
            condition = ruling.condition
            if ruling.verdict is not Verdict.CONDITION or condition is None:
                continue
            if condition is Condition.TRAIN and taught:
                continue  # told as a course, with persons and price
            key = (condition, role, str(ruling.values.get("conditions") or ""))
            found.setdefault(key, {})[task] = None
    for (condition, role, written), tasks in found.items():
        yield condition, capital(_what(condition, role, written, speaker)), tuple(tasks)


def _hands(plan: Plan, speaker: Speaker) -> Iterator[tuple[str, RoleId, Rulings, bool]]:
    """Every task with who takes it, what the gates say, and whether courses go with it."""
    for move in plan.moves:
        yield speaker.task(move.leaf), move.receiver, move.rulings, bool(move.training)
    for way in plan.alternatives:
        name = title(way, speaker)
        yield name, ITSELF, way.rulings, False
        for role, rulings in way.hands.items():
            yield name, role, rulings, bool(way.trainings)


def _what(condition: Condition, role: RoleId, written: str, speaker: Speaker) -> str:
    """What a condition asks for: what the local decision wrote, else what such conditions do."""
    if written:
        return speaker.reader.say("settle.what.written", conditions=written)
    if role == ITSELF:
        return speaker.reader.say("settle.what.way")
    return speaker.reader.say(f"settle.what.{condition}", role=speaker.role_inside(role))

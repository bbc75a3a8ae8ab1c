"""What must be settled before a plan's moves can begin: the condition, the tasks, who decides."""

from collections.abc import Iterator

from taskmap.model.plan import Plan
from taskmap.model.ruling import Condition, Verdict
from taskmap.model.units import LeafId, RoleId
from taskmap.present.moves import training_line
from taskmap.present.names import Speaker
from taskmap.present.phrases import capital
from taskmap.present.table import Cell, Column, Table, table


def settle_table(plan: Plan, speaker: Speaker) -> Table:
    """One row for each condition and role, courses as the plan counts them."""
    say = speaker.reader.say
    columns = [Column(say(f"settle.column.{name}")) for name in ("what", "tasks", "who")]
    rows = [
        (
            Cell(what),
            Cell("; ".join(speaker.task(leaf) for leaf in leaves)),
            Cell(say(f"settle.who.{condition}")),
        )
        for condition, what, leaves in (*_courses(plan, speaker), *_conditions(plan, speaker))
    ]
    told = say("settle.summary", n=len(rows)) if rows else say("settle.summary_none")
    return table(say("settle.title"), columns, rows, told)


def _courses(plan: Plan, speaker: Speaker) -> Iterator[tuple[Condition, str, tuple[LeafId, ...]]]:
    """Courses, each with the tasks that need it."""
    for training in plan.trainings:
        learnt = (training.role, training.competence)
        leaves = dict.fromkeys(
            move.leaf
            for move in plan.moves
            if any((t.role, t.competence) == learnt for t in move.training)
        )
        yield Condition.TRAIN, capital(training_line(training, speaker)), tuple(leaves)


def _conditions(
    plan: Plan, speaker: Speaker
) -> Iterator[tuple[Condition, str, tuple[LeafId, ...]]]:
    """The other conditions the moves rest on, in the order of explanation."""
    found: dict[tuple[Condition, RoleId, str], dict[LeafId, None]] = {}
    for move in plan.moves:
        taught = bool(move.training)
        for ruling in move.rulings:
            condition = ruling.condition
            if ruling.verdict is not Verdict.CONDITION or condition is None:
                continue
            if condition is Condition.TRAIN and taught:
                continue  # told as a course, with persons and price
            key = (condition, move.receiver, str(ruling.values.get("conditions") or ""))
            found.setdefault(key, {})[move.leaf] = None
    for (condition, role, written), leaves in found.items():
        yield condition, capital(_what(condition, role, written, speaker)), tuple(leaves)


def _what(condition: Condition, role: RoleId, written: str, speaker: Speaker) -> str:
    """What a condition asks for: what the local decision wrote, else what such conditions do."""
    if written:
        return speaker.reader.say("settle.what.written", conditions=written)
    return speaker.reader.say(f"settle.what.{condition}", role=speaker.role_inside(role))

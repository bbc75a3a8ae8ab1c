"""What each move of a plan does to both roles: hours off, hours on, and what goes with it."""

from taskmap.model.plan import Move, Plan
from taskmap.present.names import Speaker
from taskmap.present.phrases import in_one_unit
from taskmap.present.table import Cell, Column, Table, table

WORDS = frozenset({"task", "giver", "receiver"})
NAMES = (
    "task",
    "giver",
    "relieved",
    "receiver",
    "taken_on",
    "supervision",
    "handover",
    "training",
    "net",
)


def both_table(plan: Plan, speaker: Speaker) -> Table:
    """Every move from the giver's side and the receiver's, hours a week."""
    say = speaker.reader.say
    columns = [Column(say(f"workload.column.{name}"), figures=name not in WORDS) for name in NAMES]
    figures = [move.minutes.relieved for move in plan.moves]
    written = in_one_unit(figures, speaker.reader)

    def figure(minutes: int) -> Cell:
        return Cell(written(minutes), minutes)

    def row(move: Move) -> tuple[Cell, ...]:
        giver = speaker.reader.say("workload.nobody")
        if move.giver is not None:
            giver = speaker.short_role(move.giver)
        parts = move.minutes
        beside = (parts.supervision, parts.handover, parts.training, parts.net)
        return (
            Cell(speaker.task(move.leaf), key=move.leaf),
            Cell(giver, key=move.giver),
            figure(parts.relieved),
            Cell(speaker.short_role(move.receiver), key=move.receiver),
            figure(parts.taken_on),
            *map(figure, beside),
        )

    return table(
        say("workload.both.title"), columns, map(row, plan.moves), say("workload.both.how")
    )

"""A plan's moves task by task: what a reader decides on is a task, not one of its parts."""

from dataclasses import dataclass

from taskmap.model.mapping import Mapping
from taskmap.model.plan import Move, MoveKind
from taskmap.model.units import TaskId
from taskmap.present.names import Speaker
from taskmap.present.phrases import capital, how_often


@dataclass(frozen=True, slots=True)
class Change:
    """One task that changes hands, with its moves in the plan's order."""

    task: TaskId
    moves: tuple[Move, ...]

    @property
    def repairs(self) -> bool:
        """Whether it puts a breach right."""
        return any(move.kind is MoveKind.REPAIR for move in self.moves)


def changes(moves: tuple[Move, ...], mapping: Mapping) -> tuple[Change, ...]:
    """Changed tasks, ranked as their first move is."""
    found: dict[TaskId, list[Move]] = {}
    for move in moves:
        found.setdefault(mapping.by_leaf[move.leaf].task_id, []).append(move)
    return tuple(Change(task, tuple(parts)) for task, parts in found.items())


def line(move: Move, speaker: Speaker) -> str:
    """A move under its task's name: from whom, to whom, how often, what it frees."""
    reader = speaker.reader
    values = {
        "receiver": speaker.role_inside(move.receiver),
        "often": how_often(move.occurrences, reader),
        "gross": reader.hours(move.minutes.relieved),
        "net": reader.hours(move.minutes.net),
        "taken_on": reader.hours(move.minutes.taken_on),
    }
    if move.giver is None:
        return capital(reader.say("figure.change.missed", **values))
    giver = speaker.role_inside(move.giver)
    return capital(reader.say("figure.change.line", giver=giver, **values))


def pair(move: Move, speaker: Speaker) -> str:
    """Giver and receiver of a move, for a button."""
    if move.giver is None:
        giver = speaker.reader.say("figure.flow.missed")
    else:
        giver = speaker.short_role(move.giver)
    return f"{giver} → {speaker.short_role(move.receiver)}"

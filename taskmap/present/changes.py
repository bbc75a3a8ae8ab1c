"""A plan's moves as a reader decides on them: task by task, under what the task is there for."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from taskmap.model.mapping import Mapping
from taskmap.model.plan import Move, MoveKind, Plan
from taskmap.model.together import kept_together
from taskmap.model.units import BandId, RoleId, TaskId
from taskmap.present.names import Speaker
from taskmap.present.phrases import capital, ended

CRUMB = 5  # minutes a week; a move that relieves and takes on less is told with its like


class Part(StrEnum):
    """Why a task is in the plan, in the order told."""

    REPAIR = "repair"  # somebody does it who may not
    COUNTED = "counted"  # a decision for the department head; counts against the limit
    RELIEF = "relief"  # takes from those who have more than their time, outside the limit
    TAKEN_UP = "taken_up"  # is not done today
    SMALL = "small"  # only moves too small to be read about one by one


@dataclass(frozen=True, slots=True)
class Change:
    """One task that changes hands, with its moves in the plan's order."""

    task: TaskId
    moves: tuple[Move, ...]

    @property
    def listed(self) -> tuple[Move, ...]:
        """The moves worth a line of their own."""
        return tuple(move for move in self.moves if not is_crumb(move))

    @property
    def crumbs(self) -> int:
        """How many moves are told together."""
        return len(self.moves) - len(self.listed)

    @property
    def repairs(self) -> bool:
        """Whether it puts a breach right."""
        return any(move.kind is MoveKind.REPAIR for move in self.moves)


@dataclass(frozen=True, slots=True)
class Section:
    """Changed tasks that are there for the same reason."""

    part: Part
    changes: tuple[Change, ...]


def is_crumb(move: Move) -> bool:
    """Whether a move is too small to be read about by itself; what puts a breach right never is."""
    minutes = move.minutes
    return move.kind is not MoveKind.REPAIR and max(minutes.relieved, minutes.taken_on) < CRUMB


def changes(moves: Iterable[Move], mapping: Mapping) -> tuple[Change, ...]:
    """Changed tasks, ranked as their first move is; those with crumbs only come last."""
    found: dict[TaskId, list[Move]] = {}
    for move in moves:
        found.setdefault(mapping.by_leaf[move.leaf].task_id, []).append(move)
    ranked = (Change(task, tuple(parts)) for task, parts in found.items())
    return tuple(sorted(ranked, key=lambda change: not change.listed))


def sections(plan: Plan, mapping: Mapping) -> tuple[Section, ...]:
    """All changed tasks, each under one heading; a heading without tasks is left out."""
    full = above(plan) if plan.question.max_changes is not None else frozenset()
    found: dict[Part, list[Change]] = {part: [] for part in Part}
    for change in changes(plan.moves, mapping):
        found[_part(change, full)].append(change)
    return tuple(Section(part, tuple(parts)) for part, parts in found.items() if parts)


def numbers(plan: Plan, mapping: Mapping) -> dict[TaskId, int]:
    """The number each task has in the list, from 1; those with small moves only have none."""
    listed = [s.changes for s in sections(plan, mapping) if s.part is not Part.SMALL]
    ranked = (change.task for found in listed for change in found)
    return {task: at for at, task in enumerate(ranked, start=1)}


def parts_line(plan: Plan, speaker: Speaker) -> str:
    """How many tasks are in the plan for each reason, the limit's own first.

    Example: asked for three changes, a plan moves three tasks and takes up two that nobody does:
    «3 oppgaver flyttes. Utenom grensen: 2 oppgaver tas opp igjen.» Where two of the three are done
    in one visit: «2 endringer (3 oppgaver flyttes; de som gjøres samlet, teller som én)».
    """
    told = {section.part: _counted(section, speaker) for section in sections(plan, speaker.mapping)}
    small, moved = told.pop(Part.SMALL, ""), told.pop(Part.COUNTED, "")
    say, listed = speaker.reader.say, speaker.reader.list
    if told and plan.question.max_changes is not None:
        sentences = [moved, say("move.outside", parts=listed(told.values())), small]
    else:
        sentences = [listed(filter(None, (moved, *told.values()))), small]
    return " ".join(ended(capital(one)) for one in sentences if one)


def _counted(section: Section, speaker: Speaker) -> str:
    """The tasks of a section; as changes too, where several tasks are one."""
    say, n = speaker.reader.say, len(section.changes)
    told = say(f"move.part.{section.part}", n=n)
    as_one = as_counted(section.changes, speaker.mapping)
    return told if as_one == n else say("move.part.as_one", n=as_one, told=told)


def as_counted(found: Iterable[Change], mapping: Mapping) -> int:
    """How many changes these are: tasks that are kept together count as one."""
    groups = kept_together(mapping)
    return len({groups.get(change.task, frozenset({change.task})) for change in found})


def crumbs_line(change: Change, speaker: Speaker) -> str:
    """«og 2 justeringer på under 5 minutter i uka»; empty without crumbs."""
    if not change.crumbs:
        return ""
    key = "move.crumbs_more" if change.listed else "move.crumbs"
    return speaker.reader.say(key, n=change.crumbs, most=CRUMB)


def small_line(change: Change, speaker: Speaker) -> str:
    """A task with small moves only: «Sårstell: 2 justeringer på under 5 minutter i uka»."""
    return f"{speaker.whole_task(change.task)}: {crumbs_line(change, speaker)}"


def _part(change: Change, full: frozenset[tuple[RoleId, BandId]]) -> Part:
    if not change.listed:
        return Part.SMALL
    if change.repairs:
        return Part.REPAIR
    if all(move.giver is None for move in change.moves):
        return Part.TAKEN_UP
    taken = {(move.giver, band.band) for move in change.moves for band in move.bands}
    return Part.RELIEF if taken and taken <= full else Part.COUNTED


def above(plan: Plan) -> frozenset[tuple[RoleId, BandId]]:
    """Roles with more work today than time for it, and when."""
    return frozenset(
        (load.role, band.band)
        for load in plan.roles
        for band in load.bands
        if band.baseline + band.other > band.full
    )

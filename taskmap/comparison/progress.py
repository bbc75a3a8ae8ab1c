"""How far a department is: mapped, discussed, decided, followed up."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from taskmap.model.followup import Decision, FollowUp, Measure
from taskmap.model.mapping import Mapping
from taskmap.model.participation import Comment, Hold, Meeting
from taskmap.model.units import TaskId, UnitId


class Step(StrEnum):
    """What a department does with its tasks, in this order."""

    MAPPED = "mapped"
    DISCUSSED = "discussed"
    DECIDED = "decided"
    FOLLOWED_UP = "followed_up"


@dataclass(frozen=True, slots=True)
class Done:
    """So many of so many."""

    done: int
    of: int

    @property
    def all(self) -> bool:
        """Whether nothing is left; false where there is nothing to do."""
        return 0 < self.of == self.done


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far one department is.

    Args:
        mapped: tasks with how often, how long and who, of all that carry work.
        discussed: of the mapped, those somebody has spoken of or decided about.
        decided: of the mapped, those with a decision that is not postponed.
        followed_up: decisions that had a result measured, of those that have begun.
    """

    unit: UnitId
    mapped: Done
    discussed: Done
    decided: Done
    followed_up: Done

    @property
    def steps(self) -> dict[Step, Done]:
        """Each step with how much of it is done, in order."""
        return {step: getattr(self, step.value) for step in Step}

    @property
    def reached(self) -> Step | None:
        """The last step of which something is done; None before the first."""
        begun = [step for step, done in self.steps.items() if done.done]
        return begun[-1] if begun else None


def progress(mapping: Mapping, followup: FollowUp, today: date) -> Progress:
    """How far a department is on a day.

    Example: of 40 tasks 38 have figures, 5 were talked about in meetings, 3 of these accepted; one
    has begun and was counted after three months: 38 of 40, 5 of 38, 3 of 38, 1 of 1.

    Args:
        mapping: the department's tasks; a task with parts is told by its parts.
        followup: its decisions and who had a say in them.
        today: which decisions have begun.
    """
    parents = {task.parent for task in mapping.tasks}
    mapped = {leaf.task_id for leaf in mapping.leaves}
    decided = mapped & {*_decided(followup), *_by_local_decision(mapping)}
    discussed = mapped & {*decided, *_spoken_of(followup)}
    begun = [measure for measure in followup.measures if _begun(measure, today)]
    return Progress(
        unit=mapping.unit.id,
        mapped=Done(len(mapped), sum(task.id not in parents for task in mapping.tasks)),
        discussed=Done(len(discussed), len(mapped)),
        decided=Done(len(decided), len(mapped)),
        followed_up=Done(sum(bool(measure.results) for measure in begun), len(begun)),
    )


def _decided(followup: FollowUp) -> Iterator[TaskId]:
    for measure in followup.measures:
        if measure.task is not None and measure.decision is not Decision.POSTPONED:
            yield measure.task


def _by_local_decision(mapping: Mapping) -> Iterator[TaskId]:
    return (leaf.task_id for leaf in mapping.leaves if leaf.decisions)


def _spoken_of(followup: FollowUp) -> Iterator[TaskId]:
    """Tasks of all decisions, postponed ones too, and of what was said in and beside meetings."""
    tasks = {measure.id: measure.task for measure in followup.measures}
    said = followup.participation
    spoken: list[Meeting | Comment | Hold] = [*said.meetings, *said.comments, *said.holds]
    for about in (each.about for each in spoken):
        found = about.task or tasks.get(about.measure or "")
        if found is not None:
            yield found
    yield from (task for task in tasks.values() if task is not None)


def _begun(measure: Measure, today: date) -> bool:
    return measure.goes_on and measure.start is not None and measure.start <= today

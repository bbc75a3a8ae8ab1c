"""A unit as somebody outside it may see it: what is about few people is taken out beforehand.

Everything that is worked out or written for readers outside follows from what is left, so no sum,
difference, picture or file can tell more. Tasks are left out by the same pattern as where units
are compared (``protecting``), so that a comparison and a paper together tell no more either
(method, section 1).
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from taskmap.comparison.content import Content
from taskmap.comparison.protecting import few, left_out
from taskmap.model.alternative import Alternative
from taskmap.model.amount import Basis
from taskmap.model.followup import FollowUp, Measure
from taskmap.model.mapping import Mapping
from taskmap.model.plan import Note
from taskmap.model.staffing import PRIVACY_FLOOR, Absence, Staffing
from taskmap.model.task import Task
from taskmap.model.units import RoleId, TaskId

NOTES: dict[str, tuple[str, ...]] = {
    "outside.made": ("floor",),
    "outside.left_out": ("tasks", "floor"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Outside:
    """What is left of a unit.

    Args:
        mapping: with the tasks that are left out marked as unfinished, so that they count nowhere.
        tasks: those.
        few: roles with fewer persons than the floor; none where the figures are published.
        floor: persons from which a role's figures are shown.
    """

    mapping: Mapping
    tasks: tuple[TaskId, ...]
    few: frozenset[RoleId]
    floor: int

    @property
    def notes(self) -> tuple[Note, ...]:
        """For whom it was made, and how much is left out."""
        made = Note("outside.made", {"floor": self.floor})
        told = {"tasks": len(self.tasks), "floor": self.floor}
        return (made, Note("outside.left_out", told)) if self.tasks else (made,)


def outside(content: Content, floor: int = PRIVACY_FLOOR) -> Outside:
    """A unit without what is about few people.

    Example: a doctor alone in the post has 40 timed minutes of rounds a week, and nurses have
    rounds of 55. Both are left out, since the total of the group is told where units are compared.

    Args:
        content: the unit, judged.
        floor: persons from which a role's figures are shown.
    """
    mapping = content.mapping
    if mapping.source is not None:  # published elsewhere
        return Outside(mapping=mapping, tasks=(), few=frozenset(), floor=floor)
    names = frozenset(s.role for s in mapping.staffing if few(content, s.role, floor))
    hidden = left_out(content, floor).parts
    tasks = tuple(dict.fromkeys(leaf.task_id for leaf in mapping.leaves if leaf.id in hidden))
    staff = sum(s.persons for s in mapping.staffing if content.catalogue.is_staff(s.role))
    made = replace(
        mapping,
        tasks=tuple(_task(task, task.id in tasks, known=not names) for task in mapping.tasks),
        staffing=tuple(_absent(s) if s.role in names else s for s in mapping.staffing),
        sick_share=mapping.sick_share if staff >= floor else None,
        registered_total=None if tasks else mapping.registered_total,
    )
    return Outside(mapping=made, tasks=tasks, few=names, floor=floor)


def without_held(mapping: Mapping, few_: Iterable[RoleId]) -> Mapping:
    """A mapping that does not say what few people have learnt."""
    names = frozenset(few_)
    staffing = (replace(s, competences={}) if s.role in names else s for s in mapping.staffing)
    return replace(mapping, staffing=tuple(staffing))


def decided(found: FollowUp, made: Outside) -> FollowUp:
    """What was decided, without figures of tasks left out or of few people, and without hashes.

    A hash of a mapping in which only a few figures are unknown can be guessed.
    """
    return replace(found, measures=tuple(_measure(each, made) for each in found.measures))


def _task(task: Task, hidden: bool, *, known: bool) -> Task:
    """A task without strain, which tells about whoever does it, and without figures if hidden."""
    if not hidden:
        return replace(task, strain=(), alternatives=_ways(task.alternatives, known=known))
    cases = tuple(replace(case, minutes=None) for case in task.cases)
    return replace(
        task, minutes=None, factors={}, cases=cases, alternatives=(), strain=(), supervision=(),
        reason=None, note=None, unfinished=True,
    )  # fmt: skip


def _ways(found: tuple[Alternative, ...], *, known: bool) -> tuple[Alternative, ...]:
    """Other ways that nobody timed, where some roles are few."""
    return tuple(
        way
        for way in found
        if known or way.minutes is None or way.minutes.basis is not Basis.MEASURED
    )


def _absent(staffing: Staffing) -> Staffing:
    return replace(staffing, absence=Absence(), overtime=0.0, note=None)


def _measure(measure: Measure, made: Outside) -> Measure:
    about_few = measure.task in made.tasks or bool({measure.giver, measure.receiver} & made.few)
    if about_few:
        return replace(measure, baseline=None, results=())
    if measure.baseline is None:
        return measure
    return replace(measure, baseline=replace(measure.baseline, mapping=None))

"""Leaves: the tasks and cases that carry counts and minutes, ready to be counted."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import floor

from taskmap.model.alternative import Alternative, AlternativeKind
from taskmap.model.amount import Duration
from taskmap.model.judgement import LocalDecision, Risk
from taskmap.model.task import Case, Task
from taskmap.model.units import (
    BandId,
    CompetenceId,
    LeafId,
    MinutesPerWeek,
    PerWeek,
    RoleId,
    Share,
    TaskId,
    VolumeId,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """A task without cases, or one case of a task.

    ``minutes_of`` stays None where the document names no role: the default (largest share today,
    on a tie the higher level) needs the catalogue's levels.

    Args:
        alternative: the leaf is the work of another way of doing its task; nobody does it today.
        before: roles that do today what such a leaf would stand in for.
    """

    id: LeafId
    task: Task
    case: Case | None
    count: Mapping[BandId, PerWeek]
    minutes: Duration
    today: Mapping[BandId, Mapping[RoleId, Share]]
    missed: Mapping[BandId, Share]
    competences: tuple[CompetenceId, ...] | None
    risk: Risk | None
    decisions: tuple[LocalDecision, ...]
    alternative: Alternative | None = None
    before: frozenset[RoleId] = frozenset()

    @property
    def task_id(self) -> TaskId:
        """Id of the task the leaf belongs to."""
        return self.task.id

    def factor(self, role: RoleId) -> float:
        """A role's minutes as a multiple of the leaf's; 1 where nobody has said."""
        return 1.0 if role == self.task.minutes_of else self.task.factors.get(role, 1.0)

    def whole_minutes(self, role: RoleId, band: BandId) -> MinutesPerWeek:
        """What a role would spend a week if it did all of the leaf in a band (method, section 2).

        Rounded once, half up, and at least 1 when there is anything to do.
        """
        exact = self.count.get(band, 0.0) * self.minutes.likely * self.factor(role)
        return max(1, floor(exact + 0.5)) if exact > 0 else 0

    def roles_today(self) -> frozenset[RoleId]:
        """Roles with a share today, in any band with occurrences."""
        return frozenset(
            role
            for band, shares in self.today.items()
            if self.count.get(band, 0.0) > 0
            for role, share in shares.items()
            if share > 0
        )

    def practised_by(self) -> frozenset[RoleId]:
        """Roles whose practice today speaks for them.

        They do the leaf; or they do the same work that an alternative would simplify, or move to
        another hour. A new way of doing it is new to everybody.
        """
        if self.alternative is None:
            return self.roles_today()
        return self.before if self.alternative.kind in SAME_WORK else frozenset()

    def scored_for(self, role: RoleId) -> bool:
        """Whether the leaf's own risk was scored in these hands.

        An alternative's score is for the hands that do the task today or that it names. Without
        one, the task's score holds only for the same work by the same hands at another hour.
        """
        if self.alternative is None:
            return role in self.roles_today()
        if self.alternative.risk is not None:
            return role in self.before or self.alternative.names(role)
        return self.alternative.kind is AlternativeKind.MOVE_IN_TIME and role in self.before


SAME_WORK = frozenset({AlternativeKind.SIMPLIFY, AlternativeKind.MOVE_IN_TIME})


def leaves_of(tasks: Iterable[Task], volumes: Mapping[VolumeId, float]) -> tuple[Leaf, ...]:
    """The leaves of a mapping's tasks, in the document's order."""
    found: list[Leaf] = []
    for task in tasks:
        if task.unfinished or task.count is None or task.minutes is None:
            continue
        count = task.count.per_week(volumes)
        if not task.cases:
            found.append(_leaf(task, None, count, task.minutes))
        for case in task.cases:
            part = {band: n * case.share for band, n in count.items()}
            found.append(_leaf(task, case, part, case.minutes or task.minutes))
    return tuple(found)


def _leaf(
    task: Task, case: Case | None, count: Mapping[BandId, PerWeek], minutes: Duration
) -> Leaf:
    return Leaf(
        id=f"{task.id}/{case.id}" if case else task.id,
        task=task,
        case=case,
        count=count,
        minutes=minutes,
        today=task.today if case is None or case.today is None else case.today,
        missed=task.missed,
        competences=task.competences
        if case is None or case.competences is None
        else case.competences,
        risk=task.risk if case is None or case.risk is None else case.risk,
        decisions=task.decisions + (case.decisions if case else ()),
    )

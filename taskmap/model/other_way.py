"""Alternatives where they stand: what each would replace, and the work it brings instead."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from taskmap.model.alternative import Alternative, AlternativeKind
from taskmap.model.judgement import Risk
from taskmap.model.leaf import Leaf
from taskmap.model.task import Task
from taskmap.model.units import CompetenceId, LeafId, RoleId, VolumeId

# No id of a document may hold it, so no task or case is ever called the same.
MARK = "#"


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherWay:
    """An alternative of a task, with what it stands in for.

    Args:
        id: ``task#alternative``.
        alternative: as the document has it.
        stands_for: the task's leaf, or all of its cases: an alternative is for the whole task.
        leaf: its own work, as a leaf nobody does today; None for what is stopped.
    """

    id: LeafId
    alternative: Alternative
    stands_for: tuple[Leaf, ...]
    leaf: Leaf | None

    @property
    def task(self) -> Task:
        """The task it is about, as it is today."""
        return self.stands_for[0].task

    @property
    def here(self) -> Leaf | None:
        """Its work where the unit's own roles do it; None for what is stopped or done elsewhere."""
        return None if self.alternative.kind is AlternativeKind.SHARE_BETWEEN_UNITS else self.leaf


def other_ways(leaves: Iterable[Leaf], volumes: Mapping[VolumeId, float]) -> tuple[OtherWay, ...]:
    """The alternatives of all tasks, in the document's order."""
    by_task: dict[str, list[Leaf]] = {}
    for leaf in leaves:
        by_task.setdefault(leaf.task_id, []).append(leaf)
    return tuple(
        _way(alternative, tuple(own), volumes)
        for own in by_task.values()
        for alternative in own[0].task.alternatives
    )


def _way(
    alternative: Alternative, stands_for: tuple[Leaf, ...], volumes: Mapping[VolumeId, float]
) -> OtherWay:
    name = f"{stands_for[0].task_id}{MARK}{alternative.id}"
    return OtherWay(
        id=name,
        alternative=alternative,
        stands_for=stands_for,
        leaf=_leaf(name, alternative, stands_for, volumes),
    )


def _leaf(
    name: LeafId,
    alternative: Alternative,
    stands_for: tuple[Leaf, ...],
    volumes: Mapping[VolumeId, float],
) -> Leaf | None:
    if alternative.count is None or alternative.minutes is None:
        return None
    before = frozenset(role for leaf in stands_for for role in leaf.roles_today())
    return Leaf(
        id=name,
        task=_task(alternative, stands_for[0].task, before),
        case=None,
        count=alternative.count.per_week(volumes),
        minutes=alternative.minutes,
        today={},
        missed={},
        competences=_competences(alternative, stands_for),
        risk=alternative.risk or _gravest(stands_for),
        decisions=alternative.decisions,
        alternative=alternative,
        before=before,
    )


def _task(alternative: Alternative, task: Task, before: frozenset[RoleId]) -> Task:
    """The task with the alternative's owner of minutes, factors and scores."""
    owner = alternative.minutes_of or task.minutes_of
    if alternative.kind is AlternativeKind.SHARE_BETWEEN_UNITS:
        owner = alternative.minutes_of or alternative.unit_role
    usual = task.factors.get(owner or "", 1.0)
    factors = {role: f / usual for role in before if (f := task.factors.get(role, 1.0)) != usual}
    named = {role: f / usual for role, f in task.factors.items()}
    scored = alternative.kind is AlternativeKind.MOVE_IN_TIME and alternative.risk is None
    return replace(
        task,
        minutes_of=owner,
        factors={**factors, **named, **alternative.factors},
        risk_of=task.risk_of if scored else {},
    )


def _competences(
    alternative: Alternative, stands_for: tuple[Leaf, ...]
) -> tuple[CompetenceId, ...] | None:
    if alternative.competences is not None:
        return alternative.competences
    asked = [leaf.competences for leaf in stands_for]
    if any(known is None for known in asked):
        return None
    return tuple(dict.fromkeys(c for known in asked for c in known or ()))


def _gravest(leaves: tuple[Leaf, ...]) -> Risk | None:
    """The highest score of the leaves; None when one of them has none."""
    risks = [leaf.risk for leaf in leaves if leaf.risk is not None]
    return max(risks, key=lambda r: r.score) if len(risks) == len(leaves) else None

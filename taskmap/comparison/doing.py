"""How each unit does a shared task: how often, how long, who, and why."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from taskmap.comparison.content import Content, by_size, level_of, shares_today
from taskmap.comparison.figures import Per, Shown, UnitFigures, pooled, ratio
from taskmap.comparison.sharing import How, Key, Member
from taskmap.comparison.suppression import Pattern
from taskmap.model.amount import Basis
from taskmap.model.catalogue import Catalogue
from taskmap.model.leaf import Leaf
from taskmap.model.units import Minutes, PerWeek, RoleId, Share, TaskId, UnitId


@dataclass(frozen=True, slots=True, kw_only=True)
class Doing:
    """One unit's way with a task.

    Args:
        tasks: its own tasks, with what it calls them.
        per_week: occurrences somebody does; of a task in parts the part done most often.
        minutes: a week; None where they are left out.
        roles: shares of the occurrences done, the largest first.
        main: role with the largest share, and its level; None where nobody does it.
        measured: whether all of its minutes were.
        reasons: why it is these hands, in the unit's own words.
    """

    unit: UnitId
    how: How
    tasks: Mapping[TaskId, str | None]
    parts: bool
    per_week: PerWeek
    minutes: Shown
    roles: Mapping[RoleId, Share]
    main: RoleId | None
    level: int | None
    measured: bool
    reasons: tuple[str, ...] = ()

    @property
    def each(self) -> Minutes | None:
        """Minutes for one occurrence, over those who do it."""
        return ratio(self.minutes, self.per_week)


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedTask:
    """A task that several units have, or one.

    Args:
        library: its code; None for one the library does not know.
        group: code of its group, where all agree on one.
        follows_work: it belongs to whoever does the care, and never moves by itself.
        doings: the units that have it.
    """

    key: Key
    library: str | None
    group: str
    follows_work: bool
    doings: tuple[Doing, ...]

    @property
    def each(self) -> Minutes | None:
        """Minutes for one occurrence over all units whose minutes are shown, pooled."""
        return pooled((doing.minutes, doing.per_week) for doing in self.doings)

    def minutes(self, per: Per, units: Mapping[UnitId, UnitFigures]) -> float | None:
        """Minutes a week per what is asked for, pooled over the units that say it."""
        return pooled((doing.minutes, units[doing.unit].base(per)) for doing in self.doings)

    def counts(self, per: Per, units: Mapping[UnitId, UnitFigures]) -> float | None:
        """Occurrences a week per what is asked for, pooled over the units that say it."""
        return pooled((doing.per_week, units[doing.unit].base(per)) for doing in self.doings)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What one of a unit's tasks adds to its way with a shared one.

    Args:
        task: its id.
        name: what the unit calls it.
        times: occurrences a week by role.
        minutes: a week; None where they are left out.
        measured: whether all of them were.
        reason: why it is these hands, in the unit's own words.
    """

    task: TaskId
    name: str | None
    times: Mapping[RoleId, PerWeek]
    minutes: Shown
    measured: bool
    reason: str | None


def doing(member: Member, content: Content, pattern: Pattern) -> Doing:
    """A unit's way with a shared task, its minutes left out where any of its parts is.

    Args:
        member: the unit's leaves of the task.
        content: the unit.
        pattern: what the unit leaves out.
    """
    leaves: dict[TaskId, list[Leaf]] = {}
    for leaf in member.leaves:
        leaves.setdefault(leaf.task_id, []).append(leaf)
    parts = [part(each, content, pattern) for each in leaves.values()]
    return put_together(content.id, parts, member.how, content.catalogue, in_parts=member.parts)


def part(leaves: Sequence[Leaf], content: Content, pattern: Pattern) -> Part:
    """What one task adds, its minutes left out where those of any of its leaves are.

    Args:
        leaves: of the task.
        content: the unit.
        pattern: what the unit leaves out.
    """
    hidden = any(leaf.id in pattern.parts for leaf in leaves)
    minutes = sum(sum(content.by_leaf[leaf.id].today.values()) for leaf in leaves)
    task = leaves[0].task
    return Part(
        task=task.id,
        name=task.name,
        times=shares_today(leaves),
        minutes=None if hidden else float(minutes),
        measured=all(leaf.minutes.basis is Basis.MEASURED for leaf in leaves),
        reason=task.reason or None,
    )


def put_together(
    unit: UnitId, parts: Sequence[Part], how: How, catalogue: Catalogue, *, in_parts: bool
) -> Doing:
    """A unit's way with a shared task, from what each of its own tasks adds.

    Args:
        unit: whose.
        parts: at least one.
        how: it was recognised.
        catalogue: of the unit's country.
        in_parts: whether they are parts of the shared task, and not more of the same.
    """
    times: dict[RoleId, float] = {}
    for each in parts:
        for role, number in each.times.items():
            times[role] = times.get(role, 0.0) + number
    done = sum(times.values())
    shown = [each.minutes for each in parts if each.minutes is not None]
    ordered = by_size(times, catalogue)
    main = ordered[0] if ordered else None
    return Doing(
        unit=unit,
        how=how,
        tasks={each.task: each.name for each in parts},
        parts=in_parts,
        # Of a task that is had in parts, how often its most frequent part is done.
        per_week=max(sum(each.times.values()) for each in parts) if in_parts else done,
        minutes=sum(shown) if len(shown) == len(parts) else None,
        roles={role: times[role] / done for role in ordered},
        main=main,
        level=None if main is None else level_of(main, catalogue),
        measured=all(each.measured for each in parts),
        reasons=tuple(dict.fromkeys(each.reason for each in parts if each.reason)),
    )

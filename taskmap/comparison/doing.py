"""How each unit does a shared task: how often, how long, who, and why."""

from collections.abc import Mapping
from dataclasses import dataclass

from taskmap.comparison.content import Content, main_role, shares_today
from taskmap.comparison.figures import Per, Shown, UnitFigures, pooled, ratio
from taskmap.comparison.sharing import How, Key, Member
from taskmap.comparison.suppression import Pattern
from taskmap.model.amount import Basis
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


def doing(member: Member, content: Content, pattern: Pattern) -> Doing:
    """A unit's way with a shared task, its minutes left out where any of its parts is.

    Args:
        member: the unit's leaves of the task.
        content: the unit.
        pattern: what the unit leaves out.
    """
    times = shares_today(member.leaves)
    done = sum(times.values())
    hidden = any(leaf.id in pattern.parts for leaf in member.leaves)
    minutes = sum(sum(content.by_leaf[leaf.id].today.values()) for leaf in member.leaves)
    main = main_role(times, content)
    ordered = sorted(times, key=lambda role: (-round(times[role], 9), -content.level(role), role))
    tasks = [content.mapping.by_task[task] for task in member.tasks]
    return Doing(
        unit=content.id,
        how=member.how,
        tasks={task.id: task.name for task in tasks},
        parts=member.parts,
        per_week=_most(member) if member.parts else done,
        minutes=None if hidden else float(minutes),
        roles={role: times[role] / done for role in ordered},
        main=main,
        level=None if main is None else content.level(main),
        measured=all(leaf.minutes.basis is Basis.MEASURED for leaf in member.leaves),
        reasons=tuple(dict.fromkeys(task.reason for task in tasks if task.reason)),
    )


def _most(member: Member) -> PerWeek:
    """Of a task that is had in parts, how often its most frequent part is done."""
    by_task: dict[TaskId, float] = {}
    for leaf in member.leaves:
        times = sum(shares_today([leaf]).values())
        by_task[leaf.task_id] = by_task.get(leaf.task_id, 0.0) + times
    return max(by_task.values(), default=0.0)

"""Where units do the same task otherwise: questions to ask each other, never verdicts."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from taskmap.comparison.doing import Doing, SharedTask
from taskmap.comparison.figures import Per, UnitFigures
from taskmap.model.units import UnitId

# So many times as long, or as often, is worth asking about; below it figures are too rough.
LONGER, OFTENER = 1.5, 2.0


class Why(StrEnum):
    """What differs."""

    WHO = "who"  # on which level, or in which role
    MINUTES = "minutes"  # how long once takes
    COUNT = "count"  # how often, for units of the same size


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Why one unit does a task otherwise than another.

    Args:
        more: the unit on the higher level, that takes longer, or does it more often.
        less: the other.
        per: what counts are told for.
        times: how many times as much; None of who.
    """

    why: Why
    task: SharedTask
    more: Doing
    less: Doing
    per: Per | None = None
    times: float | None = None


def variation(
    tasks: Iterable[SharedTask], units: Mapping[UnitId, UnitFigures]
) -> tuple[Asked, ...]:
    """Questions about tasks that at least two units have, the most hours at stake first.

    Example: a doctor's 10 minutes in one health centre and a secretary's 12 in another: who, and
    the first unit's reason where it has written one.
    """
    found = [asked for task in tasks for asked in _about(task, units)]
    return tuple(sorted(found, key=lambda each: (-_at_stake(each), each.task.key, each.why)))


def common(units: Iterable[UnitFigures]) -> Per:
    """What all units can be held together by: those served, else staff hours, else posts.

    Users, beds and lists are not the same measure.
    """
    known = tuple(units)
    kinds = {figures.served[0] if figures.served else None for figures in known}
    if len(kinds) == 1 and None not in kinds:
        return Per.SERVED
    usable = (per for per in (Per.HOURS, Per.FTE) if all(unit.base(per) for unit in known))
    return next(usable, Per.WEEK)


def _about(task: SharedTask, units: Mapping[UnitId, UnitFigures]) -> Iterator[Asked]:
    done = [doing for doing in task.doings if doing.main is not None and doing.per_week > 0]
    if len(done) < 2:
        return
    yield from _who(task, done, units)
    yield from _minutes(task, done)
    yield from _count(task, done, units)


def _who(
    task: SharedTask, done: Sequence[Doing], units: Mapping[UnitId, UnitFigures]
) -> Iterator[Asked]:
    telling = [doing for doing in done if units[doing.unit].tells_who]
    ranked = sorted(telling, key=lambda each: (each.level or 0, each.main or ""))
    if len(ranked) < 2 or task.follows_work:
        return
    low, high = ranked[0], ranked[-1]
    countries = {units[doing.unit].unit.country for doing in (low, high)}
    # Roles of two countries have different names for the same work.
    if low.level != high.level or (low.main != high.main and len(countries) == 1):
        yield Asked(why=Why.WHO, task=task, more=high, less=low)


def _minutes(task: SharedTask, done: Sequence[Doing]) -> Iterator[Asked]:
    timed = sorted((each, doing.unit) for doing in done if (each := doing.each))
    by_unit = {doing.unit: doing for doing in done}
    if len(timed) > 1 and timed[-1][0] >= LONGER * timed[0][0]:
        times = timed[-1][0] / timed[0][0]
        more, less = by_unit[timed[-1][1]], by_unit[timed[0][1]]
        yield Asked(why=Why.MINUTES, task=task, more=more, less=less, times=times)


def _count(
    task: SharedTask, done: Sequence[Doing], units: Mapping[UnitId, UnitFigures]
) -> Iterator[Asked]:
    per = common(units[doing.unit] for doing in done)
    if per is Per.WEEK:
        return
    counted = sorted(
        (doing.per_week / (units[doing.unit].base(per) or 1), doing.unit) for doing in done
    )
    by_unit = {doing.unit: doing for doing in done}
    if counted[-1][0] >= OFTENER * counted[0][0]:
        times = counted[-1][0] / counted[0][0]
        more, less = by_unit[counted[-1][1]], by_unit[counted[0][1]]
        yield Asked(why=Why.COUNT, task=task, more=more, less=less, per=per, times=times)


def _at_stake(asked: Asked) -> float:
    """Minutes a week of the one that spends more, where both are shown."""
    return asked.more.minutes or 0.0 if asked.less.minutes is not None else 0.0

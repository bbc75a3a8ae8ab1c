"""Other ways of doing a task that a question accepts and the plan does not take, and why."""

from collections.abc import Iterator

import numpy as np

from taskmap.errors import Value
from taskmap.leon.checking.values import changed_units
from taskmap.leon.instance.options import obstacles
from taskmap.leon.telling.moves import Moving
from taskmap.model.other_way import OtherWay
from taskmap.model.plan import WayLeft
from taskmap.model.ruling import Gate, Ruling, Verdict


def ways_left(moving: Moving) -> tuple[WayLeft, ...]:
    """Each with what holds it: its own gates, then what was asked, then the plan as a whole.

    That the plan is no better with it is told where nothing else holds it: the plan would
    otherwise have it, as far as the plan is proved.

    Example: the digital round is accepted, but nobody has assessed its risk: the risk holds it.
    Assessed, it frees 40 minutes and putting it in place takes 60 a week: the plan is no better.
    """
    taken = {moving.problem.options[k].name for k in np.flatnonzero(moving.solution.chosen)}
    return tuple(
        WayLeft(
            task=way.task.id,
            alternative=way.alternative.id,
            kind=way.alternative.kind,
            rulings=_why(moving, way, taken),
        )
        for way in moving.mapping.other_ways
        if way.alternative.kind in moving.question.alternatives and way.id not in taken
    )


def _why(moving: Moving, way: OtherWay, taken: set[str]) -> tuple[Ruling, ...]:
    gates = obstacles(way, moving.question, moving.rulings)
    return gates or (next(_of_the_plan(moving, way, taken)),)


def _of_the_plan(moving: Moving, way: OtherWay, taken: set[str]) -> Iterator[Ruling]:
    p, question = moving.problem, moving.question
    own = [p.leaves.index(leaf.id) for leaf in way.stands_for]
    for other in moving.mapping.other_ways:
        if other.task.id == way.task.id and other.id in taken:
            yield _told("plan.way_other")
    if p.pinned[own].any():
        yield _told("plan.way_pinned")
    changed = changed_units(p, moving.solution.shares, moving.solution.missed)
    mine = changed[p.change_unit[own[0]]]
    if question.max_changes is not None and not mine and changed.sum() >= question.max_changes:
        yield _told("plan.way_limit", tasks=question.max_changes)
    yield _told("plan.way_no_better")


def _told(code: str, **values: Value) -> Ruling:
    return Ruling(gate=Gate.CAPACITY, verdict=Verdict.FAIL, code=code, values=values)

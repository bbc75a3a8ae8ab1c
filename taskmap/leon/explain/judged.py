"""What an hour more opens and closes, judged on the unit that has it."""

from dataclasses import replace

import numpy as np

from taskmap.leon.case import Case
from taskmap.leon.explain.more import AN_HOUR, More
from taskmap.leon.instance.canonical import Canonical
from taskmap.leon.instance.problem import Problem
from taskmap.model.mapping import Mapping
from taskmap.workload import capacities

MINUTES = 60


def judged(case: Case, place: Canonical, more: More) -> More:
    """The same with the gates asked again, where an hour may change what they say.

    Why: a role without hours in a band takes nothing there, and with an hour it may; a role above
    its hours hands work upwards, and with an hour it is not above them, so nothing moves up.
    Example: helpers have no hours in the evening: with one they may take the evening's talks.

    Args:
        case: the unit without the hour.
        place: where its leaves, roles and competences stand in the changed problem.
        more: one more of something.
    """
    if not more.reshapes or more.role is None or more.band is None:
        return more
    if not case.catalogue.is_staff(more.role):
        return more
    mapping = _with_hour(case, more.role, more.band)
    real = Case.of(mapping, case.catalogue, case.question).problem()
    if len(real.leaves) != len(more.problem.leaves):
        return more  # another way of a task comes to something only now: not told of here
    return replace(more, problem=_opened(more.problem, real, place))


def _opened(problem: Problem, real: Problem, place: Canonical) -> Problem:
    pairs, courses = (place.leaves, place.roles), (place.roles, place.competences)
    return replace(
        problem,
        may_grow=real.may_grow[np.ix_(*pairs)],
        trainable=real.trainable[np.ix_(*courses)],
        training=real.training[np.ix_(*courses, place.bands)],
        training_price=real.training_price[np.ix_(*courses)],
    )


def _with_hour(case: Case, role: str, band: str) -> Mapping:
    """The unit with an hour of full hours more on the role's roster."""
    hand = capacities(case.mapping, case.catalogue, case.question)
    staffing = case.mapping.by_role[role]
    at_work = AN_HOUR / max(1.0 - staffing.support_share, 1e-9)
    rostered = {
        one: (hand[role, one].at_hand + (at_work if one == band else 0.0)) / MINUTES
        for one in case.mapping.band_ids
    }
    more = replace(staffing, rostered=rostered)
    others = (more if one is staffing else one for one in case.mapping.staffing)
    return replace(case.mapping, staffing=tuple(others))

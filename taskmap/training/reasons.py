"""Why there is no place for somebody: limits taken away one at a time, and placed again."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from taskmap.model.programme import HALVES, CourseId, Form, OwnLecturer
from taskmap.model.training import Reason
from taskmap.training.offer import Offer

AMPLE = 10_000  # participants or runs; more than anybody asks for
Left = Callable[[Sequence[Offer], CourseId], int]


def reasons(group: Sequence[Offer], course: CourseId, short: int, left: Left) -> tuple[Reason, ...]:
    """Each limit that alone keeps somebody out; several together where none does alone.

    Args:
        group: the course and those that bear on it.
        course: that has too few places.
        short: participants without one.
        left: how many are without one when a group is placed.
    """
    offer = next(each for each in group if each.course.id == course)
    if not any(offer.comes(want, slot) for want in offer.wants for slot in offer.slots):
        return (Reason.NO_ROOM,) if not offer.slots else (Reason.TOO_FAR,)
    found = tuple(
        reason
        for reason, without in _without(offer)
        if left([without if each is offer else each for each in group], course) < short
    )
    return found or (Reason.TOGETHER,)


def _without(offer: Offer) -> Iterator[tuple[Reason, Offer]]:
    """The offer with one limit taken away at a time."""
    course, programme = offer.course, offer.programme
    if course.least > 1:
        yield Reason.TOO_FEW, replace(offer, course=replace(course, least=1))
    if course.most_runs is not None:
        yield Reason.MOST_RUNS, replace(offer, course=replace(course, most_runs=None))
    if course.lecturers and course.hired_fee is None:
        own = tuple(OwnLecturer(organisation=o.organisation, runs=AMPLE) for o in course.lecturers)
        yield Reason.NO_LECTURER, replace(offer, course=replace(course, lecturers=own))
    if course.requires:
        yield Reason.FIRST_COURSE, replace(offer, course=replace(course, requires=()))
    if course.form is not Form.VIDEO:
        roomy = tuple(replace(venue, seats=AMPLE) for venue in programme.venues)
        wide = replace(programme, venues=roomy)
        yield Reason.SEATS, Offer(replace(course, seats=AMPLE), offer.wants, wide)
        near = replace(programme, most_travel=None, travel=_roads(offer))
        yield Reason.TOO_FAR, replace(offer, programme=near)


def _roads(offer: Offer) -> dict[tuple[str, str], float]:
    """A road between every two members; how long it is does not matter."""
    members = {want.organisation for want in offer.wants}
    members |= {venue.organisation for venue in offer.programme.venues}
    members |= {each.organisation for each in offer.course.lecturers}
    return {(one, other): len(HALVES) for one in members for other in members}

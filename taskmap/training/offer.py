"""Where, when and by whom a course can be held, and how far that is for whom."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import inf

from taskmap.model.programme import (
    HALVES,
    CourseId,
    Form,
    Half,
    Offered,
    OrganisationId,
    TrainingProgramme,
    Venue,
)
from taskmap.model.training import Want


@dataclass(frozen=True, slots=True)
class Slot:
    """A half-year and a room; no room: by video, or with whoever a course is bought of."""

    half: Half
    venue: Venue | None

    @property
    def label(self) -> str:
        """Its name in rows and columns."""
        return f"{self.half}/{self.venue.id if self.venue else 'video'}"


@dataclass(frozen=True, slots=True)
class Hand:
    """Who can lecture.

    Args:
        organisation: of own ranks; None: from outside, or nobody needed.
        hired: somebody from outside.
        most: runs a year.
    """

    organisation: OrganisationId | None
    hired: bool
    fee: float
    most: float

    @property
    def label(self) -> str:
        """Its name in rows and columns."""
        return self.organisation or ("hired" if self.hired else "none")


@dataclass(frozen=True)
class Offer:
    """A course with its wants, and everything it can be made of.

    Args:
        course: as offered.
        wants: of this course, all with somebody in them.
        programme: the year it belongs to.
    """

    course: Offered
    wants: tuple[Want, ...]
    programme: TrainingProgramme

    @cached_property
    def slots(self) -> tuple[Slot, ...]:
        """Every half-year and place, in the order of their names."""
        form = self.course.form
        if self.course.bought:
            return tuple(Slot(half, None) for half in HALVES)
        venues = sorted(self.programme.venues, key=lambda venue: venue.id)
        places: list[Venue | None] = list(venues) if form in {Form.ON_SITE, Form.MIXED} else []
        if form in {Form.VIDEO, Form.MIXED}:
            places.append(None)
        return tuple(Slot(half, place) for half in HALVES for place in places)

    @cached_property
    def hands(self) -> tuple[Hand, ...]:
        """Own lecturers, then hired ones; where neither is named nobody is needed."""
        course = self.course
        own = sorted(course.lecturers, key=lambda lecturer: lecturer.organisation)
        found = [Hand(each.organisation, hired=False, fee=0.0, most=each.runs) for each in own]
        if course.hired_fee is not None:
            found.append(Hand(None, hired=True, fee=course.hired_fee, most=inf))
        return tuple(found) or (Hand(None, hired=False, fee=0.0, most=inf),)

    @property
    def total(self) -> int:
        """Participants wanted."""
        return sum(want.persons for want in self.wants)

    def seats(self, slot: Slot) -> int:
        """Participants in one run there."""
        return min(self.course.seats, slot.venue.seats) if slot.venue else self.course.seats

    def minutes(self, organisation: OrganisationId, slot: Slot) -> float | None:
        """Minutes one way to a slot; None where nobody is sent."""
        if slot.venue is None:
            return 0.0
        found = self.programme.minutes(organisation, slot.venue.organisation)
        most = self.programme.most_travel
        return None if found is None or (most is not None and found > most) else found

    def weighed(self, organisation: OrganisationId, slot: Slot) -> float:
        """Minutes there and back as they are weighed: mixed courses by video count as a journey."""
        if slot.venue is None:
            by_video = self.course.form is Form.MIXED and not self.course.bought
            return self.programme.video_from if by_video else 0.0
        return 2 * (self.minutes(organisation, slot) or 0.0)

    def comes(self, want: Want, slot: Slot) -> bool:
        """Whether participants can be placed there."""
        return slot.half <= want.by and self.minutes(want.organisation, slot) is not None

    def lectures(self, hand: Hand, slot: Slot) -> bool:
        """Whether a lecturer can be there."""
        return hand.organisation is None or self.minutes(hand.organisation, slot) is not None

    def most_runs(self, hand: Hand) -> int:
        """Runs that could ever be needed of one lecturer."""
        course = self.course
        needed = self.total // max(1, course.least)
        limit = inf if course.most_runs is None else course.most_runs
        return int(min(needed, limit, hand.most))


def offers(programme: TrainingProgramme, wants: Sequence[Want]) -> dict[CourseId, Offer]:
    """Courses held in runs that somebody wants, in the order of their ids."""
    held = sorted(programme.courses, key=lambda course: course.id)
    found = {}
    for course in held:
        of_course = tuple(
            sorted(
                (want for want in wants if want.course == course.id and want.persons),
                key=lambda want: (want.organisation, want.by),
            )
        )
        if of_course and course.form is not Form.ONLINE:
            found[course.id] = Offer(course, of_course, programme)
    return found


def together(found: dict[CourseId, Offer]) -> tuple[tuple[Offer, ...], ...]:
    """Courses that bear on each other since one comes before the other; the rest alone."""
    groups: list[set[CourseId]] = []
    for id_, offer in found.items():
        linked = {id_, *(first for first in offer.course.requires if first in found)}
        touched = [group for group in groups if group & linked]
        groups = [group for group in groups if not group & linked]
        groups.append(linked.union(*touched))
    ordered = sorted((sorted(group) for group in groups), key=lambda ids: ids[0])
    return tuple(tuple(found[id_] for id_ in ids) for ids in ordered)

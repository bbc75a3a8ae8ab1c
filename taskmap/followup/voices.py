"""What was said about each measure and move, gathered."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from taskmap.followup.matching import about
from taskmap.model.followup import FollowUp, Measure
from taskmap.model.participation import WHOLE, About, Comment, Hold
from taskmap.model.plan import Move

Said = TypeVar("Said", Comment, Hold)


@dataclass(frozen=True, slots=True)
class Voices:
    """Everything said about one thing.

    Args:
        about: the measure where there is one, else the move; the whole plan.
        measure: that is spoken of.
        comments, holds: in the document's order, holds that are lifted too.
    """

    about: About
    measure: Measure | None
    comments: tuple[Comment, ...]
    holds: tuple[Hold, ...]

    @property
    def held(self) -> tuple[Hold, ...]:
        """The holds that stand."""
        return tuple(hold for hold in self.holds if hold.stands)


def voices(followup: FollowUp) -> tuple[Voices, ...]:
    """What was said, by what it is about: the whole plan first, then in the order first spoken of.

    Example: one who names a move and one who names the measure about that move speak of the same.
    """
    said = followup.participation
    every: tuple[Comment | Hold, ...] = (*said.comments, *said.holds)
    subjects = dict.fromkeys((WHOLE, *(_named(each.about, followup) for each in every)))
    found = (_gathered(subject, followup) for subject in subjects)
    return tuple(each for each in found if each.comments or each.holds)


def about_move(move: Move, followup: FollowUp) -> Voices:
    """What was said about one move of a plan, and the holds on the whole plan."""
    measure = about(move, followup)
    gathered = _gathered(_named(subject_of(move), followup), followup)
    whole = tuple(h for h in followup.participation.holds if h.about.whole and h.stands)
    return Voices(gathered.about, measure, gathered.comments, (*gathered.holds, *whole))


def subject_of(move: Move) -> About:
    """A move as something to speak of."""
    task, _, case = move.leaf.partition("/")
    return About(task=task, case=case or None, giver=move.giver, receiver=move.receiver)


def _named(subject: About, followup: FollowUp) -> About:
    """The measure about what is spoken of, where there is one."""
    if subject.task is None:
        return subject
    move = (subject.leaf, subject.giver, subject.receiver)
    there = (m for m in followup.measures if move == (m.leaf, m.giver, m.receiver))
    return next((About(measure=measure.id) for measure in there), subject)


def _gathered(subject: About, followup: FollowUp) -> Voices:
    said = followup.participation
    measure = next((m for m in followup.measures if m.id == subject.measure), None)
    return Voices(
        subject,
        measure,
        _of(subject, said.comments, followup),
        _of(subject, said.holds, followup),
    )


def _of(subject: About, said: Iterable[Said], followup: FollowUp) -> tuple[Said, ...]:
    return tuple(each for each in said if _named(each.about, followup) == subject)

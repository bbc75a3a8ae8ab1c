"""Tasks that ask for practice, in whole numbers, and how far today is from it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from taskmap.model.unit import WEEKS_A_YEAR
from taskmap.model.units import MILLION

SQUARE = MILLION * MILLION


@dataclass(frozen=True, slots=True, kw_only=True)
class Practice:
    """A task a person must do often enough to keep doing it well.

    Args:
        name: id of the task.
        leaves: the task, or its cases.
        volume: occurrences a year for each person in practice.
    """

    name: str
    leaves: tuple[int, ...]
    volume: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A role's practice today, and by how much each row is relaxed for it.

    Args:
        persons: kept in practice; whoever does the task counts as one at least.
        short: millionths squared of occurrences a year that lack.
        lacking: ``[c]`` persons who do it and do not hold the competence.
        slack: ``[b]`` millionths of minutes beyond what the persons in practice have.
    """

    persons: int
    short: int
    lacking: tuple[int, ...]
    slack: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Doer:
    """One role's part of a maintained task today.

    Args:
        times: millionths squared of occurrences a year.
        minutes: ``[b]`` millionths of minutes a week.
        persons: in the role.
        holders: ``[c]`` of each competence the task asks for.
        most: ``[b]`` millionths of minutes the role may be loaded with.
    """

    times: int
    minutes: tuple[int, ...]
    persons: int
    holders: tuple[int, ...]
    most: tuple[int, ...]


def yearly(shares: NDArray[np.int64], occurrences: NDArray[np.int64]) -> int:
    """Occurrences a year in one role's hands, in millionths squared; ``[t, b]`` both."""
    return WEEKS_A_YEAR * sum(
        int(s) * int(n) for s, n in zip(shares.ravel(), occurrences.ravel(), strict=True)
    )


def standing(practice: Practice, today: Doer) -> Standing:
    """How a role stands to a maintained task today.

    Example: 24 a year asked of each, the nurses do it 60 times: two are in practice; with 13
    times one is, and 11 lack.
    """
    least = practice.volume * SQUARE
    if not today.times:
        nothing = (0,) * len(today.minutes)
        return Standing(persons=0, short=0, lacking=(0,) * len(today.holders), slack=nothing)
    persons = max(1, min(today.times // least, today.persons, *today.holders))
    return Standing(
        persons=persons,
        short=max(0, persons * least - today.times),
        lacking=tuple(max(0, persons - n) for n in today.holders),
        slack=tuple(
            max(0, now - persons * most // max(1, today.persons))
            for now, most in zip(today.minutes, today.most, strict=True)
        ),
    )

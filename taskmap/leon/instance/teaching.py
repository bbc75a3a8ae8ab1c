"""Who could learn what, and what a person's course takes of the week."""

from dataclasses import dataclass
from fractions import Fraction
from math import ceil

import numpy as np

from taskmap.leon.instance.problem import Flags, Whole
from taskmap.model.catalogue import Catalogue, Course
from taskmap.model.mapping import Mapping
from taskmap.model.question import Question
from taskmap.model.staffing import Staffing
from taskmap.model.unit import WEEKS_A_YEAR
from taskmap.model.units import MILLION, CompetenceId
from taskmap.workload import working_time


@dataclass(frozen=True, slots=True, kw_only=True)
class Teaching:
    """Holders, learners and courses by role and competence; units as in ``Problem``."""

    held: Whole
    trainable: Whole
    requires: tuple[tuple[int, int], ...]
    minutes: Whole
    price: Whole


@dataclass(frozen=True, slots=True, kw_only=True)
class Learners:
    """Who is asked about.

    Args:
        competences: columns of the table.
        held: ``[r, c]`` persons who hold each.
        wanted: ``[r, c]`` roles that do, or may take, a leaf that asks for the competence.
        full: ``[r, b]`` minutes; a course is taken from the bands a role works in.
        krone: price of one krone; None: training is not accepted, so nobody learns.
    """

    competences: tuple[CompetenceId, ...]
    held: Whole
    wanted: Flags
    full: Whole
    krone: float | None


def teaching(
    mapping: Mapping, catalogue: Catalogue, question: Question, learners: Learners
) -> Teaching:
    """The table of who could learn what, with what a person's course takes and costs."""
    competences, held, full = learners.competences, learners.held, learners.full
    wanted = learners.wanted.copy()
    number = {competence: k for k, competence in enumerate(competences)}
    requires = tuple(
        (number[competence], number[first])
        for competence in competences
        if competence in catalogue.competences
        for first in catalogue.competences[competence].requires
    )
    for _ in competences:  # what is wanted wants what it builds on, however deep
        for after, first in requires:
            wanted[:, first] |= wanted[:, after]
    trainable = np.zeros_like(held)
    minutes = np.zeros((*held.shape, full.shape[1]), dtype=np.int64)
    price = np.zeros_like(held)
    for r, staffing in enumerate(mapping.staffing):
        for competence, k in number.items():
            course = catalogue.course_for.get(competence)
            if course is None or learners.krone is None or not full[r].any():
                continue
            trainable[r, k] = max(0, staffing.persons - int(held[r, k])) if wanted[r, k] else 0
            weekly = _weekly(course, staffing, mapping, catalogue, question)
            parts = [weekly * int(part) / int(full[r].sum()) for part in full[r]]
            minutes[r, k] = [int(part * MILLION + Fraction(1, 2)) for part in parts]
            spread = course.price * renewals(course, question) / question.horizon_weeks
            price[r, k] = round(spread * learners.krone * MILLION)
    return Teaching(held=held, trainable=trainable, requires=requires, minutes=minutes, price=price)


def renewals(course: Course, question: Question) -> int:
    """How many times a person takes the course within the horizon."""
    if course.valid_years is None:
        return 1
    return max(1, ceil(question.horizon_weeks / (course.valid_years * WEEKS_A_YEAR)))


def _weekly(
    course: Course, staffing: Staffing, mapping: Mapping, catalogue: Catalogue, question: Question
) -> Fraction:
    """Minutes a week for one person: what the course takes beyond the training days at hand."""
    horizon = question.horizon_weeks
    times = renewals(course, question)
    days = staffing.absence.training_days
    at_hand = days * working_time(staffing, mapping, catalogue).hours_per_day if days else 0.0
    within = Fraction(at_hand).limit_denominator(MILLION) * horizon / WEEKS_A_YEAR
    hours = Fraction(course.hours).limit_denominator(MILLION) * times - within
    return max(Fraction(0), hours * 60 / horizon)

"""Rows that today breaks: they are held at today's value, and told."""

from collections.abc import Iterator

import numpy as np

from taskmap.errors import Value
from taskmap.leon.checking.values import whole
from taskmap.leon.instance.capable import ENOUGH, capable
from taskmap.leon.instance.practice import SQUARE, yearly
from taskmap.leon.instance.problem import OFTEN, Problem
from taskmap.model.plan import Note
from taskmap.model.units import MILLION


def relaxed(problem: Problem) -> tuple[Note, ...]:
    """Every row that is held at today's value instead of its own."""
    return tuple(note for family in FAMILIES for note in family(problem))


def _capacity(p: Problem) -> Iterator[Note]:
    for r, b in np.argwhere(p.filled_today > p.room * MILLION):
        minutes = whole(int(p.filled_today[r, b]) - int(p.room[r, b]) * MILLION)
        if minutes:
            values = {"role": p.roles[r], "band": p.bands[b], "minutes": minutes}
            yield Note("relaxed.capacity", values)


def _trained(p: Problem) -> Iterator[Note]:
    for r, k, b in np.ndindex(*p.held.shape, len(p.bands)):
        asks, people = p.needs[:, k], int(p.persons[r])
        if not people:
            continue
        today = int((p.minutes[asks, r, b] * p.today[asks, r, b]).sum())
        above = whole(today - int(p.held[r, k]) * int(p.most[r, b]) // people)
        if above > 0:
            values: dict[str, Value] = {
                "role": p.roles[r],
                "competence": p.competences[k],
                "band": p.bands[b],
                "minutes": above,
            }
            yield Note("relaxed.trained", values)


def _prerequisite(p: Problem) -> Iterator[Note]:
    for after, first in p.requires:
        for r in np.flatnonzero(p.held[:, after] > p.held[:, first]):
            values: dict[str, Value] = {
                "role": p.roles[r],
                "competence": p.competences[after],
                "first": p.competences[first],
                "persons": int(p.held[r, after] - p.held[r, first]),
            }
            yield Note("relaxed.prerequisite", values)


def _two_capable(p: Problem) -> Iterator[Note]:
    often, persons = p.occurrences.sum(axis=1) >= OFTEN, capable(p).today()
    for t in np.flatnonzero(often & (persons < ENOUGH) & p.today.any(axis=(1, 2))):
        yield Note("relaxed.two_capable", {"leaf": p.leaves[t], "persons": int(persons[t])})


def _practice(p: Problem) -> Iterator[Note]:
    for m, practice in enumerate(p.practices):
        leaf, part = p.leaves[practice.leaves[0]], list(practice.leaves)
        for r in np.flatnonzero(p.persons > 0):
            now = p.standing(m, int(r))
            if now.short:
                times = round(yearly(p.today[part, r], p.occurrences[part]) / SQUARE)
                values: dict[str, Value] = {"role": p.roles[r], "leaf": leaf}
                yield Note("relaxed.practice", {**values, "times": times, "least": practice.volume})
            for b, slack in enumerate(now.slack):
                if minutes := whole(slack):
                    values = {"role": p.roles[r], "leaf": leaf, "band": p.bands[b]}
                    yield Note("relaxed.practice_hours", {**values, "minutes": minutes})


def _indivisible(p: Problem) -> Iterator[Note]:
    for t in np.flatnonzero(~p.divisible):
        for b in np.flatnonzero((p.today[t] > 0).sum(axis=0) > 1):
            yield Note("relaxed.indivisible", {"leaf": p.leaves[t], "band": p.bands[b]})


def _one_role(p: Problem) -> Iterator[Note]:
    for t in np.flatnonzero(p.one_role):
        if np.count_nonzero(p.today[t].any(axis=1)) > 1:
            yield Note("relaxed.one_role", {"leaf": p.leaves[t]})


def _keep_together(p: Problem) -> Iterator[Note]:
    for leaves in p.groups:
        for b, band in enumerate(p.bands):
            there = [t for t in leaves if p.occurs[t, b]]
            if there and (p.today[there, :, b] != p.today[there[0], :, b]).any():
                tasks = tuple(p.leaves[t] for t in there)
                yield Note("relaxed.keep_together", {"tasks": tasks, "band": band})


FAMILIES = (
    _capacity, _trained, _prerequisite, _two_capable, _practice, _indivisible, _one_role,
    _keep_together,
)  # fmt: skip

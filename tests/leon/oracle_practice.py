"""Tasks that ask for practice in the oracle: how many of each role are kept in it."""

from itertools import product

import numpy as np

from taskmap.leon.instance.problem import Problem
from tests.leon.oracle_case import Case, M


def _times(p: Problem, practice, r: int) -> int:
    return 52 * sum(
        int(p.today[t, r, b]) * int(p.occurrences[t, b])
        for t in practice.leaves
        for b in range(len(p.bands))
    )


def _asks(p: Problem, practice) -> list[int]:
    return [k for k in range(len(p.competences)) if any(p.needs[t, k] for t in practice.leaves)]


def _most(p: Problem, practice, r: int, held) -> int:
    everything = 52 * M * sum(int(p.occurrences[t].sum()) for t in practice.leaves)
    now = practised_today(p, practice, r)
    able = [int(held[r, k]) + max(0, now - int(p.held[r, k])) for k in _asks(p, practice)]
    return min([(everything + _short(p, practice, r)) // (practice.volume * M * M),
                int(p.persons[r]), *able])  # fmt: skip


def _short(p: Problem, practice, r: int) -> int:
    now = practised_today(p, practice, r)
    return max(0, now * practice.volume * M * M - _times(p, practice, r))


def practised_today(p: Problem, practice, r: int) -> int:
    times = _times(p, practice, r)
    held = [int(p.held[r, k]) for k in _asks(p, practice)]
    persons = min([times // (practice.volume * M * M), int(p.persons[r]), *held])
    return max(1, persons) if times else 0


def keeping(p: Problem, leaves, trained: np.ndarray) -> list[dict]:
    """For each maintained task that changes, how many of each role are kept in practice."""
    options = {}
    for m, practice in enumerate(p.practices):
        for r in range(len(p.roles)):
            if p.persons[r] and set(practice.leaves) & set(leaves):
                most = _most(p, practice, r, p.held + trained)
                could = any(p.today[t, r].any() or p.may_grow[t, r] for t in practice.leaves)
                options[m, r] = list(range((most if could else 0) + 1))
    return [dict(zip(options, pick, strict=True)) for pick in product(*options.values())]


def kept_of(p: Problem, kept: dict, t: int, r: int) -> int | None:
    """How many are kept in practice of a leaf; None where it asks for none."""
    for m, practice in enumerate(p.practices):
        if t in practice.leaves:
            return kept.get((m, r), practised_today(p, practice, r))
    return None


def practice_rows(case: Case, kept: dict) -> None:
    p = case.p
    for (m, r), persons in kept.items():
        practice, times, done = p.practices[m], {}, 0
        for t in practice.leaves:
            for b in range(len(p.bands)):
                if not p.occurrences[t, b]:
                    continue
                row, now = case.share(t, r, b)
                n = 52 * int(p.occurrences[t, b])
                done += now * n
                for j, a in row.items():
                    times[j] = times.get(j, 0) - a * n
                if not persons:
                    case.equal(row, -now)
        least = persons * practice.volume * M * M - _short(p, practice, r)
        case.at_most(times, done - least)
        _minutes(case, practice, r, persons)


def _minutes(case: Case, practice, r: int, persons: int) -> None:
    p, heads = case.p, int(case.p.persons[r])
    for b in range(len(p.bands)):
        total, done = {}, 0
        for t in practice.leaves:
            row, now = case.share(t, r, b)
            done += now * int(p.minutes[t, r, b])
            for j, a in row.items():
                total[j] = total.get(j, 0) + a * int(p.minutes[t, r, b])
        most = int(p.most[r, b])
        slack = max(0, done - practised_today(p, practice, r) * most // heads)
        row = {j: a * heads for j, a in total.items()}
        case.at_most(row, persons * most + (slack - done) * heads)

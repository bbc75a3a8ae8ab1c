"""What supervision takes while it lasts, where the plan counts it over the whole horizon."""

from collections import defaultdict
from collections.abc import Iterator

from taskmap.leon.checking.values import whole
from taskmap.leon.telling.moves import Moving
from taskmap.model.plan import Note
from taskmap.workload.asked import supervised_minutes


def first_weeks(moving: Moving) -> Iterator[Note]:
    """For each role that supervises for some weeks: minutes a week then, and in the plan.

    Why: four hours a week for six weeks is half an hour over a year; the roster must hold the four.
    Source: method, section 4, "the peak in the first weeks is told".

    Example: 10 occurrences of 12 minutes move, supervised for 13 of 52 weeks: 120 minutes a week
    at first, 30 in the plan.
    """
    p, shares, horizon = moving.problem, moving.solution.shares, moving.question.horizon_weeks
    peak: dict[int, int] = defaultdict(int)
    mean: dict[int, int] = defaultdict(int)
    weeks: dict[int, int] = defaultdict(int)
    for watch in p.watches:
        leaf = moving.mapping.by_leaf.get(p.leaves[watch.leaf])
        if leaf is None:
            continue
        for s in leaf.task.supervision:
            mine = s.by == p.roles[watch.by] and s.of in {None, p.roles[watch.role]}
            if s.weeks is None or s.weeks >= horizon or not mine:
                continue
            added = shares[watch.leaf, watch.role] - p.today[watch.leaf, watch.role]
            for b, band in enumerate(p.bands):
                part = max(0, int(added[b]))
                peak[watch.by] += part * supervised_minutes(leaf, s, band)
                mean[watch.by] += part * watch.minutes[b]
                weeks[watch.by] = max(weeks[watch.by], s.weeks if part else 0)
    for r in sorted(peak):
        if minutes := whole(peak[r]):
            yield Note(
                "assumed.first_weeks",
                {
                    "by": p.roles[r],
                    "minutes": minutes,
                    "mean_minutes": whole(mean[r]),
                    "weeks": weeks[r],
                },
            )

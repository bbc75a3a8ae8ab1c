"""Generated wards, and the same ward with its figures turned out as drawn."""

from dataclasses import replace
from random import Random

import numpy as np

from taskmap.leon.robustness.estimates import Estimates
from taskmap.model.amount import Count, Duration
from taskmap.model.judgement import DecisionKind, LocalDecision
from taskmap.model.mapping import Mapping
from tests.leon.small import QUESTION, TWO, staff, task, unit

NURSE, HELPER, HOST = "sykepleier", "helsefagarbeider", "matvert"


def allowed(role: str) -> LocalDecision:
    return LocalDecision(
        role=role, kind=DecisionKind.ALLOWED, on=QUESTION.as_of, office="avdelingsleder"
    )


def ward(seed: int, tasks: int = 8, **more) -> Mapping:
    """Nurses who do what helpers and hosts may, with ranges, some factors stated, little room."""
    rng = Random(seed)  # noqa: S311 - no secret, only variety
    work = []
    for i in range(tasks):
        likely = rng.choice((5, 10, 20, 30))
        count = {band.id: rng.choice((3, 7, 14)) for band in TWO}
        takers = rng.sample((HELPER, HOST), k=rng.choice((1, 1, 2)))
        made = task(
            f"oppgave-{i}",
            count,
            likely,
            rng.choice((NURSE, NURSE, HELPER)),
            decisions=tuple(allowed(role) for role in takers),
            factors={r: rng.choice((0.9, 1.1, 1.3)) for r in takers if rng.random() < 0.5},
            divisible=rng.random() < 0.8,
        )
        work.append(replace(made, minutes=Duration(0.7 * likely, likely, 1.5 * likely)))
    hours = (rng.choice((20, 40)), rng.choice((8, 15, 25)), rng.choice((4, 8)))
    crew = tuple(
        staff(role, {band.id: n for band in TWO})
        for role, n in zip((NURSE, HELPER, HOST), hours, strict=True)
    )
    return unit(*work, staffing=crew, bands=TWO, **more)


def turned_out(
    mapping: Mapping, drawn: Estimates, draw: np.ndarray, names: tuple[tuple[str, ...], ...]
) -> Mapping:
    """The mapping with every drawn figure in place of its likely one; tasks without cases."""
    leaves, roles = names
    tasks = {found.id: found for found in mapping.tasks}
    for estimate, times in zip(drawn.every, draw.tolist(), strict=True):
        (t,) = estimate.leaves
        now = tasks[leaves[t]]
        if estimate.field == "minutes":
            likely = now.minutes.likely * times
            change = {"minutes": Duration(likely, likely, likely)}
        elif estimate.field == "count":
            change = {"count": Count({b: n * times for b, n in now.count.by_band.items()})}
        else:
            change = {"factors": {**now.factors, roles[estimate.role]: times}}
        tasks[now.id] = replace(now, **change)
    return replace(mapping, tasks=tuple(tasks.values()))

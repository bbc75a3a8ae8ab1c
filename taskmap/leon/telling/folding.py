"""Crumbs: flows too small to be told by themselves are told with the move beside them."""

from collections import Counter
from fractions import Fraction

from taskmap.leon.instance.problem import Problem
from taskmap.leon.telling.flows import Flow, Kind, Route
from taskmap.model.units import MILLION

CRUMB_MINUTES = 2
CRUMB_SHARE = Fraction(1, 100)  # of the leaf's occurrences


def folded(problem: Problem, found: dict[Route, dict[int, Flow]]) -> dict[Route, Route]:
    """For each route the one it is told under: itself, or the leaf's larger move beside it.

    Room that is filled to the last minute leaves shares no ward would write down. Such a crumb goes
    with the largest move of the same giver, else of the same receiver, else of the leaf; a leaf
    that has no other move keeps it. The minutes of a plan stay the same in sum.
    """
    return {route: _home(problem, found, route) for route in found}


def _home(problem: Problem, found: dict[Route, dict[int, Flow]], route: Route) -> Route:
    if not _is_crumb(problem, found, route):
        return route
    others = [
        other
        for other in found
        if other.leaf == route.leaf and other != route and not _is_crumb(problem, found, other)
    ]
    if not others:
        return route
    return max(
        others,
        key=lambda other: (
            other.giver == route.giver,
            other.receiver == route.receiver,
            sum(flow.taken_on for flow in found[other].values()),
            (-other.giver, -other.receiver),
        ),
    )


def _is_crumb(problem: Problem, found: dict[Route, dict[int, Flow]], route: Route) -> bool:
    flows = found[route]
    minutes = max(
        sum(flow.relieved for flow in flows.values()), sum(flow.taken_on for flow in flows.values())
    )
    n = problem.occurrences[route.leaf]
    part = sum((flow.part * int(n[b]) for b, flow in flows.items()), Fraction(0))
    return minutes <= CRUMB_MINUTES and part < CRUMB_SHARE * MILLION * int(n.sum())


def joined(flows: list[dict[int, Flow]]) -> dict[int, Flow]:
    """Several routes' flows told as one."""
    bands = sorted({band for bands in flows for band in bands})
    return {band: _sum([bands[band] for bands in flows if band in bands]) for band in bands}


def _sum(flows: list[Flow]) -> Flow:
    by: Counter[tuple[Kind, int]] = Counter()
    for flow in flows:
        for key, minutes in flow.by.items():
            by[key] += minutes
    return Flow(
        part=sum((flow.part for flow in flows), Fraction(0)),
        relieved=sum(flow.relieved for flow in flows),
        taken_on=sum(flow.taken_on for flow in flows),
        supervision=sum(flow.supervision for flow in flows),
        handover=sum(flow.handover for flow in flows),
        training=sum(flow.training for flow in flows),
        by=by,
    )

"""The alternatives a plan takes, each told whole: what it relieves and what it takes instead."""

from collections import defaultdict
from collections.abc import Mapping

import numpy as np

from taskmap.leon.instance.options import minutes_elsewhere, weekly_kroner
from taskmap.leon.telling.flows import Kind, Route
from taskmap.leon.telling.moves import Moving
from taskmap.model.other_way import OtherWay
from taskmap.model.plan import Chosen
from taskmap.model.ruling import ITSELF, Ruling
from taskmap.model.units import MinutesPerWeek, RoleId


def alternatives(moving: Moving) -> tuple[Chosen, ...]:
    """Every alternative chosen, what saves most first.

    A task done in another way is told as one change, with who does it: its work is not split into
    the change of count and a move between hands. So the net of all moves and alternatives is
    today's load less the plan's, to the minute.

    Example: a round of 10 x 30 minutes in a nurse's hands gives way to a digital one of 10 x 6 in
    a helper's: relieved 300, taken on 60, net 240; no move from nurse to helper beside it.
    """
    p = moving.problem
    ways = {way.id: way for way in moving.mapping.other_ways}
    found = [(_chosen(moving, k, ways[p.options[k].name]), k)
             for k in map(int, np.flatnonzero(moving.solution.chosen))]  # fmt: skip
    rank = moving.problem.rank[moving.problem.change_unit]
    found.sort(
        key=lambda pair: (-pair[0].price_saved, -pair[0].net, rank[p.options[pair[1]].leaves[0]])
    )
    return tuple(chosen for chosen, _ in found)


def routes_of(moving: Moving, k: int) -> tuple[Route, ...]:
    """The ways that belong to an option: out of today's hands, into its own, put in place."""
    option = moving.problem.options[k]
    own = {*option.leaves, option.work}
    return tuple(route for route in moving.flows if not route.is_move and route.leaf in own)


def _chosen(moving: Moving, k: int, way: OtherWay) -> Chosen:
    routes = routes_of(moving, k)
    minutes = _minutes(moving, routes)
    return Chosen(
        task=way.task.id,
        alternative=way.alternative.id,
        kind=way.alternative.kind,
        relieved=minutes["relieved"],
        taken_on=minutes["taken_on"],
        one_off=minutes["once"],
        supervision=minutes["supervision"],
        handover=minutes["handover"],
        training=minutes["training"],
        trainings=tuple(
            moving.trainings[key]
            for key, shares in moving.courses.items()
            if any(route in shares for route in routes)
        ),
        elsewhere=minutes_elsewhere(way),
        missed=_missed(moving, k),
        kroner=round(weekly_kroner(way.alternative, moving.question), 2),
        price_saved=sum(moving.saved[route] for route in routes),
        rulings=moving.rulings[way.id, ITSELF],
        hands=_hands(moving, way, minutes["taken_on"]),
    )


def _minutes(moving: Moving, routes: tuple[Route, ...]) -> dict[Kind, dict[RoleId, MinutesPerWeek]]:
    """Whole minutes of each kind by role, in the problem's order; nothing stands as nothing."""
    found: dict[Kind, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    for route in routes:
        for flow in moving.flows[route].values():
            for (kind, role), n in flow.by.items():
                found[kind][role] += n
    names = moving.problem.roles
    kinds: tuple[Kind, ...] = (
        "relieved", "taken_on", "once", "supervision", "handover", "training",
    )  # fmt: skip
    return {kind: {names[r]: n for r, n in sorted(found[kind].items()) if n} for kind in kinds}


def _missed(moving: Moving, k: int) -> float:
    """Share of the task's occurrences that nobody does today."""
    p, leaves = moving.problem, list(moving.problem.options[k].leaves)
    n = p.occurrences[leaves]
    return round(float((p.missed[leaves] * n).sum() / n.sum()) / 1_000_000, 6) if n.any() else 0.0


def _hands(
    moving: Moving, way: OtherWay, taken_on: Mapping[RoleId, MinutesPerWeek]
) -> dict[RoleId, tuple[Ruling, ...]]:
    """The six gates of every role that does its work, of the other unit's too."""
    there = way.alternative.unit_role
    elsewhere = [there] if there and way.leaf is not None and way.here is None else []
    return {role: moving.rulings[way.id, role] for role in (*taken_on, *elsewhere)}

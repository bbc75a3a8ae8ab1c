"""Who gives what to whom, from two divisions; and its minutes, whole and summing exactly."""

from collections import defaultdict
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from taskmap.leon.problem import Problem
from taskmap.leon.solve import Solution
from taskmap.leon.values import load_of, whole
from taskmap.model.units import MILLION

MISSED = -1  # giver of work nobody did


@dataclass(frozen=True, slots=True, order=True)
class Route:
    """A leaf's way from one role to another."""

    leaf: int
    giver: int
    receiver: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """What goes one way in one band; minutes whole, ``part`` in millionths of occurrences."""

    part: Fraction
    relieved: int
    taken_on: int
    supervision: int
    training: int


Kind = str  # "relieved", "taken_on", "supervision", "training"
Item = tuple[Route, int, Kind]  # a route, a band and what the minutes are for
Cell = tuple[int, int]  # role and band whose load the minutes are in


def parts(problem: Problem, solution: Solution) -> dict[Route, dict[int, Fraction]]:
    """Millionths that go each way in each band: ``loss x gain / Σ gain`` (method, section 5)."""
    found: dict[Route, dict[int, Fraction]] = defaultdict(dict)
    change = solution.shares - problem.today
    taken_up = problem.missed - solution.missed
    for t, b in np.argwhere(change.any(axis=1) | (taken_up > 0)):
        gains = {int(r): int(change[t, r, b]) for r in np.flatnonzero(change[t, :, b] > 0)}
        losses = {int(r): -int(change[t, r, b]) for r in np.flatnonzero(change[t, :, b] < 0)}
        if taken_up[t, b] > 0:
            losses[MISSED] = int(taken_up[t, b])
        total = sum(gains.values())
        for giver, loss in losses.items():
            for receiver, gain in gains.items():
                route = Route(int(t), giver, receiver)
                found[route][int(b)] = Fraction(loss * gain, total)
    return {route: found[route] for route in sorted(found)}


def flows(problem: Problem, solution: Solution) -> dict[Route, dict[int, Flow]]:
    """The flows with minutes that add up: over every role and band to its change of load.

    Each kind of minutes lies in the load of one role and band. There they are rounded together,
    by largest remainder, to the change of that load in whole minutes; so the net of all moves is
    today's load less the plan's, to the minute.
    """
    ways = parts(problem, solution)
    cells = _items(problem, solution, ways)
    before, after = problem.load_today, load_of(problem, solution.shares, solution.trained)
    minutes: dict[Item, int] = {}
    for (r, b), items in cells.items():
        target = whole(int(before[r, b])) - whole(int(after[r, b]))
        minutes.update(zip(items, _rounded(list(items.values()), target), strict=True))
    return {
        route: {band: _flow(route, band, part, minutes) for band, part in bands.items()}
        for route, bands in _with_training(ways, minutes).items()
    }


def _flow(route: Route, band: int, part: Fraction, minutes: dict[Item, int]) -> Flow:
    def of(kind: Kind) -> int:
        return minutes.get((route, band, kind), 0)

    # Costs stand as negative change in the load of those who carry them.
    return Flow(
        part=part,
        relieved=of("relieved"),
        taken_on=-of("taken_on"),
        supervision=-of("supervision") - of("control"),
        training=-of("training"),
    )


def _with_training(
    ways: dict[Route, dict[int, Fraction]], minutes: dict[Item, int]
) -> dict[Route, dict[int, Fraction]]:
    """Training may fall in bands where nothing of the leaf moves."""
    found = {route: dict(bands) for route, bands in ways.items()}
    for route, band, kind in minutes:
        if kind == "training":
            found[route].setdefault(band, Fraction(0))
    return found


def _items(
    p: Problem, solution: Solution, ways: dict[Route, dict[int, Fraction]]
) -> dict[Cell, dict[Item, Fraction]]:
    """Exact minutes of every item, by the cell whose load they relieve (+) or fill (-)."""
    cells: dict[Cell, dict[Item, Fraction]] = defaultdict(dict)
    for route, bands in ways.items():
        for b, part in bands.items():
            share = part / MILLION
            if route.giver != MISSED:
                relieved = share * int(p.minutes[route.leaf, route.giver, b])
                cells[route.giver, b][route, b, "relieved"] = relieved
            taken = share * int(p.minutes[route.leaf, route.receiver, b])
            cells[route.receiver, b][route, b, "taken_on"] = -taken
    _add_watches(p, ways, cells)
    _add_training(p, solution, ways, cells)
    return cells


def _add_watches(
    p: Problem,
    ways: dict[Route, dict[int, Fraction]],
    cells: dict[Cell, dict[Item, Fraction]],
) -> None:
    for watch in p.watches:
        for route, bands in ways.items():
            if route.leaf != watch.leaf:
                continue
            for b, part in bands.items():
                minutes = part / MILLION * watch.minutes[b]
                cell = cells[watch.by, b]
                if route.receiver == watch.role:
                    key = (route, b, "supervision")
                    cell[key] = cell.get(key, Fraction(0)) - minutes
                if watch.always and route.giver == watch.role:
                    key = (route, b, "control")
                    cell[key] = cell.get(key, Fraction(0)) + minutes


def _add_training(
    p: Problem,
    solution: Solution,
    ways: dict[Route, dict[int, Fraction]],
    cells: dict[Cell, dict[Item, Fraction]],
) -> None:
    for r, k in np.argwhere(solution.trained > 0):
        shares = training_shares(p, ways, int(r), int(k))
        for b in range(len(p.bands)):
            minutes = Fraction(int(solution.trained[r, k]) * int(p.training[r, k, b]), MILLION)
            for route, share in shares.items():
                if minutes:
                    key = (route, b, "training")
                    cell = cells[int(r), b]
                    cell[key] = cell.get(key, Fraction(0)) - minutes * share


def training_shares(
    p: Problem, ways: dict[Route, dict[int, Fraction]], r: int, k: int
) -> dict[Route, Fraction]:
    """How the training of a role in a competence divides over the moves that need it.

    By minutes taken on, over the role's moves that ask for the competence or for one that builds
    on it; failing that over all the role's moves, failing that over all moves.
    """
    built_on = _builds_on(p, k)
    asks = np.asarray(p.needs[:, built_on].any(axis=1))
    mine = [route for route in ways if route.receiver == r]
    for routes in ([route for route in mine if asks[route.leaf]], mine, list(ways)):
        taken = {
            route: sum(
                (part * int(p.minutes[route.leaf, route.receiver, b])
                 for b, part in ways[route].items()),
                Fraction(0),
            )
            for route in routes
        }  # fmt: skip
        total = sum(taken.values(), Fraction(0))
        if total:
            return {route: minutes / total for route, minutes in taken.items()}
    return {}


def _builds_on(p: Problem, k: int) -> list[int]:
    """The competence and all that build on it."""
    found = [k]
    for competence in found:
        found.extend(a for a, first in p.requires if first == competence and a not in found)
    return found


def _rounded(exact: list[Fraction], target: int) -> list[int]:
    """Whole numbers, each the floor or the ceiling of its own, that sum to ``target``."""
    floors = [x.numerator // x.denominator for x in exact]
    rest = target - sum(floors)
    by_part = sorted(range(len(exact)), key=lambda i: (floors[i] - exact[i], i))
    for i in by_part[:rest]:
        floors[i] += 1
    if sum(floors) != target:
        raise ArithmeticError(f"{sum(floors)} minutes do not make {target}")
    return floors

"""Who gives what to whom, from two divisions; and its minutes, whole and summing exactly."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal, TypeAlias

import numpy as np

from taskmap.leon.checking.values import load_of, whole
from taskmap.leon.instance.problem import Problem
from taskmap.leon.solve import Solution
from taskmap.model.units import MILLION

Kind: TypeAlias = Literal[
    "relieved", "taken_on", "supervision", "control", "handover", "training", "once"
]

MISSED = -1  # giver of work nobody did
NOBODY = -2  # giver or receiver where a task is done in another way


@dataclass(frozen=True, slots=True, order=True)
class Route:
    """A leaf's way from one role to another.

    Where an option is chosen, what is given up goes to nobody and its own work comes from nobody;
    putting it in place, which is no role's share of a leaf, has nobody at both ends.
    """

    leaf: int
    giver: int
    receiver: int

    @property
    def is_move(self) -> bool:
        """Whether work goes from hands, or from being missed, to other hands."""
        return NOBODY not in (self.giver, self.receiver)


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """What goes one way in one band; minutes whole, ``part`` in millionths of occurrences.

    ``by`` has the minutes of each kind in each role's load, costs positive.
    """

    part: Fraction
    relieved: int
    taken_on: int
    supervision: int
    handover: int
    training: int
    by: Mapping[tuple[Kind, int], int] = field(default_factory=dict)


Cell: TypeAlias = tuple[int, int]  # role and band whose load the minutes are in
Item: TypeAlias = tuple[Route, Cell, Kind]  # a route, a cell and what the minutes are for


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


def halves(problem: Problem, solution: Solution) -> dict[Route, dict[int, Fraction]]:
    """Millionths given up for the options chosen, and of their own work, with nobody beyond."""
    found: dict[Route, dict[int, Fraction]] = {}
    for option, taken in zip(problem.options, solution.chosen, strict=True):
        if not taken:
            continue
        found[Route(option.leaves[0], NOBODY, NOBODY)] = {}
        for t in option.leaves:
            for r, b in np.argwhere(problem.today[t] > 0):
                ends = found.setdefault(Route(t, int(r), NOBODY), {})
                ends[int(b)] = Fraction(int(problem.today[t, r, b]))
        if (work := option.work) is not None:
            for r, b in np.argwhere(solution.shares[work] > 0):
                starts = found.setdefault(Route(work, NOBODY, int(r)), {})
                starts[int(b)] = Fraction(int(solution.shares[work, r, b]))
    return {route: found[route] for route in sorted(found)}


def flows(problem: Problem, solution: Solution) -> dict[Route, dict[int, Flow]]:
    """The flows with minutes that add up: over every role and band to its change of load.

    Each kind of minutes lies in the load of one role and band. There they are rounded together,
    by largest remainder, to the change of that load in whole minutes; so the net of all moves is
    today's load less the plan's, to the minute.
    """
    ways = parts(problem, solution) | halves(problem, solution)
    cells = _items(problem, solution, ways)
    s = solution
    before, after = problem.load_today, load_of(problem, s.shares, s.trained, s.chosen)
    minutes: dict[Item, int] = {}
    for (r, b), items in cells.items():
        target = whole(int(before[r, b])) - whole(int(after[r, b]))
        minutes.update(zip(items, _rounded(list(items.values()), target), strict=True))
    told: dict[tuple[Route, int], dict[tuple[Kind, int], int]] = defaultdict(dict)
    for (route, (role, band), kind), n in minutes.items():
        # Costs stand as negative change in the load of those who carry them.
        cost = n if kind == "relieved" else -n
        own = told[route, band]
        name: Kind = "supervision" if kind == "control" else kind
        own[name, role] = own.get((name, role), 0) + cost
    # Training and putting in place may fall in bands where nothing of the leaf moves.
    found = {route: dict(bands) for route, bands in ways.items()}
    for route, band in told:
        found[route].setdefault(band, Fraction(0))
    return {
        route: {band: _flow(part, told[route, band]) for band, part in bands.items()}
        for route, bands in found.items()
    }


def _flow(part: Fraction, minutes: dict[tuple[Kind, int], int]) -> Flow:
    def of(kind: Kind) -> int:
        return sum(n for (name, _), n in minutes.items() if name == kind)

    return Flow(
        part=part,
        relieved=of("relieved"),
        taken_on=of("taken_on"),
        supervision=of("supervision"),
        handover=of("handover"),
        training=of("training"),
        by=minutes,
    )


def _items(
    p: Problem, solution: Solution, ways: dict[Route, dict[int, Fraction]]
) -> dict[Cell, dict[Item, Fraction]]:
    """Exact minutes of every item, by the cell whose load they relieve (+) or fill (-)."""
    cells: dict[Cell, dict[Item, Fraction]] = defaultdict(dict)
    for route, bands in ways.items():
        for b, part in bands.items():
            share = part / MILLION
            if route.giver >= 0:
                relieved = share * int(p.minutes[route.leaf, route.giver, b])
                cells[route.giver, b][route, (route.giver, b), "relieved"] = relieved
            if route.receiver >= 0:
                taken = share * int(p.minutes[route.leaf, route.receiver, b])
                cells[route.receiver, b][route, (route.receiver, b), "taken_on"] = -taken
    _add_watches(p, ways, cells)
    for (route, cell, kind), minutes in handover_items(p, solution, ways).items():
        cells[cell][route, cell, kind] = -minutes
    _add_training(p, solution, ways, cells)
    _add_once(p, solution, cells)
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
                    key: Item = (route, (watch.by, b), "supervision")
                    cell[key] = cell.get(key, Fraction(0)) - minutes
                if watch.always and route.giver == watch.role:
                    key = (route, (watch.by, b), "control")
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
                    key: Item = (route, (int(r), b), "training")
                    cell = cells[int(r), b]
                    cell[key] = cell.get(key, Fraction(0)) - minutes * share


def _add_once(p: Problem, solution: Solution, cells: dict[Cell, dict[Item, Fraction]]) -> None:
    """What it takes to put the chosen options in place."""
    for option, taken in zip(p.options, solution.chosen, strict=True):
        route = Route(option.leaves[0], NOBODY, NOBODY)
        for r, b, minutes in option.once if taken else ():
            cells[r, b][route, (r, b), "once"] = -Fraction(minutes, MILLION)


def handover_items(
    p: Problem, solution: Solution, ways: dict[Route, dict[int, Fraction]]
) -> dict[Item, Fraction]:
    """Minutes of hand-over each way adds, or saves (-), in the loads of those who spend them.

    What a chain's hand-overs change in a band is divided over the ways into the chain there by
    taken_on; where nobody takes anything on, over the ways out of it by what they relieve.
    """
    found: dict[Item, Fraction] = defaultdict(Fraction)
    for passing in p.passings:
        change = passing.borne(solution.shares) - passing.borne(p.today)
        for r, b in np.argwhere(change):
            cell = (int(r), int(b))
            shares = _chain_shares(p, ways, passing.leaves, int(b))
            for route, share in shares.items():
                found[route, cell, "handover"] += Fraction(int(change[cell]), MILLION) * share
    return found


def _chain_shares(
    p: Problem, ways: dict[Route, dict[int, Fraction]], leaves: tuple[int, ...], b: int
) -> dict[Route, Fraction]:
    there = [route for route, bands in ways.items() if route.leaf in leaves and b in bands]
    into = [(route, route.receiver) for route in there if route.receiver >= 0]
    out = [(route, route.giver) for route in there if route.giver >= 0]
    weight = {route: ways[route][b] * int(p.minutes[route.leaf, r, b]) for route, r in into or out}
    total = sum(weight.values(), Fraction(0))
    return {route: part / total for route, part in weight.items()}


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
    every = [route for route in ways if route.receiver >= 0]
    for routes in ([route for route in mine if asks[route.leaf]], mine, every):
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

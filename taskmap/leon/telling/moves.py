"""Moves as they are told: from gross to net, what they save, and what stopped more."""

from collections import Counter, defaultdict
from collections.abc import Mapping as MappingOf
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

import numpy as np

from taskmap.leon.checking.values import exact_values, whole
from taskmap.leon.instance.problem import Problem
from taskmap.leon.price import level_weights
from taskmap.leon.solve import Solution
from taskmap.leon.telling.cut import cut_by
from taskmap.leon.telling.flows import (
    MISSED,
    NOBODY,
    Flow,
    Route,
    flows,
    halves,
    handover_items,
    parts,
    training_shares,
)
from taskmap.leon.telling.folding import folded, joined
from taskmap.model.catalogue import Catalogue
from taskmap.model.mapping import Mapping
from taskmap.model.plan import BandMove, LoadChange, Move, MoveKind, MoveMinutes, Training
from taskmap.model.question import Price, Question
from taskmap.model.ruling import Rulings
from taskmap.model.unit import WEEKS_A_YEAR
from taskmap.model.units import MILLION, RoleId
from taskmap.workload import working_time


@dataclass(frozen=True, kw_only=True)
class Moving:
    """All that telling the moves of a solution needs."""

    mapping: Mapping
    catalogue: Catalogue
    question: Question
    rulings: Rulings
    problem: Problem
    solution: Solution

    @cached_property
    def ways(self) -> dict[Route, dict[int, Fraction]]:
        """Millionths each way by band, those of the options chosen included."""
        return parts(self.problem, self.solution) | halves(self.problem, self.solution)

    @cached_property
    def flows(self) -> dict[Route, dict[int, Flow]]:
        """Whole minutes each way by band, those of the options chosen included."""
        return flows(self.problem, self.solution)

    @cached_property
    def saved(self) -> dict[Route, int]:
        """Price each way saves, whole units that sum to today's price less the plan's."""
        return _saved(self)

    @cached_property
    def handed(self) -> dict[Route, Fraction]:
        """Price of the hand-overs each way adds, negative where it saves some."""
        found: dict[Route, Fraction] = defaultdict(Fraction)
        for (route, (r, _), _), minutes in handover_items(
            self.problem, self.solution, self.ways
        ).items():
            found[route] += minutes * int(self.problem.price[r])
        return found

    @cached_property
    def courses(self) -> dict[tuple[int, int], dict[Route, Fraction]]:
        """How each training divides over the moves."""
        return {
            (int(r), int(k)): training_shares(self.problem, self.ways, int(r), int(k))
            for r, k in np.argwhere(self.solution.trained > 0)
        }

    @cached_property
    def trainings(self) -> dict[tuple[int, int], Training]:
        """Whole persons to train, by role and competence."""
        return {key: self._training(*key) for key in self.courses}

    def _training(self, r: int, k: int) -> Training:
        p, persons = self.problem, int(self.solution.trained[r, k])
        course = self.catalogue.course_for[p.competences[k]]
        return Training(
            role=p.roles[r],
            competence=p.competences[k],
            persons=persons,
            hours_per_person=course.hours,
            price_per_person=course.price,
            course=course.id,
            weekly_minutes=whole(persons * int(p.training[r, k].sum())),
        )

    @cached_property
    def yearly_hours(self) -> MappingOf[RoleId, float]:
        """Available working time of one full-time equivalent of each staff role."""
        return {
            s.role: working_time(s, self.mapping, self.catalogue).available
            for s in self.mapping.staffing
            if self.catalogue.roles[s.role].is_staff
        }

    def level_unverified(self, r: int) -> bool:
        """Whether the role's level is a guess."""
        return not self.catalogue.roles[self.problem.roles[r]].level_verified

    def level(self, r: int) -> int:
        """The role's level."""
        return self.catalogue.roles[self.problem.roles[r]].level


def moves(moving: Moving) -> tuple[Move, ...]:
    """All moves of a solution: repairs first, then what saves and relieves most."""
    every = {route: bands for route, bands in moving.flows.items() if route.is_move}
    exact = moving.saved
    homes = folded(moving.problem, every)
    found = {
        home: joined([every[r] for r, h in homes.items() if h == home])
        for home in dict.fromkeys(homes.values())
    }
    saved = {home: sum(exact[r] for r, h in homes.items() if h == home) for home in found}
    told = [(_move(moving, route, bands, saved[route]), route) for route, bands in found.items()]
    rank = moving.problem.rank[moving.problem.change_unit]
    told.sort(
        key=lambda pair: (
            pair[0].kind is not MoveKind.REPAIR,
            -pair[0].price_saved,
            -pair[0].minutes.relieved,
            int(rank[pair[1].leaf]),
            pair[1],
        )
    )
    return tuple(move for move, _ in told)


def _move(moving: Moving, route: Route, bands: dict[int, Flow], saved: int) -> Move:
    p = moving.problem
    leaf = moving.mapping.by_leaf[p.leaves[route.leaf]]
    giver = None if route.giver == MISSED else p.roles[route.giver]
    receiver = p.roles[route.receiver]
    minutes = _minutes(bands)
    n = {b: int(p.occurrences[route.leaf, b]) / MILLION for b in bands}
    occurrences = {b: float(flow.part) / MILLION * n[b] for b, flow in bands.items()}
    total = int(p.occurrences[route.leaf].sum()) / MILLION
    breach = giver is not None and bool(p.breach[route.leaf, route.giver])
    trainings = [key for key, shares in moving.courses.items() if route in shares]
    return Move(
        kind=MoveKind.REPAIR if breach else MoveKind.GAIN,
        leaf=leaf.id,
        giver=giver,
        receiver=receiver,
        occurrences=round(sum(occurrences.values()), 6),
        share=round(sum(occurrences.values()) / total, 6),
        bands=tuple(
            BandMove(
                band=p.bands[b],
                occurrences=round(occurrences[b], 6),
                relieved=flow.relieved,
                taken_on=flow.taken_on,
            )
            for b, flow in sorted(bands.items())
            if flow.part
        ),
        from_minutes=None if giver is None else leaf.minutes.likely * leaf.factor(giver),
        to_minutes=leaf.minutes.likely * leaf.factor(receiver),
        minutes=minutes,
        freed_fte_gross=_fte(moving, giver, minutes.relieved),
        freed_fte_net=_fte(moving, giver, minutes.net),
        breakeven_factor=_breakeven_factor(moving, route, bands),
        breakeven_weeks=_breakeven_weeks(moving, route, minutes),
        price_saved=saved,
        needs_company=minutes.net >= 0 > _alone(moving, route, minutes),
        flips_if_level_wrong=_flips(moving, route, bands, saved),
        training=tuple(moving.trainings[key] for key in trainings),
        rulings=moving.rulings[leaf.id, receiver],
        cut_by=cut_by(p, moving.solution, route),
        loads=_loads(p, bands),
    )


def _loads(p: Problem, bands: dict[int, Flow]) -> tuple[LoadChange, ...]:
    found: Counter[tuple[int, int]] = Counter()
    for b, flow in bands.items():
        for (kind, r), minutes in flow.by.items():
            found[r, b] += -minutes if kind == "relieved" else minutes
    changes = (
        LoadChange(role=p.roles[r], band=p.bands[b], minutes=minutes)
        for (r, b), minutes in found.items()
        if minutes
    )
    return tuple(sorted(changes, key=lambda change: (change.role, change.band)))


def _minutes(bands: dict[int, Flow]) -> MoveMinutes:
    return MoveMinutes(
        relieved=sum(flow.relieved for flow in bands.values()),
        taken_on=sum(flow.taken_on for flow in bands.values()),
        supervision=sum(flow.supervision for flow in bands.values()),
        handover=sum(flow.handover for flow in bands.values()),
        training=sum(flow.training for flow in bands.values()),
    )


def _fte(moving: Moving, giver: RoleId | None, minutes: int) -> float:
    hours = moving.yearly_hours.get(giver or "", 0.0)
    return round(minutes / 60 * WEEKS_A_YEAR / hours, 6) if hours else 0.0


def _saved(moving: Moving) -> dict[Route, int]:
    p, s = moving.problem, moving.solution
    before = exact_values(p, p.today, p.missed, np.zeros_like(s.trained))["price"]
    after = exact_values(p, s.shares, s.missed, s.trained, s.chosen)["price"]
    exact = {route: _price(moving, route) for route in moving.flows}
    floors = {route: x.numerator // x.denominator for route, x in exact.items()}
    rest = whole(before) - whole(after) - sum(floors.values())
    by_part = sorted(exact, key=lambda route: (floors[route] - exact[route], route))
    for route in by_part[: max(rest, 0)]:
        floors[route] += 1
    return floors


def _price(moving: Moving, route: Route) -> Fraction:
    """Price units a week that one route saves, exactly."""
    p = moving.problem
    w = [int(x) for x in p.price]
    saved = Fraction(0)
    for b, part in moving.ways[route].items():
        share = part / MILLION
        if route.giver >= 0:
            saved += share * w[route.giver] * int(p.minutes[route.leaf, route.giver, b])
        if route.receiver >= 0:
            saved -= share * w[route.receiver] * int(p.minutes[route.leaf, route.receiver, b])
        for watch in p.watches:
            if watch.leaf == route.leaf:
                minutes = share * w[watch.by] * watch.minutes[b]
                saved -= minutes * (watch.role == route.receiver)
                saved += minutes * (watch.always and watch.role == route.giver)
    saved -= moving.handed.get(route, Fraction(0))
    return saved - _put_in_place(moving, route) - sum(
        (shares[route] * _training_price(moving, r, k)
         for (r, k), shares in moving.courses.items() if route in shares),
        Fraction(0),
    )  # fmt: skip


def _put_in_place(moving: Moving, route: Route) -> Fraction:
    """What an option costs beside its work: money, another unit's time, and hours once."""
    p, units = moving.problem, Fraction(0)
    if (route.giver, route.receiver) == (NOBODY, NOBODY):
        for k in np.flatnonzero(moving.solution.chosen):
            if p.options[k].leaves[0] == route.leaf:
                hours = sum(n * int(p.price[r]) for r, _, n in p.options[k].once)
                units += Fraction(p.options[k].price + hours, MILLION)
    return units


def _training_price(moving: Moving, r: int, k: int) -> Fraction:
    p, persons = moving.problem, int(moving.solution.trained[r, k])
    each = int(p.price[r]) * int(p.training[r, k].sum()) + int(p.training_price[r, k])
    return Fraction(persons * each, MILLION)


def _breakeven_factor(moving: Moving, route: Route, bands: dict[int, Flow]) -> float | None:
    """How many times the giver's minutes the receiver may use and still save."""
    p = moving.problem
    relieved = sum(flow.relieved for flow in bands.values())
    own = int(p.price[route.receiver])
    if route.giver == MISSED or not own or relieved <= 0:
        return None
    taken = sum(
        (part / MILLION * int(p.minutes[route.leaf, route.receiver, b])
         for b, part in moving.ways[route].items()),
        Fraction(0),
    )  # fmt: skip
    given = sum(
        (part / MILLION * int(p.minutes[route.leaf, route.giver, b])
         for b, part in moving.ways[route].items()),
        Fraction(0),
    )  # fmt: skip
    worth = _price(moving, route) + own * taken
    return round(max(0.0, float(worth / (own * given))), 2) if given else None


def _breakeven_weeks(moving: Moving, route: Route, minutes: MoveMinutes) -> float | None:
    """Weeks until one-off hours of training are earned."""
    once = sum(
        float(shares[route]) * training.persons * training.hours_per_person * 60
        for key, shares in moving.courses.items()
        if route in shares
        for training in (moving.trainings[key],)
    )
    weekly = minutes.net + minutes.training
    return round(once / weekly, 1) if once and weekly > 0 else None


def _alone(moving: Moving, route: Route, minutes: MoveMinutes) -> int:
    """Net minutes if this move had to carry all the training it needs."""
    whole_training = sum(
        moving.trainings[key].weekly_minutes
        for key, shares in moving.courses.items()
        if route in shares
    )
    return minutes.net + minutes.training - whole_training


def _flips(moving: Moving, route: Route, bands: dict[int, Flow], saved: int) -> bool:
    """Whether the move no longer pays with an unverified level one step off."""
    if moving.question.price is not Price.LEVEL or saved <= 0:
        return False
    weights = level_weights(moving.question)
    loss = 0
    if route.giver != MISSED and moving.level_unverified(route.giver):
        now = moving.level(route.giver)
        step = weights[now] - weights[max(0, now - 1)]
        loss = max(loss, step * sum(flow.relieved for flow in bands.values()))
    if moving.level_unverified(route.receiver):
        now = moving.level(route.receiver)
        step = weights[min(8, now + 1)] - weights[now]
        loss = max(loss, step * sum(flow.taken_on for flow in bands.values()))
    return loss >= saved

"""The alternatives a plan may choose from, and each as an option in whole numbers."""

from collections.abc import Mapping as MappingOf
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from taskmap.leon.instance.option import Option
from taskmap.leon.instance.problem import Whole
from taskmap.leon.levels import accepted
from taskmap.leon.price import exchange, weight_of
from taskmap.model.alternative import Alternative, AlternativeKind
from taskmap.model.capacity import Capacity
from taskmap.model.catalogue import Catalogue
from taskmap.model.mapping import Mapping
from taskmap.model.other_way import OtherWay
from taskmap.model.question import Question
from taskmap.model.ruling import ITSELF, Ruling, Rulings, Verdict
from taskmap.model.units import MILLION, BandId, LeafId, MinutesPerWeek, RoleId


def open_ways(mapping: Mapping, question: Question, rulings: Rulings) -> tuple[OtherWay, ...]:
    """Alternatives of the kinds accepted that their own rulings let through.

    What is unknown stays shut also where unknowns are taken as allowed: there, moves are asked
    about. Who in the unit may do an alternative's work is left to the plan.
    """
    return tuple(
        way
        for way in mapping.other_ways
        if way.alternative.kind in question.alternatives and not obstacles(way, question, rulings)
    )


def obstacles(way: OtherWay, question: Question, rulings: Rulings) -> tuple[Ruling, ...]:
    """Rulings that shut an alternative whoever does it; of work elsewhere, its role's too."""
    there = way.alternative.unit_role if way.leaf is not way.here else None
    said = (*rulings[way.id, ITSELF], *(rulings.get((way.id, there), ()) if there else ()))
    return tuple(ruling for ruling in said if not _lets_through(ruling, question))


def _lets_through(ruling: Ruling, question: Question) -> bool:
    conditional = ruling.verdict is Verdict.CONDITION
    if ruling.verdict is Verdict.UNKNOWN or (
        conditional and ruling.gate in question.demands.forbidden_gates
    ):
        return False
    return accepted(ruling, question)


def comes_to_something(
    way: OtherWay, capacities: MappingOf[tuple[RoleId, BandId], Capacity]
) -> bool:
    """Its work is a millionth a week at least, and who puts it in place has hours at all."""
    leaf = way.leaf
    done = leaf is None or any(round(n * MILLION) for n in leaf.count.values())
    return done and all(
        any(c.full for (at, _), c in capacities.items() if at == role)
        for role, hours in way.alternative.one_off_hours.items()
        if hours > 0
    )


def weekly_kroner(alternative: Alternative, question: Question) -> float:
    """Running cost, and the one-off cost spread over the horizon."""
    return alternative.running_kroner + alternative.one_off_kroner / question.horizon_weeks


def minutes_elsewhere(way: OtherWay) -> MinutesPerWeek:
    """Whole minutes a week the other unit's role spends, rounded by band as all work is."""
    role, leaf = way.alternative.unit_role, way.leaf
    if role is None or leaf is None or way.here is not None:
        return 0
    return sum(leaf.whole_minutes(role, band) for band in leaf.count)


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What the options are counted from.

    Args:
        number: of every leaf in the problem.
        roles, bands: in the problem's order.
        full: ``[r, b]`` minutes; what it takes to put an option in place falls as these do.
    """

    mapping: Mapping
    catalogue: Catalogue
    question: Question
    number: MappingOf[LeafId, int]
    roles: tuple[RoleId, ...]
    bands: tuple[BandId, ...]
    full: Whole

    def of(self, ways: tuple[OtherWay, ...]) -> tuple[Option, ...]:
        """One option for each way."""
        return tuple(self._option(way) for way in ways)

    def _option(self, way: OtherWay) -> Option:
        alternative = way.alternative
        shared = alternative.kind is AlternativeKind.SHARE_BETWEEN_UNITS
        return Option(
            name=way.id,
            leaves=tuple(self.number[leaf.id] for leaf in way.stands_for),
            work=None if way.here is None else self.number[way.here.id],
            once=self._once(alternative),
            price=self._price(way),
            elsewhere=minutes_elsewhere(way),
            room=int((alternative.unit_room or 0.0) * 60 + 0.5) if shared else None,
            stops=alternative.kind is AlternativeKind.STOP,
        )

    def _once(self, alternative: Alternative) -> tuple[tuple[int, int, int], ...]:
        """Hours of putting it in place a week, over the bands as the role's hours fall."""
        found = []
        for role, hours in sorted(alternative.one_off_hours.items()):
            if hours <= 0:
                continue
            r = self.roles.index(role)
            weekly = Fraction(hours).limit_denominator(MILLION) * 60 / self.question.horizon_weeks
            total = int(self.full[r].sum())
            for b in np.flatnonzero(self.full[r]):
                part = weekly * int(self.full[r, b]) / total
                found.append((r, int(b), int(part * MILLION + Fraction(1, 2))))
        return tuple(found)

    def _price(self, way: OtherWay) -> int:
        """Money at the price's own exchange, and the other unit's minutes as if they were ours."""
        krone = exchange(self.mapping, self.catalogue, self.question)
        money = weekly_kroner(way.alternative, self.question) * krone * MILLION
        role = way.alternative.unit_role
        if way.leaf is None or way.here is not None or role is None:
            return round(money)
        weight = weight_of(self.catalogue.roles[role], self.mapping, self.catalogue, self.question)
        return round(money) + weight * minutes_elsewhere(way) * MILLION

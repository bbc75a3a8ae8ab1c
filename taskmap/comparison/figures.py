"""A unit's hours by level, group and cell, as they may be shown, and what to hold them against."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from taskmap.comparison.content import Content
from taskmap.comparison.protecting import (
    ABOVE,
    TOTAL,
    cell_figure,
    group_figure,
    level_figure,
)
from taskmap.comparison.suppression import FigureId, Pattern
from taskmap.model.unit import Unit
from taskmap.model.units import Fte, HoursPerWeek, LeafId, MinutesPerWeek, Share

Cell = tuple[int, int | None]  # level today, lowest effective level
Shown = float | None  # None: left out
THOUSAND_HOURS = 60_000  # in minutes


class Per(StrEnum):
    """What figures are counted for, so that units of different size can be held together."""

    WEEK = "week"  # as they are
    FTE = "fte"
    SERVED = "served"  # user, bed or thousand listed
    HOURS = "hours"  # 1,000 hours the staff has


@dataclass(frozen=True, kw_only=True)
class UnitFigures:
    """One unit's figures, minutes a week; None where a figure is left out.

    Args:
        source: publication the figures come from.
        note: of a published unit: what a reader should know of its figures.
        served: "users", "beds" or "listed" (in thousands), with their number.
        at_hand: minutes a week the staff has.
        hours_assumed: hours a week of these that are assumed, and in no plan or source.
        tells_who: whether its work is divided between roles.
        above: minutes done above the lowest effective level.
        left_out: whether anything is.
    """

    unit: Unit
    illustrative: bool
    source: str | None
    note: str | None
    fte: Fte
    served: tuple[str, float] | None
    at_hand: MinutesPerWeek
    hours_assumed: HoursPerWeek
    tasks: int
    tells_who: bool
    total: Shown
    above: Shown
    levels: Mapping[int, Shown] = field(default_factory=dict)
    groups: Mapping[str, Shown] = field(default_factory=dict)
    cells: Mapping[Cell, Shown] = field(default_factory=dict)
    left_out: bool = False

    @property
    def gap(self) -> Share | None:
        """Hours above the lowest effective level as a part of all; None where one is left out."""
        return ratio(self.above, self.total)

    def base(self, per: Per) -> float | None:
        """What a figure is divided by; None where the mapping does not say."""
        found = {
            Per.WEEK: 1.0,
            Per.FTE: self.fte,
            Per.SERVED: self.served[1] if self.served else 0.0,
            Per.HOURS: self.at_hand / THOUSAND_HOURS,
        }[per]
        return found or None


def unit_figures(content: Content, pattern: Pattern) -> UnitFigures:
    """A unit's sums, those of the pattern left out."""
    sums = _sums(content)

    def shown(id_: FigureId) -> Shown:
        return None if id_ in pattern.figures else sums.get(id_, 0.0)

    mapping, levels = content.mapping, content.levels
    here = {content.level(role) for level in levels for role, n in level.today.items() if n}
    cells = {
        (content.level(role), level.effective_level)
        for level in levels
        for role, n in level.today.items()
        if n
    }
    groups = {content.group(leaf.task) for leaf in mapping.leaves}
    return UnitFigures(
        unit=mapping.unit,
        illustrative=mapping.illustrative,
        source=mapping.source,
        note=mapping.note if mapping.source else None,
        fte=content.fte,
        served=content.served,
        at_hand=content.at_hand,
        hours_assumed=sum(mapping.hours_assumed.values()),
        tasks=len({leaf.task_id for leaf in mapping.leaves}),
        tells_who=content.tells_who,
        total=shown(TOTAL),
        above=shown(ABOVE),
        levels={level: shown(level_figure(level)) for level in sorted(here)},
        groups={group: shown(group_figure(group)) for group in sorted(groups)},
        cells={cell: shown(cell_figure(*cell)) for cell in sorted(cells, key=_by_level)},
        left_out=bool(pattern.parts or pattern.figures),
    )


def ratio(above: Shown, below: Shown) -> float | None:
    """One figure as a part of another; None where one is left out or nothing is there."""
    return above / below if above is not None and below else None


def pooled(parts: Iterable[tuple[Shown, Shown]]) -> float | None:
    """A ratio over several units: sums divided, never a mean of ratios.

    Units of which either figure is left out stand on neither side.

    Example: 10 of 20 and 90 of 180 are 100 of 200; 10 of 20 and 30 of 180 are 40 of 200.
    """
    known = [(up, down) for up, down in parts if up is not None and down]
    if not known:
        return None
    return sum(up for up, _ in known) / sum(down for _, down in known)


def _sums(content: Content) -> dict[FigureId, float]:
    """Every sum in whole minutes, straight from who does what."""
    found: defaultdict[FigureId, float] = defaultdict(float)
    groups: dict[LeafId, str] = {
        leaf.id: content.group(leaf.task) for leaf in content.mapping.leaves
    }
    for level in content.levels:
        for role, minutes in level.today.items():
            today = content.level(role)
            found[TOTAL] += minutes
            found[level_figure(today)] += minutes
            found[group_figure(groups[level.leaf])] += minutes
            found[cell_figure(today, level.effective_level)] += minutes
            if level.effective_level is not None and today > level.effective_level:
                found[ABOVE] += minutes
    return found


def _by_level(cell: Cell) -> tuple[int, int]:
    today, effective = cell
    return -today, 99 if effective is None else effective

"""One more of what may be short, and what the rows of a programme say it is worth."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

import numpy as np

from taskmap.leon.explain.pulled import more_hours
from taskmap.leon.instance.problem import Flags, Problem
from taskmap.leon.programme import build
from taskmap.leon.programme.columns import Sheet
from taskmap.model.units import MILLION, RoleId, Share
from taskmap.solver.programme import Floats, Matrix, Programme

AN_HOUR = 60
ORE_A_KRONE = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class More:
    """One more hour of a role in a band, person who knows, or place's worth of kroner.

    Args:
        of: as in ``Worth``.
        problem: with one more.
        words: parts of the names of rows it may loosen.
        reshapes: it opens or closes columns, so that no dual value tells of it.
    """

    of: str
    problem: Problem
    words: frozenset[str]
    reshapes: bool = False
    role: str | None = None
    band: str | None = None
    competence: str | None = None
    amount: float = 1


def everything(
    p: Problem,
    partly: Collection[RoleId] = (),
    ceilings: Mapping[RoleId, Share] = MappingProxyType({}),
) -> Iterator[More]:
    """One more of each in turn: hours by role and band, persons, then money for a place.

    Args:
        p: the problem.
        partly: roles of which only a part of the work is mapped; an hour more of them gives
            nothing before it is entered as free, and is told as that.
        ceilings: of the roles; without one, as its room is of its full hours now.
    """
    for r, b in np.ndindex(*p.room.shape):
        role, band = p.roles[r], p.bands[b]
        yield More(
            of="free_hour" if role in partly else "hour",
            problem=more_hours(p, r, b, AN_HOUR, ceilings.get(role)),
            words=frozenset({role, band}),
            reshapes=bool(p.most[r, b] == 0 or p.filled_today[r, b] > p.full[r, b] * MILLION),
            role=role,
            band=band,
        )
    for r, k in np.argwhere(p.held < p.persons[:, None]):
        yield _person(p, int(r), int(k))
    yield from _money(p)


def _person(p: Problem, r: int, k: int) -> More:
    """Somebody of the role holds it too, without the plan's course for it."""
    held, trainable = p.held.copy(), p.trainable.copy()
    held[r, k] += 1
    trainable[r, k] = max(0, int(trainable[r, k]) - 1)
    role, competence = p.roles[r], p.competences[k]
    return More(
        of="person",
        problem=replace(p, held=held, trainable=trainable),
        words=frozenset({role, competence}),
        role=role,
        competence=competence,
    )


def _money(p: Problem) -> Iterator[More]:
    """The budget with the cheapest place more on a course somebody could take."""
    wanted: Flags = np.asarray((p.trainable > 0).any(axis=0))
    for i, budget in enumerate(p.asked.budgets):
        places = [n for k, n in enumerate(budget.each) if n and wanted[k]]
        if budget.kind == "training_kroner" and places:
            more = replace(budget, most=budget.most + min(places))
            budgets = (*p.asked.budgets[:i], more, *p.asked.budgets[i + 1 :])
            yield More(
                of="krone",
                problem=replace(p, asked=replace(p.asked, budgets=budgets)),
                words=frozenset({"training_kroner"}),
                amount=min(places) / ORE_A_KRONE,
            )


@dataclass(frozen=True)
class Prices:
    """Dual values at a point, and what a change of rows is worth by them.

    Args:
        sheet: the programme that was solved.
        point: its solution.
        duals: of its rows, what one more on the binding bound adds to the objective.
        reduced: of its columns, the same.
    """

    sheet: Sheet
    point: Floats
    duals: Floats
    reduced: Floats

    def concerned(self, more: More) -> bool:
        """Whether any row that it may loosen binds."""
        return any(
            more.words <= frozenset(name.split("/"))
            for name, dual in zip(self.sheet.programme.row_names, self.duals, strict=False)
            if abs(dual) > 1e-9
        )

    def worth(self, more: More) -> float | None:
        """What the objective falls by one more, as long as the same rows bind.

        ``-(Σ dual x change of bound - Σ dual x change of coefficient x value)``, over every row
        that differs between the programme and the one with one more; so it follows any family of
        rows. None where the two have other columns or rows.
        Example: room 850 binds with a dual of -2; 51 minutes more: 102.
        """
        other = build(more.problem)
        now, then = self.sheet.programme, other.programme
        if _names(now) != _names(then):
            return None
        before, after = now.matrix(), then.matrix()
        bounds = np.where(
            self.duals > 0, _grown(before.lower, after.lower), _grown(before.upper, after.upper)
        )
        change = self.duals @ (bounds - _on(after, self.point) + _on(before, self.point))
        upper = np.where(self.reduced < 0, _grown(now.upper, then.upper), 0.0)
        return -float(change + self.reduced @ upper)


def _names(programme: Programme) -> tuple[str, ...]:
    return (*programme.column_names, *programme.row_names)


def _grown(before: Floats, after: Floats) -> Floats:
    """How much bounds grew; 0 where there is none."""
    bounded = np.isfinite(before) & np.isfinite(after)
    return np.where(bounded, np.where(bounded, after, 0.0) - np.where(bounded, before, 0.0), 0.0)


def _on(rows: Matrix, point: Floats) -> Floats:
    """The rows' sums at a point."""
    sums = np.concatenate(([0.0], np.cumsum(rows.values * point[rows.columns])))
    return np.asarray(sums[rows.starts[1:]] - sums[rows.starts[:-1]])

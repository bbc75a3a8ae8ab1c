"""Which bounds and coefficients of a programme follow from minutes and counts, draw by draw."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from taskmap.leon.instance.problem import Flags, Problem, Whole
from taskmap.leon.programme.columns import Sheet
from taskmap.leon.robustness.estimates import Estimates
from taskmap.model.catalogue import Catalogue
from taskmap.model.mapping import Mapping
from taskmap.model.units import MILLION
from taskmap.solver.family import ABSENT
from taskmap.solver.programme import Floats, Ints
from taskmap.workload.capacity import half_up


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """What of a role's hours follows from its mapped work.

    Args:
        partial: ``[r]`` the rest of the role's time counts as used.
        free: ``[r, b]`` minutes named as free all the same.
    """

    partial: Flags
    free: Whole


def hours(mapping: Mapping, catalogue: Catalogue, problem: Problem) -> Hours:
    """The same of a mapping's roles, in the problem's order."""
    staffing = [mapping.by_role[role] for role in problem.roles]
    free = [[half_up(s.free_hours.get(b, 0.0) * 60) for b in problem.bands] for s in staffing]
    return Hours(
        partial=np.array([catalogue.is_staff(s.role) and not s.complete for s in staffing]),
        free=np.array(free, dtype=np.int64).reshape(problem.room.shape),
    )


@dataclass(frozen=True)
class Figures:
    """A programme's rows as functions of a draw; at the likely figures they are the rows it has.

    Example: a leaf of 200 minutes, drawn 10 % longer: the load rows of all who may do it count
    220, what is done today rises by 20, and a role without 20 minutes to spare is over its hours.
    """

    sheet: Sheet
    estimates: Estimates
    hours: Hours

    def bounds(self, draw: Floats) -> tuple[Ints, Floats, Floats]:
        """Rows with their bounds under a draw: today, and what it leaves, in the drawn minutes."""
        p = self.sheet.problem
        done = self._done * self.estimates.minutes(draw)[:, :, None]
        direct = done.sum(axis=0)
        standing = (self._standing * self.estimates.counts(draw)[:, None, None]).sum(axis=0)
        load = direct + standing + self._steady
        rest = np.maximum(p.room - self.hours.free - load, 0.0)
        other = np.where(self.hours.partial[:, None], rest, p.other)
        most = np.maximum(p.room, load + other) - other
        free = np.full(direct.size, np.inf)
        asked = np.tensordot(p.needs.T.astype(np.float64), done - self._done, axes=1)
        holders = np.maximum(self._slack - asked[self._holders], 0.0)
        watched = standing.ravel()[self._watched]
        none = np.full(holders.size, -np.inf)
        lower = (direct.ravel(), -free, (other - p.full).ravel(), watched, none)
        upper = (direct.ravel(), most.ravel(), free, watched, holders)
        return self._rows, np.concatenate(lower), np.concatenate(upper)

    def entries(self, draw: Floats) -> tuple[Ints, Ints, Floats]:
        """Rows, columns and values of every coefficient that follows from a draw."""
        at, columns, values, leaf, role, counted = self._moving
        minutes, counts = self.estimates.minutes(draw), self.estimates.counts(draw)
        return at, columns, values * np.where(counted, counts[leaf], minutes[leaf, role])

    @cached_property
    def _done(self) -> Floats:
        p = self.sheet.problem
        return np.asarray(p.minutes * p.today / MILLION)

    @cached_property
    def _standing(self) -> Floats:
        """``[t, r, b]`` minutes a role gives today while others do a leaf."""
        p = self.sheet.problem
        found = np.zeros(p.minutes.shape)
        for watch in p.watches:
            if watch.always:
                part = p.today[watch.leaf, watch.role] / MILLION
                found[watch.leaf, watch.by] += np.array(watch.minutes) * part
        return found

    @cached_property
    def _steady(self) -> Floats:
        """``[r, b]`` what else is in today's load: hand-overs, which keep their likely figures."""
        known = (self._done + self._standing).sum(axis=0)
        return np.asarray(self.sheet.problem.load_today / MILLION - known)

    @cached_property
    def _number(self) -> dict[str, int]:
        return {name: i for i, name in enumerate(self.sheet.programme.row_names)}

    @cached_property
    def _cells(self) -> list[str]:
        p = self.sheet.problem
        return [f"{role}/{band}" for role in p.roles for band in p.bands]

    @cached_property
    def _watched(self) -> Ints:
        """Cells whose supervision has a row."""
        there = [f"supervision/{cell}" in self._number for cell in self._cells]
        return np.flatnonzero(there)

    @cached_property
    def _holder_rows(self) -> dict[tuple[int, int, int], int]:
        """Rows of those who hold a competence by (c, r, b), but for those a course may lift."""
        p, number = self.sheet.problem, self._number
        return {
            (k, r, b): number[name]
            for r, k, b in np.ndindex(*p.held.shape, len(p.bands))
            if (name := f"trained/{p.roles[r]}/{p.competences[k]}/{p.bands[b]}") in number
            and f"{name}/lifted" not in number
        }

    @cached_property
    def _holders(self) -> tuple[Ints, ...]:
        return tuple(np.array(list(self._holder_rows), dtype=np.int64).reshape(-1, 3).T)

    @cached_property
    def _slack(self) -> Floats:
        upper = self.sheet.programme.matrix().upper
        return upper[list(self._holder_rows.values())]

    @cached_property
    def _rows(self) -> Ints:
        """Rows in the order of ``bounds``."""
        names = [f"{rule}/{cell}" for rule in ("load", "capacity", "over") for cell in self._cells]
        names += [f"supervision/{self._cells[i]}" for i in self._watched]
        rows = [self._number[name] for name in names]
        return np.array([*rows, *self._holder_rows.values()], dtype=np.int64)

    @cached_property
    def _moving(self) -> tuple[Ints, Ints, Floats, Ints, Ints, Flags]:
        """Entries that follow from a leaf's figures: row, column, value, whose, by count alone."""
        programme, c = self.sheet.programme, self.sheet.columns
        width = programme.width
        rows = programme.matrix()
        columns, values = rows.columns, rows.values
        at = np.repeat(np.arange(programme.height, dtype=np.int64), np.diff(rows.starts))
        leaf, role = np.full(width, ABSENT), np.full(width, ABSENT)
        for changes in (c.added, c.given):
            t, r, b = np.nonzero(changes != ABSENT)
            leaf[changes[t, r, b]], role[changes[t, r, b]] = t, r
        family = np.array([name.partition("/")[0] for name in programme.row_names])[at]
        moves = (leaf[columns] != ABSENT) & np.isin(family, ("load", "trained", "supervision"))
        at, columns, counted = at[moves], columns[moves], family[moves] == "supervision"
        return at, columns, values[moves], leaf[columns], role[columns], counted

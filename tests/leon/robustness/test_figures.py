"""The rows of a draw are those of the same unit mapped with the drawn figures."""

from dataclasses import replace

import numpy as np
import pytest

from taskmap.leon.case import Case
from taskmap.leon.instance.canonical import canonical
from taskmap.leon.instance.problem import Problem
from taskmap.leon.robustness.estimates import Estimates, estimates
from taskmap.leon.robustness.figures import Hours, hours
from taskmap.leon.robustness.loose import loose
from taskmap.leon.robustness.resolving import Resolving
from tests.leon import generated
from tests.leon.robustness.drawn import turned_out, ward
from tests.leon.small import CATALOGUE, QUESTION

STEADY = ("load", "capacity", "supervision")


def none_of(p: Problem) -> tuple[Estimates, Hours]:
    drawn = Estimates(every=(), leaves=len(p.leaves), roles=len(p.roles))
    fixed = Hours(partial=np.zeros(len(p.roles), dtype=bool), free=np.zeros_like(p.room))
    return drawn, fixed


def still(p: Problem):
    return p.today, p.missed


def rows_of(sheet):
    programme = sheet.programme
    rows = programme.matrix()
    at = np.repeat(np.arange(programme.height), np.diff(rows.starts))
    entries = {
        (programme.row_names[i], programme.column_names[j]): v
        for i, j, v in zip(at, rows.columns, rows.values, strict=True)
    }
    return entries, dict(
        zip(programme.row_names, zip(rows.lower, rows.upper, strict=True), strict=True)
    )


@pytest.mark.parametrize("seed", range(40))
def test_at_the_likely_figures_the_rows_are_as_written(seed):
    p = generated.problem(seed)
    drawn, fixed = none_of(p)
    resolving = Resolving(p, drawn, fixed, still(p))
    figures = resolving.figures
    entries, bounds = rows_of(figures.sheet)
    names, columns = figures.sheet.programme.row_names, figures.sheet.programme.column_names
    at, where, values = figures.entries(np.zeros(0))
    for i, j, value in zip(at, where, values, strict=True):
        assert value == pytest.approx(entries[names[i], columns[j]])
    for row, low, high in zip(*figures.bounds(np.zeros(0)), strict=True):
        assert (low, high) == pytest.approx(bounds[names[row]], abs=1e-6), names[row]


@pytest.mark.parametrize("seed", range(6))
def test_a_draws_rows_are_those_of_the_unit_mapped_so(seed):
    mapping = ward(seed)
    problem = canonical(Case.of(mapping, CATALOGUE, QUESTION).problem()).problem
    drawn = estimates(mapping, CATALOGUE, problem)
    draw = drawn.draws(5, seed)[2]
    resolving = Resolving(problem, drawn, hours(mapping, CATALOGUE, problem), still(problem))
    figures = resolving.figures
    other = turned_out(mapping, drawn, draw, (problem.leaves, problem.roles))
    entries, bounds = rows_of(loose(Case.of(other, CATALOGUE, QUESTION).problem()))
    names, columns = figures.sheet.programme.row_names, figures.sheet.programme.column_names
    compared = 0
    for i, j, value in zip(*figures.entries(draw), strict=True):
        if (names[i], columns[j]) in entries:  # what today leaves undone may differ by upwards
            compared += 1
            # Both count in whole minutes, one before the draw and one after.
            assert value == pytest.approx(entries[names[i], columns[j]], abs=1.5)
    assert compared > 30
    for row, low, high in zip(*figures.bounds(draw), strict=True):
        if names[row].startswith(STEADY):
            assert low == pytest.approx(bounds[names[row]][0], abs=8), names[row]
            assert high == pytest.approx(bounds[names[row]][1], abs=8), names[row]


def test_what_is_not_mapped_gives_way_to_longer_minutes_of_what_is():
    mapping = ward(0)
    partly = tuple(replace(s, complete=False) for s in mapping.staffing)
    mapping = replace(mapping, staffing=partly)
    problem = Case.of(mapping, CATALOGUE, QUESTION).problem()
    drawn = estimates(mapping, CATALOGUE, problem)
    figures = Resolving(problem, drawn, hours(mapping, CATALOGUE, problem), still(problem)).figures
    longer = np.array([1.2 if e.field == "count" else 1.0 for e in drawn.every])
    names = figures.sheet.programme.row_names
    for draw in (np.ones(len(drawn.every)), longer):
        upper = {names[r]: high for r, _, high in zip(*figures.bounds(draw), strict=True)}
        direct = {names[r]: low for r, low, _ in zip(*figures.bounds(draw), strict=True)}
        for role in problem.roles:
            for band in problem.bands:
                load = direct[f"load/{role}/{band}"]
                # No more room than the work itself takes, however long it turns out.
                assert upper[f"capacity/{role}/{band}"] == pytest.approx(load, abs=1)

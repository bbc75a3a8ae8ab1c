"""A programme written as MPS or LP, so that any other solver can check a figure."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from taskmap.solver.level import Level, Reached, margin, most_of
from taskmap.solver.programme import Floats, Ints, Matrix, Programme, Rows, compress
from taskmap.solver.safe_names import safe_names

ENDINGS = (".mps", ".lp")
_IN_LINE = 6  # terms on a line of LP; readers stop at 560 letters


def model_file(
    programme: Programme,
    levels: Sequence[Level],
    held: Sequence[Reached],
    asked: str,
    ending: str,
) -> bytes:
    """The programme with every objective as a row of its own, one of them minimised.

    The row ``objective/price`` says that the free column ``value/price`` is the price, today's
    part included. What is minimised is one such column, and an objective that is held has its
    margin as the upper bound of its column. To follow the whole order: minimise, bound the
    column by the value found and its margin, and go on with the next.

    The comment lines at the top tell the order with its margins, and for each name in the file
    what it is called here where that differs.

    Args:
        programme: columns and rows.
        levels: the objectives in strict order.
        held: what was reached on the first of them.
        asked: name of the level that is minimised.
        ending: ``.mps`` or ``.lp``.

    Raises:
        ValueError: another ending, or a level that is not among the levels.
    """
    if ending not in ENDINGS:
        raise ValueError(f"ending is {ending}, expected one of {', '.join(ENDINGS)}")
    if asked not in {level.name for level in levels}:
        raise ValueError(f"asked for {asked}, expected one of {[level.name for level in levels]}")
    model = _Model(programme, tuple(levels), tuple(held), asked)
    lines = _mps(model) if ending == ".mps" else _lp(model)
    return "\n".join((*lines, "")).encode("ascii")


@dataclass(frozen=True)
class _Model:
    """The programme with a row and a free column for every objective."""

    programme: Programme
    levels: tuple[Level, ...]
    held: tuple[Reached, ...]
    asked: str

    @cached_property
    def rows(self) -> tuple[str, ...]:
        own = (f"objective/{level.name}" for level in self.levels)
        return safe_names((*self.programme.row_names, *own))

    @cached_property
    def columns(self) -> tuple[str, ...]:
        own = (f"value/{level.name}" for level in self.levels)
        return safe_names((*self.programme.column_names, *own))

    @cached_property
    def most(self) -> dict[str, float]:
        """Upper bound of the value of every level that is held."""
        held = zip(self.levels, self.held, strict=False)
        return {level.name: most_of(level, reached.value) for level, reached in held}

    @cached_property
    def lower(self) -> Floats:
        return np.append(self.programme.lower, np.full(len(self.levels), -np.inf))

    @cached_property
    def upper(self) -> Floats:
        own = [self.most.get(level.name, np.inf) for level in self.levels]
        return np.append(self.programme.upper, own)

    @cached_property
    def whole(self) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
        return np.append(self.programme.whole, np.zeros(len(self.levels), dtype=bool))

    @cached_property
    def minimised(self) -> str:
        number = [level.name for level in self.levels].index(self.asked)
        return self.columns[self.programme.width + number]

    @cached_property
    def matrix(self) -> Matrix:
        """All rows, and the objectives as rows below them."""
        told = [self._as_row(i) for i in range(len(self.levels))]
        return self.programme.matrix().above(compress(told, len(self.columns)))

    def _as_row(self, i: int) -> Rows:
        """``level - value = -constant``, the value being a column of its own."""
        level, constant = self.levels[i], np.array([-self.levels[i].constant])
        entries = np.flatnonzero(level.cost)
        return Rows(
            names=(f"objective/{level.name}",),
            lower=constant,
            upper=constant,
            at=np.zeros(len(entries) + 1, dtype=np.int64),
            columns=np.append(entries, self.programme.width + i),
            values=np.append(level.cost[entries], -1.0),
        )

    def comments(self) -> Iterator[str]:
        yield f"Minimised: value/{self.asked}. All objectives in strict order:"
        for level in self.levels:
            held = f", held at {self.most[level.name]!r}" if level.name in self.most else ""
            slack = f" and {level.slack!r} of itself" if level.slack else ""
            yield f"  {level.name}: may lose {margin(level, 0.0)!r}{slack} to later ones{held}"
        yield "Names here and in the programme where a slash is not the only difference:"
        for kind, safe, names in (
            ("row", self.rows, self.programme.row_names),
            ("column", self.columns, self.programme.column_names),
        ):
            for short, name in zip(safe, names, strict=False):
                if short != name.replace("/", "."):
                    yield f"  {kind} {short} = {name.encode('unicode_escape').decode('ascii')}"


def _mps(model: _Model) -> Iterator[str]:
    rows = model.matrix
    yield from (f"* {line}" for line in model.comments())
    yield from ("NAME taskmap", "ROWS", " N minimised")
    kinds = [_kind(low, high) for low, high in zip(rows.lower, rows.upper, strict=True)]
    yield from (f" {kind} {name}" for kind, name in zip(kinds, model.rows, strict=True))
    yield "COLUMNS"
    at = np.repeat(np.arange(len(model.rows)), np.diff(rows.starts))
    order = np.argsort(rows.columns, kind="stable")
    yield from _mps_columns(model, at[order], rows.columns, rows.values)
    yield "RHS"
    for name, kind, low, high in zip(model.rows, kinds, rows.lower, rows.upper, strict=True):
        side = high if kind == "L" else low
        if kind != "N" and side:
            yield f" rhs {name} {_number(side)}"
    yield "RANGES"
    for name, kind, low, high in zip(model.rows, kinds, rows.lower, rows.upper, strict=True):
        if kind == "L" and np.isfinite(low):
            yield f" range {name} {_number(high - low)}"
    yield "BOUNDS"
    for name, low, high in zip(model.columns, model.lower, model.upper, strict=True):
        yield f" {'MI' if np.isinf(low) else 'LO'} bound {name}{_side(low)}"
        yield f" {'PL' if np.isinf(high) else 'UP'} bound {name}{_side(high)}"
    yield "ENDATA"


def _mps_columns(model: _Model, at: Ints, columns: Ints, values: Floats) -> Iterator[str]:
    order = np.argsort(columns, kind="stable")
    ends = np.searchsorted(columns[order], np.arange(len(model.columns) + 1))
    marked = False
    for number, name in enumerate(model.columns):
        if model.whole[number] != marked:
            marked = bool(model.whole[number])
            yield f" marker{number} 'MARKER' '{'INTORG' if marked else 'INTEND'}'"
        yield f" {name} minimised {1 if name == model.minimised else 0}"
        for entry in range(ends[number], ends[number + 1]):
            yield f" {name} {model.rows[at[entry]]} {_number(values[order[entry]])}"
    if marked:
        yield " marker 'MARKER' 'INTEND'"


def _kind(low: float, high: float) -> str:
    if low == high:
        return "E"
    if np.isfinite(high):
        return "L"
    return "G" if np.isfinite(low) else "N"


def _side(bound: float) -> str:
    return "" if np.isinf(bound) else f" {_number(bound)}"


def _lp(model: _Model) -> Iterator[str]:
    rows = model.matrix
    yield from (f"\\ {line}" for line in model.comments())
    yield from ("Minimize", f" minimised: {model.minimised}", "Subject To")
    for row, name in enumerate(model.rows):
        part = slice(rows.starts[row], rows.starts[row + 1])
        terms = _terms(model.columns, rows.columns[part], rows.values[part])
        yield from _constraint(name, terms, float(rows.lower[row]), float(rows.upper[row]))
    yield "Bounds"
    for name, low, high in zip(model.columns, model.lower, model.upper, strict=True):
        yield f" {_number(low)} <= {name} <= {_number(high)}"
    yield "General"
    yield from (f" {n}" for n, whole in zip(model.columns, model.whole, strict=True) if whole)
    yield "End"


def _constraint(name: str, terms: Sequence[str], low: float, high: float) -> Iterator[str]:
    """One row; a range is two, since readers of LP differ in how they take it."""
    sides = [("=", low)] if low == high else [("<=", high), (">=", low)]
    for sign, side in sides:
        if np.isfinite(side):
            two = len([s for _, s in sides if np.isfinite(s)]) > 1
            yield f" {name}{'.least' if two and sign == '>=' else ''}:"
            yield from terms
            yield f"  {sign} {_number(side)}"


def _terms(names: Sequence[str], columns: Ints, values: Floats) -> list[str]:
    """A sum in lines; one of nothing is written with a zero, since no row may be empty."""
    told = [f"{_number(v, sign=True)} {names[c]}" for c, v in zip(columns, values, strict=True)]
    told = told or [f"+0 {names[0]}"]
    return [f"  {' '.join(part)}" for part in _parts(told)]


def _parts(terms: Sequence[str]) -> Iterable[Sequence[str]]:
    return (terms[i : i + _IN_LINE] for i in range(0, len(terms), _IN_LINE))


def _number(value: float, *, sign: bool = False) -> str:
    """Digits enough to be read back as the same number."""
    told = repr(float(value)).removesuffix(".0")
    return f"+{told}" if sign and value >= 0 else told

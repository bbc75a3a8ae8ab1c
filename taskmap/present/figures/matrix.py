"""The LEON matrix: the level work is done at today against the lowest effective level."""

from dataclasses import dataclass
from math import sqrt

import numpy as np
import plotly.graph_objects as go

from taskmap.model.plan import LeafLevel
from taskmap.model.units import LeafId, MinutesPerWeek
from taskmap.present.figures.naming import Naming, hours_cell
from taskmap.present.figures.palette import BLUES, LINE, ORANGE, QUIET, TEXT, axis, frame, inert
from taskmap.present.figures.picture import Picture, beside
from taskmap.present.table import Table

OPEN = -1  # the column of work no role is cleared for yet


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixCell:
    """One cell: minutes a week done at level ``today`` that level ``lowest`` could do."""

    today: int
    lowest: int
    minutes: MinutesPerWeek
    leaves: tuple[LeafId, ...]

    @property
    def key(self) -> str:
        """The cell as one word, for a link or a select box."""
        return f"{self.today}-{'open' if self.lowest == OPEN else self.lowest}"


def cells(levels: tuple[LeafLevel, ...], naming: Naming) -> tuple[MatrixCell, ...]:
    """The matrix as cells, the work that could move furthest down first."""
    minutes: dict[tuple[int, int], MinutesPerWeek] = {}
    leaves: dict[tuple[int, int], list[LeafId]] = {}
    for level in levels:
        lowest = OPEN if level.effective_level is None else level.effective_level
        for role, spent in level.today.items():
            at = (naming.level(role), lowest)
            minutes[at] = minutes.get(at, 0) + spent
            if level.leaf not in leaves.setdefault(at, []):
                leaves[at].append(level.leaf)
    found = [
        MatrixCell(today=at[0], lowest=at[1], minutes=spent, leaves=tuple(leaves[at]))
        for at, spent in minutes.items()
        if spent
    ]
    return tuple(sorted(found, key=lambda c: (c.lowest == OPEN, c.lowest - c.today, -c.minutes)))


def above(found: tuple[MatrixCell, ...]) -> MinutesPerWeek:
    """Minutes a week done at a higher level than needed."""
    return sum(cell.minutes for cell in found if OPEN < cell.lowest < cell.today)


def cell_name(cell: MatrixCell, naming: Naming) -> str:
    """A cell in words, for the select box beside the matrix."""
    say = naming.reader.say
    key = f"figure.matrix.{_kind(cell)}"
    return say(
        key,
        today=str(cell.today),
        lowest=str(cell.lowest),
        hours=naming.reader.hours(cell.minutes),
        tasks=say("figure.tasks", n=len(cell.leaves)),
    )


def _kind(cell: MatrixCell) -> str:
    if cell.lowest == OPEN:
        return "cell_open"
    if cell.lowest == cell.today:
        return "cell_same"
    return "cell" if cell.lowest < cell.today else "cell_up"


def matrix(levels: tuple[LeafLevel, ...], naming: Naming) -> Picture:
    """The matrix as a figure; markers nobody sees make its cells clickable."""
    found = cells(levels, naming)
    rows = sorted({c.today for c in found} | {c.lowest for c in found if c.lowest != OPEN})
    columns = [*rows, *([OPEN] if any(c.lowest == OPEN for c in found) else [])]
    figure = go.Figure(
        data=[_shades(found, rows, columns), _targets(found, rows, columns, naming)],
        layout=frame(
            120 + 62 * len(rows),
            xaxis=axis(
                title_text=naming.reader.say("figure.matrix.lowest"),
                tickvals=np.arange(len(columns)),
                ticktext=[_column(level, naming) for level in columns],
                range=[-0.5, len(columns) - 0.5],
            ),
            yaxis=axis(
                title_text=naming.reader.say("figure.matrix.today"),
                tickvals=np.arange(len(rows)),
                ticktext=[_row(level, naming) for level in rows],
                range=[len(rows) - 0.5, -0.5],
            ),
            shapes=_diagonal(len(rows)),
            annotations=_labels(found, rows, columns, naming),
        ),
    )
    return Picture(figure=figure, summary=_summary(found, naming), table=_table(found, naming))


def _column(level: int, naming: Naming) -> str:
    if level == OPEN:
        return naming.reader.say("figure.matrix.open")
    return naming.reader.say("figure.level", level=str(level))


def _row(level: int, naming: Naming) -> str:
    return naming.reader.say("figure.level", level=str(level))


def _shades(found: tuple[MatrixCell, ...], rows: list[int], columns: list[int]) -> go.Heatmap:
    shade = np.full((len(rows), len(columns)), np.nan)
    for cell in found:
        shade[rows.index(cell.today), columns.index(cell.lowest)] = _step(cell, found)
    steps = len(BLUES) - 1
    return go.Heatmap(
        z=shade,
        zmin=0,
        zmax=steps,
        colorscale=[[n / steps, colour] for n, colour in enumerate(BLUES)],
        showscale=False,
        xgap=3,
        ygap=3,
        hoverinfo="skip",
    )


def _step(cell: MatrixCell, found: tuple[MatrixCell, ...]) -> int:
    """Which blue: the square root keeps small cells apart from each other."""
    most = max(c.minutes for c in found)
    return round((len(BLUES) - 1) * sqrt(cell.minutes / most))


def _targets(
    found: tuple[MatrixCell, ...], rows: list[int], columns: list[int], naming: Naming
) -> go.Scatter:
    return go.Scatter(
        x=np.array([columns.index(c.lowest) for c in found]),
        y=np.array([rows.index(c.today) for c in found]),
        mode="markers",
        marker={"size": 52, "symbol": "square", "opacity": 0.01, "color": QUIET},
        selected={"marker": {"opacity": 0.01}},
        unselected={"marker": {"opacity": 0.01}},
        customdata=np.array([[c.key, inert(cell_name(c, naming))] for c in found], dtype=object),
        hovertemplate="%{customdata[1]}<extra></extra>",
    )


def _labels(
    found: tuple[MatrixCell, ...], rows: list[int], columns: list[int], naming: Naming
) -> list[dict[str, object]]:
    return [
        {
            "x": columns.index(cell.lowest),
            "y": rows.index(cell.today),
            "text": f"<b>{naming.reader.hours(cell.minutes)}</b>",
            "showarrow": False,
            "font": {"size": 13, "color": "#FFFFFF" if _step(cell, found) > 3 else TEXT},
        }
        for cell in found
    ]


def _diagonal(size: int) -> list[dict[str, object]]:
    """Where work is done at its lowest effective level, outlined; and a quiet grid."""
    quiet = [
        {
            "type": "line",
            "x0": -0.5,
            "x1": size - 0.5,
            "y0": n + 0.5,
            "y1": n + 0.5,
            "line": {"color": LINE, "width": 1},
            "layer": "below",
        }
        for n in range(size)
    ]
    outline = [
        {
            "type": "rect",
            "x0": n - 0.5,
            "x1": n + 0.5,
            "y0": n - 0.5,
            "y1": n + 0.5,
            "line": {"color": ORANGE, "width": 2.5},
        }
        for n in range(size)
    ]
    return quiet + outline


def _summary(found: tuple[MatrixCell, ...], naming: Naming) -> str:
    """The matrix in words: how much is done above its lowest level, and the largest of it."""
    say, hours = naming.reader.say, naming.reader.hours
    whole = sum(cell.minutes for cell in found)
    down = [cell for cell in found if OPEN < cell.lowest < cell.today]
    if not down:
        return say("figure.matrix.summary_none", whole=hours(whole))
    largest = max(down, key=lambda cell: cell.minutes)
    return say(
        "figure.matrix.summary",
        whole=hours(whole),
        above=hours(above(found)),
        share=naming.reader.percent(above(found) / whole),
        largest=hours(largest.minutes),
        today=str(largest.today),
        lowest=str(largest.lowest),
    )


def _table(found: tuple[MatrixCell, ...], naming: Naming) -> Table:
    say = naming.reader.say
    return beside(
        say("figure.matrix.title"),
        (
            say("figure.matrix.today"),
            say("figure.matrix.lowest"),
            say("figure.hours_a_week"),
            say("figure.column.tasks"),
        ),
        tuple(
            (
                _row(c.today, naming),
                _column(c.lowest, naming),
                hours_cell(c.minutes),
                len(c.leaves),
            )
            for c in found
        ),
        naming.reader,
    )

"""The LEON matrix: the level work is done at today against the lowest effective level."""

from collections.abc import Iterable
from math import sqrt

import numpy as np
import plotly.graph_objects as go

from taskmap.model.plan import LeafLevel
from taskmap.model.question import Price
from taskmap.present.figures.naming import Naming
from taskmap.present.figures.palette import (
    BLUES,
    LINE,
    ORANGE,
    QUIET,
    TEXT,
    axis,
    frame,
    inert,
    short,
)
from taskmap.present.figures.picture import Picture
from taskmap.present.levels import MatrixCell, cells, matrix_table, summary

OPEN = -1  # the column of work no role is cleared for


def cell_key(cell: MatrixCell) -> str:
    """The cell as one word, for a link or a select box."""
    return f"{cell.today}-{'none' if cell.effective is None else cell.effective}"


def offered(levels: Iterable[LeafLevel], naming: Naming) -> dict[str, MatrixCell]:
    """Cells by key, the work that could move down first, then what breaks a rule or is open."""
    ranked = sorted(cells(levels, naming), key=_worth)
    return {cell_key(cell): cell for cell in ranked}


def _worth(cell: MatrixCell) -> tuple[int, int]:
    if cell.effective is None:
        return (2, -cell.minutes)
    return (
        0 if cell.effective < cell.today else 1 if cell.effective > cell.today else 3,
        -cell.minutes,
    )


def cell_name(cell: MatrixCell, naming: Naming) -> str:
    """A cell in words, for the select box beside the matrix."""
    say = naming.reader.say
    key = f"figure.matrix.{_kind(cell)}"
    return say(
        key,
        today=str(cell.today),
        lowest=str(cell.effective),
        hours=naming.reader.hours(cell.minutes),
        tasks=say("figure.tasks", n=len(cell.leaves)),
    )


def _kind(cell: MatrixCell) -> str:
    if cell.effective is None:
        return "cell_open"
    if cell.effective == cell.today:
        return "cell_same"
    return "cell" if cell.effective < cell.today else "cell_up"


def matrix(levels: tuple[LeafLevel, ...], price: Price, naming: Naming) -> Picture:
    """The matrix as a figure; markers nobody sees make its cells clickable."""
    found = cells(levels, naming)
    rows = sorted({c.today for c in found} | {_lowest(c) for c in found} - {OPEN})
    columns = [*rows, *([OPEN] if any(c.effective is None for c in found) else [])]
    figure = go.Figure(
        data=[_shades(found, rows, columns), _targets(found, rows, columns, naming)],
        layout=frame(
            120 + 60 * len(rows),
            margin={"l": 8, "r": 8, "t": 36, "b": 8},
            xaxis=axis(
                title_text=naming.reader.say("figure.matrix.lowest"),
                tickvals=np.arange(len(columns)),
                ticktext=[_column(level, naming) for level in columns],
                tickangle=0,
                range=[-0.5, len(columns) - 0.5],
            ),
            yaxis=axis(
                tickvals=np.arange(len(rows)),
                ticktext=[_row(level, naming) for level in rows],
                range=[len(rows) - 0.5, -0.5],
            ),
            shapes=_diagonal(len(rows)),
            annotations=[*_labels(found, rows, columns, naming), _corner(naming)],
        ),
    )
    return Picture(
        figure=figure,
        summary=summary(levels, naming),
        table=matrix_table(levels, price, naming),
    )


def _lowest(cell: MatrixCell) -> int:
    return OPEN if cell.effective is None else cell.effective


def _column(level: int, naming: Naming) -> str:
    if level == OPEN:
        return naming.reader.say("figure.matrix.open").replace(" ", "<br>", 1)
    return naming.reader.say("figure.level", level=str(level))


def _row(level: int, naming: Naming) -> str:
    """The level's number in bold, and under it what it is called."""
    number, _, name = (naming.level_name(level) or str(level)).partition(": ")
    return f"<b>{inert(number)}</b><br>{inert(short(name, 18))}"


def _shades(found: tuple[MatrixCell, ...], rows: list[int], columns: list[int]) -> go.Heatmap:
    shade = np.full((len(rows), len(columns)), np.nan)
    for cell in found:
        shade[rows.index(cell.today), columns.index(_lowest(cell))] = _step(cell, found)
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
        x=np.array([columns.index(_lowest(c)) for c in found]),
        y=np.array([rows.index(c.today) for c in found]),
        mode="markers",
        marker={"size": 52, "symbol": "square", "opacity": 0.01, "color": QUIET},
        selected={"marker": {"opacity": 0.01}},
        unselected={"marker": {"opacity": 0.01}},
        customdata=np.array(
            [[cell_key(c), inert(cell_name(c, naming))] for c in found], dtype=object
        ),
        hovertemplate="%{customdata[1]}<extra></extra>",
    )


def _labels(
    found: tuple[MatrixCell, ...], rows: list[int], columns: list[int], naming: Naming
) -> list[dict[str, object]]:
    return [
        {
            "x": columns.index(_lowest(cell)),
            "y": rows.index(cell.today),
            "text": f"<b>{naming.reader.number(cell.minutes / 60, 1)}</b>",
            "showarrow": False,
            "font": {"size": 13, "color": "#FFFFFF" if _step(cell, found) > 3 else TEXT},
        }
        for cell in found
    ]


def _corner(naming: Naming) -> dict[str, object]:
    """What the rows are, above them: words along the axis would stand on their side."""
    return {
        "xref": "paper",
        "yref": "paper",
        "x": 0,
        "y": 1,
        "yshift": 22,
        "xanchor": "left",
        "yanchor": "middle",
        "text": f"↓ {naming.reader.say('figure.matrix.today')}",
        "showarrow": False,
        "font": {"size": 13, "color": TEXT},
    }


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

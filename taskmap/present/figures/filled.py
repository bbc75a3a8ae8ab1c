"""How much of its time each role uses in each part of the week, before and after."""

from collections.abc import Sequence

import numpy as np
import plotly.graph_objects as go

from taskmap.language import Reader
from taskmap.present.blocks import Filled, FilledRow
from taskmap.present.figures.palette import (
    BLUE,
    LINE,
    ORANGE,
    QUIET,
    TEXT,
    axis,
    frame,
    inert,
    short,
)
from taskmap.present.figures.picture import Picture, beside

ROW = 30
WHOLE = 100  # per cent: all time is used


def filled(block: Filled, reader: Reader) -> Picture:
    """Today a dot, the plan a diamond, a line where all time is used; the figures to the right."""
    rows = block.rows
    reach = [-2, 1.04 * _most(rows)]  # room for marks at both ends
    figure = go.Figure(
        data=_traces(block),
        layout=frame(
            90 + ROW * len(rows),
            margin={"l": 8, "r": 100, "t": 30, "b": 8},
            xaxis=axis(ticksuffix=" %", range=reach, showgrid=True, gridcolor=LINE),
            yaxis=axis(
                tickvals=np.arange(len(rows)),
                ticktext=[inert(f"{short(row.role, 24)}, {short(row.band, 12)}") for row in rows],
                range=[len(rows) - 0.4, -0.6],
            ),
            shapes=[_line(len(rows))],
            annotations=[_told(at, row.told) for at, row in enumerate(rows)],
            showlegend=True,
            legend={"orientation": "h", "x": 0, "y": 1, "yanchor": "bottom", "font": {"size": 13}},
        ),
    )
    headings = [reader.say(f"load.column.{name}") for name in ("role", "band")]
    table = beside(
        block.title,
        [*headings, f"{block.before} → {block.after}"],
        ([row.role, row.band, row.told] for row in rows),
        reader,
    )
    return Picture(figure=figure, summary=block.summary, table=table)


def _most(rows: Sequence[FilledRow]) -> float:
    """The longest of the axis, per cent."""
    used = (WHOLE * max(row.before, row.after) / row.full for row in rows)
    return max(WHOLE, *used) if rows else WHOLE


def _traces(block: Filled) -> list[go.Scatter]:
    looks = {
        "room": (block.room, {"symbol": "line-ns-open", "size": 16, "color": QUIET}),
        "before": (block.before, {"size": 12, "color": BLUE}),
        "after": (block.after, {"size": 11, "symbol": "diamond", "color": ORANGE}),
    }
    dots = [
        go.Scatter(
            x=np.array([WHOLE * getattr(row, what) / row.full for row in block.rows]),
            y=np.arange(len(block.rows)),
            mode="markers",
            name=name,
            marker=look,
            hoverinfo="skip",
        )
        for what, (name, look) in looks.items()
    ]
    line = {"color": TEXT, "width": 3}
    all_time = go.Scatter(x=[None], y=[None], mode="lines", name=block.full, line=line)
    return [*dots, all_time]


def _line(rows: int) -> dict[str, object]:
    """Where all time is used."""
    return {
        "type": "line",
        "x0": WHOLE,
        "x1": WHOLE,
        "y0": -0.6,
        "y1": rows - 0.4,
        "line": {"color": TEXT, "width": 3},
        "layer": "below",
    }


def _told(at: int, words: str) -> dict[str, object]:
    return {
        "xref": "paper",
        "x": 1.0,
        "xanchor": "left",
        "xshift": 8,
        "y": at,
        "text": inert(words),
        "showarrow": False,
        "font": {"size": 13, "color": TEXT},
    }

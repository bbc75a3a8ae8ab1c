"""Few hands or many: for each way of dividing the work a row, for each measure bars beside it."""

from collections.abc import Iterable
from typing import Any

import numpy as np
import plotly.graph_objects as go

from taskmap.model.explanations import Spread
from taskmap.model.question import Question
from taskmap.present.figures.naming import Naming
from taskmap.present.figures.palette import BLUE, ORANGE, TEXT, axis, frame, inert, wrapped
from taskmap.present.figures.picture import Picture
from taskmap.present.spread import spread_table
from taskmap.present.table import Table, only

ROW = 44
HEAD = 96  # room for a measure's name over its bars
LABEL = 16  # characters of a line
MOVES = -2  # place of the number of moves, which is no part of the trade-off
BETWEEN = 0.05  # of the width
ROOM = 1.75  # of the longest bar, so that its figure stands beside it


def spread(ways: Iterable[Spread], question: Question, naming: Naming) -> Picture:
    """The plan as it is first, then fewer and fewer hands; each measure on a scale of its own.

    Example: tasks per role fall from 11.5 to 8.9 while those that hang on one rise from 10 to 23.

    Args:
        ways: the plan, and ways of dividing the work between fewer hands.
        question: what the plan answers.
        naming: names in the reader's language.
    """
    whole = spread_table(ways, question, naming)
    places = list(range(len(whole.columns)))
    told = only(whole, places[:MOVES] + places[MOVES + 1 :])
    measures = range(1, len(told.columns))
    wide = (1 + BETWEEN) / max(1, len(measures)) - BETWEEN
    layout: dict[str, Any] = frame(
        HEAD + ROW * len(told.rows),
        margin={"l": 8, "r": 8, "t": HEAD, "b": 8},
        yaxis=axis(
            tickvals=np.arange(len(told.rows)),
            ticktext=[wrapped(row[0].text, LABEL) for row in told.rows],
            range=[len(told.rows) - 0.5, -0.5],
        ),
        annotations=[_name(told, at) for at in measures],
    )
    for at in measures:
        start = (at - 1) * (wide + BETWEEN)
        ends = [start, min(1.0, start + wide)]
        layout[f"xaxis{at}"] = axis(visible=False, range=_range(told, at), domain=ends)
    return Picture(
        figure=go.Figure(data=[_bars(told, at) for at in measures], layout=layout),
        summary=whole.summary,
        table=whole,
    )


def _values(told: Table, at: int) -> list[float]:
    return [row[at].value or 0.0 for row in told.rows]


def _range(told: Table, at: int) -> list[float]:
    """From nothing to beyond the longest bar; a way may also be cheaper than the plan."""
    values = [0.0, *_values(told, at)]
    long = max(map(abs, values)) or 1.0
    return [min(values) * ROOM, max(*values, long if min(values) >= 0 else 0.0) * ROOM]


def _bars(told: Table, at: int) -> go.Bar:
    return go.Bar(
        orientation="h",
        x=np.array(_values(told, at)),
        y=np.arange(len(told.rows)),
        xaxis=f"x{at}" if at > 1 else "x",
        width=0.5,
        text=[inert(row[at].text) for row in told.rows],
        textposition="outside",
        textfont={"size": 12, "color": TEXT},
        cliponaxis=False,
        marker={"color": [ORANGE, *[BLUE] * (len(told.rows) - 1)]},
        hoverinfo="skip",
    )


def _name(told: Table, at: int) -> dict[str, Any]:
    """A measure's name over its bars."""
    return {
        "text": wrapped(told.columns[at].title, LABEL),
        "xref": f"x{at} domain" if at > 1 else "x domain",
        "yref": "paper",
        "x": 0,
        "y": 1,
        "xanchor": "left",
        "yanchor": "bottom",
        "align": "left",
        "showarrow": False,
        "font": {"size": 12, "color": TEXT},
    }

"""Number of changes against gain: a point for each plan, as large as its courses cost."""

from math import sqrt
from typing import Any

import numpy as np
import plotly.graph_objects as go

from taskmap.model.explanations import Front, FrontPoint
from taskmap.model.question import Question
from taskmap.present.figures.naming import Naming
from taskmap.present.figures.palette import BLUE, LINE, ORANGE, PAPER, TEXT, axis, frame
from taskmap.present.figures.picture import Picture
from taskmap.present.front import front_table, money, name, share, summary

SMALLEST, LARGEST = 12.0, 34.0  # pixels
APART = (1.5, 6.0)  # changes and per cent between two labels that can both be read


def front(found: Front, question: Question, naming: Naming) -> Picture:
    """Each point can be clicked; what is asked for now is a diamond.

    Args:
        found: the plans.
        question: what is asked for now.
        naming: names in the reader's language.
    """
    points = found.points
    figure = go.Figure(
        data=[
            go.Scatter(
                x=np.array([point.changes for point in points]),
                y=np.array([share(point, found) * 100 for point in points]),
                mode="markers+text",
                text=_labels(found, naming),
                textposition="middle right",
                textfont={"size": 12, "color": TEXT},
                customdata=[
                    [str(at), name(point, found, naming)] for at, point in enumerate(points)
                ],
                hovertemplate="%{customdata[1]}<extra></extra>",
                marker=_looks(points, question),
            )
        ],
        layout=_layout(points, naming),
    )
    return Picture(
        figure=figure, summary=summary(found, question, naming), table=front_table(found, naming)
    )


def _layout(points: tuple[FrontPoint, ...], naming: Naming) -> dict[str, Any]:
    most = max((point.changes for point in points), default=1)
    return frame(
        400,
        margin={"l": 8, "r": 24, "t": 16, "b": 8},
        xaxis=axis(
            title_text=naming.reader.say("figure.front.changes"),
            range=[-0.6, most + max(1.0, most * 0.12)],
            showgrid=True,
            gridcolor=LINE,
            tickformat="d",
        ),
        yaxis=axis(
            title_text=naming.reader.say("figure.front.gain"),
            range=[-12, 112],
            tickvals=[0, 25, 50, 75, 100],
            ticktext=[naming.reader.percent(n / 100) for n in (0, 25, 50, 75, 100)],
            showgrid=True,
            gridcolor=LINE,
        ),
        hovermode="closest",
    )


def is_asked(point: FrontPoint, question: Question) -> bool:
    """Whether a point is what is asked for now."""
    asked = (question.max_changes, question.demands.training_kroner)
    return (point.max_changes, point.training_kroner) == asked


def _looks(points: tuple[FrontPoint, ...], question: Question) -> dict[str, object]:
    most = max((point.kroner for point in points), default=0.0)
    now = [is_asked(point, question) for point in points]
    return {
        "size": [
            SMALLEST + (LARGEST - SMALLEST) * sqrt(point.kroner / most) if most else SMALLEST
            for point in points
        ],
        "color": [ORANGE if asked else BLUE for asked in now],
        "symbol": ["diamond" if asked else "circle" for asked in now],
        "line": {"color": PAPER, "width": 1.5},
        "opacity": 1,
    }


def _labels(found: Front, naming: Naming) -> list[str]:
    """What the courses cost; of points too near for two labels the dearest has it."""
    told = [""] * len(found.points)
    placed: list[tuple[int, float]] = []
    dearest_first = sorted(enumerate(found.points), key=lambda item: -item[1].kroner)
    for n, point in dearest_first:
        at = (point.changes, share(point, found) * 100)
        near = any(abs(at[0] - x) < APART[0] and abs(at[1] - y) < APART[1] for x, y in placed)
        if point.kroner > 0 and not near:
            told[n] = money(point.kroner, naming)
            placed.append(at)
    return told

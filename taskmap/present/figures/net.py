"""From gross to net for one move: what is relieved, what it costs, what is left."""

from itertools import accumulate

import numpy as np
import plotly.graph_objects as go

from taskmap.model.plan import Chosen, Move
from taskmap.present import alternatives
from taskmap.present.figures.naming import Naming
from taskmap.present.figures.palette import (
    BLUE,
    GREEN,
    ORANGE,
    PINK,
    TEXT,
    axis,
    frame,
    wrapped,
)
from taskmap.present.figures.picture import Picture
from taskmap.present.moves import Step, effect, steps, steps_table

LABEL = 26  # characters of a line beside the bars
LINE_HEIGHT = 16


def net(move: Move, naming: Naming) -> Picture:
    """A move's way from gross to net."""
    return _waterfall(steps(move, naming), effect(move, naming), naming)


def net_of_alternative(chosen: Chosen, naming: Naming) -> Picture:
    """Another way's way from gross to net."""
    return _waterfall(
        alternatives.steps(chosen, naming), alternatives.effect(chosen, naming), naming
    )


def _waterfall(found: tuple[Step, ...], told: str, naming: Naming) -> Picture:
    """A bar for each step, each beginning where the one above ended."""
    labels = [wrapped(step.label, LABEL) for step in found]
    base = _bases(found)
    ends = [start + step.minutes for start, step in zip(base, found, strict=True)]
    left, right = min(0, *base, *ends) / 60, max(*base, *ends) / 60
    figure = go.Figure(
        data=[
            go.Bar(
                orientation="h",
                x=np.array([step.minutes / 60 for step in found]),
                base=np.array([start / 60 for start in base]),
                y=np.arange(len(found)),
                width=0.62,
                marker={"color": [_colour(n, step, found) for n, step in enumerate(found)]},
                hoverinfo="skip",
            )
        ],
        layout=frame(
            20 + len(found) * _row(labels),
            margin={"l": 8, "r": 64, "t": 4, "b": 4},  # words at the bars' ends
            xaxis=axis(showticklabels=False, range=[left, max(right, left + 0.1)]),
            yaxis=axis(
                tickvals=np.arange(len(found)),
                ticktext=labels,
                range=[len(found) - 0.5, -0.5],
            ),
            annotations=[
                {
                    "x": max(start, end) / 60,
                    "y": row,
                    "xanchor": "left",
                    "xshift": 5,
                    "text": f"<b>{step.hours}</b>" if step.total else step.hours,
                    "showarrow": False,
                    "font": {"size": 13, "color": TEXT},
                }
                for row, (start, end, step) in enumerate(zip(base, ends, found, strict=True))
            ],
        ),
    )
    return Picture(figure=figure, summary=told, table=steps_table(found, naming))


def _row(labels: list[str]) -> int:
    """Height of each row: enough for the label with the most lines."""
    return max(36, 8 + LINE_HEIGHT * max(label.count("<br>") + 1 for label in labels))


def _bases(found: tuple[Step, ...]) -> list[float]:
    """Where each bar begins; the first and the last stand on zero."""
    running = accumulate(step.minutes for step in found[:-1])
    return [*[0.0, *running][: len(found) - 1], 0.0]


def _colour(place: int, step: Step, found: tuple[Step, ...]) -> str:
    if place == len(found) - 1:
        return GREEN if step.minutes >= 0 else ORANGE
    return BLUE if place == 0 else PINK

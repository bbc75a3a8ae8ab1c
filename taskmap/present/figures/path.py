"""The decisions in order: a bar for each, beginning where the one above ended."""

from itertools import accumulate

import numpy as np
import plotly.graph_objects as go

from taskmap.model.explanations import Path, PathStep
from taskmap.model.question import Question
from taskmap.present.figures.naming import Naming
from taskmap.present.figures.palette import (
    LINE,
    ORANGE,
    QUIET,
    TEXT,
    axis,
    frame,
    wrapped,
)
from taskmap.present.figures.picture import Picture
from taskmap.present.path import name, path_table, summary

MOST = 20  # steps drawn; the table holds them all
LABEL = 34  # characters of a line
ROW = 46


def path(found: Path, question: Question, naming: Naming) -> Picture:
    """Hours relieved, step by step; the first decisions stand above a line of their own."""
    steps = found.steps[:MOST]
    told = summary(found, question, naming)
    if len(steps) < len(found.steps):
        told += " " + naming.reader.say("figure.path.most", n=MOST)
    figure = go.Figure(
        data=[_bars(steps, found.first)] if steps else [],
        layout=frame(
            70 + ROW * len(steps),
            margin={"l": 8, "r": 128, "t": 24, "b": 8},
            xaxis=axis(
                title_text=naming.reader.say("figure.path.axis"),
                rangemode="tozero",
                showgrid=True,
                gridcolor=LINE,
            ),
            yaxis=axis(
                tickvals=np.arange(len(steps)),
                ticktext=[_label(at, step, naming) for at, step in enumerate(steps, start=1)],
                range=[len(steps) - 0.4, -0.6],
            ),
            annotations=[*_amounts(steps, naming), *_parts(steps, found.first, naming)],
            shapes=_line(steps, found.first),
        ),
    )
    return Picture(figure=figure, summary=told, table=path_table(found, question, naming))


def _bars(steps: tuple[PathStep, ...], first: int) -> go.Bar:
    hours = np.array([step.relieved / 60 for step in steps])
    return go.Bar(
        orientation="h",
        x=hours,
        base=np.array([0.0, *accumulate(hours)][: len(steps)]),
        y=np.arange(len(steps)),
        width=0.6,
        marker={"color": [ORANGE if at < first else QUIET for at in range(len(steps))]},
        hoverinfo="skip",
    )


def _label(at: int, step: PathStep, naming: Naming) -> str:
    return wrapped(f"{at}. {name(step.tasks, naming)}", LABEL)


def _amounts(steps: tuple[PathStep, ...], naming: Naming) -> list[dict[str, object]]:
    """What each step relieves, and what is left of it, at the bar's end."""
    ends = accumulate(step.relieved for step in steps)
    return [
        {
            "x": end / 60,
            "y": at,
            "xanchor": "left",
            "xshift": 5,
            "align": "left",
            "text": _amount(step, naming),
            "showarrow": False,
            "font": {"size": 12, "color": TEXT},
        }
        for at, (end, step) in enumerate(zip(ends, steps, strict=True))
    ]


def _amount(step: PathStep, naming: Naming) -> str:
    """What is relieved and what is left of it; what it takes where nobody is relieved."""
    hours, say = naming.reader.hours, naming.reader.say
    if not step.relieved:
        return say("figure.path.takes", hours=hours(-step.net))
    return f"<b>{hours(step.relieved)}</b><br>{say('figure.path.net', net=hours(step.net))}"


def _parts(steps: tuple[PathStep, ...], first: int, naming: Naming) -> list[dict[str, object]]:
    """What the steps above and under the line are."""
    named = {-0.5: naming.reader.say("figure.path.first")} if first else {}
    if 0 < first < len(steps):
        named[first - 0.5] = naming.reader.say("figure.path.then")
    return [
        {
            "xref": "paper",
            "x": 1,
            "xanchor": "right",
            "xshift": 120,
            "y": y,
            "yanchor": "bottom" if y < 0 else "top",
            "text": words,
            "showarrow": False,
            "font": {"size": 12, "color": QUIET},
        }
        for y, words in named.items()
    ]


def _line(steps: tuple[PathStep, ...], first: int) -> list[dict[str, object]]:
    if not 0 < first < len(steps):
        return []
    line = {"color": QUIET, "width": 1, "dash": "dot"}
    y = first - 0.5
    return [{"type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": y, "y1": y, "line": line}]

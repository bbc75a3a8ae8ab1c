"""From gross to net for one move: what is relieved, what it costs, what is left."""

import numpy as np
import plotly.graph_objects as go

from taskmap.model.plan import Move
from taskmap.model.units import MinutesPerWeek
from taskmap.present.figures.load import signed
from taskmap.present.figures.naming import Naming, hours_cell
from taskmap.present.figures.palette import BLUE, GREEN, ORANGE, PINK, TEXT, axis, frame
from taskmap.present.figures.picture import Picture, beside
from taskmap.present.table import Table

COSTS = ("taken_on", "supervision", "handover", "training")


def steps(move: Move) -> tuple[tuple[str, MinutesPerWeek], ...]:
    """The steps from gross to net that are not nothing, costs negative."""
    costs = [(name, -getattr(move.minutes, name)) for name in COSTS]
    return (
        ("relieved", move.minutes.relieved),
        *((name, minutes) for name, minutes in costs if minutes),
        ("net", move.minutes.net),
    )


def net(move: Move, naming: Naming) -> Picture:
    """A bar for each step, each beginning where the one above ended."""
    found = steps(move)
    base = _bases(found)
    reach = max(base[n] + max(minutes, 0) for n, (_, minutes) in enumerate(found)) / 60
    figure = go.Figure(
        data=[
            go.Bar(
                orientation="h",
                x=np.array([minutes / 60 for _, minutes in found]),
                base=np.array([start / 60 for start in base]),
                y=np.arange(len(found)),
                width=0.62,
                marker={"color": [_colour(name, minutes) for name, minutes in found]},
                text=[_words(name, minutes, naming) for name, minutes in found],
                textposition="outside",
                textfont={"size": 13, "color": TEXT},
                cliponaxis=False,
                hoverinfo="skip",
            )
        ],
        layout=frame(
            24 + 38 * len(found),
            margin={"l": 8, "r": 60, "t": 4, "b": 4},
            xaxis=axis(showticklabels=False, range=[min(0, *base) / 60, max(reach, 0.1) * 1.12]),
            yaxis=axis(
                tickvals=np.arange(len(found)),
                ticktext=[naming.reader.say(f"figure.net.{name}") for name, _ in found],
                range=[len(found) - 0.4, -0.6],
            ),
        ),
    )
    return Picture(figure=figure, summary=_summary(found, naming), table=_table(found, naming))


def _bases(found: tuple[tuple[str, MinutesPerWeek], ...]) -> list[float]:
    """Where each bar begins; the first and the last stand on zero."""
    at, bases = 0.0, []
    for name, minutes in found:
        bases.append(0.0 if name in ("relieved", "net") else at)
        at += minutes
    return bases


def _colour(name: str, minutes: MinutesPerWeek) -> str:
    if name == "net":
        return GREEN if minutes >= 0 else ORANGE
    return BLUE if name == "relieved" else PINK


def _words(name: str, minutes: MinutesPerWeek, naming: Naming) -> str:
    told = signed(minutes, naming)
    return f"<b>{told}</b>" if name == "net" else told


def _summary(found: tuple[tuple[str, MinutesPerWeek], ...], naming: Naming) -> str:
    told = [
        f"{naming.reader.say(f'figure.net.{name}').lower()} {signed(minutes, naming)}"
        for name, minutes in found
    ]
    return naming.reader.say("figure.net.summary", steps=", ".join(told))


def _table(found: tuple[tuple[str, MinutesPerWeek], ...], naming: Naming) -> Table:
    say = naming.reader.say
    return beside(
        say("figure.net.title"),
        (say("figure.column.step"), say("figure.hours_a_week")),
        tuple((say(f"figure.net.{name}"), hours_cell(minutes)) for name, minutes in found),
        naming.reader,
    )

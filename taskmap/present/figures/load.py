"""Load before and after a plan: one row a role, with the line it may be filled to."""

from dataclasses import replace

import numpy as np
import plotly.graph_objects as go

from taskmap.model.plan import Plan
from taskmap.model.units import BandId
from taskmap.present.figures.naming import Naming
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
from taskmap.present.figures.picture import Picture
from taskmap.present.loads import LoadRow, load_rows, load_table, summary
from taskmap.present.phrases import capital, in_one_unit, signed

ROW = 44
NARROWEST = 1 / 15  # of the axis: a change smaller than this has no room for an arrow


def load(plan: Plan, naming: Naming, band: BandId | None = None) -> Picture:
    """Today a dot, the plan a diamond, the ceiling a line; the difference stands to the right.

    Args:
        plan: the loads before and after.
        naming: names in the reader's language.
        band: one part of the week; None: the whole week.
    """
    rows = load_rows(plan.roles, naming, by_band=band is not None)
    shown = [row for row in rows if row.band == band and (row.full or row.before or row.after)]
    figure = go.Figure(
        data=_traces(shown, naming),
        layout=frame(
            86 + ROW * len(shown),
            margin={"l": 8, "r": 76, "t": 30, "b": 8},
            xaxis=axis(
                title_text=naming.reader.say("figure.hours_a_week"),
                rangemode="tozero",
                showgrid=True,
                gridcolor=LINE,
            ),
            yaxis=axis(
                tickvals=np.arange(len(shown)),
                ticktext=[inert(short(row.role_name, 24)) for row in shown],
                range=[len(shown) - 0.4, -0.6],
            ),
            annotations=[*_differences(shown, naming), *_arrows(shown)],
            showlegend=True,
            legend={"orientation": "h", "x": 0, "y": 1, "yanchor": "bottom", "font": {"size": 13}},
        ),
    )
    return Picture(
        figure=figure, summary=_summary(plan, band, naming), table=load_table(plan, naming)
    )


def _summary(plan: Plan, band: BandId | None, naming: Naming) -> str:
    """The largest changes of what is drawn: of one band alone when one is chosen."""
    if band is None:
        return summary(plan.roles, naming)
    roles = [
        replace(load, bands=tuple(one for one in load.bands if one.band == band))
        for load in plan.roles
    ]
    told = summary(roles, naming)
    return naming.reader.say("figure.load.in_band", band=capital(naming.band(band)), told=told)


def _traces(shown: list[LoadRow], naming: Naming) -> list[go.Scatter]:
    looks = {
        "room": {"symbol": "line-ns-open", "size": 26, "color": TEXT, "line": {"width": 3}},
        "before": {"size": 13, "color": BLUE},
        "after": {"size": 12, "symbol": "diamond", "color": ORANGE},
    }
    return [
        go.Scatter(
            x=np.array([getattr(row, what) / 60 for row in shown]),
            y=np.arange(len(shown)),
            mode="markers",
            name=naming.reader.say(f"figure.load.{what}"),
            marker=look,
            hoverinfo="skip",
        )
        for what, look in looks.items()
    ]


def _differences(shown: list[LoadRow], naming: Naming) -> list[dict[str, object]]:
    """The change in hours, away from the marks."""
    written = in_one_unit([row.full for row in shown], naming.reader)
    return [
        {
            "xref": "paper",
            "x": 1.0,
            "xanchor": "left",
            "xshift": 10,
            "y": at,
            "text": f"<b>{signed(row.change, written)}</b>" if row.change else "0",
            "showarrow": False,
            "font": {"size": 13, "color": TEXT if row.change else QUIET},
        }
        for at, row in enumerate(shown)
    ]


def _arrows(shown: list[LoadRow]) -> list[dict[str, object]]:
    """From today to the plan, where the change is wide enough to be seen."""
    widest = max((max(row.before, row.after, row.room) for row in shown), default=1)
    return [
        {
            "x": row.after / 60,
            "ax": row.before / 60,
            "y": at,
            "ay": at,
            "axref": "x",
            "ayref": "y",
            "showarrow": True,
            "arrowhead": 2,
            "arrowwidth": 2,
            "arrowcolor": QUIET,
            "standoff": 7,
            "startstandoff": 7,
            "text": "",
        }
        for at, row in enumerate(shown)
        if abs(row.change) > widest * NARROWEST
    ]

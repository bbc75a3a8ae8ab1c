"""Load before and after a plan: one row a role, with the line it may be filled to."""

import numpy as np
import plotly.graph_objects as go

from taskmap.model.plan import BandLoad, RoleLoad
from taskmap.model.units import BandId, MinutesPerWeek
from taskmap.present.figures.naming import Naming, hours_cell
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
from taskmap.present.table import Table

ROW = 44


def load(roles: tuple[RoleLoad, ...], naming: Naming, band: BandId | None = None) -> Picture:
    """Today a dot, the plan a diamond, the ceiling a line; the difference stands to the right.

    Args:
        roles: as the plan has them.
        naming: names in the reader's language.
        band: one part of the week; None: the whole week.
    """
    shown = [summed for role in _ordered(roles) if (summed := _summed(role, band)).full]
    figure = go.Figure(
        data=_traces(shown),
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
                ticktext=[inert(short(naming.short_role(s.role), 24)) for s in shown],
                range=[len(shown) - 0.4, -0.6],
            ),
            annotations=_differences(shown, naming),
            showlegend=True,
            legend={"orientation": "h", "x": 0, "y": 1, "yanchor": "bottom", "font": {"size": 13}},
        ),
    )
    for trace, key in zip(figure.data, ("room", "today", "plan"), strict=True):
        trace.name = naming.reader.say(f"figure.load.{key}")
    return Picture(
        figure=figure, summary=_summary(shown, naming), table=_table(_ordered(roles), naming)
    )


class _Summed:
    """One role's load over the bands asked for; other work is inside both loads."""

    __slots__ = ("full", "other", "plan", "role", "room", "today")

    def __init__(self, role: str, bands: tuple[BandLoad, ...]) -> None:
        self.role = role
        self.full: MinutesPerWeek = sum(b.full for b in bands)
        self.room: MinutesPerWeek = sum(b.room for b in bands)
        self.other: MinutesPerWeek = sum(b.other for b in bands)
        self.today: MinutesPerWeek = sum(b.baseline for b in bands) + self.other
        self.plan: MinutesPerWeek = sum(b.plan for b in bands) + self.other


def _ordered(roles: tuple[RoleLoad, ...]) -> tuple[RoleLoad, ...]:
    return tuple(sorted(roles, key=lambda role: -role.level))


def _summed(role: RoleLoad, band: BandId | None) -> _Summed:
    return _Summed(role.role, tuple(b for b in role.bands if band in (None, b.band)))


def _traces(shown: list[_Summed]) -> list[go.Scatter]:
    rows = np.arange(len(shown))
    return [
        go.Scatter(
            x=np.array([s.room / 60 for s in shown]),
            y=rows,
            mode="markers",
            marker={"symbol": "line-ns-open", "size": 26, "color": TEXT, "line": {"width": 3}},
            hoverinfo="skip",
        ),
        go.Scatter(
            x=np.array([s.today / 60 for s in shown]),
            y=rows,
            mode="markers",
            marker={"size": 13, "color": BLUE},
            hoverinfo="skip",
        ),
        go.Scatter(
            x=np.array([s.plan / 60 for s in shown]),
            y=rows,
            mode="markers",
            marker={"size": 12, "symbol": "diamond", "color": ORANGE},
            hoverinfo="skip",
        ),
    ]


def _differences(shown: list[_Summed], naming: Naming) -> list[dict[str, object]]:
    """Words away from the marks, and an arrow where the change is wide enough to be seen."""
    widest = max((max(s.today, s.plan, s.room) for s in shown), default=1)
    words: list[dict[str, object]] = [
        {
            "xref": "paper",
            "x": 1.0,
            "xanchor": "left",
            "xshift": 10,
            "y": row,
            "text": f"<b>{signed(s.plan - s.today, naming)}</b>" if s.plan != s.today else "±0",
            "showarrow": False,
            "font": {"size": 13, "color": TEXT if s.plan != s.today else QUIET},
        }
        for row, s in enumerate(shown)
    ]
    arrows: list[dict[str, object]] = [
        {
            "x": s.plan / 60,
            "ax": s.today / 60,
            "y": row,
            "ay": row,
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
        for row, s in enumerate(shown)
        if abs(s.plan - s.today) > widest / 15
    ]
    return words + arrows


def signed(minutes: float, naming: Naming) -> str:
    """Hours with their sign: ``+3,5 t``."""
    sign = "+" if minutes > 0 else "−" if minutes < 0 else "±"  # noqa: RUF001 - a minus sign
    return f"{sign}{naming.reader.hours(abs(minutes))}"


def _summary(shown: list[_Summed], naming: Naming) -> str:
    say = naming.reader.say
    changed = sorted((s for s in shown if s.plan != s.today), key=lambda s: s.plan - s.today)
    if not changed:
        return say("figure.load.summary_none")
    told = [f"{naming.short_role(s.role)} {signed(s.plan - s.today, naming)}" for s in changed]
    over = [naming.short_role(s.role) for s in shown if s.plan > s.room]
    words = say("figure.load.summary", changes=naming.reader.list(told))
    if over:
        words += " " + say("figure.load.over", roles=naming.reader.list(over))
    return words


def _table(roles: tuple[RoleLoad, ...], naming: Naming) -> Table:
    say = naming.reader.say
    return beside(
        say("figure.load.title"),
        (
            say("figure.column.role"),
            say("figure.column.band"),
            say("figure.load.full"),
            say("figure.load.room"),
            say("figure.load.other"),
            say("figure.load.today"),
            say("figure.load.plan"),
            say("figure.load.change"),
        ),
        tuple(
            (
                naming.short_role(role.role),
                naming.band(band.band),
                hours_cell(band.full),
                hours_cell(band.room),
                hours_cell(band.other),
                hours_cell(band.baseline),
                hours_cell(band.plan),
                hours_cell(band.plan - band.baseline),
            )
            for role in roles
            for band in role.bands
        ),
        naming.reader,
    )

"""The ladder of a task group: where each task is done today, and how low it could be done."""

from collections.abc import Mapping as MappingOf

import numpy as np
import plotly.graph_objects as go

from taskmap.model.plan import LeafLevel
from taskmap.model.units import LeafId, MinutesPerWeek
from taskmap.present.figures.naming import Naming, hours_cell, total
from taskmap.present.figures.palette import (
    BLUE,
    GREEN,
    LINE,
    ORANGE,
    TEXT,
    axis,
    frame,
    inert,
    short,
    two_lines,
)
from taskmap.present.figures.picture import Picture, beside
from taskmap.present.table import Table

ROW = 68  # pixels a task needs for a mark with words above and below it
STRIPES = ("#FFFFFF", "#F4F6F8")


def ladder(
    leaves: tuple[LeafId, ...], levels: MappingOf[LeafId, LeafLevel], naming: Naming
) -> Picture:
    """One task a row, one level a column: a dot for today, a diamond for the lowest effective."""
    shown = tuple(levels[leaf] for leaf in leaves if leaf in levels)
    columns = _columns(shown, naming)
    figure = go.Figure(
        data=[_dots(shown, columns, naming), _diamonds(shown, columns)],
        layout=frame(
            90 + ROW * len(shown),
            margin={"l": 8, "r": 16, "t": 40, "b": 8},
            xaxis=axis(
                side="top",
                tickvals=np.arange(len(columns)),
                ticktext=[_heading(level, naming) for level in columns],
                tickangle=0,
                range=[-0.55, len(columns) - 0.35],
            ),
            yaxis=axis(
                tickvals=np.arange(len(shown)),
                ticktext=[two_lines(naming.task(level.leaf), 36) for level in shown],
                range=[len(shown) - 0.6, -0.75],
            ),
            shapes=_stripes(columns, len(shown)),
            annotations=[*_arrows(shown, columns, naming), *_names(shown, columns, naming)],
        ),
    )
    return Picture(figure=figure, summary=_summary(shown, naming), table=_table(shown, naming))


def today_levels(level: LeafLevel, naming: Naming) -> dict[int, MinutesPerWeek]:
    """Minutes a week at each level today, highest level first."""
    found: dict[int, MinutesPerWeek] = {}
    for role in sorted(level.today, key=lambda r: -naming.level(r)):
        found[naming.level(role)] = found.get(naming.level(role), 0) + level.today[role]
    return {number: minutes for number, minutes in found.items() if minutes}


def _columns(shown: tuple[LeafLevel, ...], naming: Naming) -> list[int]:
    """Levels of all the unit's roles, so that two groups are drawn on one scale."""
    seen = {naming.level(role) for role in naming.roles_down}
    return sorted(seen | {s.effective_level for s in shown if s.effective_level is not None})


def _heading(level: int, naming: Naming) -> str:
    """The level's number in bold, and under it what it is called."""
    number, _, name = (naming.level_name(level) or f"{level}").partition(": ")
    return f"<b>{inert(number)}</b><br>{inert(short(name, 17))}"


def _dots(shown: tuple[LeafLevel, ...], columns: list[int], naming: Naming) -> go.Scatter:
    marks = [
        (columns.index(number), row, minutes / total(level.today))
        for row, level in enumerate(shown)
        for number, minutes in today_levels(level, naming).items()
    ]
    return go.Scatter(
        x=np.array([m[0] for m in marks]),
        y=np.array([m[1] for m in marks]),
        mode="markers",
        marker={"size": np.array([8 + 8 * m[2] for m in marks]), "color": BLUE, "opacity": 1},
        hoverinfo="skip",
        cliponaxis=False,
    )


def _names(
    shown: tuple[LeafLevel, ...], columns: list[int], naming: Naming
) -> list[dict[str, object]]:
    """Who, above each mark; clear of the diamond."""
    words = [
        (columns.index(number), row, _who(level, number, naming))
        for row, level in enumerate(shown)
        for number in today_levels(level, naming)
    ]
    words += [
        (columns.index(level.effective_level), row, _could(level, naming))
        for row, level in enumerate(shown)
        if level.effective_level is not None
        and _could(level, naming)
        and level.effective_level not in today_levels(level, naming)
    ]
    return [
        {
            "x": x,
            "y": y,
            "yanchor": "bottom",
            "yshift": 12,
            "text": text,
            "showarrow": False,
            "font": {"size": 12, "color": TEXT},
        }
        for x, y, text in words
    ]


def _who(level: LeafLevel, number: int, naming: Naming) -> str:
    """Who works at a level today, and the hours under it."""
    roles = [role for role in level.today if naming.level(role) == number]
    names = ", ".join(short(naming.short_role(role), 18) for role in roles)
    hours = naming.reader.hours(sum(level.today[role] for role in roles))
    return f"{inert(names)}<br>{hours}"


def _diamonds(shown: tuple[LeafLevel, ...], columns: list[int]) -> go.Scatter:
    marks = [
        (columns.index(level.effective_level), row)
        for row, level in enumerate(shown)
        if level.effective_level is not None
    ]
    return go.Scatter(
        x=np.array([m[0] for m in marks]),
        y=np.array([m[1] for m in marks]),
        mode="markers",
        marker={
            "size": 21,
            "symbol": "diamond-open",
            "color": GREEN,
            "line": {"width": 3, "color": GREEN},
        },
        hoverinfo="skip",
        cliponaxis=False,
    )


def _could(level: LeafLevel, naming: Naming) -> str:
    """The role that could do it, told where nobody at that level does it today."""
    if level.effective is None or level.effective in level.today:
        return ""
    name = inert(short(naming.short_role(level.effective), 18))
    return (
        f"{name}<br>{naming.reader.say('figure.ladder.course')}" if level.needs_training else name
    )


def _arrows(
    shown: tuple[LeafLevel, ...], columns: list[int], naming: Naming
) -> list[dict[str, object]]:
    found: list[dict[str, object]] = []
    for row, level in enumerate(shown):
        highest = max(today_levels(level, naming), default=0)
        if level.effective_level is None or level.effective_level == highest:
            continue
        start, end = columns.index(highest), columns.index(level.effective_level)
        away = 0.1 if end < start else -0.1
        found.append(
            {
                "x": end + away,
                "y": row,
                "ax": start - away,
                "ay": row,
                "xref": "x",
                "yref": "y",
                "axref": "x",
                "ayref": "y",
                "showarrow": True,
                "arrowhead": 2,
                "arrowwidth": 2,
                "arrowcolor": GREEN if end < start else ORANGE,
                "text": "",
            }
        )
    return found


def _stripes(columns: list[int], rows: int) -> list[dict[str, object]]:
    bands: list[dict[str, object]] = [
        {
            "type": "rect",
            "x0": n - 0.5,
            "x1": n + 0.5,
            "y0": -0.69,
            "y1": rows - 0.69,
            "fillcolor": STRIPES[n % 2],
            "line": {"width": 0},
            "layer": "below",
        }
        for n in range(len(columns))
    ]
    lines: list[dict[str, object]] = [
        {
            "type": "line",
            "x0": -0.5,
            "x1": len(columns) - 0.5,
            "y0": n + 0.31,
            "y1": n + 0.31,
            "line": {"color": LINE, "width": 1},
            "layer": "below",
        }
        for n in range(rows)
    ]
    return bands + lines


def _lower(level: LeafLevel, naming: Naming) -> bool:
    highest = max(today_levels(level, naming), default=0)
    return level.effective_level is not None and level.effective_level < highest


def _summary(shown: tuple[LeafLevel, ...], naming: Naming) -> str:
    lower = [level for level in shown if _lower(level, naming)]
    names = [naming.reader.say("word.quoted", words=naming.task(x.leaf)) for x in lower[:3]]
    if not lower:
        return naming.reader.say("figure.ladder.summary_none", n=len(shown))
    return naming.reader.say(
        "figure.ladder.summary", n=len(shown), lower=len(lower), names=naming.reader.list(names)
    )


def _table(shown: tuple[LeafLevel, ...], naming: Naming) -> Table:
    say = naming.reader.say
    return beside(
        say("figure.ladder.title"),
        (
            say("figure.column.task"),
            say("figure.column.today"),
            say("figure.hours_a_week"),
            say("figure.column.level_today"),
            say("figure.column.could"),
            say("figure.column.level_lowest"),
            say("figure.column.ready"),
        ),
        tuple(
            (
                naming.task(level.leaf),
                naming.reader.list(naming.short_role(role) for role in level.today),
                hours_cell(total(level.today)),
                max(today_levels(level, naming), default=None),
                naming.short_role(level.effective) if level.effective else None,
                level.effective_level,
                naming.short_role(level.ready) if level.ready else None,
            )
            for level in shown
        ),
        naming.reader,
    )

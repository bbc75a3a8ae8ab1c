"""Level matrices of several units, small and alike: the same levels and the same colours."""

from collections.abc import Sequence
from math import ceil, sqrt
from typing import TypeAlias

import numpy as np
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from taskmap.comparison import Cell, Comparison, UnitFigures
from taskmap.present.figures.palette import BLUES, ORANGE, TEXT, axis, frame, inert, two_lines
from taskmap.present.figures.picture import Picture, beside
from taskmap.present.side_by_side import Beside
from taskmap.present.table import Table

Levels: TypeAlias = Sequence[int | None]

ACROSS = 3
_DARK = 0.5  # of the darkest: from here on the words are white


def matrices(found: Comparison, names: Beside) -> Picture:
    """Part of each unit's hours by level today and lowest effective level."""
    units = list(found.units.values())
    rows, columns = _levels(found.all_cells)
    across = min(ACROSS, len(units))
    down = ceil(len(units) / across)
    figure = make_subplots(
        rows=down,
        cols=across,
        subplot_titles=[two_lines(unit.unit.name, 30) for unit in units],
        horizontal_spacing=0.06,
        vertical_spacing=0.22 / down,
    )
    for at, unit in enumerate(units):
        place = {"row": at // across + 1, "col": at % across + 1}
        figure.add_traces([_shades(unit, rows, columns)], rows=place["row"], cols=place["col"])
        figure.update_xaxes(**_axis(columns, names), **place)
        figure.update_yaxes(**_axis(rows, names, reverse=True), **place)
    figure.update_layout(
        frame(70 + down * (90 + 46 * len(rows)), margin={"t": 60, "l": 8, "r": 8, "b": 40})
    )
    labels = [
        label for at, unit in enumerate(units) for label in _labels(unit, at, rows, columns, names)
    ]
    titles = [
        {**title.to_plotly_json(), "font": {"size": 13, "color": TEXT}}
        for title in figure.layout.annotations
    ]
    figure.update_layout(annotations=[*titles, *labels])
    return Picture(figure=figure, summary=_summary(units, names), table=_table(found, names))


def _levels(cells: Sequence[Cell]) -> tuple[list[int | None], list[int | None]]:
    """Levels down and across; those nobody may do stand last."""
    today = sorted({today for today, _ in cells})
    lowest = sorted({effective for _, effective in cells if effective is not None})
    nobody: list[int | None] = [None] if any(cell[1] is None for cell in cells) else []
    return [*today], [*lowest, *nobody]


def _shades(
    unit: UnitFigures, rows: Sequence[int | None], columns: Sequence[int | None]
) -> go.Heatmap:
    shade = np.full((len(rows), len(columns)), np.nan)
    for (today, effective), minutes in unit.cells.items():
        if minutes is not None and unit.total:
            shade[rows.index(today), columns.index(effective)] = sqrt(minutes / unit.total)
    steps = len(BLUES) - 1
    return go.Heatmap(
        z=shade,
        zmin=0,
        zmax=1,
        colorscale=[[n / steps, colour] for n, colour in enumerate(BLUES)],
        showscale=False,
        xgap=2,
        ygap=2,
        hoverinfo="skip",
    )


def _labels(
    unit: UnitFigures,
    at: int,
    rows: Levels,
    columns: Levels,
    names: Beside,
) -> list[dict[str, object]]:
    number = "" if at == 0 else str(at + 1)
    place = {"xref": f"x{number}", "yref": f"y{number}", "showarrow": False}
    labels: list[dict[str, object]] = []
    for (today, effective), minutes in unit.cells.items():
        share = minutes / unit.total if minutes is not None and unit.total else None
        text = "?" if share is None else inert(names.reader.percent(share))
        here = today == effective
        labels.append(
            {
                **place,
                "x": columns.index(effective),
                "y": rows.index(today),
                "text": f"<b>{text}</b>" if here else text,
                "bordercolor": ORANGE if here else "rgba(0,0,0,0)",
                "borderwidth": 1.5,
                "font": {
                    "size": 11,
                    "color": "#FFFFFF" if share is not None and sqrt(share) > _DARK else TEXT,
                },
            }
        )
    return labels


def _axis(
    levels: Sequence[int | None], names: Beside, *, reverse: bool = False
) -> dict[str, object]:
    ends = [-0.5, len(levels) - 0.5]
    return axis(
        tickvals=np.arange(len(levels)),
        ticktext=[names.level(None) if level is None else str(level) for level in levels],
        range=ends[::-1] if reverse else ends,
        tickangle=0,
    )


def _summary(units: Sequence[UnitFigures], names: Beside) -> str:
    say = names.reader.say
    return " ".join(
        say("compare.matrices_hidden", unit=unit.unit.name)
        if unit.gap is None
        else say(
            "compare.matrices_summary", unit=unit.unit.name, gap=names.reader.percent(unit.gap)
        )
        for unit in units
    )


def _table(found: Comparison, names: Beside) -> Table:
    say, reader = names.reader.say, names.reader
    headings = [say(f"compare.column.{name}") for name in ("unit", "today", "effective", "hours")]
    rows = [
        (
            unit.unit.name,
            names.level(today),
            names.level(effective),
            say("compare.not_shown") if minutes is None else reader.hours(minutes),
        )
        for unit in found.units.values()
        for (today, effective), minutes in unit.cells.items()
    ]
    return beside(say("compare.matrices_title"), headings, rows, reader)

"""Needed against those who work, year by year: two lines with marks of their own."""

import plotly.graph_objects as go

from taskmap.funding import RoleAhead
from taskmap.language import Reader
from taskmap.model.catalogue import Catalogue
from taskmap.present.figures.palette import BLUE, LINE, ORANGE, TEXT, axis, frame
from taskmap.present.figures.picture import Picture
from taskmap.present.supply import sentence, years_table


def supply(role: RoleAhead, catalogue: Catalogue, reader: Reader) -> Picture:
    """A role's years; each line carries its figures, so that colour is never alone."""
    years = [str(year.year) for year in role.years]
    lines = (
        ("needed", [y.needed for y in role.years], ORANGE, "diamond", "dash", "top center"),
        ("end", [y.end for y in role.years], BLUE, "circle", "solid", "bottom center"),
    )
    figure = go.Figure(
        data=[
            go.Scatter(
                x=years, y=values, name=reader.say(f"supply.column.{name}"),
                mode="lines+markers+text", text=[reader.number(each, 1) for each in values],
                textposition=where, textfont={"size": 13, "color": TEXT}, hoverinfo="skip",
                marker={"symbol": mark, "size": 11, "color": colour},
                line={"color": colour, "dash": dash, "width": 2}, cliponaxis=False,
            )
            for name, values, colour, mark, dash, where in lines
        ],
        layout=frame(
            320, showlegend=True, legend={"orientation": "h", "y": 1.15},
            margin={"l": 8, "r": 24, "t": 40, "b": 8},
            xaxis=axis(type="category"),
            yaxis=axis(
                title_text=reader.say("supply.axis"), rangemode="tozero", showgrid=True,
                gridcolor=LINE,
            ),
        ),
    )  # fmt: skip
    table = years_table(role, catalogue, reader)
    return Picture(figure=figure, summary=sentence(role, catalogue, reader), table=table)

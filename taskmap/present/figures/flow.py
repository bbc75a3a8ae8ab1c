"""The flow of moved hours: from whom, to whom, roles in level order on both sides."""

import numpy as np
import plotly.graph_objects as go

from taskmap.model.plan import Move
from taskmap.model.units import MinutesPerWeek, RoleId
from taskmap.present.figures.naming import Naming, hours_cell
from taskmap.present.figures.palette import BLUE, ORANGE, TEXT, frame, inert, short
from taskmap.present.figures.picture import Picture, beside
from taskmap.present.table import Table

GAP = 26  # pixels between two nodes of a side
MOST_TOLD = 3  # pairs told in words; the table beside holds them all
MISSED = ""  # the giver of work nobody does today


def flows(moves: tuple[Move, ...]) -> dict[tuple[RoleId, RoleId], MinutesPerWeek]:
    """Minutes a week by giver and receiver, as the giver spends them today.

    Work that is missed today has no giver; there the receiver's minutes count.
    """
    found: dict[tuple[RoleId, RoleId], MinutesPerWeek] = {}
    for move in moves:
        pair = (move.giver or MISSED, move.receiver)
        minutes = move.minutes.relieved if move.giver else move.minutes.taken_on
        found[pair] = found.get(pair, 0) + minutes
    return {pair: minutes for pair, minutes in found.items() if minutes > 0}


def flow(moves: tuple[Move, ...], naming: Naming) -> Picture:
    """Moved hours as bands between the two sides."""
    found = flows(moves)
    givers = _side(found, 0, naming)
    takers = _side(found, 1, naming)
    height = 90 + 64 * max(len(givers), len(takers), 1)
    nodes = [*givers, *takers]
    figure = go.Figure(
        data=[
            go.Sankey(
                arrangement="fixed",
                node={
                    "label": [
                        _label(*node, naming) for side in (givers, takers) for node in side.items()
                    ],
                    "x": np.array([0.001] * len(givers) + [0.999] * len(takers)),
                    "y": np.array([*_places(givers, height), *_places(takers, height)]),
                    "color": [BLUE] * len(givers) + [ORANGE] * len(takers),
                    "pad": GAP,
                    "thickness": 14,
                    "line": {"width": 0},
                    "hoverinfo": "skip",
                },
                link={
                    "source": np.array([list(givers).index(pair[0]) for pair in found]),
                    "target": np.array(
                        [len(givers) + list(takers).index(pair[1]) for pair in found]
                    ),
                    "value": np.array([minutes / 60 for minutes in found.values()]),
                    "color": "#F0BE9B",
                    "hoverinfo": "skip",
                },
                textfont={"size": 14, "color": TEXT},
            )
        ],
        layout=frame(height, margin={"l": 8, "r": 8, "t": 12, "b": 12}),
    )
    if not nodes:
        figure.data = ()
    return Picture(figure=figure, summary=_summary(found, naming), table=_table(found, naming))


def _side(
    found: dict[tuple[RoleId, RoleId], MinutesPerWeek], end: int, naming: Naming
) -> dict[RoleId, MinutesPerWeek]:
    """Roles of one side with their minutes, highest level at the top."""
    totals: dict[RoleId, MinutesPerWeek] = {}
    for pair, minutes in found.items():
        totals[pair[end]] = totals.get(pair[end], 0) + minutes
    order = sorted(totals, key=lambda role: (-naming.level(role), naming.short_role(role)))
    return {role: totals[role] for role in order}


def _places(side: dict[RoleId, MinutesPerWeek], height: int) -> list[float]:
    """Middle of each node from the top, as plotly wants it: shares of the drawing's height."""
    inner = height - 24
    whole = sum(side.values())
    scale = (inner - GAP * (len(side) - 1)) / whole if whole else 0.0
    places, at = [], 0.0
    for minutes in side.values():
        places.append((at + minutes * scale / 2) / inner)
        at += minutes * scale + GAP
    return [min(max(place, 0.001), 0.999) for place in places]


def _label(role: RoleId, minutes: MinutesPerWeek, naming: Naming) -> str:
    return f"{inert(short(_name(role, naming), 24))} {naming.reader.hours(minutes)}"


def _name(role: RoleId, naming: Naming) -> str:
    return naming.short_role(role) if role != MISSED else naming.reader.say("figure.flow.missed")


def _summary(found: dict[tuple[RoleId, RoleId], MinutesPerWeek], naming: Naming) -> str:
    say, hours = naming.reader.say, naming.reader.hours
    if not found:
        return say("figure.flow.summary_none")
    largest = sorted(found, key=lambda pair: -found[pair])[:MOST_TOLD]
    told = [
        say(
            "figure.flow.one" if giver != MISSED else "figure.flow.one_missed",
            hours=hours(found[giver, receiver]),
            giver=naming.role_inside(giver),
            receiver=naming.role_inside(receiver),
        )
        for giver, receiver in largest
    ]
    name = "figure.flow.summary" if len(found) == len(told) else "figure.flow.summary_most"
    return say(name, whole=hours(sum(found.values())), largest=naming.reader.list(told))


def _table(found: dict[tuple[RoleId, RoleId], MinutesPerWeek], naming: Naming) -> Table:
    say = naming.reader.say
    return beside(
        say("figure.flow.title"),
        (
            say("figure.column.from"),
            say("figure.column.to"),
            say("figure.hours_a_week"),
        ),
        tuple(
            (_name(giver, naming), _name(receiver, naming), hours_cell(minutes))
            for (giver, receiver), minutes in sorted(found.items(), key=lambda item: -item[1])
        ),
        naming.reader,
    )

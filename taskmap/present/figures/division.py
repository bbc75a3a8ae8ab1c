"""The task by role matrix: who does what today, and who could."""

from collections.abc import Mapping as MappingOf
from typing import TypeAlias

import numpy as np
import plotly.graph_objects as go

from taskmap.model.leaf import Leaf
from taskmap.model.plan import LeafLevel
from taskmap.model.ruling import Ruling, Rulings, Verdict, worst
from taskmap.model.units import LeafId, MinutesPerWeek, RoleId
from taskmap.present.figures.naming import Naming, hours_cell
from taskmap.present.figures.palette import BLUES, PAPER, TEXT, axis, frame, inert, short, two_lines
from taskmap.present.figures.picture import Picture, Value, beside
from taskmap.present.table import Table

Spent: TypeAlias = MappingOf[RoleId, MinutesPerWeek]  # on one task

MARKS: MappingOf[Verdict, str] = {
    Verdict.PASS: "○",
    Verdict.CONDITION: "◐",
    Verdict.UNKNOWN: "?",
    Verdict.FAIL: "×",  # noqa: RUF001 - the mark is a cross, not a letter
}


def division(
    leaves: tuple[Leaf, ...],
    levels: MappingOf[LeafId, LeafLevel],
    rulings: Rulings,
    naming: Naming,
) -> Picture:
    """Share of each task by role as shade and per cent; a mark for a role that does not do it."""
    roles = _roles(leaves, rulings, naming)
    spent = [levels[leaf.id].today for leaf in leaves]
    shares = [_shares(minutes) for minutes in spent]
    z = np.array([[share.get(role, 0.0) for role in roles] for share in shares])
    figure = go.Figure(
        data=[
            go.Heatmap(
                z=z.reshape(len(leaves), len(roles)),
                zmin=0,
                zmax=1,
                colorscale=[[0, PAPER], [0.001, BLUES[0]], [0.5, BLUES[1]], [1, BLUES[2]]],
                showscale=False,
                xgap=2,
                ygap=2,
                hoverinfo="skip",
            )
        ],
        layout=frame(
            150 + 34 * len(leaves),
            margin={"l": 8, "r": 90, "t": 8, "b": 8},  # the last slanting name reaches out
            xaxis=axis(
                side="top",
                tickvals=np.arange(len(roles)),
                ticktext=[inert(_wrapped(naming.short_role(role))) for role in roles],
                tickangle=-35,
            ),
            yaxis=axis(
                tickvals=np.arange(len(leaves)),
                ticktext=[two_lines(naming.task(leaf.id), 38) for leaf in leaves],
                range=[len(leaves) - 0.5, -0.5],
            ),
            annotations=_marks(leaves, shares, roles, rulings, naming),
        ),
    )
    summary = naming.reader.say(
        "figure.division.summary", n=len(leaves), roles=len(roles), names=_busiest(spent, naming)
    )
    return Picture(
        figure=figure, summary=summary, table=_table(leaves, spent, roles, rulings, naming)
    )


def _roles(leaves: tuple[Leaf, ...], rulings: Rulings, naming: Naming) -> tuple[RoleId, ...]:
    """Roles that do one of the tasks, or could: the others are empty columns."""
    doing = frozenset[RoleId]().union(*(leaf.roles_today() for leaf in leaves))
    return tuple(
        role
        for role in naming.roles_down
        if role in doing
        or any(
            worst(_without_capacity(rulings.get((leaf.id, role), ()))) in _COULD
            and (leaf.id, role) in rulings
            for leaf in leaves
        )
    )


_COULD = (Verdict.PASS, Verdict.CONDITION)


def _without_capacity(rulings: tuple[Ruling, ...]) -> tuple[Ruling, ...]:
    """The five gates about the task; room is a matter of the plan."""
    return tuple(ruling for ruling in rulings if ruling.gate != "capacity")


def _shares(spent: Spent) -> dict[RoleId, float]:
    whole = sum(spent.values())
    return {role: minutes / whole for role, minutes in spent.items()} if whole else {}


def _wrapped(name: str) -> str:
    return short(name, 20)


def _mark(leaf: Leaf, role: RoleId, rulings: Rulings) -> str:
    found = rulings.get((leaf.id, role))
    return MARKS[worst(_without_capacity(found))] if found else ""


def _cell(
    leaf: Leaf, share: dict[RoleId, float], role: RoleId, rulings: Rulings, naming: Naming
) -> str:
    if share.get(role, 0.0) <= 0:
        return _mark(leaf, role, rulings)
    told = naming.reader.percent(share[role])
    # A role that does what it may not do keeps both marks: the share and the cross.
    return (
        f"{told} {MARKS[Verdict.FAIL]}"
        if _mark(leaf, role, rulings) == MARKS[Verdict.FAIL]
        else told
    )


def _marks(
    leaves: tuple[Leaf, ...],
    shares: list[dict[RoleId, float]],
    roles: tuple[RoleId, ...],
    rulings: Rulings,
    naming: Naming,
) -> list[dict[str, object]]:
    return [
        {
            "x": column,
            "y": row,
            "text": text,
            "showarrow": False,
            "font": {"size": 12, "color": TEXT},
        }
        for row, (leaf, share) in enumerate(zip(leaves, shares, strict=True))
        for column, role in enumerate(roles)
        if (text := _cell(leaf, share, role, rulings, naming))
    ]


def _busiest(spent: list[Spent], naming: Naming) -> str:
    whole: dict[RoleId, int] = {}
    for each in spent:
        for role, minutes in each.items():
            whole[role] = whole.get(role, 0) + minutes
    most = sorted(whole, key=lambda role: -whole[role])[:3]
    return naming.reader.list(
        f"{naming.role_inside(role)} {naming.reader.hours(whole[role])}" for role in most
    )


def _table(
    leaves: tuple[Leaf, ...],
    spent: list[Spent],
    roles: tuple[RoleId, ...],
    rulings: Rulings,
    naming: Naming,
) -> Table:
    say = naming.reader.say
    rows: list[tuple[Value, ...]] = [
        (
            naming.task(leaf.id),
            hours_cell(sum(minutes.values())),
            *(_cell(leaf, _shares(minutes), role, rulings, naming) for role in roles),
        )
        for leaf, minutes in zip(leaves, spent, strict=True)
    ]
    return beside(
        say("figure.division.title"),
        (
            say("figure.column.task"),
            say("figure.hours_a_week"),
            *(naming.short_role(role) for role in roles),
        ),
        tuple(rows),
        naming.reader,
    )

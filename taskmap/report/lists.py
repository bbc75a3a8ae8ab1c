"""Who does what in each part of the week: a list for each role, on paper."""

from dataclasses import asdict
from typing import Any

from taskmap.model.leaf import Leaf
from taskmap.model.today import millionths, whole
from taskmap.model.unit import Band
from taskmap.model.units import MILLION, MinutesPerWeek, RoleId
from taskmap.present.marks import marks
from taskmap.present.often import said_minutes, said_often
from taskmap.present.table import Cell, Column, Table, table
from taskmap.report.about import About
from taskmap.report.frame import frame
from taskmap.report.written import as_data

UNITS = {"task": "", "often": "", "minutes": "", "share": "share", "hours": "minutes"}


def lists(about: About) -> dict[str, Any]:
    """The parts of the week in order, in each of them the roles that do something there."""
    say = about.naming.reader.say
    bands = (_band(band, about) for band in about.naming.mapping.bands)
    return {
        **frame("lists", about),
        "how": say("paper.lists.how"),
        "sum": say("paper.lists.sum"),
        "bands": [band for band in bands if band["roles"]],
    }


def tasks_of(role: RoleId | None, band: Band, about: About) -> Table:
    """What a role does in a part of the week, most hours first; None: what nobody does."""
    naming, reader = about.naming, about.naming.reader
    found = [
        (leaf, part, _spent(leaf, role, band, part))
        for leaf in naming.mapping.leaves
        if (part := _part(leaf, role, band))
    ]
    ordered = sorted(found, key=lambda each: (-each[2], each[0].id))
    rows = [
        (
            Cell(naming.task(leaf.id), key=leaf.id),
            Cell(said_often(leaf.count[band.id], band, reader), leaf.count[band.id]),
            Cell(said_minutes(leaf.minutes, reader), leaf.minutes.likely),
            Cell(reader.percent(part / MILLION), part / MILLION),
            Cell(reader.hours(spent), spent),
        )
        for leaf, part, spent in ordered
    ]
    columns = [
        Column(reader.say(f"paper.lists.column.{name}"), figures=unit != "", unit=unit)
        for name, unit in UNITS.items()
    ]
    title = naming.short_role(role) if role else reader.say("paper.lists.missed")
    return table(title, columns, rows)


def _band(band: Band, about: About) -> dict[str, Any]:
    known = marks(about.naming)
    told = []
    for role in (*about.naming.roles_down, None):
        found = tasks_of(role, band, about)
        if found.rows:
            mark = asdict(known[role]) if role else {"form": "none"}
            minutes = sum(int(row[-1].value or 0) for row in found.rows)
            hours = about.naming.reader.hours(minutes)
            told.append({"mark": mark, "table": as_data(found), "sum": hours})
    return {"name": band.name, "roles": told}


def _part(leaf: Leaf, role: RoleId | None, band: Band) -> int:
    """Millionths of the occurrences in a part of the week."""
    if leaf.count.get(band.id, 0.0) <= 0:
        return 0
    shares, missed = millionths(leaf, band.id)
    return missed if role is None else shares.get(role, 0)


def _spent(leaf: Leaf, role: RoleId | None, band: Band, part: int) -> MinutesPerWeek:
    """Minutes a week; what nobody does is counted in the usual hands."""
    if role is not None:
        return whole(leaf.whole_minutes(role, band.id) * part)
    return whole(round(leaf.count[band.id] * leaf.minutes.likely) * part)

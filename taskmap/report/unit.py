"""The report on a unit: what is mapped, at which levels, load against room, what is missing."""

from dataclasses import asdict
from typing import Any

from taskmap.model.amount import Basis
from taskmap.model.staffing import PRIVACY_FLOOR
from taskmap.present import assumptions, findings, levels, overview, room
from taskmap.present.figures.palette import GREEN, ORANGE, QUIET
from taskmap.present.marks import PURPLE
from taskmap.report.about import About
from taskmap.report.frame import frame
from taskmap.report.written import as_data

LOOKS = {
    "on": {"form": "circle", "colour": GREEN},
    "above": {"form": "down", "colour": ORANGE},
    "below": {"form": "triangle", "colour": PURPLE},
    "none": {"form": "square", "colour": QUIET},
}


def unit(about: About) -> dict[str, Any]:
    """Key figures first, then a section for each question a reader has, tasks at the end."""
    naming, say = about.naming, about.naming.reader.say
    figures = overview.key_figures(about.levels, about.capacities, naming)
    return {
        **frame("unit", about),
        "inside": inside(about),
        "figures": [asdict(figure) for figure in figures],
        "levels": {
            "heading": say("paper.unit.levels"),
            "how": say("paper.unit.levels_how"),
            "parts": _parts(about),
            "matrix": _matrix(about),
        },
        "load": {
            "heading": say("paper.unit.load"),
            "how": say("paper.unit.load_how"),
            "bars": _bars(about),
            "bands": as_data(room.room_table(about.capacities, naming)),
            "staffing": as_data(overview.staffing_table(about.capacities, naming)),
        },
        "missing": {
            "heading": say("paper.unit.missing"),
            "count": findings.count(about.findings, naming.reader),
            "table": as_data(findings.findings_table(about.findings, naming.reader, naming)),
        },
        "sources": {"heading": say("paper.unit.sources"), "lines": sources(about)},
        "tasks": as_data(levels.level_table(about.levels, naming)),
        "words": {name: say(f"paper.unit.{name}") for name in ("room", "full", "over")},
    }


def inside(about: About) -> str:
    """Whose figures are close to being somebody's own; empty where they are left out or nobody's.

    Figures published elsewhere are no secret any longer.
    """
    naming = about.naming
    few = [s.role for s in naming.mapping.staffing if 0 < s.persons < PRIVACY_FLOOR]
    if not few or naming.mapping.source or about.outside:
        return ""
    return naming.reader.say("paper.unit.inside", roles=naming.roles(few), n=PRIVACY_FLOOR)


def _parts(about: About) -> list[dict[str, Any]]:
    """Hours on, above and below the lowest effective level, and where nobody may."""
    reader, found = about.naming.reader, levels.split(about.levels, about.naming)
    return [
        {
            **look,
            "hollow": False,
            "label": reader.say(f"paper.unit.split.{name}"),
            "hours": reader.hours(minutes),
            "share": reader.percent(minutes / found.all),
            "part": minutes / found.all,
        }
        for name, look in LOOKS.items()
        if (minutes := getattr(found, name))
    ]


def _matrix(about: About) -> dict[str, Any]:
    """The matrix, each cell with how dark it is and whether both levels are the same."""
    found = levels.matrix_table(about.levels, about.price, about.naming)
    most = max((cell.value or 0 for row in found.rows for cell in row[1:]), default=0) or 1
    return {
        **as_data(found),
        "shades": [[(cell.value or 0) / most for cell in row[1:]] for row in found.rows],
        "same": [
            [row[0].text == column.title for column in found.columns[1:]] for row in found.rows
        ],
    }


def _bars(about: About) -> list[dict[str, Any]]:
    """A bar for each role's week, measured against the longest."""
    naming, reader = about.naming, about.naming.reader
    found = room.rows(about.capacities, naming, by_band=False)
    longest = max((max(row.load, row.full) for row in found), default=0) or 1
    return [
        {
            "role": naming.short_role(row.role),
            "load": row.load / longest,
            "room": row.room / longest,
            "full": row.full / longest,
            "over": row.over,
            "told": reader.hours(row.load),
            "used": reader.plain(None) if row.used is None else reader.percent(row.used),
        }
        for row in found
    ]


def sources(about: About) -> list[str]:
    """What the figures rest on, a line each."""
    mapping, reader = about.naming.mapping, about.naming.reader
    price = reader.say(f"word.price.{about.price}")
    lines = [
        _times(about),
        reader.say("paper.unit.as_of", date=about.as_of, price=price),
        *assumptions.all_told(about.assumptions, about.naming),
    ]
    if mapping.purpose:
        lines.append(reader.say("paper.unit.purpose", purpose=mapping.purpose))
    if mapping.delete_after:
        lines.append(reader.say("paper.unit.delete_after", date=mapping.delete_after))
    return lines


def _times(about: About) -> str:
    """How many of the times are estimates."""
    leaves, say = about.naming.mapping.leaves, about.naming.reader.say
    estimated = sum(leaf.minutes.basis is Basis.ESTIMATE for leaf in leaves)
    if estimated == len(leaves):
        return say("paper.unit.estimated_all")
    if not estimated:
        return say("paper.unit.measured_all")
    return say("paper.unit.estimated", n=estimated, all=len(leaves))

"""Cards for the meeting room's wall: one for each task, cut out and moved about."""

from dataclasses import asdict
from typing import Any

from taskmap.model.leaf import Leaf
from taskmap.model.plan import LeafLevel
from taskmap.model.today import millionths, minutes_today
from taskmap.model.units import MILLION, BandId, RoleId
from taskmap.present.figures.palette import short
from taskmap.present.levels import could
from taskmap.present.marks import Mark, marks
from taskmap.present.often import said_minutes, said_often
from taskmap.present.phrases import capital
from taskmap.report.about import About
from taskmap.report.frame import frame

Who = list[dict[str, Any]]
LONGEST_NAME = 240  # letters a card has room for; a longer name ends in …


def cards(about: About) -> dict[str, Any]:
    """A card that explains the marks, then one for each task, group by group."""
    naming, say = about.naming, about.naming.reader.say
    known, levels = marks(naming), {level.leaf: level for level in about.levels}
    return {
        **frame("cards", about),
        "marks": [_of(known, role, None, about) for role in naming.roles_down],
        "words": {name: say(f"paper.cards.{name}") for name in ("how", "who", "could")},
        "cards": [
            _card(leaf, levels.get(leaf.id), known, about)
            for leaves in naming.groups.values()
            for leaf in leaves
        ],
    }


def _card(
    leaf: Leaf, level: LeafLevel | None, known: dict[RoleId, Mark], about: About
) -> dict[str, Any]:
    naming, reader = about.naming, about.naming.reader
    bands = {band.id: band for band in naming.mapping.bands}
    here = [band for band in bands if leaf.count.get(band, 0.0) > 0]
    spent = sum(minutes_today(leaf, role) for role in leaf.roles_today())
    return {
        "group": naming.group(naming.group_of(leaf.task_id)),
        "name": short(naming.task(leaf.id), LONGEST_NAME),
        "often": [
            {"band": bands[b].name, "times": said_often(leaf.count[b], bands[b], reader)}
            for b in here
        ],
        "minutes": reader.say("paper.cards.each", minutes=said_minutes(leaf.minutes, reader)),
        "week": reader.say("paper.cards.week", hours=reader.hours(spent)),
        "who": _who(leaf, here, known, about),
        "could": _could(level, about),
    }


def _could(level: LeafLevel | None, about: About) -> str:
    """Who is on the lowest effective level; nothing where that is to be written by hand."""
    if about.blank or level is None or level.effective is None:
        return ""
    return capital(could(level, about.naming))


def _who(
    leaf: Leaf, here: list[BandId], known: dict[RoleId, Mark], about: About
) -> list[dict[str, Any]]:
    """Who does it today: once where it is the same in every part of the week, else by part."""
    by_band = {band: _shares(leaf, band, known, about) for band in here}
    alike: list[tuple[list[str], Who]] = []
    for band, shares in by_band.items():
        for names, same in alike:
            if same == shares:
                names.append(about.naming.band(band))
                break
        else:
            alike.append(([about.naming.band(band)], shares))
    alone = len(alike) == 1
    return [
        {"bands": "" if alone else ", ".join(names), "roles": shares} for names, shares in alike
    ]


def _shares(leaf: Leaf, band: BandId, known: dict[RoleId, Mark], about: About) -> Who:
    shares, missed = millionths(leaf, band)
    ordered = sorted(shares, key=lambda role: (-shares[role], role))
    who = [_of(known, role, shares[role], about) for role in ordered]
    if missed:
        say = about.naming.reader.say
        told = about.naming.reader.percent(missed / MILLION)
        left = {"form": "none", "share": told, "part": missed / MILLION}
        who.append({"name": say("paper.cards.missed"), **left})
    return who


def _of(known: dict[RoleId, Mark], role: RoleId, share: int | None, about: About) -> dict[str, Any]:
    """A role's mark and name, and its share where it does not do all."""
    part = 1.0 if share is None else share / MILLION
    told = about.naming.reader.percent(part) if part < 1 else ""
    return {**asdict(known[role]), "share": told, "part": part}

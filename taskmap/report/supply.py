"""The report on the supply of competence: what is lacking, role by role, and what it rests on."""

from datetime import date
from typing import Any

from taskmap.funding import RoleAhead
from taskmap.model.catalogue import Catalogue
from taskmap.present import supply as words
from taskmap.present.fund import Told
from taskmap.report.written import as_data
from taskmap.typeset import pdf


def supply_paper(
    told: Told,
    roles: tuple[RoleAhead, ...],
    catalogue: Catalogue,
    today: date,
    *,
    with_moves: bool,
) -> bytes:
    """The report as PDF: a summary, the table of roles, then each role's years with its bars.

    Args:
        told: the fund, in the reader's language.
        roles: who there will be.
        catalogue: the roles' names.
        today: the day it is made.
        with_moves: the units' suggestions are counted; otherwise the report says they are not.

    Raises:
        PaperFailed: a fault of ours.
    """
    data = _data(told, roles, catalogue, today)
    if not with_moves:
        data["notices"].append(told.reader.say("fund.page.supply_moves_off"))
    return pdf("supply", data, told.reader.code, today)


def _data(
    told: Told, roles: tuple[RoleAhead, ...], catalogue: Catalogue, today: date
) -> dict[str, Any]:
    reader, say = told.reader, told.reader.say
    supply = told.fund.supply
    notices = [say("fund.page.illustrative")] if told.fund.illustrative else []
    return {
        "title": f"{say('supply.title')}: {told.fund.name}",
        "summary": say("fund.page.supply_how"),
        "heading": say("supply.title"),
        "name": told.fund.name,
        "notices": notices,
        "due": words.due(supply, today, reader) if supply is not None else "",
        "roles": as_data(words.roles_table(roles, catalogue, reader)),
        "parts": [_part(role, catalogue, told) for role in roles],
        "made": say("fund.application.made", day=today, fund=told.fund.name),
        "page": say("paper.page"),
        "unprintable": say("paper.unprintable"),
    }


def _part(role: RoleAhead, catalogue: Catalogue, told: Told) -> dict[str, Any]:
    reader = told.reader
    most = max((max(year.needed, year.end) for year in role.years), default=0) or 1
    return {
        **as_data(words.years_table(role, catalogue, reader)),
        "bars": [
            {
                "year": str(year.year), "needed": max(0, year.needed) / most,
                "end": year.end / most, "told_needed": reader.number(year.needed, 1),
                "told_end": reader.number(year.end, 1),
            }
            for year in role.years
        ],
        "needed": reader.say("supply.column.needed"),
        "end": reader.say("supply.column.end"),
    }  # fmt: skip

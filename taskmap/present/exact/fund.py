"""The answers of ``taskmap fund`` and ``taskmap supply`` as JSON objects."""

from datetime import date

from taskmap.funding import Agenda, Divided, Given, RoleAhead, Sharing, YearMoney
from taskmap.model.fund import Fund, Need, Status
from taskmap.present.exact.text import Object, number

SCHEMA = "taskmap/division/1"
SUPPLY = "taskmap/supply/1"


def fund_object(
    fund: Fund, found: Divided, agendas: tuple[Agenda, ...], file: str, today: date
) -> Object:
    """A fund divided: what is planned, what is left out and why.

    Args:
        fund: the needs.
        found: how its money is divided.
        agendas: the next meetings.
        file: where it stands.
        today: the day meetings are told on.
    """
    return {
        "schema": SCHEMA,
        "fund": fund.id,
        "date": today.isoformat(),
        "file": file,
        "illustrative": fund.illustrative,
        "hours_a_year": {str(basis): hours for basis, hours in found.hours.items()},
        "gap": number(found.gap),
        "granted": [
            {**_need(need), "year": need.grant.year, "cost": list(need.granted)}
            for need in fund.needs
            if need.status is Status.GRANTED and need.grant is not None
        ],
        "planned": [
            {**_need(each.need), "year": each.year, "cost": list(each.need.cost)}
            for each in found.planned
        ],
        "left": [
            {**_need(each.need), "why": str(each.why), "hours_lost": each.loss}
            for each in found.left
        ],
        "years": [_year(each) for each in found.years],
        "given": [_given(each) for each in found.given],
        "more": None
        if found.more is None
        else {"amount": found.more.amount, "hours_a_year": found.more.hours},
        "meetings": [_meeting(agenda) for agenda in agendas],
    }


def supply_object(
    about: str, roles: tuple[RoleAhead, ...], sharings: tuple[Sharing, ...], today: date
) -> Object:
    """Who there will be in each role, and what units could share.

    Args:
        about: id of the fund or partnership.
        roles: role by role.
        sharings: competences units could share.
        today: the day it is told.
    """
    return {
        "schema": SUPPLY,
        "about": about,
        "date": today.isoformat(),
        "roles": [_role(each) for each in roles],
        "sharing": [
            {
                "role": each.role, "units": list(each.units),
                "competences": list(each.competences), "tasks_before": each.before,
                "tasks_after": each.after, "minutes_a_week": each.lent,
                "tasks": [
                    {
                        "unit": h.unit, "task": h.leaf, "minutes": h.minutes,
                        "persons": h.persons, "elsewhere": h.elsewhere,
                    }
                    for h in each.hangs
                ],
            }
            for each in sharings
        ],
    }  # fmt: skip


def _need(need: Need) -> Object:
    return {
        "need": need.id,
        "name": need.name,
        "organisation": need.organisation,
        "unit": need.unit,
        "hours_a_year": need.effect.hours if need.effect else None,
        "basis": str(need.effect.basis) if need.effect else None,
    }


def _year(year: YearMoney) -> Object:
    names = ("year", "amount", "reserve", "granted", "planned", "rest", "used")
    return {name: getattr(year, name) for name in names}


def _given(given: Given) -> Object:
    names = ("asked", "granted", "planned", "least", "short", "without")
    return {"to": given.party, **{name: getattr(given, name) for name in names}}


def _meeting(agenda: Agenda) -> Object:
    return {
        "kind": str(agenda.kind),
        "date": agenda.on.isoformat(),
        "items": [
            {"matter": str(item.matter), "need": item.need.id if item.need else None}
            for item in agenda.items
        ],
    }


def _role(found: RoleAhead) -> Object:
    names = ("begin", "retire", "leave", "intake", "trained", "end", "needed", "lacking")
    return {
        "role": found.role,
        "posts": number(found.today.posts),
        "vacant": number(found.today.vacant),
        "hired": number(found.today.hired),
        "freed_by_moves": number(found.moved),
        "source": found.source,
        "years": [
            {"year": year.year, **{name: number(getattr(year, name)) for name in names}}
            for year in found.years
        ],
    }

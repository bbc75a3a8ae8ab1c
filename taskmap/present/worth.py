"""What one more hour, person or krone is worth, as a small table."""

from collections.abc import Iterable

from taskmap.model.explanations import Worth
from taskmap.model.question import Price, Question
from taskmap.model.units import BandId, RoleId
from taskmap.present.names import Speaker, lowered
from taskmap.present.phrases import capital
from taskmap.present.price import explained, weighed
from taskmap.present.table import Cell, Column, Table, table
from taskmap.present.values import CURRENCY

AN_HOUR = 60  # minutes
MOST = 12  # rows; the rest is worth less than these


def worth_table(found: Iterable[Worth], question: Question, speaker: Speaker) -> Table:
    """The most valuable first; what is worth nothing is left out."""
    say = speaker.reader.say
    valued = sorted((one for one in found if _units(one) > 0), key=lambda one: -_units(one))
    ranked = [one for one in valued if not _outside(one, speaker)]
    outside = dict.fromkeys(one.role or "" for one in valued if _outside(one, speaker))
    columns = (
        Column(say("worth.column.of")),
        Column(say("worth.column.value"), figures=True),
        Column(say("worth.column.time"), figures=True),
        Column(say("worth.column.checked")),
    )
    rows = [
        (
            Cell(subject(one, speaker)),
            Cell(_value(one, question, speaker), _units(one)),
            _time(one, speaker),
            Cell(say("worth.checked" if one.checked is not None else "worth.estimated")),
        )
        for one in ranked[:MOST]
    ]
    lead = say("worth.summary", n=len(rows)) if rows else say("worth.summary_none")
    left = say("worth.outside", roles=speaker.roles(outside)) if outside else ""
    told = " ".join(filter(None, (lead, left, explained(question, speaker))))
    return table(say("worth.title"), columns, rows, told)


def subject(one: Worth, speaker: Speaker) -> str:
    """«Én time til av helsefagarbeider (kveld)»."""
    say = speaker.reader.say
    role = speaker.role_inside(one.role) if one.role else ""
    if one.of == "free_hour" and one.band:
        return capital(say("worth.free_hour", role=role, band=lowered(speaker.band(one.band))))
    if one.of == "hour" and one.band:
        there = _is_there(one.role or "", one.band, speaker)
        key = "worth.hour" if there else "worth.hour_none"
        return capital(say(key, role=role, band=lowered(speaker.band(one.band))))
    if one.of == "person" and one.competence:
        return capital(
            say("worth.person", role=role, competence=speaker.competence(one.competence))
        )
    currency = CURRENCY.get(speaker.catalogue.country, "EUR")
    return capital(say("worth.krone", amount=speaker.reader.money(one.amount, currency, 0)))


def _is_there(role: RoleId, band: BandId, speaker: Speaker) -> bool:
    """Whether a role has any hours in a band today."""
    staff = speaker.mapping.by_role.get(role)
    found = staff and (staff.rostered or staff.stated_hours or staff.band_shares)
    return not found or found.get(band, 0.0) > 0


def _outside(one: Worth, speaker: Speaker) -> bool:
    """An hour of relatives, volunteers or patients: no time the unit can buy or set aside."""
    return bool(one.role) and one.of != "person" and speaker.is_outside(one.role or "")


def _value(one: Worth, question: Question, speaker: Speaker) -> str:
    """The value, and beside points the hours of the role that are priced as much.

    Example: 216 points are as much as 0,6 hours of a role at level 6.
    """
    told = weighed(_units(one), question, speaker)
    if question.price is not Price.LEVEL or not one.role:
        return told
    level = speaker.level(one.role)
    weight = question.level_weights.get(level, level)
    if not weight:
        return told
    hours = round(_units(one) / weight / AN_HOUR, 1)
    if not hours:
        return told
    values = {"hours": speaker.reader.plain(hours), "role": speaker.role_inside(one.role)}
    return speaker.reader.say("worth.as_hours", n=1 if hours == 1 else 2, value=told, **values)


def _units(one: Worth) -> float:
    """The checked value where there is one: the relaxation only bounds it."""
    return one.relaxation if one.checked is None else one.checked


def _time(one: Worth, speaker: Speaker) -> Cell:
    if one.minutes is None:
        return Cell(speaker.reader.plain(None))
    return Cell(speaker.reader.hours(one.minutes), one.minutes)

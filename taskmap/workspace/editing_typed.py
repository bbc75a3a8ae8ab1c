"""What somebody types in a row of a grid, as edits of the task; what is not understood is told."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from taskmap.document import Asks, read_amount
from taskmap.document.week import days_in
from taskmap.model.amount import Amount, Every
from taskmap.model.edit import Edit, EditValue, SetField
from taskmap.model.finding import Finding, Place
from taskmap.model.said import MinutesSaid, TaskSaid, share_of
from taskmap.model.unit import WEEKS_A_YEAR, Band
from taskmap.model.units import BandId

NAME, COUNT, MINUTES, TODAY, MISSED = "name", "count", "minutes", "today", "missed"
NOT_UNDERSTOOD = "amount.not_understood"
SHARE_NOT_UNDERSTOOD = "share.range"

_A_YEAR = {Every.WEEK: WEEKS_A_YEAR, Every.MONTH: 12, Every.QUARTER: 4, Every.YEAR: 1}
_SHARE = re.compile(r"(?:(\S.*?)[ :]+)?(\d+(?:[.,]\d+)?)\s*%?")
_AROUND = re.compile(r"(.+?)\s*\(([^()]+)\)")
_SHORT = 6  # decimals a person would write
_WHOLE = 100.0


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed in the cells of a row that belong together.

    Args:
        edits: none where something was not understood.
        findings: about what was not understood; the field is the cell's.
    """

    edits: tuple[Edit, ...] = ()
    findings: tuple[Finding, ...] = ()


def group_of(column: str) -> str:
    """Which cells of a row are read together: who does it makes a whole."""
    first = column.partition(".")[0]
    return TODAY if first == MISSED else first


def typed(said: TaskSaid, cells: Mapping[str, str], bands: Sequence[Band]) -> Typed:
    """Read cells of one group.

    Args:
        said: the task as it is written.
        cells: what was typed, by column: ``name``, ``count.dag``, ``minutes``,
            ``today.sykepleier``, ``missed``.
        bands: the unit's.
    """
    group = group_of(next(iter(cells)))
    if group == NAME:
        return Typed((SetField(said.id, "name", cells[NAME].strip() or None),))
    if group == COUNT:
        return _counts(said, cells, bands)
    if group == MINUTES:
        return _minutes(said, cells[MINUTES])
    return _today(said, cells, bands)


def _counts(said: TaskSaid, cells: Mapping[str, str], bands: Sequence[Band]) -> Typed:
    amounts: dict[BandId, Amount | None] = {}
    more: tuple[Edit, ...] = ()
    for column, text in cells.items():
        band = column.partition(".")[2]
        if not text.strip():
            amounts[band] = None
            continue
        place = Place("", field=column)
        amount, findings = read_amount(text, asks=Asks.HOW_OFTEN, every=said.every, place=place)
        if amount is None or amount.times is None:
            return Typed(findings=findings or (_not_understood(text, column),))
        amounts[band] = amount
        if amount.minutes is not None and text:
            more = _duration(said, (amount.minutes.low, amount.minutes.likely, amount.minutes.high))
    return Typed((*_count_edits(said, amounts, bands), *more))


def _count_edits(
    said: TaskSaid, amounts: Mapping[BandId, Amount | None], bands: Sequence[Band]
) -> Iterable[Edit]:
    """Only the figures that change where the stretch of time stays; else the count anew."""
    every = {amount.every for amount in amounts.values() if amount is not None}
    if every <= {said.every} and None not in said.count:
        way: tuple[str, ...] = ("count", "bands") if said.long else ("count",)
        for band, amount in amounts.items():
            times = _short(amount.times or 0) if amount is not None else None
            if times is not None or band in said.count:
                yield SetField(said.id, (*way, band), times)
        return
    only = bands[0].id
    old = {only if band is None else band: times for band, times in said.count.items()}
    kept = {band: Amount(times, said.every) for band, times in old.items() if band not in amounts}
    asked = {band: amount for band, amount in amounts.items() if amount is not None}
    yield SetField(said.id, "count", _count(kept | asked, said, bands))


def _count(
    amounts: Mapping[BandId, Amount], said: TaskSaid, bands: Sequence[Band]
) -> dict[str, EditValue]:
    every = {amount.every for amount in amounts.values()}
    over = every.pop() if len(every) == 1 else Every.WEEK
    days = {band.id: days_in(band) for band in bands}
    order = [band.id for band in bands if band.id in amounts]
    figures: dict[str, EditValue] = {
        band: _short((amounts[band].times or 0) * _a_week(amounts[band].every, over, days[band]))
        for band in order
    }
    if over is Every.WEEK and said.per is None:
        return figures
    per: dict[str, EditValue] = {} if said.per is None else {"per": said.per}
    return {**per, "every": str(over), "bands": figures}


def _a_week(every: Every, over: Every, days: int) -> float:
    """What a number of times is multiplied by to be counted over another stretch of time."""
    if every is over:
        return 1.0
    return float(days) if every is Every.DAY else _A_YEAR[every] / WEEKS_A_YEAR


def _minutes(said: TaskSaid, text: str) -> Typed:
    if not text.strip():
        return Typed((SetField(said.id, "minutes", None),))
    told, findings = minutes_typed(text, MINUTES)
    return Typed(findings=findings) if told is None else Typed(tuple(_duration(said, told)))


def minutes_typed(text: str, field: str) -> tuple[MinutesSaid | None, tuple[Finding, ...]]:
    """``20``, ``15-30 min`` or ``20 (15-30)``; None with findings where not understood.

    Args:
        text: not empty.
        field: told in the findings.
    """
    around = _AROUND.fullmatch(text.strip())
    found: list[MinutesSaid] = []
    for part in around.groups() if around else (text,):
        amount, findings = read_amount(part, asks=Asks.HOW_LONG, place=Place("", field=field))
        if amount is None or amount.minutes is None or amount.times is not None:
            return None, findings or (_not_understood(text, field),)
        found.append((amount.minutes.low, amount.minutes.likely, amount.minutes.high))
    likely = found[0][1]
    low, high = (found[-1][0], found[-1][2]) if around else (found[0][0], found[0][2])
    return (low, likely, high), ()


def _duration(said: TaskSaid, told: MinutesSaid) -> tuple[Edit, ...]:
    """Minutes as a range where one was said or stands there; a single figure widens the range."""
    if not said.ranged or said.minutes is None:
        return (SetField(said.id, "minutes", minutes_written(told)),)
    low, likely, high = (round(each, 2) for each in told)
    if low == high and said.minutes[0] == said.minutes[2]:  # one figure for another
        points = {"low": None, "likely": likely, "high": None}
        return tuple(SetField(said.id, ("minutes", name), each) for name, each in points.items())
    if low == high:
        low, high = min(said.minutes[0], likely), max(said.minutes[2], likely)
    told_and_new = zip(("low", "likely", "high"), said.minutes, (low, likely, high), strict=True)
    return tuple(
        SetField(said.id, ("minutes", name), after)
        for name, before, after in told_and_new
        if before != after
    )


def minutes_written(told: MinutesSaid) -> EditValue:
    """Minutes as a document writes them: one figure, or a range."""
    low, likely, high = (round(each, 2) for each in told)
    return likely if low == likely == high else {"low": low, "likely": likely, "high": high}


def _today(said: TaskSaid, cells: Mapping[str, str], bands: Sequence[Band]) -> Typed:
    today = {band: dict(shares) for band, shares in said.today.items()}
    missed = dict(said.missed)
    counted = [band.id for band in bands if said.count.get(band.id, 0) or None in said.count]
    for column, text in cells.items():
        told = shares_typed(text, bands)
        if told is None:
            values = {"value": text, "nearest": None}
            wrong = Finding(SHARE_NOT_UNDERSTOOD, Place("", field=column), values)
            return Typed(findings=(wrong,))
        if column == MISSED:
            missed = {band: f"{share:g} %" for band, share in told.items() if share > 0}
            continue
        if None not in told and None in today:
            alike = today.pop(None)
            today = {band: dict(alike) for band in counted}
        role = column.partition(".")[2]
        for band in today or {None: {}}:
            share = told.get(band, told.get(None))
            shares = today.setdefault(band, {})
            if share is not None and share > 0:
                shares[role] = f"{share:g} %"
            elif share is not None or not told:
                shares.pop(role, None)
    edits = [SetField(said.id, "today", _division(today, missed))]
    if missed != said.missed:
        by_band = {str(band): share for band, share in missed.items()}
        edits.append(SetField(said.id, "missed", missed.get(None) or by_band or None))
    return Typed(tuple(edits))


def _division(
    today: Mapping[BandId | None, Mapping[str, str | None]], missed: Mapping[BandId | None, str]
) -> EditValue:
    """Who does it as a document writes it; a role that does all that is done may be written so."""
    by_band = {
        band: _of_band(shares, share_of(missed.get(band, missed.get(None, "0"))))
        for band, shares in today.items()
        if shares
    }
    if None in by_band:
        return by_band[None]
    return {str(band): shares for band, shares in by_band.items()} or None


def _of_band(shares: Mapping[str, str | None], missed: float) -> EditValue:
    if len(shares) == 1 and None in shares.values():
        return next(iter(shares))
    rest = f"{_WHOLE * (1 - missed):g} %"
    return {role: rest if share is None else share for role, share in shares.items()}


def shares_typed(text: str, bands: Sequence[Band]) -> dict[BandId | None, float] | None:
    """``25``, ``25 %``, ``Morgen 25; Kveld 40``: per cent by band; None where not understood."""
    named = {name.casefold(): band.id for band in bands for name in (band.id, band.name)}
    found: dict[BandId | None, float] = {}
    for part in filter(None, (each.strip() for each in text.split(";"))):
        read = _SHARE.fullmatch(part)
        band = named.get(read[1].strip().casefold()) if read and read[1] else None
        if read is None or (read[1] and band is None):
            return None
        found[band] = float(read[2].replace(",", "."))
    over = any(share > _WHOLE for share in found.values())
    return None if over or (None in found and len(found) > 1) else found


def _short(times: float) -> float:
    return round(times, _SHORT)


def _not_understood(text: str, column: str) -> Finding:
    return Finding(NOT_UNDERSTOOD, Place("", field=column), {"value": text, "nearest": None})

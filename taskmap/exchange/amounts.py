"""Cells with figures: numbers, shares, and what is said of how often and how long."""

from dataclasses import dataclass
from datetime import time, timedelta
from math import isfinite

from taskmap.document import Asks, read_amount
from taskmap.document.amount_words import MINUTES_PER
from taskmap.document.figures import figure
from taskmap.exchange.misread import Misread
from taskmap.model.amount import Amount, Duration, Every
from taskmap.sheets import Scalar

_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Said:
    """What a cell says of how often and how long; what it leaves unsaid is None.

    Args:
        times: over a stretch of time.
        every: that stretch; the column's own where the cell names none.
        minutes: for one occurrence; a range only where one was written.
    """

    times: float | None = None
    every: str | None = None
    minutes: float | Duration | None = None


def number_of(cell: Scalar) -> float:
    """A cell as a number, whatever marks its decimals and thousands.

    Raises:
        Misread: it is none.
    """
    number = _number(cell)
    if number is None:
        raise Misread("import.number", value=shown(cell))
    return number


def share_of(cell: Scalar, *, percent: bool = False) -> float:
    """A share as a part of one: ``25 %``, ``0,25``, or 25 in a column of per cents."""
    text = cell.strip() if isinstance(cell, str) else ""
    marked = text.endswith("%")
    number = number_of(text.removesuffix("%") if marked else cell)
    return round(number / 100, 12) if marked or percent else number


def amount_of(cell: Scalar, asks: Asks, *, unit: str = "minutes", every: str | None = None) -> Said:
    """How often and how long, as people write it: ``3 om dagen``, ``15-20 min``, ``0:20``.

    Args:
        cell: what stands there.
        asks: what the column is about; a bare number is that.
        unit: the column's, of durations.
        every: the column's own stretch of time, for a bare number.

    Raises:
        Misread: it is not understood, or is no answer to what the column asks.
    """
    number = _number(cell)
    if number is not None and asks is Asks.HOW_OFTEN:
        return Said(number, every)
    if number is not None:
        return Said(minutes=number * MINUTES_PER[unit])
    if asks is Asks.HOW_LONG and isinstance(cell, time | timedelta):
        return Said(minutes=_minutes_by_clock(cell))
    if not isinstance(cell, str):
        raise no_answer(cell)
    over = Every(every) if every else Every.WEEK
    amount, findings = read_amount(cell, asks=asks, every=over, unit=unit)
    if amount is None:
        raise Misread(findings[0].code, **findings[0].values)
    return _said(amount, asks, cell)


def minutes_of(cell: Scalar, unit: str = "minutes") -> float:
    """Minutes where there is room for one figure and nothing else.

    Raises:
        Misread: it is not understood, is a range, or says how often too.
    """
    said = amount_of(cell, Asks.HOW_LONG, unit=unit)
    if said.times is not None or not isinstance(said.minutes, float):
        raise no_answer(cell)
    return said.minutes


def no_answer(cell: Scalar) -> Misread:
    """What may be understood and yet does not answer what the column asks."""
    return Misread("amount.not_understood", value=shown(cell), nearest=None)


def shown(cell: Scalar) -> str:
    """A cell's content, short enough to be told."""
    return str(cell)[:_SHOWN]


def _number(cell: Scalar) -> float | None:
    if isinstance(cell, str):
        return figure(cell)
    if isinstance(cell, bool) or not isinstance(cell, int | float) or not isfinite(cell):
        return None
    return float(cell)


def _minutes_by_clock(cell: time | timedelta) -> float:
    """What a sheet keeps as a time of day or a stretch of time."""
    if isinstance(cell, time):
        return cell.hour * 60 + cell.minute + cell.second / 60
    return cell.total_seconds() / 60


def _said(amount: Amount, asks: Asks, cell: Scalar) -> Said:
    """What was said, where it answers what the column asks."""
    minutes = amount.minutes
    if asks is Asks.HOW_LONG and minutes is None and amount.times == 0:
        return Said(minutes=0.0)
    if (amount.times if asks is Asks.HOW_OFTEN else minutes) is None:
        raise no_answer(cell)
    every = None if amount.times is None else str(amount.every)
    exact = minutes is not None and minutes.low == minutes.high
    return Said(amount.times, every, minutes.low if minutes and exact else minutes)

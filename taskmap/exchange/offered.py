"""What a column may be imported as, beside what it holds: for the one who confirms a matching."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from taskmap.exchange.columns import laid
from taskmap.exchange.headers import is_own
from taskmap.exchange.layout import BY_NAME
from taskmap.exchange.matching import BAND, COUNT, HOURS, TOTAL, Matched, SheetMatch
from taskmap.exchange.words import Words
from taskmap.model.amount import Every
from taskmap.sheets import Scalar, Sheet
from taskmap.sheets.book import column_name

_SAMPLES = 3
_LONGEST = 40
_TIMED = ("minutes.likely", "minutes.low", "minutes.high")
_OVER = ("", *map(str, Every))


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnOffer:
    """One column of a sheet.

    Args:
        letters: where it stands.
        header: its title; "" without one.
        samples: the first different values below the title, as text.
        taken: what it is taken as; None: it is not imported.
        own: whether it has the title our own workbooks give it.
    """

    letters: str
    header: str
    samples: tuple[str, ...]
    taken: Matched | None
    own: bool


def columns_offered(sheet: Sheet, match: SheetMatch) -> tuple[ColumnOffer, ...]:
    """Every column that says something, from the left."""
    found = laid(sheet, match)
    rows = [row for at, row in sheet.filled() if at >= found.header]
    titles = sheet.rows[found.header - 1] if found.header <= len(sheet.rows) else ()
    width = max((len(row) for _, row in sheet.filled()), default=0)
    offers = []
    for at in range(width):
        values = (row[at] for row in rows if at < len(row) and row[at] is not None)
        samples = tuple(dict.fromkeys(map(_text, values)))[:_SAMPLES]
        title = titles[at] if at < len(titles) else None
        if samples or title is not None or at in found.columns:
            taken = found.columns.get(at)
            header = "" if title is None else str(title).strip()
            own = taken is not None and is_own(taken, match.holds)
            offers.append(
                ColumnOffer(
                    letters=column_name(at), header=header, samples=samples, taken=taken, own=own
                )
            )
    return tuple(offers)


def meanings(holds: str, words: Words) -> tuple[Matched, ...]:
    """What a column of a layout may mean, those that foreign sheets have most often first."""
    foreign = list(_foreign(words)) if holds == "tasks" else []
    return tuple(dict.fromkeys((*foreign, *_of_layout(holds, words))))


def bare(matched: Matched) -> Matched:
    """What a column means, wherever it stands."""
    return replace(matched, letters="", header="")


def _foreign(words: Words) -> Iterator[Matched]:
    bands, roles = _bands(words), _roles(words)
    yield _said("name")
    yield from (_said(COUNT, every=every) for every in _OVER)
    yield from (_said("minutes.likely", unit=unit) for unit in ("", "hours"))
    yield from (_said(HOURS, every=every) for every in _OVER)
    yield from (_said(HOURS, of=of) for of in (*bands, *roles))
    yield _said(TOTAL)
    yield _said("today")
    yield from (_said("today.roles", of=role) for role in roles)
    yield _said(BAND)
    yield from (_said("count.bands", of=band, every=each) for band in bands for each in _OVER)


def _of_layout(holds: str, words: Words) -> Iterator[Matched]:
    each = {"band": _bands(words), "role": _roles(words)}
    for column in BY_NAME[holds].columns:
        for of in each[column.each] if column.each else ("",):
            yield _said(column.name, of=of)
        if column.name in _TIMED:
            yield _said(column.name, unit="hours")


def _said(means: str, *, of: str = "", unit: str = "", every: str = "") -> Matched:
    return Matched(letters="", header="", means=means, of=of, unit=unit, every=every)


def _bands(words: Words) -> list[str]:
    return [words.told("band", band["id"]) for band in words.said.get("bands", ())]


def _roles(words: Words) -> list[str]:
    return [words.told("role", post["role"]) for post in words.said.get("staffing", ())]


def _text(cell: Scalar) -> str:
    if isinstance(cell, (date, datetime, time)):
        text = cell.isoformat()
    elif isinstance(cell, float) and cell.is_integer():
        text = str(int(cell))
    else:
        text = " ".join(str(cell).split())
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"

"""A first guess at what a file's sheets and columns mean, for the one who imports to confirm."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from taskmap.document.amount_words import PERIODS, UNIT_OF
from taskmap.exchange.layout import BY_NAME, LAYOUTS, Column, Layout
from taskmap.exchange.matching import COUNT, HOURS, TOTAL, Matched, Matching, SheetMatch
from taskmap.exchange.synonyms import MEANING
from taskmap.exchange.words import Words, every_reader
from taskmap.sheets import Book, Scalar, Sheet
from taskmap.sheets.book import column_name
from taskmap.yamltext import fold

_LOOKED_AT = 30  # rows among which the titles are looked for
_BRACKETS = re.compile(r"[(\[](.*?)[)\]]")
_WORDS = re.compile(r"[^\W\d_]+|%")
_PER = re.compile(r"(?:\b(?:per|pr|i|om|hver|varje|a)\.?\s+|/\s*)(" + "|".join(PERIODS) + r")\b\.?")


def guess(book: Book, words: Words) -> Matching:
    """What each sheet and column most likely means; what is not understood is left out."""
    found = (_sheet(sheet, words) for sheet in book.sheets if not sheet.hidden)
    return Matching(tuple(match for match in found if match is not None))


def guess_as(sheet: Sheet, words: Words, holds: str, header: int) -> SheetMatch:
    """The same where somebody says what the sheet holds, and in which row its titles stand."""
    titles = sheet.rows[header - 1] if header <= len(sheet.rows) else ()
    columns = tuple(_columns(titles, BY_NAME[holds], words))
    match = SheetMatch(sheet=sheet.name, holds=holds, header=header, columns=columns)
    return _with_given(match, words)


def _sheet(sheet: Sheet, words: Words) -> SheetMatch | None:
    """The layout and row of titles under which most columns are understood."""
    best: tuple[int, SheetMatch] | None = None
    own = _titled().get(fold(sheet.name))
    for at, row in list(sheet.filled())[:_LOOKED_AT]:
        for layout in (BY_NAME[own],) if own else LAYOUTS:
            columns = tuple(_columns(row, layout, words))
            means = {column.means for column in columns}
            if not columns or not _is_enough(layout, means, own=bool(own)):
                continue
            if best is None or len(columns) > best[0]:
                match = SheetMatch(
                    sheet=sheet.name, holds=layout.name, header=at + 1, columns=columns
                )
                best = len(columns), match
    return _with_given(best[1], words) if best else None


def _is_enough(layout: Layout, means: set[str], *, own: bool) -> bool:
    if own:
        return bool(means & set(layout.needs))
    return set(layout.needs) <= means and (len(means) > 1 or layout.name == "tasks")


def _columns(row: tuple[Scalar, ...], layout: Layout, words: Words) -> Iterator[Matched]:
    taken: set[tuple[str, str]] = set()
    for at, cell in enumerate(row):
        if not isinstance(cell, str) or not cell.strip():
            continue
        found = _column(cell, layout, words)
        if found and (found["means"], found.get("of", "")) not in taken:
            taken.add((found["means"], found.get("of", "")))
            yield Matched(letters=column_name(at), header=cell.strip(), **found)


def _column(header: str, layout: Layout, words: Words) -> dict[str, str] | None:
    """What a title means under a layout."""
    name, colon, of = header.strip().partition(": ")
    exact = _titles(layout.name).get(fold(header.strip())) or _titles(layout.name).get(fold(name))
    if exact:
        column = layout.column(exact)
        if column is not None and bool(column.each) == bool(
            colon and fold(name) in _titles(layout.name)
        ):
            return {"means": exact, **({"of": of.strip()} if column.each else {})}
    return _foreign(header, words) if layout.name == "tasks" else None


def _foreign(header: str, words: Words) -> dict[str, str] | None:
    """What a title of somebody else's sheet of tasks means, with unit and stretch of time."""
    text = fold(header)
    every = _every(text)
    bare = _PER.sub("", _BRACKETS.sub("", text)).strip(" .:-/")
    inside = " ".join(_BRACKETS.findall(text))
    unit = _unit(f"{inside} {bare}" if inside else bare)
    means = MEANING.get(text) or MEANING.get(bare)
    about = _about(header, bare, words)
    if about is not None:
        what, named = about
        said = MEANING.get(_without(bare, named))
        if unit == "hours" or said == HOURS:
            return _said(HOURS, named, "", every)
        if said in {None, COUNT} or what == "role":
            own = "count.bands" if what == "band" else "today.roles"
            return _said(own, named, unit if what == "role" else "", every)
    if means is None and unit == "hours":
        means = HOURS
    if means == "minutes.likely" and unit == "hours" and every:
        means = HOURS
    if means is None and every and bare in {"", "antall", "antal", "ganger", "gånger", "times"}:
        means = COUNT
    if means is None:
        return None
    timed = means.startswith("minutes")
    return _said(means, "", unit if timed else "", every if means in {COUNT, HOURS, TOTAL} else "")


def _about(header: str, bare: str, words: Words) -> tuple[str, str] | None:
    """The band or role a title names, alone or beside another word: ``Timer kveld``."""
    parts = bare.split()
    tried = [header.strip(), bare, " ".join(parts[1:]), " ".join(parts[:-1])]
    for what in ("band", "role"):
        for name in filter(None, tried):
            if words.meant(what, name):
                return what, name
    return None


def _without(bare: str, named: str) -> str:
    return bare.replace(fold(named), "").strip(" .:-/")


def _said(means: str, of: str, unit: str, every: str) -> dict[str, str]:
    told = {"means": means, "of": of, "unit": unit, "every": every}
    return {key: word for key, word in told.items() if word}


def _every(text: str) -> str:
    match = _PER.search(text)
    return "" if match is None else str(PERIODS[match[1]])


def _unit(text: str) -> str:
    """The unit a title names: in brackets or as a word of its own."""
    for word in _WORDS.findall(text):
        if word in {"%", "prosent", "procent", "percent"}:
            return "percent"
        if word in UNIT_OF and (len(word) > 1 or word in {"t", "h"}):
            return UNIT_OF[word] if word != "time" else ""
    return ""


def _with_given(match: SheetMatch, words: Words) -> SheetMatch:
    """What can only be one thing holds for every row: the one band, the one role."""
    if match.holds != "tasks":
        return match
    means = {column.means for column in match.columns}
    given: dict[str, str] = {}
    bands = [band["id"] for band in words.said.get("bands", ())]
    roles = [post["role"] for post in words.said.get("staffing", ())]
    if len(bands) == 1 and not means & {"band", "count.bands"}:
        given["band"] = words.told("band", bands[0])
    if len(roles) == 1 and not means & {"today", "today.roles"}:
        given["today"] = words.told("role", roles[0])
    plain: dict[str, Any] = {name: getattr(match, name) for name in match.__slots__}
    return SheetMatch(**{**plain, "given": given})


def is_own(matched: Matched, layout: str) -> bool:
    """Whether a column has the title our own workbooks give it."""
    title = _titles(layout).get(fold(matched.header.partition(": ")[0]))
    return matched.means in {title, _titles(layout).get(fold(matched.header))}


@cache
def _titled() -> dict[str, str]:
    """Layouts by the titles of their sheets in every language."""
    return {
        fold(r.say(f"sheet.title.{layout.name}")): layout.name
        for layout in LAYOUTS
        for r in every_reader()
    }


@cache
def _titles(layout: str) -> dict[str, str]:
    """Columns of a layout by their titles in every language."""
    columns: tuple[Column, ...] = BY_NAME[layout].columns
    return {fold(r.say(each.key)): each.name for each in columns for r in every_reader()}

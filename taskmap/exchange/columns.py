"""A matching laid on a file: the sheets and columns it names, where they stand now."""

from collections.abc import Iterator
from dataclasses import dataclass

from taskmap.exchange.layout import BY_NAME, Layout
from taskmap.exchange.matching import Matched, Matching, SheetMatch
from taskmap.model.finding import Finding, Place, Severity
from taskmap.sheets import Book, Sheet
from taskmap.sheets.book import cell_at, column_name
from taskmap.yamltext import fold

_LOOKED_AT = 30


@dataclass(frozen=True, slots=True)
class Found:
    """One sheet of a file with what its columns mean.

    Args:
        header: number of rows down to and with the titles.
        columns: by their number from 0.
    """

    sheet: Sheet
    match: SheetMatch
    layout: Layout
    header: int
    columns: dict[int, Matched]


def found(book: Book, matching: Matching) -> tuple[list[Found], list[Finding]]:
    """The sheets a matching names, and findings about what it does not name or does not find."""
    seen: list[Found] = []
    findings: list[Finding] = []
    for match in matching.sheets:
        sheet = _sheet(book, match, alone=len(matching.sheets) == 1)
        if sheet is None:
            place = Place(book.file, sheet=match.sheet)
            findings.append(Finding("import.sheet_missing", place, {"value": match.sheet}))
            continue
        one = laid(sheet, match)
        seen.append(one)
        findings.extend(_missing(one, book.file))
        findings.extend(_unused(one, book.file))
    named = {one.sheet.name for one in seen}
    for sheet in book.sheets:
        if sheet.name not in named and sheet.rows and not sheet.hidden:
            place, values = Place(book.file, sheet=sheet.name), {"sheet": sheet.name}
            findings.append(Finding("import.sheet_unused", place, values, Severity.INFO))
    return seen, findings


def _sheet(book: Book, match: SheetMatch, *, alone: bool) -> Sheet | None:
    """The sheet of that name; where both have only one, that."""
    shown = [sheet for sheet in book.sheets if not sheet.hidden]
    named = next((sheet for sheet in book.sheets if fold(sheet.name) == fold(match.sheet)), None)
    return named or (shown[0] if alone and len(shown) == 1 else None)


def laid(sheet: Sheet, match: SheetMatch) -> Found:
    """The columns by their titles, wherever these stand now; without titles by their letters."""
    header = _header(sheet, match)
    titles = [fold(str(cell)) if cell is not None else "" for cell in _titles(sheet, header)]
    columns: dict[int, Matched] = {}
    for matched in match.columns:
        at = _column(matched, titles)
        if at is not None:
            columns.setdefault(at, matched)
    return Found(sheet, match, BY_NAME[match.holds], header, columns)


def _titles(sheet: Sheet, header: int) -> tuple[object, ...]:
    return sheet.rows[header - 1] if 0 < header <= len(sheet.rows) else ()


def _header(sheet: Sheet, match: SheetMatch) -> int:
    """The row with most of the titles; the one remembered where several are alike."""
    wanted = {fold(matched.header) for matched in match.columns if matched.header}

    def alike(number: int) -> tuple[int, bool]:
        cells = _titles(sheet, number)
        return len(wanted & {fold(str(c)) for c in cells if c is not None}), number == match.header

    numbers = {match.header, *(at + 1 for at, _ in list(sheet.filled())[:_LOOKED_AT])}
    return max(sorted(numbers), key=alike)


def _column(matched: Matched, titles: list[str]) -> int | None:
    title = fold(matched.header)
    if title and titles.count(title) == 1:
        return titles.index(title)
    at = cell_at(f"{matched.letters}1")
    if at is None or (title and titles[at[1] : at[1] + 1] != [title]):
        return None
    return at[1]


def _missing(one: Found, file: str) -> Iterator[Finding]:
    here = list(one.columns.values())
    for matched in one.match.columns:
        if matched not in here:
            values = {"sheet": one.sheet.name, "value": matched.header or matched.letters}
            yield Finding("import.column_missing", Place(file, sheet=one.sheet.name), values)


def _unused(one: Found, file: str) -> Iterator[Finding]:
    """Columns that say something and are not imported."""
    filled = {
        at for _, row in one.sheet.filled() for at, cell in enumerate(row) if cell is not None
    }
    titles = _titles(one.sheet, one.header)
    for at in sorted(filled - set(one.columns)):
        title = titles[at] if at < len(titles) and titles[at] is not None else column_name(at)
        values = {"sheet": one.sheet.name, "value": str(title)[:60]}
        place = Place(file, one.header, at + 1, None, one.sheet.name)
        yield Finding("import.column_unused", place, values, Severity.INFO)

"""What somebody confirmed for a file before, found again when the next one comes."""

from dataclasses import replace

from taskmap.exchange.columns import laid
from taskmap.exchange.headers import is_own
from taskmap.exchange.matching import Matching, SheetMatch
from taskmap.sheets import Book, Sheet
from taskmap.sheets.book import column_name
from taskmap.yamltext import fold

_MOST = 20  # sheets that are remembered for a unit


def recalled(book: Book, known: Matching, guessed: Matching) -> Matching:
    """A sheet as it was matched before, where all its columns are there again; else as guessed.

    Args:
        book: the file.
        known: what was confirmed before, the latest first.
        guessed: a first guess at the same file.
    """
    guesses = {match.sheet: match for match in guessed.sheets}
    shown = (sheet for sheet in book.sheets if not sheet.hidden)
    found = (_as_before(sheet, known) or guesses.get(sheet.name) for sheet in shown)
    return Matching(tuple(match for match in found if match is not None))


def remembered(known: Matching, confirmed: Matching) -> Matching:
    """What is to be known the next time; sheets of our own workbook are known anyway."""
    ours = (each for each in confirmed.sheets if not _is_ours(each))
    by_titles = {_titles(sheet): sheet for sheet in reversed((*ours, *known.sheets))}
    return Matching(tuple(reversed(by_titles.values()))[:_MOST])


def _as_before(sheet: Sheet, known: Matching) -> SheetMatch | None:
    for match in known.sheets:
        found = laid(sheet, match)
        named = any(matched.header for matched in match.columns)
        if named and len(found.columns) == len(match.columns):
            columns = (
                replace(matched, letters=column_name(at))
                for at, matched in sorted(found.columns.items())
            )
            return replace(match, sheet=sheet.name, header=found.header, columns=tuple(columns))
    return None


def _is_ours(match: SheetMatch) -> bool:
    return not match.given and all(is_own(matched, match.holds) for matched in match.columns)


def _titles(match: SheetMatch) -> tuple[str, frozenset[str]]:
    return match.holds, frozenset(fold(each.header or each.letters) for each in match.columns)

"""Workbooks written so that nothing in them is ever run: text stays text, links stay text."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from io import BytesIO
from typing import Any

import xlsxwriter

from taskmap.sheets.book import Scalar
from taskmap.sheets.pages import Page

_FORMS = {"share": "0.##%", "date": "yyyy-mm-dd", "clock": "hh:mm"}
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
_CREATED = datetime(2000, 1, 1)  # noqa: DTZ001 - the same content gives the same bytes


def write_xlsx(
    pages: Sequence[Page], lists: Mapping[str, Sequence[str]], hidden: str = "lists"
) -> bytes:
    """Sheets as a workbook; equal pages give equal bytes.

    Args:
        pages: in the order of their tabs.
        lists: what cells may be chosen from, by the names columns call them.
        hidden: tab of the hidden sheet the lists stand on.
    """
    out = BytesIO()
    book = xlsxwriter.Workbook(out, _OPTIONS)
    book.set_properties({"created": _CREATED})
    forms = {name: book.add_format({"num_format": form}) for name, form in _FORMS.items()}
    forms[""] = book.add_format({"text_wrap": True, "valign": "top"})
    forms["title"] = book.add_format(
        {"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#E6EEF5", "bottom": 1}
    )
    sheets = [book.add_worksheet(page.title) for page in pages]
    named = _lists(book, lists, hidden)
    for sheet, page in zip(sheets, pages, strict=True):
        _page(sheet, page, forms, named)
    book.close()
    return out.getvalue()


def _lists(book: Any, lists: Mapping[str, Sequence[str]], hidden: str) -> set[str]:
    """The lists on a hidden sheet, each a named range; names of those that hold something."""
    told = {name: words for name, words in lists.items() if words}
    if told:
        sheet = book.add_worksheet(hidden)
        sheet.hide()
        for column, (name, words) in enumerate(told.items()):
            for row, word in enumerate(words):
                sheet.write_string(row, column, word)
            first, last = (_absolute(row, column) for row in (0, len(words) - 1))
            book.define_name(f"list_{name}", f"='{hidden}'!{first}:{last}")
    return set(told)


def _absolute(row: int, column: int) -> str:
    name: str = xlsxwriter.utility.xl_rowcol_to_cell(row, column, row_abs=True, col_abs=True)
    return name


def _page(sheet: Any, page: Page, forms: Mapping[str, Any], named: set[str]) -> None:
    sheet.freeze_panes(1, 1)
    for at, column in enumerate(page.columns):
        sheet.set_column(at, at, column.width)
        sheet.write_string(0, at, column.title, forms["title"])
        if column.note:
            sheet.write_comment(0, at, column.note, {"author": "Taskmap"})
        if column.choices in named:
            last = len(page.rows) + page.spare
            rule = {"validate": "list", "source": f"=list_{column.choices}"}
            # A hint: what is in no list is told when the workbook is read, with its way out.
            sheet.data_validation(1, at, last, at, rule | {"error_type": "warning"})
    for row, cells in enumerate(page.rows, start=1):
        for at, cell in enumerate(cells):
            _write(sheet, (row, at), cell, forms[page.columns[at].form], forms)


def _write(
    sheet: Any, at: tuple[int, int], cell: Scalar, own: Any, forms: Mapping[str, Any]
) -> None:
    if cell is None or cell == "":
        return
    if isinstance(cell, bool):
        sheet.write_boolean(*at, cell)
    elif isinstance(cell, datetime | date | time):
        sheet.write_datetime(*at, cell, forms["clock" if isinstance(cell, time) else "date"])
    elif isinstance(cell, str):
        sheet.write_string(*at, cell, forms[""])
    elif isinstance(cell, int | float) and float(f"{cell:.16G}") == cell:
        sheet.write_number(*at, cell, own)
    else:  # the last digit would be lost
        sheet.write_string(*at, repr(cell), forms[""])

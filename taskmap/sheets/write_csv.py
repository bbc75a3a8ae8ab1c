"""CSV that spreadsheets open without running anything, and that reads back as it was."""

import csv
from datetime import date, datetime, time
from io import StringIO

from taskmap.sheets.book import Scalar
from taskmap.sheets.guarded import guarded
from taskmap.sheets.pages import Page

BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"  # without it Excel takes the letters for another encoding


def write_csv(page: Page, *, comma: bool) -> bytes:
    """One sheet as CSV, separated by semicolons.

    Args:
        page: what to write; lists and notes have no place in CSV.
        comma: whether numbers have a decimal comma.
    """
    out = StringIO()
    rows = csv.writer(out, delimiter=";", lineterminator="\r\n", quoting=csv.QUOTE_MINIMAL)
    rows.writerow([guarded(column.title) for column in page.columns])
    rows.writerows([_told(cell, comma=comma) for cell in row] for row in page.rows)
    return (BOM + out.getvalue()).encode()


def _told(cell: Scalar, *, comma: bool) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, int | float):
        text = repr(int(cell) if float(cell).is_integer() else cell)
        return text.replace(".", ",") if comma else text
    if isinstance(cell, time):
        return f"{cell:%H:%M}"
    if isinstance(cell, date | datetime):
        return cell.isoformat()[:10]
    return guarded(str(cell))

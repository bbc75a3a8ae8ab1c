"""Safe cells of foreign workbooks and CSV files, and workbooks and CSV that others may open."""

from taskmap.sheets.book import Book, Scalar, Sheet, cell_name
from taskmap.sheets.codes import CODES
from taskmap.sheets.pages import Column, Page
from taskmap.sheets.reading import ENDINGS, pasted, read
from taskmap.sheets.write_csv import write_csv
from taskmap.sheets.write_xlsx import write_xlsx

__all__ = [
    "CODES",
    "ENDINGS",
    "Book",
    "Column",
    "Page",
    "Scalar",
    "Sheet",
    "cell_name",
    "pasted",
    "read",
    "write_csv",
    "write_xlsx",
]

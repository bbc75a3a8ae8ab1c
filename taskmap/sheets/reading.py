"""Foreign files read in a child process: whatever they hold, this process stays whole."""

import os
from pathlib import PurePath

from taskmap.confined.run import run
from taskmap.errors import WorkLimitReached
from taskmap.model.finding import Finding
from taskmap.sheets.book import Book
from taskmap.sheets.delimited import delimited
from taskmap.sheets.limits import BOUNDS, MEGABYTE, MOST_BYTES
from taskmap.sheets.noted import refusal
from taskmap.sheets.workbook import workbook

CSV = (".csv", ".tsv", ".txt")
WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".ods")
ENDINGS = (*WORKBOOKS, *CSV)

Answer = tuple[Book | None, tuple[Finding, ...]]


def read(data: bytes, file: str) -> Answer:
    """A workbook or CSV file as cells.

    Nothing in it is run, followed or fetched; formulas count as the value they last had.

    Args:
        data: its bytes.
        file: name told in the findings; its ending says how it is read.

    Returns:
        The cells, None when the file is refused, and what is worth knowing about it.
    """
    ending = PurePath(file).suffix.lower()
    if ending not in ENDINGS:
        known = ", ".join(ENDINGS)
        return None, (refusal(file, "sheets.ending", value=ending or file, known=known),)
    if len(data) > MOST_BYTES:
        return None, (refusal(file, "sheets.too_large", most=MOST_BYTES // MEGABYTE),)
    if not data.strip(b"\0 \t\r\n"):
        return None, (refusal(file, "sheets.empty"),)
    try:
        return run(extracted, data, file, ending, bounds=BOUNDS)
    except WorkLimitReached:
        return None, (refusal(file, "sheets.too_heavy"),)


def pasted(text: str, name: str) -> Answer:
    """Cells copied in a spreadsheet and pasted as text: tabs between cells, a line for a row."""
    return read(text.encode("utf-8", "replace"), f"{name}.tsv")


def extracted(data: bytes, file: str, ending: str) -> Answer:
    """The child's work."""
    os.environ["RUST_BACKTRACE"] = "0"  # a broken file is told in a sentence, not in fifty lines
    return delimited(data, file, ending) if ending in CSV else workbook(data, file)

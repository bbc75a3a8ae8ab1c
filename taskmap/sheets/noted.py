"""Findings about a foreign file, each naming sheet and cell where there is one."""

from taskmap.errors import Value
from taskmap.model.finding import Finding, Place, Severity
from taskmap.sheets.book import cell_at


def refusal(file: str, code: str, /, **values: Value) -> Finding:
    """Why a file is not read."""
    return _finding(file, code, Severity.ERROR, values)


def doubt(file: str, code: str, /, **values: Value) -> Finding:
    """What makes a cell or a file doubtful."""
    return _finding(file, code, Severity.WARNING, values)


def note(file: str, code: str, /, **values: Value) -> Finding:
    """What is worth knowing about a file that is read."""
    return _finding(file, code, Severity.INFO, values)


def _finding(file: str, code: str, severity: Severity, values: dict[str, Value]) -> Finding:
    sheet, cell = values.get("sheet"), values.get("cell")
    at = cell_at(cell) if isinstance(cell, str) else None
    place = Place(
        file,
        line=at[0] + 1 if at else None,
        column=at[1] + 1 if at else None,
        sheet=sheet if isinstance(sheet, str) else None,
    )
    return Finding(code, place, values, severity)

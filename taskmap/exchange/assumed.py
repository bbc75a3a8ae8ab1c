"""What a row leaves unsaid and is taken for granted: told at its cell, for the one who imports."""

from collections.abc import Mapping, Sequence
from typing import Any

from taskmap.document.clock import days_in_text
from taskmap.exchange.cells import Cell, Today
from taskmap.model.amount import Every
from taskmap.sheets import Scalar

_NOON = "12:00"


def is_divided_unsaid(how: Cell, cell: Scalar, value: Any) -> bool:
    """Whether several roles stand in a cell without their shares."""
    if not isinstance(how, Today) or any(map(str.isdigit, str(cell))):
        return False
    divisions = [each for each in value.values() if isinstance(each, Mapping)] or [value]
    return any(len(each) > 1 for each in divisions)


def daytime(bands: Sequence[Mapping[str, Any]]) -> tuple[str, ...]:
    """The unit's bands that hold noon, the one of most days first.

    Args:
        bands: as the document says them; one of no known hours holds no noon.
    """
    days = {
        str(band["id"]): sum(
            days_in_text(str(stretch.get("days", "")))
            for stretch in band.get("when", ())
            if str(stretch.get("from", "")) <= _NOON < str(stretch.get("to", ""))
        )
        for band in bands
    }
    return tuple(sorted(filter(days.get, days), key=lambda band: -days[band]))


def bands_of(every: str | None, by_day: tuple[str, ...]) -> tuple[str, ...]:
    """Where a count of no band falls: each day in every band with noon, else in the first."""
    return by_day if every == Every.DAY else by_day[:1]

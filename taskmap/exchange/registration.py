"""A week's registration as tasks: hours become counts, sums are held against their parts.

An hour that was registered is counted as one occurrence of sixty minutes, unless the row says how
often it was done or how long it took: nothing is made up that the registration does not say.
"""

from typing import Any

from taskmap.exchange.assumed import bands_of
from taskmap.exchange.matching import BAND, COUNT, HOURS, TOTAL
from taskmap.exchange.rows import Row
from taskmap.exchange.synonyms import SUBTOTALS, TOTALS
from taskmap.model.finding import Severity
from taskmap.yamltext import fold

_SAME = 0.05  # hours; registrations round


def is_total(row: Row) -> bool:
    """Whether a row is the sum of the others."""
    return _title(row).rstrip(" .:") in TOTALS


def is_subtotal(row: Row) -> bool:
    """Whether a row is the sum of some others."""
    return _title(row).startswith(SUBTOTALS)


def total_hours(row: Row) -> tuple[float, int] | None:
    """Hours of a row in all, and the column they stand in."""
    hours = {of: each for (means, of), each in row.extra.items() if means == HOURS}
    stated = row.extra.get((TOTAL, "")) or hours.get("")
    if stated is None and hours:
        return sum(n for n, _ in hours.values()), next(iter(hours.values()))[1]
    return stated


def finish(row: Row, bands: frozenset[str], given: dict[str, Any]) -> tuple[str, ...]:
    """Put what a row says of hours and counts into its record.

    Args:
        row: of a sheet of tasks.
        bands: ids of the unit's bands, to tell hours by band from hours by role.
        given: what holds where the row is silent: "band", "today"; "daytime": the bands taken for
            granted where no band is named at all.

    Returns:
        The bands that were taken for granted.
    """
    _check_sum(row)
    hours = {of: each for (means, of), each in row.extra.items() if means == HOURS}
    counts = counts_of(row)
    assumed: tuple[str, ...] = ()
    if hours:
        _from_hours(row, hours, counts, bands)
    elif "" in counts and "band" not in given and (BAND, "") not in row.extra:
        # Hours that were registered are never placed so: they were counted where they fell.
        assumed = bands_of(row.extra.get(("every", ""), (None,))[0], given.get("daytime", ()))
        counts |= dict.fromkeys(assumed, counts.pop("") if assumed else counts[""])
    put_counts(row, counts, given.get("band"))
    if "today" in given and "today" not in row.record:
        row.record["today"] = given["today"]
    return assumed


def counts_of(row: Row) -> dict[str, tuple[float, int]]:
    """How often, by band, and the columns these stand in."""
    return {of: each for (means, of), each in row.extra.items() if means == COUNT}


def put_counts(row: Row, counts: dict[str, tuple[float, int]], usual: str | None = None) -> None:
    """Put counts into a row's record; what names no band is of the row's band, or the usual."""
    said = row.extra.get((BAND, ""))
    for of, (n, at) in counts.items():
        band = of or (said[0] if said else usual)
        row.put(("count", "bands", band) if band else ("count", "bands"), n, at)
    every = row.extra.get(("every", ""))
    if every and "count" in row.record and "every" not in row.record["count"]:
        row.put(("count", "every"), every[0], every[1])


def _title(row: Row) -> str:
    return fold(str(row.record.get("name", "")))


def _check_sum(row: Row) -> None:
    """Name the hours by which a row's parts differ from the sum it states."""
    stated = row.extra.get((TOTAL, ""))
    parts = [n for (means, _), (n, *_) in row.extra.items() if means == HOURS]
    if stated and parts and abs(sum(parts) - stated[0]) > _SAME:
        told = {"parts": round(sum(parts), 2), "total": round(stated[0], 2)}
        difference = round(stated[0] - sum(parts), 2)
        row.note(Severity.WARNING, "import.row_sum", stated[1], **told, difference=difference)
    if stated and not parts:
        row.extra[HOURS, ""] = stated


def _from_hours(
    row: Row,
    hours: dict[str, tuple[float, int]],
    counts: dict[str, tuple[float, int]],
    bands: frozenset[str],
) -> None:
    by_role = {of: each for of, each in hours.items() if of and of not in bands}
    total = sum(n for n, _ in hours.values())
    if by_role and total:
        for role, (n, at) in by_role.items():
            row.put(("today", role), n / total, at)
    at = next(iter(hours.values()))[1]
    times = sum(n for n, _ in counts.values())
    each = row.record.get("minutes", {}).get("likely")
    if each is None and (times or not counts):
        row.put(("minutes", "likely"), total * 60 / times if times else 60.0, at)
        if "basis" not in row.record["minutes"]:
            row.put(("minutes", "basis"), "measured", at)
    if counts:
        return
    whole = {"": (total, at)} if by_role else hours
    counts.update({of: (n * 60 / (each or 60.0), column) for of, (n, column) in whole.items()})

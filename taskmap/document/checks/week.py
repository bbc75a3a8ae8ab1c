"""The bands fill the 168 hours of the week exactly once."""

from taskmap.document.draft import Draft
from taskmap.document.week import Interval, gaps, intervals
from taskmap.errors import Value
from taskmap.model.unit import DAYS, MINUTES_A_DAY, Band


def bands_fill_the_week(draft: Draft) -> None:
    """Name the hours that two bands share, and the hours that no band covers."""
    if not draft.bands or not draft.is_sound(("bands",)):
        return
    taken = sorted(
        (interval, index)
        for index, band in enumerate(draft.bands)
        for interval in intervals(band.when)
    )
    _note_overlaps(draft, taken)
    left = gaps([interval for interval, _ in taken])
    if left:
        hours = _hours(sum(end - start for start, end in left))
        draft.reading.error(
            "bands.gap", ("bands",), **_when(left[0]), hours=hours, nearest="when: rest"
        )


def _note_overlaps(draft: Draft, taken: list[tuple[Interval, int]]) -> None:
    shared: dict[tuple[int, int], list[Interval]] = {}
    reached, last = 0, 0
    for (start, end), index in taken:
        if start < reached:
            pair = (min(index, last), max(index, last))
            shared.setdefault(pair, []).append((start, min(end, reached)))
        if end > reached:
            reached, last = end, index
    for (first, second), both in shared.items():
        _note_overlap(draft, draft.bands[first], draft.bands[second], both, second)


def _note_overlap(
    draft: Draft, first: Band, second: Band, both: list[Interval], index: int
) -> None:
    hours = _hours(sum(end - start for start, end in both))
    path = ("bands", index, "when")
    values: dict[str, Value] = {"value": second.id, "other": first.id, "hours": hours}
    draft.reading.error("bands.overlap", path, **values, **_when(both[0]))


def _when(interval: Interval) -> dict[str, str]:
    start, end = interval
    return {"day": DAYS[start // MINUTES_A_DAY], "from": _clock(start), "to": _clock(end)}


def _clock(minute: int) -> str:
    of_day = minute % MINUTES_A_DAY
    return f"{of_day // 60:02}:{of_day % 60:02}"


def _hours(minutes: int) -> float:
    return round(minutes / 60, 2)

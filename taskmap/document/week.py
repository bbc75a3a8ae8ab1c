"""The bands of a week as stretches of minutes, and what the bands leave."""

from collections.abc import Iterator, Sequence

from taskmap.document.fields.unit import REST
from taskmap.document.reading import Reading
from taskmap.document.shapes import Values
from taskmap.model.unit import DAYS, MINUTES_A_DAY, MINUTES_A_WEEK, Band, Stretch
from taskmap.yamltext import Path

Interval = tuple[int, int]  # minutes after Monday midnight


def bands_of(said: Sequence[Values], reading: Reading) -> tuple[Band, ...]:
    """The bands of a document, those told as the rest of the week filled in."""
    clock = {band.path: _stretches(band, reading) for band in said if band["when"] != REST}
    taken = [interval for some in clock.values() for interval in intervals(some)]
    left = _as_stretches(gaps(taken))
    return tuple(
        Band(band["id"], band.get("name", band["id"]), clock.get(band.path, left)) for band in said
    )


def intervals(stretches: Sequence[Stretch]) -> Iterator[Interval]:
    """Stretches as intervals of the week; what passes Sunday midnight begins on Monday."""
    for stretch in stretches:
        for day in stretch.days:
            start = DAYS.index(day) * MINUTES_A_DAY + stretch.start
            end = start + stretch.minutes
            yield start, min(end, MINUTES_A_WEEK)
            if end > MINUTES_A_WEEK:
                yield 0, end - MINUTES_A_WEEK


def gaps(taken: Sequence[Interval]) -> list[Interval]:
    """What intervals leave of the week."""
    found: list[Interval] = []
    reached = 0
    for start, end in [*sorted(taken), (MINUTES_A_WEEK, MINUTES_A_WEEK)]:
        if start > reached:
            found.append((reached, start))
        reached = max(reached, end)
    return found


def days_in(band: Band) -> int:
    """How many days a week a band falls on, by where it starts."""
    return len({day for stretch in band.when for day in stretch.days})


def _stretches(band: Values, reading: Reading) -> tuple[Stretch, ...]:
    found = (_stretch(said, reading) for said in band["when"])
    return tuple(stretch for stretch in found if stretch is not None)


def _stretch(said: Values, reading: Reading) -> Stretch | None:
    start, end = said["start"], said["end"]
    path: Path = (*said.path, "from")
    if start == MINUTES_A_DAY:
        reading.error("clock.form", path, value="24:00", nearest="00:00")
        return None
    return Stretch(said["days"], start, end or MINUTES_A_DAY)


def _as_stretches(left: Sequence[Interval]) -> tuple[Stretch, ...]:
    by_clock: dict[Interval, list[str]] = {}
    for start, end in left:
        for day in range(start // MINUTES_A_DAY, (end - 1) // MINUTES_A_DAY + 1):
            begins, ends = max(start, day * MINUTES_A_DAY), min(end, (day + 1) * MINUTES_A_DAY)
            clock = (begins - day * MINUTES_A_DAY, ends - day * MINUTES_A_DAY)
            by_clock.setdefault(clock, []).append(DAYS[day])
    return tuple(Stretch(tuple(days), *clock) for clock, days in by_clock.items())

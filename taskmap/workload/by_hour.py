"""Work and time by the hour of the clock: what has a window stands there, the rest is evened."""

from collections import Counter, defaultdict
from collections.abc import Mapping as MappingOf
from fractions import Fraction

from taskmap.model.capacity import Capacity
from taskmap.model.leaf import Leaf
from taskmap.model.mapping import Mapping
from taskmap.model.task import Window
from taskmap.model.today import millionths
from taskmap.model.unit import MINUTES_A_DAY, Band
from taskmap.model.units import MILLION, BandId, RoleId
from taskmap.model.workload import HourLoad, RoleDay

HOURS = 24
AN_HOUR = 60

Hours = list[Fraction]  # minutes a week in each hour of the clock


def days(
    mapping: Mapping, capacities: MappingOf[tuple[RoleId, BandId], Capacity]
) -> tuple[RoleDay, ...]:
    """Every role's week by the hour, in the document's order.

    Work with a window (``window`` of a task) falls evenly within the part of its band that the
    window covers; where they have no minute in common the band holds. All other work, and the
    time there is, is evened out over the band. The sums are those of the bands, exactly.

    Example: 60 minutes between 8 and 10 in a band from 8 to 16 are 30 in each of two hours.
    """
    pinned = _pinned(mapping)
    return tuple(_day(staffing.role, mapping, capacities, pinned) for staffing in mapping.staffing)


def _day(
    role: RoleId,
    mapping: Mapping,
    capacities: MappingOf[tuple[RoleId, BandId], Capacity],
    pinned: dict[tuple[RoleId, BandId], Counter[Window]],
) -> RoleDay:
    mapped, other, full = _empty(), _empty(), _empty()
    load = held = Fraction(0)
    for band in mapping.bands:
        found = capacities[role, band.id]
        windows = pinned[role, band.id]
        stays = Fraction(sum(windows.values()), MILLION)
        for window, units in windows.items():
            _add(mapped, band, Fraction(units, MILLION), window)
        _add(mapped, band, max(Fraction(0), found.load - stays))
        _add(other, band, Fraction(found.other))
        _add(full, band, Fraction(found.full))
        load, held = load + found.load, held + stays
    return RoleDay(
        role=role,
        windowed=min(1.0, float(held / load)) if load else 0.0,
        hours=tuple(
            HourLoad(hour=h, mapped=float(m), other=float(o), full=float(f))
            for h, (m, o, f) in enumerate(zip(mapped, other, full, strict=True))
        ),
    )


def _pinned(mapping: Mapping) -> dict[tuple[RoleId, BandId], Counter[Window]]:
    """Millionths of minutes a week that have a window, by role, band and window."""
    found: dict[tuple[RoleId, BandId], Counter[Window]] = defaultdict(Counter)
    for leaf in mapping.leaves:
        if leaf.task.window is not None:
            for band in mapping.band_ids:
                _pin(found, leaf, band, leaf.task.window)
    return found


def _pin(
    found: dict[tuple[RoleId, BandId], Counter[Window]], leaf: Leaf, band: BandId, window: Window
) -> None:
    if leaf.count.get(band, 0.0) > 0:
        for role, share in millionths(leaf, band)[0].items():
            found[role, band][window] += leaf.whole_minutes(role, band) * share


def _add(hours: Hours, band: Band, minutes: Fraction, window: Window | None = None) -> None:
    """Even minutes out over the band, or over what a window covers of it."""
    there = _clock(band, window) or _clock(band)
    total = sum(there.values())
    for hour, part in there.items():
        hours[hour] += minutes * part / total


def _clock(band: Band, window: Window | None = None) -> Counter[int]:
    """Minutes of the band in each hour of the clock over the week's days."""
    found: Counter[int] = Counter()
    for stretch in band.when:
        for minute in range(stretch.start, stretch.start + stretch.minutes):
            clock = minute % MINUTES_A_DAY
            if window is None or _covers(window, clock):
                found[clock // AN_HOUR] += len(stretch.days)
    return found


def _covers(window: Window, minute: int) -> bool:
    if window.start < window.end:
        return window.start <= minute < window.end
    return minute >= window.start or minute < window.end


def _empty() -> Hours:
    return [Fraction(0)] * HOURS

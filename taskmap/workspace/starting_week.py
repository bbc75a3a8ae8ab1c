"""The week of a new unit in bands, and how a role's hours fall over them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import time
from enum import StrEnum

from taskmap.model.edit import EditValue
from taskmap.model.unit import DAYS, MINUTES_A_DAY, Setting
from taskmap.model.units import BandId

DAY, EVENING, NIGHT, WEEKEND = "day", "evening", "night", "weekend"
OPEN, CLOSED = "open", "closed"

Stretch = tuple[str, time, time]  # days, start, end
Table = dict[str, EditValue]


class WeekForm(StrEnum):
    """How a unit divides its week."""

    ROUND_THE_CLOCK = "round_the_clock"
    WITH_WEEKEND = "with_weekend"
    OPENING_HOURS = "opening_hours"


_CLOCK = re.compile(r"([01]?\d|2[0-3])(?:[:.]([0-5]\d))?")
_BY_DAY = frozenset({Setting.GP_HEALTH_CENTRE, Setting.PSYCHIATRY_OUTPATIENT})
_DAYTIME = {DAY: time(7, 30), EVENING: time(15, 0), NIGHT: time(22, 30)}
_OFFICE = {"opens": time(8, 0), "closes": time(16, 0)}


@dataclass(frozen=True, slots=True)
class NewWeek:
    """A week to be mapped.

    Args:
        form: which bands it has.
        starts: when day, evening and night begin; of opening hours: when they begin and end.
    """

    form: WeekForm
    starts: tuple[time, ...]

    @property
    def worked(self) -> tuple[BandId, ...]:
        """Bands somebody can be at work in, in the order of the day."""
        return tuple(band for band in self._stretches() if band != CLOSED)

    @property
    def all_bands(self) -> tuple[BandId, ...]:
        """Every band, also when the unit is closed."""
        return tuple(self._stretches())

    @property
    def sound(self) -> bool:
        """Whether the bands begin one after the other."""
        return list(self.starts) == sorted(set(self.starts))

    def bands(self, names: Mapping[BandId, str]) -> list[EditValue]:
        """The bands as a document writes them."""
        return [_band(band, names[band], when) for band, when in self._stretches().items()]

    def shares(self, at_work: Mapping[BandId, float]) -> Table:
        """Whole per cents of a role's hours by band.

        Ten hours with two at work weigh as much as twenty with one.

        Args:
            at_work: how many are at work at a time; none said: all hours fall in the first band.
        """
        hours = {
            band: at_work.get(band, 0) * sum(_minutes_a_week(stretch) for stretch in when)
            for band, when in self._stretches().items()
        }
        total = sum(hours.values())
        if not total:
            return {next(iter(hours)): "100 %"}
        return {band: f"{share} %" for band, share in _per_cent(hours, total).items() if share}

    def _stretches(self) -> dict[BandId, tuple[Stretch, ...]]:
        if self.form is WeekForm.OPENING_HOURS:
            opens, closes = self.starts[:2]
            return {
                OPEN: (("mon-fri", opens, closes),),
                CLOSED: (("mon-fri", closes, opens), ("sat-sun", opens, opens)),
            }
        day, evening, night = self.starts[:3]
        days = "mon-fri" if self.form is WeekForm.WITH_WEEKEND else "mon-sun"
        found: dict[BandId, tuple[Stretch, ...]] = {
            DAY: ((days, day, evening),),
            EVENING: ((days, evening, night),),
            NIGHT: (("mon-sun", night, day),),
        }
        if self.form is WeekForm.WITH_WEEKEND:
            found[WEEKEND] = (("sat-sun", day, night),)
        return found


def usual_forms(setting: Setting) -> tuple[WeekForm, ...]:
    """The ways to divide a week, the one most units of a kind have first."""
    forms = tuple(WeekForm)
    return (WeekForm.OPENING_HOURS, *forms[:-1]) if setting in _BY_DAY else forms


def usual_starts(form: WeekForm) -> dict[str, time]:
    """When bands usually begin, by what begins; to be put right by the unit."""
    return _OFFICE if form is WeekForm.OPENING_HOURS else _DAYTIME


def clock_said(text: str) -> time | None:
    """A time of day as people write it; None where it is none.

    >>> [clock_said(text) for text in ("7.30", "15", "25:00")]
    [datetime.time(7, 30), datetime.time(15, 0), None]
    """
    read = _CLOCK.fullmatch(text.strip())
    return time(int(read[1]), int(read[2] or 0)) if read else None


def _band(band: BandId, name: str, when: Sequence[Stretch]) -> Table:
    stretches: list[EditValue] = [
        {"days": days, "from": f"{start:%H:%M}", "to": f"{end:%H:%M}"} for days, start, end in when
    ]
    return {"id": band, "name": name, "when": stretches}


def _minutes_a_week(stretch: Stretch) -> int:
    days, start, end = stretch
    length = (end.hour - start.hour) * 60 + end.minute - start.minute
    first, last = days.split("-")
    return (length if length > 0 else length + MINUTES_A_DAY) * (
        DAYS.index(last) - DAYS.index(first) + 1
    )


def _per_cent(hours: Mapping[BandId, float], total: float) -> dict[BandId, int]:
    """Whole per cents that make a hundred: what is over goes to the largest remainders."""
    exact = {band: 100 * part / total for band, part in hours.items()}
    found = {band: int(part) for band, part in exact.items()}
    by_rest = sorted(exact, key=lambda band: found[band] - exact[band])
    for band in by_rest[: 100 - sum(found.values())]:
        found[band] += 1
    return found

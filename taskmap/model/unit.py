"""The place that is mapped: unit, organisation, and the bands of its week."""

from dataclasses import dataclass
from enum import StrEnum

from taskmap.model.units import BandId, UnitId


class Country(StrEnum):
    """Whose laws, roles and working time apply."""

    NO = "NO"
    SE = "SE"


class Setting(StrEnum):
    """The kind of service a unit gives; decides which library and rules apply."""

    NURSING_HOME = "nursing_home"
    HOME_CARE = "home_care"
    GP_HEALTH_CENTRE = "gp_health_centre"
    HOSPITAL_WARD = "hospital_ward"
    PSYCHIATRY_OUTPATIENT = "psychiatry_outpatient"


DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MINUTES_A_DAY = 24 * 60
MINUTES_A_WEEK = 7 * MINUTES_A_DAY
WEEKS_A_YEAR = 52


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of clock time on some days; ends after midnight when end <= start.

    Args:
        days: names from ``DAYS`` on which it starts.
        start: minutes after midnight, 0 to 1439.
        end: minutes after midnight, 1 to 1440.
    """

    days: tuple[str, ...]
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < MINUTES_A_DAY or not 0 < self.end <= MINUTES_A_DAY:
            raise ValueError(f"stretch {self.start}-{self.end} is outside the day")

    @property
    def minutes(self) -> int:
        """Clock minutes on one day, through midnight where it ends before it starts."""
        length = self.end - self.start
        return length if length > 0 else length + MINUTES_A_DAY


@dataclass(frozen=True, slots=True)
class Band:
    """A part of the week chosen by the unit; the bands together fill the week once."""

    id: BandId
    name: str
    when: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Organisation:
    """A kommune or region that units belong to."""

    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """The place that is mapped."""

    id: UnitId
    name: str
    country: Country
    setting: Setting
    organisation: Organisation

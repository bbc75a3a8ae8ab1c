"""Time beside the tasks as a document says it, in the shares and hours the model counts in."""

from taskmap.document.fields.allowance import per_of
from taskmap.document.shapes import Values
from taskmap.model.allowance import AvailableTime, allowance_hours, allowance_share
from taskmap.model.unit import WEEKS_A_YEAR
from taskmap.model.units import HoursPerWeek, Share

_DECIMALS = 12


def support_share(said: Share | Values, time: AvailableTime | None) -> Share:
    """A support activity as a share of working time; nothing where there is no working time."""
    if not isinstance(said, Values):
        return said
    if time is None:
        return 0.0
    per = per_of(said)
    return round(float(allowance_share(said[per], per, time)), _DECIMALS)


def own_hours(said: HoursPerWeek | Values, time: AvailableTime | None) -> HoursPerWeek:
    """A duty of single persons as hours in every week of the year."""
    if not isinstance(said, Values):
        return said
    if time is None:
        return 0.0
    per = per_of(said)
    persons: float = said.get("persons", 1.0)
    hours = float(allowance_hours(said[per], per, time)) * persons
    return round(hours / WEEKS_A_YEAR, _DECIMALS)

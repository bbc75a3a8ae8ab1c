"""Which statutory duties of participation a unit's plan owes, and which are met."""

from collections.abc import Iterator
from dataclasses import dataclass

from taskmap.model.amount import Basis
from taskmap.model.catalogue import Catalogue
from taskmap.model.duty import Duty, Occasion
from taskmap.model.followup import FollowUp, MeasureKind
from taskmap.model.mapping import Mapping
from taskmap.model.participation import DutyMet
from taskmap.model.unit import Country, Setting

_MUNICIPAL = frozenset({Setting.NURSING_HOME, Setting.HOME_CARE})


@dataclass(frozen=True, slots=True)
class Owed:
    """A duty that bears on the plan.

    Args:
        certain: the unit alone has the staff it is owed from; otherwise the whole undertaking
            must be counted.
        met: what was said of it; None: not known.
    """

    duty: Duty
    certain: bool
    met: DutyMet | None


def owed(catalogue: Catalogue, mapping: Mapping, followup: FollowUp) -> tuple[Owed, ...]:
    """The duties that apply, in the catalogue's order.

    Example: a unit of 24 in a municipality: its committee's duty, owed from 30, is listed and
    told as depending on the whole municipality.
    """
    now = frozenset(occasions(mapping, followup))
    staff = sum(post.persons for post in mapping.staffing if catalogue.is_staff(post.role))
    said = {met.duty: met for met in followup.participation.duties}
    return tuple(
        Owed(duty, certain=staff >= (duty.employees or 0), met=said.get(duty.id))
        for duty in catalogue.duties.values()
        if now & {*duty.when}
    )


def occasions(mapping: Mapping, followup: FollowUp) -> Iterator[Occasion]:
    """What about a unit and its measures calls for participation."""
    yield Occasion.CHANGE
    if mapping.unit.country is Country.NO and mapping.unit.setting in _MUNICIPAL:
        yield Occasion.USERS
    kinds = {measure.kind for measure in followup.measures if measure.goes_on}
    if MeasureKind.ROTA in kinds:
        yield Occasion.ROTA
    if MeasureKind.RECRUITMENT in kinds or any(p.persons > p.posts > 0 for p in mapping.staffing):
        yield Occasion.PART_TIME
    if any(post.hired for post in mapping.staffing):
        yield Occasion.HIRED
    if any(leaf.minutes.basis is Basis.MEASURED for leaf in mapping.leaves if leaf.minutes):
        yield Occasion.MEASURED

"""Hours at hand, full hours and room of every role in every band, in whole minutes a week."""

from fractions import Fraction
from typing import TypeAlias

from taskmap.model.capacity import Capacity
from taskmap.model.catalogue import Catalogue
from taskmap.model.mapping import Mapping
from taskmap.model.question import Question
from taskmap.model.staffing import Staffing
from taskmap.model.unit import WEEKS_A_YEAR
from taskmap.model.units import MILLION, BandId, MinutesPerWeek, RoleId, Share
from taskmap.workload.asked import load_today
from taskmap.workload.working import working_time

Load: TypeAlias = dict[tuple[RoleId, BandId], MinutesPerWeek]


def capacities(
    mapping: Mapping, catalogue: Catalogue, question: Question
) -> dict[tuple[RoleId, BandId], Capacity]:
    """What every role in the staffing can do in every band (method, section 2).

    Args:
        mapping: the unit.
        catalogue: working time and kinds of role.
        question: ``staff_ceiling`` and ``as_of``, the day acceptances are read.
    """
    load = load_today(mapping)
    found: dict[tuple[RoleId, BandId], Capacity] = {}
    for staffing in mapping.staffing:
        for capacity in _of_role(staffing, mapping, catalogue, question, load):
            found[capacity.role, capacity.band] = capacity
    return found


def is_open(staffing: Staffing, question: Question) -> bool:
    """Whether a role outside the staff is opened by a decision in force, with consent."""
    accepted = staffing.acceptance
    return accepted is not None and accepted.consent and accepted.on <= question.as_of


def ceiling(staffing: Staffing, catalogue: Catalogue, question: Question) -> Share:
    """Share of full hours a plan may fill: as written, else by the kind of role."""
    if staffing.ceiling is not None:
        return staffing.ceiling
    if staffing.dedicated or not catalogue.is_staff(staffing.role):
        return 1.0
    return question.staff_ceiling


def spread(staffing: Staffing, mapping: Mapping, load: Load) -> dict[BandId, Share]:
    """How the role's hours fall over the bands.

    As written; where nothing is written, as its mapped work falls today, and without any such work
    by the bands' length.
    """
    if staffing.band_shares:
        return {band: staffing.band_shares.get(band, 0.0) for band in mapping.band_ids}
    weights = {band: load[staffing.role, band] for band in mapping.band_ids}
    if not any(weights.values()):
        weights = {
            band.id: sum(s.minutes * len(s.days) for s in band.when) for band in mapping.bands
        }
    total = sum(weights.values())
    return {band: n / total if total else 0.0 for band, n in weights.items()}


def computed_minutes(
    staffing: Staffing, mapping: Mapping, catalogue: Catalogue, load: Load
) -> dict[BandId, MinutesPerWeek]:
    """Filled posts times available working time over 52 weeks, by band."""
    hours = working_time(staffing, mapping, catalogue).available * staffing.filled
    weekly = max(0.0, hours) * 60 / WEEKS_A_YEAR
    return {
        band: half_up(weekly * share) for band, share in spread(staffing, mapping, load).items()
    }


def half_up(x: float) -> int:
    """The nearest whole number, halves up."""
    return int(x + 0.5)


def _of_role(
    staffing: Staffing,
    mapping: Mapping,
    catalogue: Catalogue,
    question: Question,
    load: Load,
) -> list[Capacity]:
    staff = catalogue.is_staff(staffing.role)
    computed = (
        computed_minutes(staffing, mapping, catalogue, load)
        if staff
        else _stated(staffing, question)
    )
    at_hand = computed
    if staff and staffing.rostered is not None:
        at_hand = {b: half_up(h * 60) for b, h in staffing.rostered.items()}
    allowance = half_up(sum(staffing.allowance_hours.values()) * 60)
    total = sum(at_hand.get(band, 0) for band in mapping.band_ids)
    share = ceiling(staffing, catalogue, question)
    rows = []
    for band in mapping.band_ids:
        hand = at_hand.get(band, 0)
        full = _full(hand, total, staffing.support_share, allowance)
        room = full * _millionths(share) // MILLION
        mapped = load[staffing.role, band]
        free = half_up(staffing.free_hours.get(band, 0.0) * 60)
        partial = staff and not staffing.complete
        rows.append(
            Capacity(
                role=staffing.role,
                band=band,
                at_hand=hand,
                computed=computed.get(band, 0),
                full=full,
                room=room,
                other=max(0, room - mapped - free) if partial else 0,
                load=mapped,
            )
        )
    return rows


def _stated(staffing: Staffing, question: Question) -> dict[BandId, MinutesPerWeek]:
    """Stated hours of a role outside the staff; none before a decision with consent opens it."""
    if not is_open(staffing, question):
        return {}
    return {band: half_up(hours * 60) for band, hours in staffing.stated_hours.items()}


def _full(
    hand: MinutesPerWeek, total: MinutesPerWeek, support: Share, allowance: MinutesPerWeek
) -> MinutesPerWeek:
    """Minutes at hand less support work and the band's part of individual allowances."""
    if not total:
        return 0
    left = Fraction(hand * (MILLION - _millionths(support)), MILLION)
    left -= Fraction(allowance * hand, total)
    return max(0, int(left + Fraction(1, 2)))


def _millionths(share: Share) -> int:
    return half_up(share * MILLION)

"""Gate 6, capacity: whether the receiver has hours at all where the work falls."""

from taskmap.errors import Value
from taskmap.leon.gates.facts import Facts
from taskmap.model.catalogue import Role
from taskmap.model.leaf import Leaf
from taskmap.model.ruling import Gate, Ruling, Verdict


def rule(leaf: Leaf, role: Role, facts: Facts) -> Ruling:
    """The role is on duty in a band where the work falls; how much fits is for the plan.

    Why: room depends on every other move, so one move alone is only stopped by an empty band.
    Source: the unit's staffing, counted as in ``workload``.
    Example: a food host with hours by day only can take the day's part of a task done by day and
    evening, and nothing of one done at night.
    """
    bands = [band for band in facts.mapping.band_ids if leaf.count.get(band, 0.0) > 0]
    rows = [facts.capacities[role.id, band] for band in bands]
    on_duty = [row for row in rows if row.at_hand > 0]
    if not role.is_staff and not _staff_minutes_written(leaf, role):
        return _told(Verdict.UNKNOWN, "capacity.staff_minutes", kind=role.kind.value)
    if not on_duty:
        return _told(Verdict.FAIL, "capacity.no_hours", bands=tuple(bands))
    values: dict[str, Value] = {
        "free_hours": sum(max(0, row.room - row.load - row.other) for row in on_duty) / 60,
        "needed_hours": sum(leaf.whole_minutes(role.id, band) for band in bands) / 60,
    }
    if len(on_duty) < len(rows):
        there = tuple(row.band for row in on_duty)
        return _told(Verdict.PASS, "capacity.some_bands", **values, bands=there)
    return _told(Verdict.PASS, "capacity.by_plan", **values)


def _staff_minutes_written(leaf: Leaf, role: Role) -> bool:
    """Whether the mapping says what each occurrence still takes of staff: 0 only when written."""
    return any(s.of in {None, role.id} for s in leaf.task.supervision)


def _told(verdict: Verdict, code: str, **values: Value) -> Ruling:
    return Ruling(gate=Gate.CAPACITY, verdict=verdict, code=code, values=values)

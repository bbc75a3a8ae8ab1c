"""The parts of a published week against the sum its source gives."""

from taskmap.document.draft import Draft
from taskmap.model.leaf import Leaf, leaves_of

_SAME = 0.1  # hours; sources round


def parts_make_the_total(draft: Draft) -> None:
    """Name the hours by which the parts differ from the published total."""
    said = draft.said.get("registered_total")
    if said is None or not draft.is_sound(("tasks",)) or not draft.is_sound(("volumes",)):
        return
    leaves = leaves_of(draft.tasks.values(), draft.said.get("volumes", {}))
    parts, total = sum(_hours(leaf) for leaf in leaves), said["hours"]
    if abs(parts - total) >= _SAME:
        values = {"parts": round(parts, 2), "total": total, "difference": round(total - parts, 2)}
        draft.reading.warn("registered_total.differs", ("registered_total", "hours"), **values)


def _hours(leaf: Leaf) -> float:
    """Hours a week spent today, in the hands that do it."""
    times = (
        leaf.count.get(band, 0) * share * leaf.factor(role)
        for band, shares in leaf.today.items()
        for role, share in shares.items()
    )
    return sum(times) * leaf.minutes.likely / 60

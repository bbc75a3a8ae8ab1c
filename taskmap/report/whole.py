"""A paper of sections put together: title, unit, what its figures are, and what it says."""

from collections.abc import Iterable

from taskmap.present.blocks import Section, Told
from taskmap.report.about import About
from taskmap.report.frame import frame
from taskmap.report.unit import inside


def whole(
    kind: str,
    about: About,
    sections: Iterable[Section],
    *,
    subject: str = "",
    wide: bool = False,
) -> Told:
    """A paper of a kind; sections without anything to say are left out.

    Args:
        kind: ``paper.<kind>.title`` and ``.lead`` name it.
        about: the unit.
        sections: in order.
        subject: what it is about, where that is not the unit.
        wide: its pages lie on their side.
    """
    told = frame(kind, about)
    return Told(
        kind=kind,
        title=told["title"],
        heading=told["heading"],
        subject=subject or told["unit"],
        unit=told["unit"],
        place=told["place"],
        notices=tuple(told["notices"]),
        inside=inside(about),
        summary=told["summary"],
        sections=tuple(section for section in sections if section.blocks),
        wide=wide,
    )

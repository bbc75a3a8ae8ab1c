"""What a document says of a task as it is written there, for those who write in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from taskmap.model.amount import Every
from taskmap.model.units import BandId, Minutes, RoleId, TaskId, VolumeId


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskSaid:
    """One task without parts.

    Args:
        count: times by band over ``every``, for each one of ``per``; the band None stands for the
            unit's only band.
        long: whether the count is written with its stretch of time or its volume.
        minutes: low, likely, high; None where the document has none.
        ranged: whether the minutes are written as a range.
        today: shares as written by role, by band; the band None stands for every band, and the
            share None for all that is done.
        missed: share nobody does, as written, by band; the band None stands for every band.
    """

    id: TaskId
    name: str | None = None
    every: Every = Every.WEEK
    per: VolumeId | None = None
    count: Mapping[BandId | None, float] = field(default_factory=dict)
    long: bool = False
    minutes: tuple[Minutes, Minutes, Minutes] | None = None
    ranged: bool = False
    today: Mapping[BandId | None, Mapping[RoleId, str | None]] = field(default_factory=dict)
    missed: Mapping[BandId | None, str] = field(default_factory=dict)


def share_of(written: str) -> float:
    """A share as written, ``25 %`` or ``0.25``, as a number; 0 where it is none."""
    text = written.strip()
    try:
        if text.endswith("%"):
            return float(text[:-1].replace(",", ".")) / 100
        return float(text)
    except ValueError:
        return 0.0

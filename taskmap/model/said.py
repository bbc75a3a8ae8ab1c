"""What a document says of a task as it is written there, for those who write in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from taskmap.model.amount import Every
from taskmap.model.units import BandId, Minutes, RoleId, TaskId, VolumeId

MinutesSaid = tuple[Minutes, Minutes, Minutes]  # low, likely, high


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseSaid:
    """A case of a task.

    Args:
        share: as written.
        minutes: None where it takes as long as the task does.
    """

    id: str
    name: str
    share: str
    minutes: MinutesSaid | None = None
    ranged: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskSaid:
    """One task without parts.

    Args:
        count: times by band over ``every``, for each one of ``per``; the band None stands for the
            unit's only band.
        long: whether the count is written with its stretch of time or its volume.
        minutes: None where the document has none.
        ranged: whether the minutes are written as a range.
        cases: in the document's order.
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
    minutes: MinutesSaid | None = None
    ranged: bool = False
    cases: tuple[CaseSaid, ...] = ()
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

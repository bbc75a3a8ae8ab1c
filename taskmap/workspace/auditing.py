"""What was done at a place: read, shown to be whole, and kept no longer than it may be."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

from taskmap.access.identity import LOCAL, Identity
from taskmap.access.tracing import Tracing
from taskmap.errors import TrailMissing
from taskmap.model.event import Deed, Event
from taskmap.model.units import UnitId
from taskmap.store.address import written
from taskmap.store.chain import Head, Verified, verify
from taskmap.store.places import trail_at
from taskmap.store.trail import Trail

__all__ = ["Head", "Verified", "events", "fold", "head", "head_of", "record", "verified"]


def record(place: Path, identity: Identity, deed: Deed, at: datetime, code: str = "") -> None:
    """Write that somebody came, went or was refused.

    Args:
        place: where the documents lie.
        identity: who.
        deed: what they did.
        at: when.
        code: of the refusal; empty: it was none.

    Raises:
        TaskmapError: the place refuses.
    """
    tracing = Tracing(trail=trail_at(place), identity=identity, clock=lambda: at)
    tracing.tell(deed, code=code or None)


def events(place: Path, unit: UnitId | None = None, since: date | None = None) -> tuple[Event, ...]:
    """What was done, the first first.

    Args:
        place: where the documents lie.
        unit: alone; None: all.
        since: the first day, in universal time; None: from the beginning.

    Raises:
        TrailMissing: no trail was ever begun there.
        TaskmapError: the place refuses.
    """
    return tuple(_some((line.event for line in _begun(place).lines()), unit, since))


def verified(place: Path, kept: Head | None = None) -> Verified:
    """Whether every line is as it was written.

    Args:
        place: where the documents lie.
        kept: the head somebody took note of before; None: nobody did.

    Raises:
        TrailMissing: no trail was ever begun there; with a head that was kept it was taken away.
        TaskmapError: the place refuses.
    """
    return verify(_begun(place).lines(), kept)


def head(place: Path) -> Head:
    """Number and digest of the last line, to be kept elsewhere.

    Raises:
        TrailMissing: no trail was ever begun there.
    """
    return verified(place).head


def head_of(text: str) -> Head | None:
    """A head as it was printed; None: it is none."""
    number, _, digest = text.strip().partition(":")
    if not (number.isdecimal() and len(digest) == len("0" * 64) and digest.isalnum()):
        return None
    return Head(int(number), digest.lower())


def fold(place: Path, keep_days: int, at: datetime) -> int:
    """Keep the lines of so many days, and one line in place of those before; how many went.

    Raises:
        TrailMissing: no trail was ever begun there.
        TrailBroken: a line does not fit.
        TaskmapError: the place refuses.
    """
    who = Event(at=at, who=LOCAL.subject, roles=(), deed=Deed.FOLDED, local=True)
    return _begun(place).fold(at.date() - timedelta(days=keep_days), who)


def _begun(place: Path) -> Trail:
    trail = trail_at(place)
    if not trail.begun():
        raise TrailMissing(place=written(place))
    return trail


def _some(told: Iterable[Event | None], unit: UnitId | None, since: date | None) -> Iterator[Event]:
    for event in told:
        if event is None or (unit is not None and event.unit != unit):
            continue
        if since is None or event.at.date() >= since:
            yield event

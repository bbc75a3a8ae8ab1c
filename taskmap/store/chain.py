"""Lines of a trail, each holding the digest of the one before, and whether they still fit.

A line that is changed, left out, put in or moved no longer fits the next one. That lines were cut
off at the end shows only against a head somebody kept elsewhere: number and digest of the last
line at that time. Lines too old to be kept are replaced by one, the fold, that holds number and
digest of the last of them; a later line tells of the fold, so that nobody else can make one.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import datetime
from hashlib import sha256
from typing import Any

from taskmap.model.event import Deed, Event
from taskmap.model.finding import Finding, Place

_START = ""  # what stands before the first line
_BARE = (None, (), False)


@dataclass(frozen=True, slots=True)
class Head:
    """The last line at some time: its number and digest, short enough to be kept on paper."""

    number: int = 0
    digest: str = _START

    def __str__(self) -> str:
        return f"{self.number}:{self.digest}"


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it is written: its text, and what is said to be the digest of that."""

    digest: str
    body: str

    @property
    def told(self) -> dict[str, Any]:
        """What it says; nothing where it is no line of ours."""
        try:
            told = json.loads(self.body)
            whole = isinstance(told, dict) and isinstance(told["number"], int)
        except (ValueError, KeyError):
            return {}
        return told if whole else {}

    @property
    def event(self) -> Event | None:
        """What somebody did; None of a fold, or of what cannot be read."""
        told = self.told
        if "deed" not in told:
            return None
        known = {each.name: told[each.name] for each in fields(Event) if each.name in told}
        at, roles = datetime.fromisoformat(known["at"]), tuple(known.get("roles", ()))
        return Event(**known | {"at": at, "roles": roles, "deed": Deed(known["deed"])})

    @property
    def end(self) -> Head:
        """Where the chain stands after it; after a fold, where it stood after what was folded."""
        told = self.told
        return Head(told["number"], told["upto_digest"] if "events" in told else self.digest)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """What came of looking at every line.

    Args:
        lines: so many fit, up to the first that does not.
        folded: so many stood there before them.
        head: the last that fits.
        wrong: about the first that does not; None: all is well.
    """

    lines: int
    folded: int
    head: Head
    wrong: Finding | None


def written(event: Event, after: Head) -> Line:
    """An event as the next line."""
    said = {each.name: getattr(event, each.name) for each in fields(Event)}
    told = {name: value for name, value in said.items() if value not in _BARE}
    told |= {"at": event.at.isoformat(), "number": after.number + 1, "before": after.digest}
    return _line(told)


def fold(last: Line, events: int) -> Line:
    """One line in place of all up to one.

    Args:
        last: of those.
        events: how many there were, also those folded before.
    """
    end = last.end
    return _line({"number": end.number, "upto_digest": end.digest, "events": events})


def verify(lines: Iterable[Line], kept: Head | None = None) -> Verified:
    """Look at every line, and at a head that was kept elsewhere."""
    chain = _Chain(kept)
    for line in lines:
        if not chain.fits(line):
            break
    return chain.verified()


def _line(told: dict[str, Any]) -> Line:
    body = json.dumps(told, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return Line(sha256(body.encode()).hexdigest(), body)


class _Chain:
    """Where a walk along the lines has come to."""

    def __init__(self, kept: Head | None) -> None:
        self._kept = kept
        self._head = Head()
        self._lines = 0
        self._folded = 0
        self._fold: Head | None = None
        self._broken = False  # a line that is not whole, which a crash may leave
        self._wrong: Finding | None = None

    def fits(self, line: Line) -> bool:
        """Whether one more line fits."""
        told = line.told
        if not told or sha256(line.body.encode()).hexdigest() != line.digest:
            if self._broken:
                return self._refuse("trail.broken")
            self._broken = True
            return True
        if "events" in told and not self._lines and self._fold is None:
            return self._folds(line)
        if told["number"] != self._head.number + 1 or told.get("before") != self._head.digest:
            return self._refuse("trail.broken" if self._broken else "trail.not_next")
        self._broken = False
        self._head, self._lines = line.end, self._lines + 1
        if told.get("deed") == Deed.FOLDED and self._fold == Head(told["upto"], told["digest"]):
            self._fold = None
        return self._is_as_kept()

    def verified(self) -> Verified:
        """What came of it."""
        if self._wrong is None:
            self._at_the_end()
        return Verified(lines=self._lines, folded=self._folded, head=self._head, wrong=self._wrong)

    def _at_the_end(self) -> None:
        if self._broken:
            self._refuse("trail.broken")
        elif self._fold is not None:
            self._refuse("trail.fold_unknown", self._fold.number)
        elif self._kept is not None and self._kept.number > self._head.number:
            self._refuse("trail.cut", kept=self._kept.number)

    def _folds(self, line: Line) -> bool:
        self._head = self._fold = line.end
        self._folded = line.told["events"]
        if self._kept is not None and self._kept.number < self._head.number:
            return self._refuse("trail.kept_too_old", self._kept.number)
        return self._is_as_kept()

    def _is_as_kept(self) -> bool:
        kept = self._kept
        if kept is None or kept.number != self._head.number or kept.digest == self._head.digest:
            return True
        return self._refuse("trail.not_as_kept", kept.number)

    def _refuse(self, code: str, number: int | None = None, **values: int) -> bool:
        at = self._head.number + 1 if number is None else number
        self._wrong = Finding(code, Place(""), {"number": at, **values})
        return False

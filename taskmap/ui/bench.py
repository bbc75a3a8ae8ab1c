"""What one browser has in hand while it edits a unit: what it saw, typed, and was told."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from taskmap.model.difference import Conflict
from taskmap.model.said import TaskSaid
from taskmap.model.units import TaskId
from taskmap.model.version import Version
from taskmap.workspace import Edited, Stands

Cell = tuple[TaskId, str]
SHORT = 16  # letters of a digest, and of what names a grid
_LONGEST = 1500  # letters of an address that everything on the way still takes
_TURN = 4  # of them, for how often it was drawn anew


@dataclass(slots=True)
class Bench:
    """A unit on its way to another version.

    Args:
        digest: of what the page shows; every edit is based on it.
        said: the tasks as that content writes them.
        base: names the grid as it was last drawn anew; what is typed lies over that.
        handled: what was typed in the grid since, by cell.
        beneath: what the grid was drawn from, by cell.
        drafts: what was typed and is not saved, by cell.
        told: why not, by task and group of cells.
        saved: the version this browser saved last.
        merged: whether others' edits came along with it.
        conflicts: what somebody must choose between.
        choose: saves with one of the two standing.
        refused: why the last action was refused.
        fields: how what stands in a field is saved, by the field's key.
        forms: counts forms that were sent, so that an answer empties them.
    """

    digest: str = ""
    said: dict[TaskId, TaskSaid] = field(default_factory=dict)
    base: str = ""
    handled: dict[Cell, str] = field(default_factory=dict)
    beneath: dict[Cell, str] = field(default_factory=dict)
    drafts: dict[Cell, str] = field(default_factory=dict)
    told: dict[Cell, tuple[str, ...]] = field(default_factory=dict)
    saved: Version | None = None
    merged: bool = False
    conflicts: tuple[Conflict, ...] = ()
    choose: Callable[[Stands], None] | None = None
    refused: str = ""
    fields: dict[str, Callable[[Any], None]] = field(default_factory=dict)
    forms: int = 0

    def see(self, said: Mapping[TaskId, TaskSaid], digest: str) -> None:
        """Take up content that somebody else made, so that the grid is drawn anew from it."""
        if digest != self.digest:
            self.said, self.digest = dict(said), digest
            self.draw_anew()

    def save(self, edited: Edited, said: Mapping[TaskId, TaskSaid], digest: str) -> None:
        """Take up a version of one's own; the grid stays as it is, where it alone was saved."""
        version = edited.version
        if version is None or version.digest == self.digest:
            return
        self.saved = version
        self.merged = version.before != self.digest
        if version.digest == digest and not self.merged:
            self.said, self.digest = dict(said), digest
        else:
            self.see(said, digest)

    def draw_anew(self) -> None:
        """Let the grid be drawn from what is saved; what waits still stands in its cells."""
        # Counted: content that comes back, as by an undo, is not covered by what was typed before.
        turn = int(self.base[-_TURN:] or "0", 16) + 1
        self.base = f"{self.digest[: SHORT - _TURN]}{turn % 16**_TURN:0{_TURN}x}"
        self.handled.clear()
        self.beneath.clear()

    def ask(self, conflicts: tuple[Conflict, ...], choose: Callable[[Stands], None]) -> None:
        """Both changed the same: somebody must choose."""
        self.conflicts, self.choose = conflicts, choose

    @property
    def waiting(self) -> str | None:
        """What was typed and is not saved, for the address; None where nothing is, or too much."""
        told = [[task, column, text] for (task, column), text in self.drafts.items()]
        written = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
        return written if told and len(written) <= _LONGEST else None

    def answered(self) -> None:
        """Nothing is asked any more, and nothing was refused."""
        self.conflicts, self.choose, self.refused = (), None, ""


def waiting_in(written: str | None) -> Iterator[tuple[Cell, str]]:
    """The cells an address tells of; an address may say anything."""
    try:
        told = json.loads((written or "[]")[:_LONGEST])
    except (ValueError, RecursionError):
        return
    for each in told if isinstance(told, list) else ():
        if isinstance(each, list) and len(each) == 3 and all(isinstance(t, str) for t in each):
            yield (each[0], each[1]), each[2]

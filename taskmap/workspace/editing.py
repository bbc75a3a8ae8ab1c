"""A unit's document edited without loss: saved at once, merged where others saved, taken back."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from pathlib import Path

from taskmap import document
from taskmap.document.said import fields_said, tasks_said
from taskmap.errors import FileChanged, MergeUnsettled, TaskmapError
from taskmap.model.difference import Conflict, Difference, Merged
from taskmap.model.edit import Edit, MergeTasks
from taskmap.model.finding import Finding, Severity
from taskmap.model.said import TaskSaid
from taskmap.model.units import TaskId, UnitId
from taskmap.model.version import Version
from taskmap.remembered import Remembered
from taskmap.store.port import Store
from taskmap.workspace import opening
from taskmap.workspace.cards import Opened
from taskmap.workspace.editing_steps import Kind, Mark, Steps, steps
from taskmap.workspace.reach import Reach

_TRIES = 5  # others' saves between a merge and its own save
_CONTENTS: Remembered[bytes] = Remembered(64)  # what somebody began from, also before version 1
_SAID: Remembered[dict[TaskId, TaskSaid]] = Remembered(32)
_DIFFERENCES: Remembered[tuple[Difference, ...]] = Remembered(512)


class Stands(StrEnum):
    """Whose value stands where two changed the same."""

    MINE = "mine"
    THEIRS = "theirs"


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """Who changes a document and when: a role, never a person's name."""

    who: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Edited:
    """What became of a change.

    Args:
        version: that holds it; None: nothing was saved, for the other two tell why.
        conflicts: places somebody else changed meanwhile, in another way.
        findings: errors the document would have.
    """

    version: Version | None = None
    conflicts: tuple[Conflict, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """Where a unit's document lies."""

    folder: Store
    name: str

    def content(self, digest: str) -> bytes:
        """What a version of this digest held.

        Raises:
            FileChanged: it is kept nowhere.
        """
        held = _CONTENTS.held((self.folder.root, self.name, digest))
        if held is not None:
            return held
        for version in self.folder.history(self.name):
            if version.digest == digest:
                return self.folder.version(self.name, version.number)
        data, standing = self.now()
        if standing != digest:
            raise FileChanged(file=self.name, based_on=digest, digest=standing)
        return data

    def now(self) -> tuple[bytes, str]:
        """What it says, and the digest; a change from outside is noticed."""
        stored = self.folder.read(self.name)
        key = (self.folder.root, self.name, stored.digest)
        return _CONTENTS.get(key, lambda: stored.data), stored.digest

    def save(self, data: bytes, based_on: str, signed: Signed, why: str) -> Edited:
        """A new version, unless the document would have errors."""
        wrong = errors(data, self.name)
        if wrong:
            return Edited(findings=wrong)
        version = self.folder.save(
            self.name, data, based_on=based_on, who=signed.who, why=why, at=signed.at
        )
        return Edited(version=version)

    def save_together(
        self, base: bytes, mine: bytes, signed: Signed, why: str, stands: Stands | None
    ) -> Edited:
        """The same where others may have saved since: both stand, or both are told."""
        data, based_on = mine, sha256(base).hexdigest()
        for _ in range(_TRIES - 1):
            try:
                return self.save(data, based_on, signed, why)
            except FileChanged:
                theirs, based_on = self.now()
                merged = _together(base, mine, theirs, stands)
                if merged.conflicts and stands is None:
                    return Edited(conflicts=merged.conflicts)
                data = merged.data
        return self.save(data, based_on, signed, why)


class Editing:
    """Mappings changed by whoever works with them."""

    folder: Path
    reach: Reach

    def open(self, unit: str | Path) -> Opened:
        """A unit by its id, or a file by its path."""
        raise NotImplementedError

    def said(self, unit: UnitId) -> tuple[dict[TaskId, TaskSaid], str]:
        """The tasks as the document writes them, and the digest of what was read."""
        data, digest = self._at(unit).now()
        return _said(data, digest), digest

    def said_at(self, unit: UnitId, begins: str) -> tuple[dict[TaskId, TaskSaid], str] | None:
        """The same of the content whose digest begins so; None where no version has it."""
        place = self._at(unit)
        versions = place.folder.history(place.name)
        digests = [place.now()[1], *(version.digest for version in reversed(versions))]
        found = next((digest for digest in digests if digest.startswith(begins)), None)
        return None if found is None else (_said(place.content(found), found), found)

    def edit(  # noqa: PLR0913 - everything a version tells
        self,
        unit: UnitId,
        edits: Iterable[Edit],
        *,
        based_on: str,
        signed: Signed,
        why: str = "",
        stands: Stands | None = None,
    ) -> Edited:
        """Save edits as a new version, together with what others saved meanwhile.

        Args:
            unit: id.
            edits: all of them or none.
            based_on: digest of what the user saw.
            signed: who and when.
            why: in their words.
            stands: whose value where both changed the same; None: nothing is saved, and the
                answer tells both.

        Raises:
            TaskmapError: the edits make no sense there, or the disk refuses.
        """
        place = self._at(unit)
        base = place.content(based_on)
        mine = document.edited(base, tuple(edits))
        if mine == base:
            return Edited(version=next(reversed(place.folder.history(place.name)), None))
        return place.save_together(base, mine, signed, why, stands)

    def merging(self, unit: UnitId, tasks: tuple[TaskId, ...], *, based_on: str) -> MergeTasks:
        """Tasks to become one, where the first says what holds in all they differ in."""
        base = self._at(unit).content(based_on)
        try:
            document.edited(base, [MergeTasks(tasks)])
        except MergeUnsettled as differing:
            fields = differing.values["fields"]
            names = fields if isinstance(fields, tuple) else ()
            return MergeTasks(tasks, fields_said(base, tasks[0], names))
        except TaskmapError:
            pass  # told when it is saved
        return MergeTasks(tasks)

    def history(self, unit: UnitId) -> tuple[Version, ...]:
        """Every version, the first first; none before the first save."""
        place = self._at(unit)
        return place.folder.history(place.name)

    def version(self, unit: UnitId, number: int) -> bytes:
        """What a version held.

        Raises:
            VersionLost: no such version, or its content is damaged.
        """
        place = self._at(unit)
        return place.folder.version(place.name, number)

    def differences(self, unit: UnitId, before: int, after: int) -> tuple[Difference, ...]:
        """What one version says otherwise than another."""
        place = self._at(unit)
        contents = [place.folder.version(place.name, number) for number in (before, after)]
        key = tuple(sha256(content).hexdigest() for content in contents)
        return _DIFFERENCES.get(key, lambda: document.differences(*contents))

    def restore(self, unit: UnitId, number: int, *, based_on: str, signed: Signed) -> Edited:
        """Let an earlier version stand again, as a new one.

        Raises:
            FileChanged: somebody saved after what the user saw.
            VersionLost: no such version, or its content is damaged.
        """
        place = self._at(unit)
        data = place.folder.version(place.name, number)
        return place.save(data, based_on, signed, str(Mark(Kind.RESTORE, number)))

    def steps(self, unit: UnitId, who: str) -> Steps:
        """What somebody can take back and do again, over the whole history."""
        return steps(self.history(unit), who)

    def undo(self, unit: UnitId, signed: Signed, stands: Stands | None = None) -> Edited:
        """Take somebody's last own edit back, as a new version; what others did stays."""
        return self._step(unit, Kind.UNDO, signed, stands)

    def redo(self, unit: UnitId, signed: Signed, stands: Stands | None = None) -> Edited:
        """Do again what was taken back last."""
        return self._step(unit, Kind.REDO, signed, stands)

    def _step(self, unit: UnitId, kind: Kind, signed: Signed, stands: Stands | None) -> Edited:
        place = self._document(unit)
        versions = place.folder.history(place.name)
        found = steps(versions, signed.who)
        by_number = {version.number: version for version in versions}
        for number in reversed(found.done if kind is Kind.UNDO else found.undone):
            version = by_number[number]
            before, after = place.content(version.before or ""), place.content(version.digest)
            base, wanted = (after, before) if kind is Kind.UNDO else (before, after)
            now, digest = place.now()
            merged = _together(base, wanted, now, stands)
            if merged.conflicts and stands is None:
                return Edited(conflicts=merged.conflicts)
            if merged.data != now:  # otherwise somebody else took it back already
                return place.save(merged.data, digest, signed, str(Mark(kind, number)))
        return Edited()

    def _at(self, unit: UnitId) -> Place:
        path = self.open(unit).path
        if path.is_relative_to(self.folder):
            return Place(self.reach.store(), path.relative_to(self.folder).as_posix())
        return Place(self.reach.store(path.parent), path.name)

    def _document(self, unit: UnitId) -> Place:
        """Where what is saved lies, for steps taken back; the unit's own document."""
        return self._at(unit)


def _said(data: bytes, digest: str) -> dict[TaskId, TaskSaid]:
    return _SAID.get(digest, lambda: tasks_said(data))


def _together(base: bytes, mine: bytes, theirs: bytes, stands: Stands | None) -> Merged:
    if stands is Stands.THEIRS:
        return document.merged(base, theirs, mine)
    return document.merged(base, mine, theirs)


def errors(data: bytes, name: str) -> tuple[Finding, ...]:
    """What would keep a mapping from being read."""
    mapping, findings = opening.read(data, name)
    if mapping is not None:
        return ()
    return tuple(finding for finding in findings if finding.severity is Severity.ERROR)

"""A unit's copy, edited as the unit is: what differs is kept in a document beside the mapping."""

from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from taskmap import document, scenario
from taskmap.errors import FileChanged, ScenarioHasErrors
from taskmap.remembered import Remembered
from taskmap.store.stored import Stored
from taskmap.workspace import editing, opening, trying
from taskmap.workspace.cards import Opened, ScenarioCard
from taskmap.workspace.editing import Edited, Editing, Signed
from taskmap.workspace.reach import Reach

_COPIES: Remembered[bytes] = Remembered(64)  # by document and digest
_APPLIED: Remembered[bytes] = Remembered(64)  # by what they are made of


@dataclass(frozen=True, slots=True)
class Copied(editing.Place):
    """Where a document beside a mapping lies, and the unit it is about; its content is a copy.

    Args:
        unit: the unit as it is mapped.
        reach: way to the store.
    """

    unit: Opened
    reach: Reach

    def content(self, digest: str) -> bytes:
        """A copy that was shown before.

        Raises:
            FileChanged: it is no longer known.
        """
        held = _COPIES.held((self.folder.root, self.name, digest))
        standing = self.now()[1]
        if held is None:
            raise FileChanged(file=self.name, based_on=digest, digest=standing)
        return held

    def now(self) -> tuple[bytes, str]:
        """The copy as it stands, and its digest."""
        copy = self._copy(self.mapped(), self.folder.read(self.name))
        digest = sha256(copy).hexdigest()
        return _COPIES.get((self.folder.root, self.name, digest), lambda: copy), digest

    def save(self, data: bytes, based_on: str, signed: Signed, why: str) -> Edited:
        """Let the document say what a copy says, unless that would have errors."""
        before, standing = self.mapped(), self.folder.read(self.name)
        found = sha256(self._copy(before, standing)).hexdigest()
        if found != based_on:
            raise FileChanged(file=self.name, based_on=based_on, digest=found)
        wrong = editing.errors(data, self.name)
        if wrong:
            return Edited(findings=wrong)
        version = self.folder.save(
            self.name, self.text(standing, before, data),
            based_on=standing.digest, who=signed.who, why=why, at=signed.at,
        )  # fmt: skip
        return Edited(version=replace(version, digest=self.now()[1], before=based_on))

    def mapped(self) -> Stored:
        """The unit's own document."""
        return self.reach.read(self.unit.path, self.unit.card.file)

    def _copy(self, before: Stored, standing: Stored) -> bytes:
        key = (before.digest, standing.digest)
        return _APPLIED.get(key, lambda: self.applied(before, standing))

    def text(self, standing: Stored, before: Stored, copy: bytes) -> bytes:
        """The document that makes a copy of the mapping."""
        raise NotImplementedError

    def applied(self, before: Stored, standing: Stored) -> bytes:
        """The copy a document makes of the mapping."""
        raise NotImplementedError


class _Draft(Copied):
    """A scenario, whose content is the unit as it would be."""

    def text(self, standing: Stored, before: Stored, copy: bytes) -> bytes:
        """What the copy says otherwise."""
        return document.scenario_from(standing.data, before.data, copy)

    def applied(self, before: Stored, standing: Stored) -> bytes:
        """The changed mapping."""
        mapping, _ = opening.read(before.data, before.name)
        if mapping is None:
            raise self.unit.refusal
        found, _ = document.read_scenario(
            standing.data, file=standing.name, mapping=mapping, catalogue=self.unit.catalogue
        )
        if found is None:
            raise ScenarioHasErrors(file=standing.name)
        together = scenario.combined([found])
        return trying.copy_of(before.data, before.digest, mapping, together)


@dataclass(frozen=True, slots=True)
class _Saying(editing.Place):
    """The scenario's own document, for steps taken back and done again.

    Args:
        draft: the copy it makes.
    """

    draft: _Draft

    def save(self, data: bytes, based_on: str, signed: Signed, why: str) -> Edited:
        """Another document, unless the copy it makes would have errors; told by its copy."""
        standing, mapped = self.draft.now()[1], self.draft.mapped()
        new = replace(self.folder.read(self.name), data=data, digest=sha256(data).hexdigest())
        wrong = editing.errors(self.draft.applied(mapped, new), self.name)
        if wrong:
            return Edited(findings=wrong)
        version = self.folder.save(
            self.name, data, based_on=based_on, who=signed.who, why=why, at=signed.at
        )
        digest = self.draft.now()[1]
        return Edited(version=replace(version, digest=digest, before=standing))


class Drafting(Editing):
    """A unit under one scenario, to be edited.

    Args:
        unit: the unit as it is mapped.
        under: the same under the scenario.
        card: the scenario, sound.
        reach: way to the store.
    """

    def __init__(self, unit: Opened, under: Opened, card: ScenarioCard, reach: Reach) -> None:
        self.folder = unit.path.parent
        self.reach = reach
        self.card = card
        self._unit = unit
        self._under = under

    def open(self, unit: str | Path) -> Opened:  # noqa: ARG002 - there is only this one
        """The unit as it would be."""
        return self._under

    def _at(self, unit: str) -> _Draft:  # noqa: ARG002 - there is only this one
        store = self.reach.store(self.folder)
        return _Draft(store, self.card.file, self._unit, self.reach)

    def _document(self, unit: str) -> editing.Place:
        draft = self._at(unit)
        return _Saying(draft.folder, draft.name, draft)

"""Units of a folder side by side: compared, told who does it already, and how far each is."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from taskmap import comparison, document
from taskmap.comparison import Comparison, Content, Found, Precedent, Progress
from taskmap.errors import UnitNotFound, UnitsNotFound
from taskmap.model.followup import FollowUp
from taskmap.model.plan import Plan
from taskmap.model.question import Question
from taskmap.model.units import UnitId
from taskmap.remembered import Remembered
from taskmap.store.stored import Stored
from taskmap.workspace import analyses, asking, opening
from taskmap.workspace.about import About
from taskmap.workspace.cards import Opened
from taskmap.workspace.reach import Reach

_CONTENTS: Remembered[Content] = Remembered(2048)
_COMPARED: Remembered[Comparison] = Remembered(16)


class SideBySide:
    """What can be asked of many units at once; every unit as it is mapped, without scenarios."""

    folder: Path
    today: date
    reach: Reach

    def question(self) -> Question:
        """The question every unit is asked."""
        raise NotImplementedError

    def open(self, unit: str | Path) -> Opened:
        """A unit by its id, or a file by its path."""
        raise NotImplementedError

    def _units(self) -> list[Opened]:
        raise NotImplementedError

    def compare(self, units: Iterable[UnitId]) -> Comparison:
        """Units side by side; a unit named twice stands once.

        Raises:
            UnitNotFound, UnitsNotFound: as ``open_all``.
            MappingHasErrors: a unit's document has errors.
        """
        chosen = self._chosen(units)
        question = self.question()
        contents = self._contents(chosen, question)
        key = (question.as_of, *sorted((unit.card.id, unit.digest) for unit in chosen))
        return _COMPARED.get(key, lambda: comparison.compare(contents))

    def precedents(self, unit: UnitId, plan: Plan) -> tuple[Found, ...]:
        """For every move of a plan the real units that do it so already.

        Raises:
            as ``compare``.
        """
        question, known = self.question(), self._sound()
        own, *others = self._contents([*self._chosen([unit]), *known], question)
        return comparison.precedents(plan.moves, own, others)

    def examples(self) -> tuple[Precedent, ...]:
        """Good examples among the real units of the folder."""
        return comparison.examples(self._contents(self._sound(), self.question()))

    def contents(self, units: Iterable[UnitId]) -> dict[UnitId, Content]:
        """What a comparison reads of units, to name their tasks and roles by."""
        found = self._contents(self._chosen(units), self.question())
        return {content.id: content for content in found}

    def progress(self, units: Iterable[UnitId]) -> tuple[Progress, ...]:
        """How far each unit is today; units with errors are left out, and so are unknown ones."""
        asked, decided = set(units), self._decided()
        return tuple(
            comparison.progress(each.mapping, _read(decided.get(each.card.id), each), self.today)
            for each in self._sound()
            if each.mapping is not None and each.card.id in asked
        )

    def open_all(self, names: Iterable[str]) -> list[Opened]:
        """Units by id or file, also those with errors; one named twice stands once.

        Raises:
            UnitNotFound: one is not there.
            UnitsNotFound: several are not.
        """
        found, lost = [], []
        for name in dict.fromkeys(names):
            try:
                found.append(self.open(name))
            except UnitNotFound:
                lost.append(name)
        self._refuse(lost, [each.card.id for each in self._units()] if lost else [])
        return found

    def _chosen(self, units: Iterable[UnitId]) -> list[Opened]:
        known = {each.card.id: each for each in self._units()}
        named = tuple(dict.fromkeys(units))
        self._refuse([unit for unit in named if unit not in known], list(known))
        for unit in named:
            if known[unit].mapping is None:
                raise known[unit].refusal
        return [known[unit] for unit in named]

    def _refuse(self, lost: Sequence[str], known: Sequence[UnitId]) -> None:
        folder = self.folder.as_posix()
        near = [opening.nearest(unit, known) for unit in lost]
        if len(lost) == 1:
            raise UnitNotFound(unit=lost[0], folder=folder, nearest=near[0])
        if lost:
            meant = tuple(dict.fromkeys(each for each in near if each))
            raise UnitsNotFound(units=tuple(lost), folder=folder, nearest=meant)

    def _sound(self) -> list[Opened]:
        return [each for each in self._units() if each.mapping is not None]

    def _contents(self, units: Iterable[Opened], question: Question) -> list[Content]:
        decided = self._decided()
        return [_known(unit, question, decided.get(unit.card.id)) for unit in units]

    def _decided(self) -> dict[UnitId, Stored]:
        """The document of each unit's decisions; none where two say they are."""
        found: dict[UnitId, list[Stored]] = {}
        for stored in self.reach.store().documents():
            unit = document.unit_named(stored.data) if stored.kind == "followup" else None
            if unit is not None:
                found.setdefault(unit, []).append(stored)
        return {unit: each[0] for unit, each in found.items() if len(each) == 1}


def _known(unit: Opened, question: Question, decided: Stored | None) -> Content:
    key = (unit.card.id, unit.digest, decided.digest if decided else None, question.as_of)
    return _CONTENTS.get(key, lambda: _content(unit, question, decided))


def _content(unit: Opened, question: Question, decided: Stored | None) -> Content:
    if unit.mapping is None or unit.catalogue is None:
        raise unit.refusal
    named = asking.of_leaves(question, unit.mapping)
    about = About(unit.digest, unit.mapping, unit.catalogue, named)
    return Content(
        mapping=unit.mapping,
        catalogue=unit.catalogue,
        capacities=analyses.capacities(about),
        levels=analyses.levels(about),
        followup=_read(decided, unit),
    )


def _read(decided: Stored | None, unit: Opened) -> FollowUp:
    """What was decided; nothing where the document has errors, which its own page tells."""
    if decided is None:
        return FollowUp(unit=unit.card.id)
    found, _ = document.read_followup(decided.data, file=decided.name, mapping=unit.mapping)
    return found or FollowUp(unit=unit.card.id)

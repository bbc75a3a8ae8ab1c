"""Scenarios of a unit made, named, edited, taken into use and taken away."""

from collections.abc import Sequence

from taskmap import document
from taskmap import scenario as scenarios_of
from taskmap.errors import ScenarioNotFound
from taskmap.model.difference import Difference
from taskmap.model.scenario import ScenarioId
from taskmap.model.units import UnitId
from taskmap.workspace.beside import Beside
from taskmap.workspace.cards import ScenarioCard
from taskmap.workspace.drafting import Drafting
from taskmap.workspace.editing import Edited, Editing, Signed, Stands
from taskmap.workspace.free_names import free_name

_OTHERWISE = "scenario"  # id of one whose name has no letters of ours


class Scenarios(Beside, Editing):
    """What people do with scenarios beside a unit's mapping."""

    def scenario(self, unit: UnitId, name: ScenarioId) -> ScenarioCard:
        """One of the unit's scenarios.

        Raises:
            ScenarioNotFound: there is none of that id.
        """
        for card in self.scenarios(unit):
            if card.id == name:
                return card
        raise ScenarioNotFound(scenario=name, unit=unit, nearest=None)

    def make_scenario(self, unit: UnitId, name: str, note: str, signed: Signed) -> ScenarioId:
        """A new scenario that changes nothing yet.

        Raises:
            TaskmapError: the disk refuses.
        """
        folder = self._beside(unit)
        before, after = f"{unit}-", ".yaml"
        names = (*(stored.name for stored in folder.documents()), *folder.missing())
        files = {name.removeprefix(before).removesuffix(after) for name in names}
        own = free_name(
            name, files | {card.id for card in self.scenarios(unit)}, otherwise=_OTHERWISE
        )
        folder.save(
            f"{before}{own}{after}", document.new_scenario(own, unit, name, note),
            based_on=None, who=signed.who, why="", at=signed.at,
        )  # fmt: skip
        return own

    def call_scenario(
        self, unit: UnitId, scenario: ScenarioId, name: str, note: str, signed: Signed
    ) -> None:
        """Another name and note.

        Raises:
            TaskmapError: there is no such scenario, or the disk refuses.
        """
        folder, card = self._beside(unit), self.scenario(unit, scenario)
        stored = folder.read(card.file)
        folder.save(
            card.file, document.scenario_called(stored.data, name, note),
            based_on=stored.digest, who=signed.who, why="", at=signed.at,
        )  # fmt: skip

    def remove_scenario(self, unit: UnitId, scenario: ScenarioId) -> str:
        """Take a scenario away; its versions are kept, and the answer names what to put back."""
        folder, card = self._beside(unit), self.scenario(unit, scenario)
        folder.take_away(card.file, based_on=folder.read(card.file).digest)
        return card.file

    def drafting(self, unit: UnitId, scenario: ScenarioId) -> Drafting:
        """The unit under a scenario, to be edited as the unit is."""
        card = self.scenario(unit, scenario)
        return Drafting(self._mapped(unit), self.under(card.id).open(unit), card, self.reach)

    def drop_change(
        self, unit: UnitId, scenario: ScenarioId, change: Difference, signed: Signed
    ) -> Edited:
        """Let one place be as it is mapped again.

        Raises:
            TaskmapError: there is no such scenario, or the disk refuses.
        """
        drafting, mapped = self.drafting(unit, scenario), self._mapped(unit)
        if mapped.mapping is None:
            raise mapped.refusal
        _, digest = drafting.said(unit)
        edits = scenarios_of.as_edits({change.path: change.before}, mapped.mapping)
        return drafting.edit(unit, edits, based_on=digest, signed=signed)

    def adopt(  # noqa: PLR0913 - everything a version tells
        self,
        unit: UnitId,
        names: Sequence[ScenarioId],
        *,
        based_on: str,
        signed: Signed,
        why: str,
        stands: Stands | None = None,
    ) -> Edited:
        """Let the mapping say what scenarios say, as a new version; the scenarios stay.

        Raises:
            TaskmapError: as ``adopting`` and ``edit``.
        """
        edits = self.adopting(unit, names)
        return self.edit(unit, edits, based_on=based_on, signed=signed, why=why, stands=stands)

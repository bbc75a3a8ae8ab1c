"""A unit as mapped beside the same unit under scenarios: load, levels and plan of each."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from taskmap import scenario
from taskmap.errors import MappingHasErrors, QuestionImpossible
from taskmap.model.capacity import Capacity
from taskmap.model.difference import Difference
from taskmap.model.edit import Edit
from taskmap.model.plan import LeafLevel, Plan
from taskmap.model.question import Question
from taskmap.model.units import BandId, RoleId, UnitId
from taskmap.workspace import trying
from taskmap.workspace.cards import Opened, ScenarioCard
from taskmap.workspace.reach import Reach

Names = Sequence[str | Path]


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """One column of a comparison.

    Args:
        cards: the scenarios it is under; none: as mapped.
        opened: the unit as it would be.
        differences: what it says otherwise than the mapping.
        plan: None where the question's demands cannot all be had.
    """

    cards: tuple[ScenarioCard, ...]
    opened: Opened
    differences: tuple[Difference, ...]
    capacities: Mapping[tuple[RoleId, BandId], Capacity]
    levels: tuple[LeafLevel, ...]
    plan: Plan | None


class Asked(Protocol):
    """What a comparison asks of the hall."""

    def open(self, unit: str | Path) -> Opened:
        """A unit by its id, or a file by its path."""

    def suggest(self, unit: UnitId, question: Question) -> Plan:
        """A plan."""

    def levels(self, unit: UnitId, question: Question) -> tuple[LeafLevel, ...]:
        """Where each leaf is done today and its effective level."""

    def capacities(self, unit: UnitId, question: Question) -> dict[tuple[RoleId, BandId], Capacity]:
        """Hours by role and band."""


class Comparing:
    """Scenarios of a unit: listed, compared, taken into use."""

    reach: Reach

    def open(self, unit: str | Path) -> Opened:
        """A unit by its id, or a file by its path."""
        raise NotImplementedError

    def under(self, *scenarios: str | Path) -> Asked:
        """The same hall, with every unit under scenarios."""
        raise NotImplementedError

    def scenarios(self, unit: UnitId) -> tuple[ScenarioCard, ...]:
        """The scenarios that lie beside a unit's mapping, by name; also those with errors."""
        return trying.beside(self._mapped(unit), self.reach)

    def difference(self, unit: UnitId, names: Names) -> tuple[Difference, ...]:
        """What the unit would say otherwise under scenarios.

        Raises:
            ScenarioNotFound: there is no such scenario.
            ScenariosConflict: two of them change the same, each in another way.
        """
        return self._difference(self._mapped(unit), names)

    def adopting(self, unit: UnitId, names: Names) -> tuple[Edit, ...]:
        """The edits that make the mapping say what the scenarios say, to be saved by ``edit``.

        Raises:
            as ``difference``.
        """
        mapped = self._mapped(unit)
        if mapped.mapping is None:
            raise MappingHasErrors(unit=mapped.card.id, file=mapped.card.file)
        together = trying.combined(trying.chosen(mapped, names, self.reach))
        return scenario.as_edits(together.changes, mapped.mapping)

    def compared(
        self, unit: UnitId, question: Question, columns: Iterable[Names]
    ) -> tuple[Compared, ...]:
        """The unit as mapped first, then under each column's scenarios, all asked the same.

        Raises:
            MappingHasErrors: the document has errors.
            ScenarioHasErrors: a scenario has.
            ScenarioNotFound: there is no such scenario.
            ScenariosConflict: two of one column change the same, each in another way.
        """
        mapped = self._mapped(unit)
        return tuple(self._column(unit, mapped, question, names) for names in ((), *columns))

    def _column(self, unit: UnitId, mapped: Opened, question: Question, names: Names) -> Compared:
        hall = self.under(*names)
        try:
            plan = hall.suggest(unit, question)
        except QuestionImpossible:
            plan = None
        return Compared(
            cards=trying.chosen(mapped, names, self.reach),
            opened=hall.open(unit),
            differences=self._difference(mapped, names),
            capacities=hall.capacities(unit, question),
            levels=hall.levels(unit, question),
            plan=plan,
        )

    def _difference(self, mapped: Opened, names: Names) -> tuple[Difference, ...]:
        if mapped.mapping is None:
            raise MappingHasErrors(unit=mapped.card.id, file=mapped.card.file)
        cards = trying.chosen(mapped, names, self.reach)
        return trying.difference(mapped, cards, self.reach)

    def _mapped(self, unit: UnitId) -> Opened:
        return self.under().open(unit)

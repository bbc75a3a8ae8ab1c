"""What the hall hands out about a unit, before and after it is opened."""

from collections.abc import Mapping as MappingOf
from dataclasses import dataclass, field
from pathlib import Path

from taskmap.comparison.outside import Outside
from taskmap.errors import MappingHasErrors, ScenarioHasErrors, TaskmapError
from taskmap.model.catalogue import Catalogue
from taskmap.model.finding import Finding, Severity
from taskmap.model.input import GroupId, Input
from taskmap.model.mapping import Mapping
from taskmap.model.plan import Note
from taskmap.model.question import Question
from taskmap.model.said import TaskSaid
from taskmap.model.scenario import Scenario, ScenarioId
from taskmap.model.units import HoursPerWeek, TaskId, UnitId


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitCard:
    """A unit in a list: enough to choose it, also when its mapping has errors.

    Args:
        file: path as shown to a reader.
        source: publication the figures come from, None for a unit's own.
        tasks: leaf tasks, cases counted as one task.
        hours_per_week: mapped work today, in the hands that do it.
    """

    id: UnitId
    name: str
    organisation: str
    setting: str
    country: str
    file: str
    illustrative: bool = False
    source: str | None = None
    tasks: int = 0
    roles: int = 0
    hours_per_week: HoursPerWeek = 0.0
    errors: int = 0
    warnings: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenarioCard:
    """A scenario of a unit; ``scenario`` is None when it cannot be read.

    Args:
        file: path as shown to a reader.
        data: its document.
        findings: of the document, and of the mapping as it would be.
    """

    file: str
    data: bytes
    scenario: Scenario | None
    findings: tuple[Finding, ...]

    @property
    def id(self) -> ScenarioId:
        """Its id; its file where it has none that can be read."""
        return self.scenario.id if self.scenario is not None else self.file

    @property
    def name(self) -> str:
        """What people call it."""
        return self.scenario.name if self.scenario is not None else self.file

    @property
    def sound(self) -> bool:
        """Whether the unit can be opened under it."""
        return all(finding.severity is not Severity.ERROR for finding in self.findings)


@dataclass(frozen=True, slots=True, kw_only=True)
class InputCard:
    """What a group of professions says of a unit; ``input`` is None when it cannot be read.

    Args:
        file: path as shown to a reader.
        findings: of the document, of the sheet it fills in, and of groups beside it.
        sheet: the unit as the group says it; None where that cannot be shown.
        said: its tasks as they are written there.
    """

    file: str
    input: Input | None
    findings: tuple[Finding, ...]
    sheet: Mapping | None = None
    said: MappingOf[TaskId, TaskSaid] = field(default_factory=dict)

    @property
    def id(self) -> GroupId:
        """The group's id; its file where it has none that can be read."""
        return self.input.id if self.input is not None else self.file

    @property
    def done(self) -> bool:
        """Whether the group has said that it has finished."""
        return self.input is not None and self.input.done is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A unit's document, read and checked; ``mapping`` is None when it has errors.

    Args:
        scenarios: whose changes are in it, by id; none: as it is mapped.
        outside: what is left for readers outside the unit; None: all of it, for those inside.
    """

    card: UnitCard
    mapping: Mapping | None
    catalogue: Catalogue | None
    findings: tuple[Finding, ...]
    digest: str
    path: Path
    scenarios: tuple[ScenarioCard, ...] = ()
    outside: Outside | None = None

    @property
    def left_out(self) -> tuple[Note, ...]:
        """What is told of the tasks that are left out for readers outside."""
        return self.outside.notes if self.outside is not None else ()

    @property
    def refusal(self) -> TaskmapError:
        """Why it cannot be analysed, where there is no mapping."""
        if self.scenarios:
            return ScenarioHasErrors(file=self.findings[0].place.file)
        return MappingHasErrors(unit=self.card.id, file=self.card.file)


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What a check of files and folders came to: all findings, and the units in them."""

    findings: tuple[Finding, ...]
    opened: tuple[Opened, ...] = ()

    @property
    def units(self) -> tuple[UnitCard, ...]:
        """The units' cards, in the order read."""
        return tuple(unit.card for unit in self.opened)

    @property
    def clean(self) -> bool:
        """No finding is an error."""
        return all(finding.severity is not Severity.ERROR for finding in self.findings)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question for a unit, its names looked up; ``question`` is None when it has errors."""

    question: Question | None
    findings: tuple[Finding, ...]

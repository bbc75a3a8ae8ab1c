"""Opening the unit a command is about, or refusing it with its findings."""

from collections.abc import Sequence
from dataclasses import dataclass

from taskmap.cli.check import as_json, tell_findings
from taskmap.cli.command import Request
from taskmap.cli.output import Output
from taskmap.model.finding import Severity
from taskmap.model.scenario import Scenario, ScenarioId
from taskmap.present.findings import in_order
from taskmap.present.names import Speaker
from taskmap.present.scenarios import under_line
from taskmap.workspace import Checked, Opened, Workspace


@dataclass(frozen=True)
class Subject:
    """A unit without errors: the hall it is asked through, its document, and its words.

    Args:
        name: as it was asked for, an id or a file.
        out: the terminal.
    """

    name: str
    out: Output
    workspace: Workspace
    opened: Opened
    speaker: Speaker

    @property
    def scenarios(self) -> tuple[Scenario, ...]:
        """Those the unit is under; none: as mapped."""
        found = (card.scenario for card in self.opened.scenarios)
        return tuple(scenario for scenario in found if scenario is not None)

    @property
    def scenario_ids(self) -> list[ScenarioId]:
        """Their ids."""
        return [scenario.id for scenario in self.scenarios]

    def tell_scenarios(self) -> None:
        """That what follows is no description of today."""
        if self.scenarios:
            self.out.text(under_line(self.scenarios, self.out.reader))


def subject(request: Request, *, outside: bool = False) -> Subject:
    """The unit asked for.

    Args:
        request: what every command about one unit is asked.
        outside: it is shown as readers outside the unit may see it.

    Raises:
        MappingHasErrors: after its findings have been told.
        ScenarioHasErrors: the same for a scenario.
        ScenarioNotFound: the unit has no scenario of that name.
        ScenariosConflict: two scenarios change the same, each in another way.
        UnitNotFound: no unit of that id and no file of that name.
    """
    workspace = Workspace(request.folder, request.day, request.scenarios, outside=outside)
    opened = workspace.open(request.unit)
    if opened.mapping is None or opened.catalogue is None:
        tell_why([opened], request.form, request.out)
        raise opened.refusal
    speaker = Speaker(request.out.reader, opened.mapping, opened.catalogue)
    return Subject(request.unit, request.out, workspace, opened, speaker)


def tell_why(refused: Sequence[Opened], form: str, out: Output) -> None:
    """What is wrong with units that cannot be analysed, all of it at once."""
    findings = tuple(finding for opened in refused for finding in opened.findings)
    if form == "json":
        out.raw(as_json(Checked(findings=findings), {}, out))
        return
    errors = [f for f in in_order(findings) if f.severity is Severity.ERROR]
    tell_findings(errors, {}, out)

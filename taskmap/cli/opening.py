"""Opening the unit a command is about, or refusing it with its findings."""

from dataclasses import dataclass

from taskmap.cli.check import as_json, tell_findings
from taskmap.cli.command import Request
from taskmap.cli.output import Output
from taskmap.errors import MappingHasErrors
from taskmap.model.finding import Severity
from taskmap.present.findings import in_order
from taskmap.present.names import Speaker
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


def subject(request: Request) -> Subject:
    """The unit asked for.

    Raises:
        MappingHasErrors: after its findings have been told.
        UnitNotFound: no unit of that id and no file of that name.
    """
    workspace = Workspace(request.folder, request.day)
    opened = workspace.open(request.unit)
    if opened.mapping is None or opened.catalogue is None:
        _tell_why(opened, request.form, request.out)
        raise MappingHasErrors(unit=opened.card.id, file=opened.card.file)
    speaker = Speaker(request.out.reader, opened.mapping, opened.catalogue)
    return Subject(request.unit, request.out, workspace, opened, speaker)


def _tell_why(opened: Opened, form: str, out: Output) -> None:
    if form == "json":
        out.raw(as_json(Checked(findings=opened.findings), {}, out))
        return
    errors = [f for f in in_order(opened.findings) if f.severity is Severity.ERROR]
    tell_findings(errors, {}, out)

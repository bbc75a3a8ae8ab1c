"""`taskmap report UNIT --kind unit|cards|lists --out FILE.pdf`: a unit on paper."""

from pathlib import Path

import click

from taskmap.cli.command import Request, scenario_option, unit_command
from taskmap.cli.opening import subject
from taskmap.errors import FormatUnknown
from taskmap.model.question import Question
from taskmap.workspace import PAPERS, write_new

ENDING = ".pdf"


@unit_command("report", forms=False)
@scenario_option
@click.option("--kind", type=click.Choice(PAPERS), required=True)
@click.option("--blank", is_flag=True)
@click.option(
    "--out",
    "target",
    required=True,
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE.pdf",
)
def report(request: Request, kind: str, blank: bool, target: Path) -> int:
    """A paper in the reader's language; never over a file that is there."""
    if target.suffix.lower() != ENDING:
        raise FormatUnknown(ending=target.suffix, known=(ENDING,))
    about = subject(request)
    question = Question(as_of=request.day, price=request.price)
    reader = request.out.reader
    write_new(target, about.workspace.paper(about.name, kind, question, reader, blank=blank))
    request.out.line(reader.say("cli.written", file=target.as_posix()))
    return 0

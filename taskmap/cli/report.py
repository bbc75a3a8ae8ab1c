"""`taskmap report UNIT --kind unit|cards|lists --out FILE.pdf|.xlsx`: a unit on paper."""

from pathlib import Path

import click

from taskmap.cli.command import Request, scenario_option, unit_command
from taskmap.cli.opening import subject
from taskmap.errors import FormatUnknown
from taskmap.model.question import Question
from taskmap.workspace import PAPERS, write_new


@unit_command("report", forms=False)
@scenario_option
@click.option("--kind", type=click.Choice(tuple(PAPERS)), required=True)
@click.option("--blank", is_flag=True)
@click.option(
    "--out",
    "target",
    required=True,
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
)
def report(request: Request, kind: str, blank: bool, target: Path) -> int:
    """A paper in the reader's language; never over a file that is there."""
    ending = target.suffix.lower()
    if ending not in PAPERS[kind]:
        raise FormatUnknown(ending=ending, known=PAPERS[kind])
    about = subject(request)
    question = Question(as_of=request.day, price=request.price)
    reader, workspace = request.out.reader, about.workspace
    if ending == ".pdf":
        data = workspace.paper(about.name, kind, question, reader, blank=blank)
    else:
        data = workspace.book(about.name, kind, question, reader)
    write_new(target, data)
    request.out.line(reader.say("cli.written", file=target.as_posix()))
    return 0

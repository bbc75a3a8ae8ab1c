"""`taskmap export UNIT --to xlsx|csv|graphml --out FILE`: a unit in the formats others use."""

from pathlib import Path

import click

from taskmap.cli.command import Request, outside_option, unit_command
from taskmap.cli.opening import subject
from taskmap.model.question import Question
from taskmap.workspace import GRAPH_FORMATS, write_new


@unit_command("export", forms=False)
@outside_option
@click.option("--to", type=click.Choice(("xlsx", "csv", "graphml")), required=True)
@click.option(
    "--out",
    "target",
    required=True,
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
)
def export(request: Request, to: str, outside: bool, target: Path) -> int:
    """The workbook filled in, its tasks as CSV, or the graph; never over a file that is there."""
    about = subject(request, outside=outside)
    ending = f".{to}"
    if ending in GRAPH_FORMATS:
        question = Question(as_of=request.day, price=request.price)
        data = about.workspace.graph_file(about.name, question, ending)
    else:
        data = about.workspace.sheet_file(about.name, ending, request.out.reader)
    write_new(target, data)
    request.out.line(request.out.reader.say("cli.written", file=target.as_posix()))
    return 0

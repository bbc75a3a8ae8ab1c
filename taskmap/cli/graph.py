"""`taskmap graph UNIT --out FILE`: the judged graph for other programs."""

from pathlib import Path

import click

from taskmap.cli.command import Request, outside_option, scenario_option, unit_command
from taskmap.cli.opening import subject
from taskmap.model.question import Question
from taskmap.workspace import GRAPH_FORMATS


def _file(ctx: click.Context, param: click.Parameter, value: Path) -> Path:
    if value.suffix.lower() not in GRAPH_FORMATS:
        raise click.BadParameter(str(value), ctx=ctx, param=param)
    return value


@unit_command("graph", forms=False)
@scenario_option
@outside_option
@click.option(
    "--out",
    "target",
    required=True,
    callback=_file,
    type=click.Path(path_type=Path, dir_okay=False, writable=True),
    metavar="FILE",
)
def graph(request: Request, outside: bool, target: Path) -> int:
    """GraphML or JSON node-link, as the file's ending says."""
    about = subject(request, outside=outside)
    question = Question(as_of=request.day, price=request.price)
    ending = target.suffix.lower()
    target.write_bytes(about.workspace.graph_file(about.name, question, ending))
    found = about.workspace.graph(about.name, question)
    request.out.line(
        request.out.reader.say(
            "cli.graph.written",
            file=target.as_posix(),
            nodes=found.number_of_nodes(),
            edges=found.number_of_edges(),
        )
    )
    return 0

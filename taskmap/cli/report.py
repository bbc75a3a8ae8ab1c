"""`taskmap report UNIT --kind unit|case|actions|… --out FILE.pdf|.docx|…`: a unit on paper."""

from pathlib import Path

import click

from taskmap.cli.asking import Choices, question_options
from taskmap.cli.command import Request, outside_option, scenario_option, unit_command
from taskmap.cli.opening import subject
from taskmap.cli.question import question_of
from taskmap.errors import FileThere, FormatUnknown
from taskmap.workspace import PAPERS, write_new


@unit_command("report", forms=False)
@scenario_option
@question_options
@click.option("--kind", type=click.Choice(tuple(PAPERS)), required=True)
@click.option("--measure", metavar="ID")
@click.option("--blank", is_flag=True)
@outside_option
@click.option(
    "--out",
    "target",
    required=True,
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
)
def report(  # noqa: PLR0913, PLR0917 - each is an option
    request: Request,
    choices: Choices,
    kind: str,
    measure: str | None,
    blank: bool,
    outside: bool,
    target: Path,
) -> int:
    """A paper in the reader's language; never over a file that is there."""
    ending = target.suffix.lower()
    if ending not in PAPERS[kind]:
        raise FormatUnknown(ending=ending, known=PAPERS[kind])
    if target.exists():
        raise FileThere(file=target.as_posix())
    about = subject(request, outside=outside)
    question = question_of(about, request, choices)
    data = about.workspace.paper(
        about.name,
        kind,
        question,
        request.out.reader,
        ending=ending,
        blank=blank,
        measure=measure,
    )
    write_new(target, data)
    request.out.line(request.out.reader.say("cli.written", file=target.as_posix()))
    return 0

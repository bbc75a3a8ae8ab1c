"""`taskmap template --out FILE`: the empty workbook a first mapping can be written in."""

from datetime import date
from pathlib import Path

import click

from taskmap.cli.command import FILE, command
from taskmap.cli.output import Output
from taskmap.model.unit import Country, Setting
from taskmap.workspace import Workspace, write_new


@command("template")
@click.option("--country", type=click.Choice([c.value for c in Country]), default="NO")
@click.option("--setting", type=click.Choice([s.value for s in Setting]), required=True)
@click.option("--out", "target", required=True, type=FILE, metavar="FILE")
def template(out: Output, country: str, setting: str, target: Path) -> int:
    """With lists to choose from, in the reader's language; never over a file that is there."""
    workspace = Workspace(Path(), date.today())  # noqa: DTZ011 - the day where the user is
    write_new(target, workspace.template(Country(country), Setting(setting), out.reader))
    out.line(out.reader.say("cli.written", file=target.as_posix()))
    return 0

"""`taskmap serve --config FILE`: the app for others than the one at the keyboard."""

from importlib import import_module
from pathlib import Path

import click

from taskmap.cli.command import FILE, command
from taskmap.cli.output import Output


@command("serve")
@click.option("--config", "file", required=True, type=FILE, metavar="FILE")
def serve(out: Output, file: Path) -> int:
    """Serve until stopped; what is wrong in the file is told at once, and nothing is begun."""
    # By name, since the service lies around everything, this command too.
    status: int = import_module("taskmap.serve.__main__").main(file, out.reader.code)
    return status

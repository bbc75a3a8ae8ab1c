"""`taskmap app`: the pages on this machine, in the browser."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import click

from taskmap.cli.command import FOLDER, command
from taskmap.cli.output import Output

ENTRY = Path(__file__).resolve().parents[2] / "app.py"
HOST = "127.0.0.1"
FIRST_PORT = 8501
PORTS = 20
HIGHEST_PORT = 65_535


@command("app")
@click.argument(
    "folder", metavar="[DIR]", type=click.Path(exists=True, file_okay=False), default=str(FOLDER)
)
@click.option("--port", type=click.IntRange(1, HIGHEST_PORT), metavar="N")
@click.option("--open/--no-open", "opens", default=True)
def app(out: Output, folder: str, port: int | None, opens: bool) -> None:
    """Start the app on a folder, for this machine alone, and tell its address."""
    chosen = port or _free_port()
    address = f"http://localhost:{chosen}"
    out.aside(out.reader.say("cli.app.runs", address=address, folder=folder))
    headless = not (opens and sys.stdout.isatty())
    command = [
        *(sys.executable, "-m", "streamlit", "run", str(ENTRY)),
        *("--server.address", HOST, "--server.port", str(chosen)),
        *("--server.headless", str(headless).lower(), "--browser.serverAddress", "localhost"),
    ]
    env = {**os.environ, "TASKMAP_FOLDER": str(Path(folder).resolve())}
    try:
        status = subprocess.call(command, cwd=ENTRY.parent, env=env)  # noqa: S603 -- our own line
    except KeyboardInterrupt:
        status = 0
    sys.exit(status)


def _free_port() -> int:
    """The first port nobody listens on, from Streamlit's usual one upwards."""
    for port in range(FIRST_PORT, FIRST_PORT + PORTS):
        with socket.socket() as tried:
            if tried.connect_ex((HOST, port)):
                return port
    return 0

"""A real PostgreSQL of its own, started for tests and stopped after them."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from taskmap.setup.database import find_postgres

USER = "taskmap"
# No power is lost here, so nobody waits for the disk.
_SETTINGS = ("fsync=off", "listen_addresses=", "max_connections=40", "shared_buffers=16MB")


def _other_than_root() -> dict[str, str]:
    """PostgreSQL refuses to run as root: as whom instead."""
    if os.geteuid() != 0:
        return {}
    known = {each.pw_name for each in pwd.getpwall()}
    return {"user": "postgres" if "postgres" in known else "nobody"}


def _run(*words: str | Path) -> None:
    subprocess.run(
        words, check=True, cwd="/", stdout=subprocess.DEVNULL, **_other_than_root()
    )  # fmt: skip


@contextmanager
def running() -> Iterator[str]:
    """The address of an empty database without tables of ours; reached by a socket alone."""
    programs = find_postgres()
    assert programs is not None, "PostgreSQL was looked for before"
    folder = Path(tempfile.mkdtemp(prefix="pg"))  # short: a socket's path may have 107 letters
    try:
        if os.geteuid() == 0:
            shutil.chown(folder, **_other_than_root())
        data, socket = folder / "data", quote(str(folder), safe="")
        _run(programs / "initdb", "-D", data, "-U", USER, "-A", "trust", "-E", "UTF8", "-N")
        options = " ".join(
            f"-c {each}" for each in (*_SETTINGS, f"unix_socket_directories={folder}")
        )
        _run(programs / "pg_ctl", "start", "-w", "-D", data, "-l", folder / "log", "-o", options)
        try:
            yield f"postgresql://{USER}@{socket}/postgres"
        finally:
            _run(programs / "pg_ctl", "stop", "-w", "-m", "immediate", "-D", data)
    finally:
        shutil.rmtree(folder, ignore_errors=True)

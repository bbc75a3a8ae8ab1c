"""The project's own environment: made once, brought up to date when its files change."""

import hashlib
import importlib.util
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
STAMP = VENV / "taskmap-installed.txt"
PINNED = {  # lists of every package with hashes
    "app": ("constraints.txt",),
    "server": ("constraints.txt", "constraints-server.txt"),
    "service": ("constraints.txt", "constraints-server.txt", "constraints-auth.txt"),
    "test": ("constraints-test.txt",),
}
FILES = ("pyproject.toml", *sorted({name for lists in PINNED.values() for name in lists}))
EVIDENCE = {
    "app": ("streamlit", "highspy"),
    "server": ("streamlit", "sqlalchemy", "psycopg"),
    "service": ("streamlit", "sqlalchemy", "psycopg", "authlib"),
    "test": ("streamlit", "pytest", "playwright", "sqlalchemy", "authlib"),
}
_WIDER: dict[str, set[str]] = {  # what serves a purpose as well
    "app": {"server", "service", "test"},
    "server": {"service", "test"},
    "service": {"test"},
    "test": set(),
}

VENV_HELP = "On Debian and Ubuntu: apt install python3-venv, then run the same command again."
NETWORK_HELP = (
    "Check the network connection, then run the same command again: it goes on from here."
)


class SetupFailedError(Exception):
    """A step of the set-up did not go through; the message says what to do."""


def python() -> Path:
    """The environment's interpreter."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def is_ready_here(purpose: str) -> bool:
    """Whether the running interpreter already has all that a purpose needs."""
    inside = Path(sys.prefix).resolve() == VENV.resolve()
    if inside:
        return serves(purpose)
    chosen = sys.prefix != sys.base_prefix or not (ROOT / "pyproject.toml").exists()
    return chosen and all(importlib.util.find_spec(name) for name in EVIDENCE[purpose])


def ensure(purpose: str) -> None:
    """Make or update the environment so that it serves a purpose.

    Args:
        purpose: "app", "server", "service" or "test".

    Raises:
        SetupFailedError: no virtual environment or packages could be had.
    """
    if serves(purpose):
        return
    if not python().exists():
        _say(f"Making the environment {VENV.name} (once) …")
        run_step([sys.executable, "-m", "venv", str(VENV)], VENV_HELP)
    told = " and ".join(PINNED[purpose])
    _say(f"Installing the packages of {told} (about a minute the first time) …")
    pip = [str(python()), "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    lists = [word for name in PINNED[purpose] for word in ("-r", name)]
    run_step([*pip, "--no-deps", *lists], NETWORK_HELP)
    # The project itself is a folder, which pip cannot hold to a hash: a step of its own.
    run_step([*pip, "--no-deps", "--no-build-isolation", "--no-index", "-e", "."], NETWORK_HELP)
    mark(purpose)
    _say("Ready.")


def mark(purpose: str) -> None:
    """Write down what the environment was made for and from."""
    served = {purpose, *_served()} if _same() else {purpose}
    STAMP.write_text("\n".join([*sorted(served), _digest()]), encoding="utf-8")


def serves(purpose: str) -> bool:
    """Whether the environment holds all a purpose needs, from the files as they are now."""
    served = _served()
    return python().exists() and _same() and (purpose in served or bool(served & _WIDER[purpose]))


def _digest() -> str:
    """What the environment was made from: its files and the interpreter's version."""
    held = hashlib.sha256(repr(sys.version_info[:2]).encode())
    for name in FILES:
        held.update((ROOT / name).read_bytes())
    return held.hexdigest()


def _served() -> set[str]:
    return set(STAMP.read_text().split()[:-1]) if STAMP.exists() else set()


def _same() -> bool:
    return STAMP.exists() and STAMP.read_text().split()[-1:] == [_digest()]


def run_step(command: list[str], way_out: str) -> None:
    """Run one step of the set-up.

    Raises:
        SetupFailedError: it ended with an error; the message ends with the way out.
    """
    done = subprocess.run(command, cwd=ROOT, check=False)  # noqa: S603 -- our own command line
    if done.returncode:
        raise SetupFailedError(f"This step failed: {' '.join(command[:4])} …\n{way_out}")


def _say(words: str) -> None:
    sys.stderr.write(f"taskmap: {words}\n")
    sys.stderr.flush()

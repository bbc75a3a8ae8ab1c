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
PINNED = {"app": "constraints.txt", "test": "constraints-test.txt"}  # every package with hashes
EVIDENCE = {"app": ("streamlit", "highspy"), "test": ("streamlit", "pytest", "playwright")}


class SetupFailedError(Exception):
    """A step of the set-up did not go through; the message says what to do."""


def python() -> Path:
    """The environment's interpreter."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def is_ready_here(purpose: str) -> bool:
    """Whether the running interpreter already has all that a purpose needs."""
    inside = Path(sys.prefix).resolve() == VENV.resolve()
    if inside:
        return _stamp_holds(purpose)
    chosen = sys.prefix != sys.base_prefix or not (ROOT / "pyproject.toml").exists()
    return chosen and all(importlib.util.find_spec(name) for name in EVIDENCE[purpose])


def ensure(purpose: str) -> None:
    """Make or update the environment so that it serves a purpose.

    Args:
        purpose: "app" or "test".

    Raises:
        SetupFailedError: no virtual environment or packages could be had.
    """
    if _stamp_holds(purpose):
        return
    if not python().exists():
        _say(f"Making the environment {VENV.name} (once) …")
        _run([sys.executable, "-m", "venv", str(VENV)], _VENV_HELP)
    _say(f"Installing the packages of {PINNED[purpose]} (about a minute the first time) …")
    pip = [str(python()), "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    _run([*pip, "--no-deps", "-r", PINNED[purpose]], _NETWORK_HELP)
    # The project itself is a folder, which pip cannot hold to a hash: a step of its own.
    _run([*pip, "--no-deps", "--no-build-isolation", "--no-index", "-e", "."], _NETWORK_HELP)
    STAMP.write_text(
        "\n".join(sorted({purpose, *_served()} if _same() else {purpose})) + "\n" + _digest()
    )
    _say("Ready.")


_VENV_HELP = "On Debian and Ubuntu: apt install python3-venv, then run the same command again."
_NETWORK_HELP = (
    "Check the network connection, then run the same command again: it goes on from here."
)


def _digest() -> str:
    """What the environment was made from: its files and the interpreter's version."""
    held = hashlib.sha256(repr(sys.version_info[:2]).encode())
    for name in ("pyproject.toml", *PINNED.values()):
        held.update((ROOT / name).read_bytes())
    return held.hexdigest()


def _served() -> set[str]:
    return set(STAMP.read_text().split()[:-1]) if STAMP.exists() else set()


def _same() -> bool:
    return STAMP.exists() and STAMP.read_text().split()[-1:] == [_digest()]


def _stamp_holds(purpose: str) -> bool:
    served = _served()
    return python().exists() and _same() and (purpose in served or "test" in served)


def _run(command: list[str], way_out: str) -> None:
    done = subprocess.run(command, cwd=ROOT, check=False)  # noqa: S603 -- our own command line
    if done.returncode:
        raise SetupFailedError(f"This step failed: {' '.join(command[:4])} …\n{way_out}")


def _say(words: str) -> None:
    sys.stderr.write(f"taskmap: {words}\n")
    sys.stderr.flush()

"""Commands run in this process, and what they wrote."""

import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from taskmap.cli import main

ROOT = Path(__file__).resolve().parents[2]
WARD = ROOT / "tests/cases/ward.yaml"


@dataclass(frozen=True)
class Said:
    """Exit status and both streams."""

    status: int
    out: str
    err: str


@pytest.fixture
def taskmap(capsysbinary, monkeypatch):
    """Runs a command as from a terminal without colours, 100 columns wide."""
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.chdir(ROOT)

    def run(*args):
        status = 0
        try:
            main([str(arg) for arg in args])
        except SystemExit as ended:
            status = ended.code or 0
        sys.stdout.flush()
        told = capsysbinary.readouterr()
        return Said(status, told.out.decode(), told.err.decode())

    return run

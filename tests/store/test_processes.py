"""Real processes: ended in the middle of a save, and many that save at once."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[1]


def _run(script, *words):
    """A script's answer; it finds the package and what lies beside it."""
    done = subprocess.run(
        [sys.executable, str(HERE / script), *map(str, words)],
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT), str(HERE)))},
    )
    print(done.stdout)  # noqa: T201
    return json.loads(done.stdout)


def _nothing_lost(found, kills):
    assert found["kills"] == kills
    assert found["in a save"] > kills / 2
    assert found["acknowledged"] > kills / 2
    assert {found[name] for name in ("lost", "versions missing", "versions wrong")} == {0}


def test_a_sample_of_processes_ended_while_they_save(tmp_path):
    _nothing_lost(_run("killing.py", tmp_path, 20261122, 25), 25)


@pytest.mark.full
@pytest.mark.parametrize("seed", range(4))
def test_very_many_processes_ended_while_they_save(seed, tmp_path):
    _nothing_lost(_run("killing.py", tmp_path, seed, 300), 300)


def _all_there(found, writers, edits):
    assert found["acknowledged"] == writers * edits
    assert found["versions"] == writers * edits + 1
    assert found["versions that follow"] == writers * edits
    assert found["somebody else was first"] > 0
    assert {found[name] for name in ("lost", "twice", "writers that failed")} == {0}


def test_a_few_who_write_at_once_lose_nothing(tmp_path):
    _all_there(_run("writing_at_once.py", tmp_path, 4, 10), 4, 10)


@pytest.mark.full
def test_fifty_who_write_at_once_lose_nothing(tmp_path):
    _all_there(_run("writing_at_once.py", tmp_path, 50, 40), 50, 40)


def test_a_few_who_write_at_once_in_a_database_lose_nothing(database):
    _all_there(_run("writing_at_once.py", database / "few", 4, 5), 4, 5)


@pytest.mark.full
def test_very_many_who_write_at_once_in_a_database_lose_nothing(database):
    _all_there(_run("writing_at_once.py", database / "fifty", 25, 40), 25, 40)

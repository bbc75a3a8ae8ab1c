"""The README's test command: every test that can run here, and a loud word on those that cannot."""

import os
import subprocess
import sys

from taskmap.setup.browser import find_browser
from taskmap.setup.database import find_postgres
from taskmap.setup.environment import ROOT

NO_BROWSER = """
taskmap: NOT RUN: the tests that drive a browser, because no Chromium was found.
         Debian, Ubuntu: apt install chromium.  macOS, Windows: install Chromium, Chrome or Edge.
         Or name one in TASKMAP_CHROMIUM.
"""

NO_DATABASE = """
taskmap: NOT RUN: the tests that start a PostgreSQL, because none was found.
         Debian, Ubuntu: apt install postgresql.  Elsewhere: install PostgreSQL 14 or later.
         Or name the folder of its programs in TASKMAP_POSTGRES.
"""


def run_tests(arguments: list[str]) -> int:
    """Run pytest over ``tests/``.

    Args:
        arguments: ``--full`` for the long harnesses, ``--all`` to fail where a part cannot run,
            anything else goes to pytest.

    Returns:
        pytest's exit status; 1 when ``--all`` was asked for and a browser or a database is missing.
    """
    chosen = [a for a in arguments if a not in ("--full", "--all")]
    marks = [] if "--full" in arguments else ["not full"]
    without_browser, without_database = find_browser() is None, find_postgres() is None
    missing = NO_BROWSER * without_browser + NO_DATABASE * without_database
    sys.stderr.write(missing)
    if missing and "--all" in arguments:
        return 1
    if without_browser:
        marks.append("not browser")
    command = [sys.executable, "-m", "pytest", "-m", " and ".join(marks), *_shared(chosen), *chosen]
    told = {**os.environ, "TASKMAP_TEST_ALL": "1"} if "--all" in arguments else None
    status = subprocess.run(command, cwd=ROOT, env=told, check=False).returncode  # noqa: S603
    sys.stderr.write(missing)
    return status


def _shared(chosen: list[str]) -> list[str]:
    """Two workers by default: the machine the limit of 15 minutes is meant for has two cores.

    Each takes a stretch of the tests, so that a browser, a server or a database is mostly started
    once; whoever is done takes over from the other.
    """
    told = any(a.startswith("-n") for a in chosen)
    workers = "2" if (os.cpu_count() or 1) > 1 else "0"
    return [] if told else ["-n", workers, "--dist", "worksteal"]

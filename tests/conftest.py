"""What every test may rely on: a skip counts as a failure where nothing may be left out."""

import os

import pytest

ALL = "TASKMAP_TEST_ALL"

# A word that is missing in one language raises here, where a page would show its key.
os.environ.setdefault("TASKMAP_STRICT_WORDS", "1")


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    skipped = len(reporter.stats.get("skipped", [])) if reporter else 0
    if os.environ.get(ALL) and skipped and exitstatus == pytest.ExitCode.OK:
        reporter.write_line(f"{skipped} skipped, and nothing may be skipped here", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED

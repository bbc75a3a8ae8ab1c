"""What every test may rely on: a skip counts as a failure where nothing may be left out."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ALL = "TASKMAP_TEST_ALL"
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

# The same examples on every machine, however busy it is.
settings.register_profile(
    "repeatable",
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("repeatable")

# A word that is missing in one language raises here, where a page would show its key.
os.environ.setdefault("TASKMAP_STRICT_WORDS", "1")


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    skipped = len(reporter.stats.get("skipped", [])) if reporter else 0
    if os.environ.get(ALL) and skipped and exitstatus == pytest.ExitCode.OK:
        reporter.write_line(f"{skipped} skipped, and nothing may be skipped here", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.fixture(scope="session")
def database() -> Iterator[Path]:
    """A PostgreSQL of its own with our tables, for all tests of a worker."""
    from taskmap.setup.database import find_postgres  # noqa: PLC0415 - few tests need it
    from taskmap.store import connecting  # noqa: PLC0415
    from tests.database import running  # noqa: PLC0415

    if find_postgres() is None:
        pytest.skip("no PostgreSQL on this machine")
    with running() as address:
        connecting.prepare(address)
        yield Path(address)
        connecting.close()


@pytest.fixture(scope="session")
def browser() -> Iterator["Browser"]:
    """One Chromium for all that drive one in a worker; its library stands no second beside it."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - few tests need it

    from taskmap.setup.browser import find_browser  # noqa: PLC0415

    found = find_browser()
    if found is None:
        pytest.skip("no Chromium on this machine")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=found, args=list(FLAGS))
        yield chromium
        chromium.close()

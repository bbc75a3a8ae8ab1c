"""The app running on a free port of this machine, and when a page stands still."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Locator, Page
from playwright.sync_api import TimeoutError as NotThere

ROOT = Path(__file__).parents[2]
OPENS = 4_000  # milliseconds until a list that was pressed stands open
QUIET = 900  # milliseconds
POLLED = 100  # milliseconds; asking at every frame keeps the browser drawing for nothing


@contextmanager
def serving(folder: Path, port: int = 0, script: Path = ROOT / "app.py") -> Iterator[str]:
    """The app on a folder of mappings, on a free port or a given one; stopped with the block."""
    with socket.socket() as free:
        free.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        free.bind(("127.0.0.1", port))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", str(script), "--server.port", str(port)]
    env = {**os.environ, "TASKMAP_FOLDER": str(folder)}
    server = subprocess.Popen(
        command, cwd=ROOT, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        address = f"http://127.0.0.1:{port}"
        _wait_for(address, server)
        yield address
    finally:
        server.terminate()
        server.wait(timeout=20)


def _wait_for(address: str, server: subprocess.Popen) -> None:
    for _ in range(120):
        assert server.poll() is None, "the server ended before it answered"
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health", timeout=1):  # noqa: S310
                return
        except OSError:
            time.sleep(0.5)
    raise TimeoutError(address)


def settle(page: Page) -> None:
    """Wait until, for a while, no script ran, every figure was drawn, and no progress was shown."""
    page.wait_for_selector("h2")
    page.evaluate("window.stillSince = performance.now()")
    page.wait_for_function(
        """quiet => {
            if (document.querySelector(
                "[data-testid=stApp][data-test-script-state=running], [data-testid=stProgress], "
                + "[data-testid=stSkeleton], [data-stale=true]"))
                window.stillSince = performance.now();
            return performance.now() - window.stillSince > quiet;
        }""",
        arg=QUIET,
        polling=POLLED,
    )


def take(field: Locator, option: str, *, exact: bool = True) -> None:
    """Open a list and take from it; a list the page closed again while it moved is pressed anew."""
    offered = field.page.get_by_role("option", name=option, exact=exact)
    for _ in range(4):
        field.scroll_into_view_if_needed()
        field.click()
        try:
            offered.click(timeout=OPENS)
        except NotThere:
            continue
        return
    offered.click()

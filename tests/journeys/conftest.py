"""A server of the app, and a browser to look at it."""

import os
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.running import ROOT, serving, settle

WIDE = 1400
SLOW = 20_000  # milliseconds; a server on a busy machine, or one that was just started

expect.set_options(timeout=SLOW)
os.environ.setdefault("TASKMAP_STRICT_WORDS", "1")


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    with serving(ROOT / "mappings") as found:
        yield found


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Callable[..., Page]]:
    """Opens a path of the app and waits until it stands still; closes what it opened."""
    opened: list[Page] = []

    def visited(path: str = "", width: int = WIDE, *, at: str = address) -> Page:
        page = browser.new_page(viewport={"width": width, "height": 900}, locale="nb-NO")
        page.set_default_timeout(60_000)
        opened.append(page)
        page.goto(f"{at}/{path}")
        settle(page)
        return page

    yield visited
    for page in opened:
        page.close()

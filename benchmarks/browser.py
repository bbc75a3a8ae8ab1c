"""How soon the page answers in a browser, beside an app that does nothing, in the same run."""

import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from playwright.sync_api import Locator, Page, sync_playwright

from benchmarks.units import unit
from taskmap.setup.browser import find_browser
from tests.conftest import FLAGS
from tests.journeys.grid import type_in
from tests.journeys.running import serving, settle

TIMES = 15
MINUTES = 4  # the column of the minutes, in a unit of three bands and no volumes
# The browser's own clock, from the key to the words: asking it now and then rounds up by 0.5 s.
CLOCK = """words => {
    const told = new RegExp(words), texts = "[data-testid=stMarkdownContainer]";
    const key = new Promise(pressed => document.addEventListener(
        "keydown", () => pressed(performance.now()), {once: true, capture: true}));
    window.answered = new Promise(done => new MutationObserver((_, watch) => {
        if ([...document.querySelectorAll(texts)].some(each => told.test(each.textContent))) {
            watch.disconnect();
            key.then(begun => done((performance.now() - begun) / 1000));
        }
    }).observe(document.body, {subtree: true, childList: true, characterData: true}));
}"""
EMPTY = """import streamlit as st
typed = st.text_input("typed")
st.markdown(f"answer {typed}")
"""


def edited() -> None:
    """From the key that leaves a cell until the page says the edit is saved; 150 tasks."""
    with _page() as page:
        empty = _empty(page)
        ours = _ours(page)
    print(
        f"150 tasks: an edit answered / an empty rerun {median(ours) / median(empty):.1f}", end=""
    )
    print(f" (median of {TIMES}: {median(ours):.2f} s against {median(empty):.3f} s)")


@contextmanager
def _page() -> Iterator[Page]:
    found = find_browser()
    if found is None:
        sys.exit("no Chromium on this machine")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=found, args=list(FLAGS))
        yield chromium.new_page(viewport={"width": 1400, "height": 900}, locale="nb-NO")
        chromium.close()


def _empty(page: Page) -> list[float]:
    with _folder() as folder:
        (folder / "empty.py").write_text(EMPTY)
        with serving(folder, script=folder / "empty.py") as address:
            page.goto(address)
            field = page.get_by_label("typed")
            return [_answered(page, field, n) for n in range(TIMES)]


def _answered(page: Page, field: Locator, n: int) -> float:
    field.fill(str(n))
    return _until(page, f"answer {n}")


def _ours(page: Page) -> list[float]:
    with _folder() as folder:
        (folder / "measured.yaml").write_text(unit(150, 12))
        with serving(folder) as address:
            page.goto(f"{address}/mapping?lang=nb&unit=maalt-150x12&view=edit")
            settle(page)
            return [_saved(page, n) for n in range(TIMES)]


def _saved(page: Page, n: int) -> float:
    type_in(page, n % 5, MINUTES, str(20 + n), leave=False)
    return _until(page, rf"Lagret kl\. [\d.]+, versjon {n + 2}\.")


def _until(page: Page, told: str) -> float:
    page.evaluate(CLOCK, told)
    page.keyboard.press("Enter")
    seconds: float = page.evaluate("window.answered")
    return seconds


@contextmanager
def _folder() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp())
    yield folder
    shutil.rmtree(folder)

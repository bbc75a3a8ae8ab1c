"""Typing in the grid of tasks as a person does: looking before every step."""

from contextlib import suppress

from playwright.sync_api import Page, expect
from playwright.sync_api import TimeoutError as Slow

from tests.journeys.running import settle

_STEPS = 60
_PATIENCE = 2_000  # milliseconds before a key or a click that did nothing is given again
_FIRST = (40, 52)  # pixels from the grid's corner to its first cell, under the headings
_CHOSEN = "[data-testid^=glide-cell][aria-selected=true]"
_TAKEN = "[data-testid=glide-cell-0-0][aria-selected=true]:focus"
_OPEN = "textarea.gdg-input"


def type_in(page: Page, row: int, column: int, text: str, *, leave: bool = True) -> None:
    """Click the first cell, walk to another with the arrows, and type over what is there.

    Args:
        page: with the grid.
        row: counted from 0.
        column: counted from 0.
        text: what is typed.
        leave: press Enter behind it, which saves it.
    """
    settle(page)
    _walk(page, row, column)
    page.keyboard.type(text[0])
    typed = page.locator(_OPEN)
    expect(typed).to_have_value(text[0])  # the cell opens with the first letter
    page.keyboard.type(text[1:], delay=15)
    expect(typed).to_have_value(text)
    if leave:
        page.keyboard.press("Enter")


def _walk(page: Page, row: int, column: int) -> None:
    """One step at a time, each where the one before led: a busy grid may miss a key."""
    _click_first(page)
    for _ in range(_STEPS):
        at_column, at_row = _chosen(page)
        if at_row != row:
            page.keyboard.press("ArrowDown" if at_row < row else "ArrowUp")
        elif at_column != column:
            page.keyboard.press("ArrowRight" if at_column < column else "ArrowLeft")
        else:
            return
        _until_another(page, (at_column, at_row))
    raise AssertionError("the arrows never led to the cell")


def _click_first(page: Page) -> None:
    grid = page.get_by_test_id("stDataFrame").first
    grid.evaluate("grid => grid.scrollIntoView({block: 'center'})")
    page.wait_for_timeout(200)
    for _ in range(5):
        place = grid.bounding_box()
        assert place is not None
        page.mouse.click(place["x"] + _FIRST[0], place["y"] + _FIRST[1])
        with suppress(Slow):
            page.wait_for_selector(_TAKEN, state="attached", timeout=_PATIENCE)
            return
    raise AssertionError("the grid never took the click")


def _chosen(page: Page) -> tuple[int, int]:
    name = page.locator(_CHOSEN).first.get_attribute("data-testid") or ""
    _, _, column, row = name.split("-")
    return int(column), int(row)


def _until_another(page: Page, at: tuple[int, int]) -> None:
    there = f"{_CHOSEN}:not([data-testid=glide-cell-{at[0]}-{at[1]}])"
    with suppress(Slow):
        page.wait_for_selector(there, state="attached", timeout=_PATIENCE)

"""Pages opened without a browser, on the mappings that ship."""

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

os.environ.setdefault("TASKMAP_STRICT_WORDS", "1")

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 21)

Open = Callable[..., AppTest]


@pytest.fixture
def open_page(monkeypatch: pytest.MonkeyPatch) -> Open:
    """Opens a page by name with what stands in the address."""
    monkeypatch.setenv("TASKMAP_FOLDER", str(ROOT / "mappings"))

    def opened(page: str = "overview", **address: str) -> AppTest:
        at = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120)
        for name, value in address.items():
            at.query_params[name] = value
        if page != "overview":
            at.switch_page(str(ROOT / f"taskmap/ui/pages/{page}.py"))
        return at.run()

    return opened

"""axe-core from where the set-up put it; nothing is fetched while tests run."""

import os
from importlib.util import find_spec
from pathlib import Path

PLACE = "TASKMAP_AXE"  # environment: path of axe.min.js
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
INSTALLED = Path(__file__).parents[2] / ".venv" / "share" / "axe" / "axe.min.js"


def script() -> str:
    """The text of axe.min.js.

    Raises:
        FileNotFoundError: it is nowhere; the message says how to get it.
    """
    for path in _places():
        if path.is_file():
            return path.read_text(encoding="utf-8")
    raise FileNotFoundError(f"axe.min.js: install the extra [test], or name the file in {PLACE}")


def violations(page) -> list[str]:
    """WCAG 2.2 A and AA rules a page breaks, each with the elements that break it."""
    page.evaluate(script())
    found = page.evaluate(
        "rules => axe.run(document, {runOnly: {type: 'tag', values: rules}})", list(RULES)
    )
    return [
        f"{broken['id']}: {node['html'][:200]}"
        for broken in found["violations"]
        for node in broken["nodes"]
    ]


def _places():
    if os.environ.get(PLACE):
        yield Path(os.environ[PLACE])
    yield INSTALLED
    package = find_spec("axe_playwright_python")
    if package is not None and package.origin:
        yield Path(package.origin).parent / "axe.min.js"

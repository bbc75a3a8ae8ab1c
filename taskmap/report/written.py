"""Tables of ``present`` as a template reads them."""

from typing import Any

from taskmap.present.table import Table


def as_data(found: Table) -> dict[str, Any]:
    """Title, headings with their side, and rows of words."""
    return {
        "title": found.title,
        "columns": [{"title": c.title, "figures": c.figures} for c in found.columns],
        "rows": [list(row) for row in found.texts()],
        "summary": found.summary,
    }

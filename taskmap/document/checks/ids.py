"""An id names one thing: no two bands, roles, tasks, cases or chains share theirs."""

from collections.abc import Iterable

from taskmap.document.draft import Draft
from taskmap.document.shapes import Values
from taskmap.yamltext import fold


def ids_are_unique(draft: Draft) -> None:
    """Find ids used twice, and ids a reader would take for the same."""
    for part, key in (("bands", "id"), ("staffing", "role"), ("tasks", "id"), ("chains", "id")):
        _unique(draft, draft.said.get(part, ()), key)
    for task in draft.said.get("tasks", ()):
        _unique(draft, task.get("cases", ()), "id")
        _unique(draft, task.get("alternatives", ()), "id")


def _unique(draft: Draft, items: Iterable[Values], key: str) -> None:
    seen: dict[str, Values] = {}
    for item in items:
        first = seen.setdefault(fold(item[key]), item)
        if first is not item:
            _note(draft, first, item, key)


def _note(draft: Draft, first: Values, item: Values, key: str) -> None:
    line = draft.reading.line((*first.path, key))
    path, name, other = (*item.path, key), item[key], first[key]
    if name == other:
        draft.reading.error("id.duplicate", path, value=name, first_line=line)
    else:
        draft.reading.error("id.lookalike", path, value=name, other=other, first_line=line)

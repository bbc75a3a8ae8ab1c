"""Local decisions: dated, and a pilot comes to an end."""

from collections.abc import Iterator

from taskmap.document.draft import Draft
from taskmap.document.shapes import Values


def pilots_end(draft: Draft) -> None:
    """A pilot without a last day is a decision nobody has made."""
    for said in _decisions(draft):
        if said["kind"] == "pilot" and "until" not in said:
            draft.reading.error("decision.pilot_without_end", said.path, value=said["role"])


def decision_dates(draft: Draft) -> None:
    """A decision ends after it was made; one that has run out no longer counts."""
    for said in _decisions(draft):
        until = said.get("until")
        if until is None:
            continue
        path, value = (*said.path, "until"), until.isoformat()
        if until < said["on"]:
            made = said["on"].isoformat()
            draft.reading.error("decision.ends_before_start", path, value=value, date=made)
        elif "on" in draft.said and until < draft.said["on"]:
            draft.reading.inform("decision.expired", path, value=value, role=said["role"])


def _decisions(draft: Draft) -> Iterator[Values]:
    for task in draft.said.get("tasks", ()):
        yield from task.get("decisions", ())
        for part in (*task.get("cases", ()), *task.get("alternatives", ())):
            yield from part.get("decisions", ())

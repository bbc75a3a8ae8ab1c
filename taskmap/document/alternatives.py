"""Another way of doing a task, from a document to the model."""

from taskmap.document.judgements import decisions_of, risk_of
from taskmap.document.shapes import Values
from taskmap.model.alternative import Alternative, AlternativeKind
from taskmap.model.amount import Count

_AS_SAID = (
    "id",
    "name",
    "minutes",
    "minutes_of",
    "factors",
    "competences",
    "one_off_kroner",
    "one_off_hours",
    "running_kroner",
    "unit",
    "unit_role",
    "unit_room",
)


def is_whole(said: Values) -> bool:
    """Whether it says what its kind must; what is missing is told by the checks."""
    kind = said["kind"]
    work = "count" in said, "minutes" in said
    there = all(name in said for name in ("unit", "unit_role", "unit_room"))
    if kind == AlternativeKind.STOP:
        return not any(work)
    return all(work) and (there or kind != AlternativeKind.SHARE_BETWEEN_UNITS)


def alternative(said: Values, count: Count | None) -> Alternative | None:
    """One alternative; None where its count could not be read."""
    kind = AlternativeKind(said["kind"])
    if count is None and kind is not AlternativeKind.STOP:
        return None
    return Alternative(
        kind=kind,
        count=count,
        risk=risk_of(said.get("risk")),
        decisions=decisions_of(said),
        **said.only(*_AS_SAID),
    )

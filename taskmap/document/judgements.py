"""Risks and local decisions of a document to the model."""

from taskmap.document.shapes import Values
from taskmap.model.judgement import DecisionKind, LocalDecision, Risk


def risk_of(said: Values | None) -> Risk | None:
    """Likelihood and consequence; None where nothing is said."""
    return None if said is None else Risk(**said.by_name)


def decisions_of(said: Values) -> tuple[LocalDecision, ...]:
    """Local decisions, in the order written."""
    return tuple(
        LocalDecision(**{**each.by_name, "kind": DecisionKind(each["kind"])})
        for each in said.get("decisions", ())
    )

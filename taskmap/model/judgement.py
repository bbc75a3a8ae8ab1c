"""What has been judged and decided locally about a task: its risk, and who may do it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from taskmap.model.units import RoleId


@dataclass(frozen=True, slots=True)
class Risk:
    """Likelihood times consequence, each 1 to 5; ``signed`` is an assessment with measures."""

    likelihood: int
    consequence: int
    signed: date | None = None

    def __post_init__(self) -> None:
        if not (1 <= self.likelihood <= 5 and 1 <= self.consequence <= 5):
            raise ValueError(f"risk {self.likelihood} x {self.consequence} is outside 1 to 5")

    @property
    def score(self) -> int:
        """Likelihood times consequence, 1 to 25."""
        return self.likelihood * self.consequence


class DecisionKind(StrEnum):
    """A local decision about a role doing a task."""

    ALLOWED = "allowed"
    CONDITIONS = "conditions"
    PILOT = "pilot"
    NOT_ALLOWED = "not_allowed"


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalDecision:
    """What the unit or its owner has decided about a role doing this task."""

    role: RoleId
    kind: DecisionKind
    on: date
    office: str  # never a person's name
    until: date | None = None
    conditions: str | None = None

"""What is wrong or worth knowing in a document: a code, a place and values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from taskmap.errors import Value


class Severity(StrEnum):
    """How much a finding weighs."""

    ERROR = "error"  # the mapping is not analysed before it is mended
    WARNING = "warning"  # analysed, but a figure is doubtful
    INFO = "info"  # an assumption worth telling


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a document something stands; line and column count from 1.

    Args:
        sheet: of a workbook; line and column are then its row and column.
    """

    file: str
    line: int | None = None
    column: int | None = None
    field: str | None = None  # path such as "tasks[3].minutes"
    sheet: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing a reader should know about a document.

    Args:
        code: stable dotted name such as ``role.unknown``.
        place: where it stands.
        values: what the sentence needs; ``nearest`` holds the way out where there is one.
        severity: error, warning or info.
    """

    code: str
    place: Place
    values: Mapping[str, Value] = field(default_factory=dict)
    severity: Severity = Severity.ERROR

    def __post_init__(self) -> None:
        if not self.code or " " in self.code:
            raise ValueError(f"finding code is {self.code!r}, expected a dotted name")

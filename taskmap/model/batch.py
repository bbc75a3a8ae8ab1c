"""What a run over many units came to."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What a run came to.

    Args:
        units: documents there are.
        taken_up: of these, answered by an earlier run.
        answered: units that have rows in the tables.
        rows: of each table.
        errors: findings that keep a unit from being answered.
    """

    units: int
    taken_up: int
    answered: int
    rows: Mapping[str, int]
    errors: int

    @property
    def left_out(self) -> int:
        """Units without an answer."""
        return self.units - self.answered

"""Scenarios: named changes put into a copy of a mapping, and combined."""

from taskmap.scenario.applied import applied, as_edits
from taskmap.scenario.combined import combined
from taskmap.scenario.placed import Source, placed

__all__ = ["Source", "applied", "as_edits", "combined", "placed"]

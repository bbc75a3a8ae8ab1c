"""Scenarios: named changes put into a copy of a mapping, combined, and told as differences."""

from taskmap.scenario.applied import applied, as_edits, difference
from taskmap.scenario.combined import combined
from taskmap.scenario.placed import Source, placed

__all__ = ["Source", "applied", "as_edits", "combined", "difference", "placed"]

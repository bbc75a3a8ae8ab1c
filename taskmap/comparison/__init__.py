"""The same measures over many units: who does what otherwise, precedents, and how far each is."""

from taskmap.comparison.progress import Done, Progress, Step, progress

__all__ = ["Done", "Progress", "Step", "progress"]

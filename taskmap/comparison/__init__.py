"""The same measures over many units: who does what otherwise, precedents, and how far each is."""

from taskmap.comparison.compared import Comparison, compare
from taskmap.comparison.content import Content
from taskmap.comparison.doing import Doing, SharedTask
from taskmap.comparison.figures import Cell, Per, Shown, UnitFigures
from taskmap.comparison.precedents import Found, Precedent, examples, precedents
from taskmap.comparison.progress import Done, Progress, Step, progress
from taskmap.comparison.protecting import untold
from taskmap.comparison.ranking import Place, Ranking
from taskmap.comparison.sharing import How, Key, Unmatched
from taskmap.comparison.variation import Asked, Why

__all__ = [
    "Asked",
    "Cell",
    "Comparison",
    "Content",
    "Doing",
    "Done",
    "Found",
    "How",
    "Key",
    "Per",
    "Place",
    "Precedent",
    "Progress",
    "Ranking",
    "SharedTask",
    "Shown",
    "Step",
    "UnitFigures",
    "Unmatched",
    "Why",
    "compare",
    "examples",
    "precedents",
    "progress",
    "untold",
]

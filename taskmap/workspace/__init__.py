"""The hall: commands and pages reach every room through here."""

from taskmap.workspace.cards import Checked, Opened, UnitCard
from taskmap.workspace.presets import Preset, question_for
from taskmap.workspace.workspace import GRAPH_FORMATS, Workspace

__all__ = ["GRAPH_FORMATS", "Checked", "Opened", "Preset", "UnitCard", "Workspace", "question_for"]

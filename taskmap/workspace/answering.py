"""A group's sheet, filled in as a unit is mapped in a meeting: what stands in it is its answer."""

from pathlib import Path

from taskmap import document
from taskmap.errors import InputHasErrors
from taskmap.store.stored import Stored
from taskmap.workspace import editing
from taskmap.workspace.cards import InputCard, Opened
from taskmap.workspace.drafting import Copied
from taskmap.workspace.editing import Editing
from taskmap.workspace.reach import Reach


class _Sheet(Copied):
    """A group's document, whose content is the sheet the group fills in."""

    def text(self, standing: Stored, before: Stored, copy: bytes) -> bytes:  # noqa: ARG002 - a sheet holds all that is said
        """The answers that stand in the sheet."""
        return document.answers_from(standing.data, copy)

    def applied(self, before: Stored, standing: Stored) -> bytes:
        """The sheet with the answers so far, and nothing of the mapping's own."""
        found, _ = document.read_input(
            standing.data,
            file=standing.name,
            mapping=self.unit.mapping,
            catalogue=self.unit.catalogue,
        )
        if found is None:
            raise InputHasErrors(file=standing.name)
        return document.answer_sheet(before.data, found)


class Answering(Editing):
    """A unit as one group says it, to be edited.

    Args:
        unit: as it is mapped.
        sheet: as the group says it.
        card: the group, sound.
        reach: way to the store.
    """

    def __init__(self, unit: Opened, sheet: Opened, card: InputCard, reach: Reach) -> None:
        self.folder = unit.path.parent
        self.reach = reach
        self.card = card
        self.sheet = sheet
        self._unit = unit

    def open(self, unit: str | Path) -> Opened:  # noqa: ARG002 - there is only this one
        """The sheet."""
        return self.sheet

    def _at(self, unit: str) -> editing.Place:  # noqa: ARG002 - there is only this one
        store = self.reach.store(self.folder)
        return _Sheet(store, self.card.file, self._unit, self.reach)

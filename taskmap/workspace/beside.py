"""The folder of a unit's mapping, where the documents about it lie."""

from taskmap.model.units import UnitId
from taskmap.store.port import Store
from taskmap.workspace.comparing import Comparing
from taskmap.workspace.editing import Signed


class Beside(Comparing):
    """Documents beside a mapping."""

    def put_back_beside(self, unit: UnitId, file: str, signed: Signed) -> None:
        """Let a document that was taken away stand again."""
        self._beside(unit).put_back(file, who=signed.who, why="", at=signed.at)

    def _beside(self, unit: UnitId) -> Store:
        return self.reach.store(self._mapped(unit).path.parent)

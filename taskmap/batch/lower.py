"""Good examples among thousands of units: who does a task lower than others do."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from taskmap.batch.beside import Beside, work_of
from taskmap.comparison.content import level_of
from taskmap.comparison.doing import Doing, put_together
from taskmap.comparison.precedents import OFTEN, stands_lower
from taskmap.comparison.sharing import How, Key, Said, own_word
from taskmap.model.units import RoleId, UnitId


@dataclass(slots=True)
class Lower:
    """On which level each task stands in real units that say who does what.

    Made-up units are no example and teach no word.
    """

    _said: Said = field(default_factory=Said)
    # The highest main level of a task, and the highest in any other unit than that one.
    _most: dict[Key, tuple[tuple[int, UnitId], ...]] = field(default_factory=dict)

    def hear(self, beside: Beside) -> None:
        """Take in a unit's words; each unit once, and all before ``see``."""
        if _telling(beside):
            self._said.hear(beside)

    def see(self, beside: Beside) -> None:
        """Take in on which levels it does its tasks; all before ``examples``."""
        for key, doing in self._doings(beside):
            if doing.level is not None:
                known = (*self._most.get(key, ()), (doing.level, doing.unit))
                self._most[key] = tuple(sorted(known, reverse=True)[:2])

    def examples(self, beside: Beside) -> Iterator[tuple[Key, Doing, RoleId, int]]:
        """Roles of a unit that stand lower at a task, with their levels, by task and role."""
        for key, doing in sorted(self._doings(beside), key=lambda each: each[0]):
            known = self._most.get(key, ())
            others = next((level for level, unit in known if unit != doing.unit), None)
            for role, share in sorted(doing.roles.items()):
                level = level_of(role, beside.catalogue)
                lower = stands_lower(level, key, beside.catalogue, others)
                if share >= OFTEN and lower:
                    yield key, doing, role, level

    def _doings(self, beside: Beside) -> Iterator[tuple[Key, Doing]]:
        if not _telling(beside):
            return
        catalogue = beside.catalogue
        words = {task.id: task for task in beside.spoken}
        for key, (how, some, parts) in self._said.gathered(beside, work_of(beside)).items():
            if key is not None:
                yield key, put_together(beside.id, parts, how, catalogue, in_parts=some)
                continue
            for each in parts:
                alone = put_together(beside.id, [each], How.ALIKE, catalogue, in_parts=False)
                yield own_word(words[each.task]), alone


def _telling(beside: Beside) -> bool:
    return beside.figures.tells_who and not beside.figures.illustrative

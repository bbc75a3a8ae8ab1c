"""What two people made of the same, as one: field by field, with the conflicts."""

from collections.abc import Iterable, Sequence

from taskmap.document.versions.fields_of import Path, fields_of, is_item
from taskmap.model.difference import Conflict
from taskmap.yamltext import Value, text_of


class ThreeWay:
    """Merges values, and collects conflicts on the way."""

    def __init__(self) -> None:
        self.conflicts: list[Conflict] = []

    def value(
        self, path: Path, base: Value | None, mine: Value | None, theirs: Value | None
    ) -> Value | None:
        """What stands at a path after both; mine where they are in conflict."""
        if theirs in (mine, base):
            return mine
        if mine == base:
            return theirs
        ours, others = fields_of(path, mine), fields_of(path, theirs)
        was = fields_of(path, base)
        # Two people who add a task of the same id have not added the same task.
        if ours is None or others is None or (base is None and is_item(path)):
            self._conflict(path, base, mine, theirs)
            return mine
        if not isinstance(mine, list):
            return self._fields(path, _together(list(ours), list(others)), was or {}, ours, others)
        keys = self._order(path, list(was or {}), list(ours), list(others))
        return list(self._fields(path, keys, was or {}, ours, others).values())

    def _fields(
        self,
        path: Path,
        keys: Sequence[str],
        base: dict[str, Value],
        mine: dict[str, Value],
        theirs: dict[str, Value],
    ) -> dict[str, Value]:
        found: dict[str, Value] = {}
        for key in keys:
            value = self.value((*path, key), base.get(key), mine.get(key), theirs.get(key))
            if value is not None:
                found[key] = value
        return found

    def _order(
        self, path: Path, base: Sequence[str], mine: Sequence[str], theirs: Sequence[str]
    ) -> list[str]:
        """All names in my order, or in the other's where only they have moved something."""
        common = set(base) & set(mine) & set(theirs)
        before, ours, others = (_only(names, common) for names in (base, mine, theirs))
        moved = others not in (before, ours)
        if moved and ours == before:
            return _together(theirs, mine)
        if moved:
            self._conflict((*path, "order"), before, ours, others)
        return _together(mine, theirs)

    def _conflict(
        self, path: Path, base: Value | None, mine: Value | None, theirs: Value | None
    ) -> None:
        shown = (None if value is None else text_of(value) for value in (base, mine, theirs))
        self.conflicts.append(Conflict(path, *shown))


def _together(lead: Sequence[str], follow: Sequence[str]) -> list[str]:
    """All names in the order of the first, the others after the name they came after.

    What both put in at one place stands from both, the first's before the other's.
    """
    found, known = list(lead), frozenset(follow)
    at = 0
    for name in follow:
        if name in found:
            at = found.index(name) + 1
        else:
            while at < len(found) and found[at] not in known:
                at += 1
            found.insert(at, name)
            at += 1
    return found


def _only(names: Iterable[str], kept: set[str]) -> list[Value]:
    return [name for name in names if name in kept]

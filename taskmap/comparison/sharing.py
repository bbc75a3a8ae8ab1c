"""Which tasks of several units are the same: by library code, by name, by each other's words."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from taskmap.comparison.content import Content
from taskmap.model.catalogue import Catalogue
from taskmap.model.leaf import Leaf
from taskmap.model.task import Task
from taskmap.model.units import TaskId, UnitId
from taskmap.yamltext import fold

Key: TypeAlias = str  # a library code, or an own name with OWN before it
OWN = "="


class How(StrEnum):
    """How a task of a unit was recognised, the surest first."""

    CODE = "code"  # the mapping gives the library's code
    NAME = "name"  # it is called as the library calls it, in any language
    SYNONYM = "synonym"  # the library knows the word
    LOCAL = "local"  # another unit of the comparison calls a task of the library so
    ALIKE = "alike"  # several units call it so, and the library does not know it


@dataclass(frozen=True, slots=True)
class Member:
    """A unit's part in a shared task.

    Args:
        leaves: those of its tasks.
        parts: whether the unit has it in parts that were put together.
    """

    unit: UnitId
    how: How
    leaves: tuple[Leaf, ...]
    parts: bool = False

    @property
    def tasks(self) -> tuple[TaskId, ...]:
        """Its tasks, each once, in the document's order."""
        return tuple(dict.fromkeys(leaf.task_id for leaf in self.leaves))


@dataclass(frozen=True, slots=True)
class Shared:
    """A task with the units that have it, as the units were given."""

    key: Key
    members: tuple[Member, ...]

    @property
    def library(self) -> str | None:
        """Its code in the library."""
        return None if self.key.startswith(OWN) else self.key


@dataclass(frozen=True, slots=True)
class Unmatched:
    """A task no code, name or other unit's word was found for."""

    unit: UnitId
    task: TaskId


def share(units: Sequence[Content]) -> tuple[tuple[Shared, ...], tuple[Unmatched, ...]]:
    """The units' tasks under shared keys, and those that match nothing.

    A unit that has a task in the library's parts meets one that has it whole at the whole.

    Args:
        units: read with the catalogue of their own country; codes are the same in both.
    """
    said = _Said(units)
    found: defaultdict[Key, list[Member]] = defaultdict(list)
    unmatched: list[Unmatched] = []
    for unit in units:
        for key, member in said.members(unit):
            if key is None:
                unmatched.extend(Unmatched(unit.id, task) for task in member.tasks)
            else:
                found[key].append(member)
    return tuple(Shared(key, tuple(found[key])) for key in sorted(found)), tuple(unmatched)


def own_word(task: Task) -> Key:
    """The key of a task the library does not know: its own word, else its id."""
    return f"{OWN}{fold(task.name or task.id)}"


class _Said:
    """What the units call their tasks, taken together."""

    def __init__(self, units: Sequence[Content]) -> None:
        self._local = _local(units)
        self._alike = _alike(units)
        direct = {self._code(unit, task)[0] for unit in units for task in _tasks(unit)}
        self._whole = {code for code in direct if code is not None}

    def members(self, unit: Content) -> Iterator[tuple[Key | None, Member]]:
        """Each key of a unit with its part in it; None: not matched."""
        leaves: defaultdict[tuple[Key | None, How, bool], list[Leaf]] = defaultdict(list)
        for leaf in unit.mapping.leaves:
            key, how = self._key(unit, leaf.task)
            whole = self._whole_of(key, unit.catalogue)
            leaves[whole, how, whole != key].append(leaf)
        together: dict[Key | None, Member] = {}
        for (key, how, parts), found in leaves.items():
            before = together.get(key)
            if before is None:
                together[key] = Member(unit.id, how, tuple(found), parts)
            else:
                surest = min(how, before.how, key=list(How).index)
                together[key] = Member(
                    unit.id, surest, (*before.leaves, *found), parts or before.parts
                )
        return iter(together.items())

    def _whole_of(self, key: Key | None, catalogue: Catalogue) -> Key | None:
        """The library's whole task where some unit has that, else the key itself."""
        task = catalogue.tasks.get(key or "")
        return task.parent if task and task.parent in self._whole else key

    def _key(self, unit: Content, task: Task) -> tuple[Key | None, How]:
        code, how = self._code(unit, task)
        if code is not None:
            return code, how
        word = fold(task.name or "")
        learned = self._local.get((unit.mapping.unit.setting, word), set())
        if len(learned) == 1:
            return min(learned), How.LOCAL
        return (own_word(task), How.ALIKE) if word in self._alike else (None, How.ALIKE)

    def _code(self, unit: Content, task: Task) -> tuple[str | None, How]:
        """By the unit's own document and the library alone."""
        if task.library is not None:
            return task.library, How.CODE
        word = fold(task.name or "")
        for how, known in _vocabulary(unit).items():
            if len(known.get(word, ())) == 1:
                return min(known[word]), how
        return None, How.ALIKE


def _tasks(unit: Content) -> Iterator[Task]:
    return iter({leaf.task_id: leaf.task for leaf in unit.mapping.leaves}.values())


_VOCABULARIES: dict[tuple[str, str], dict[How, Mapping[str, set[str]]]] = {}


def _vocabulary(unit: Content) -> dict[How, Mapping[str, set[str]]]:
    """Codes by folded name and by folded synonym, of tasks of the unit's kind; kept, read-only."""
    catalogue, setting = unit.catalogue, unit.mapping.unit.setting
    kept = _VOCABULARIES.get((catalogue.digest, setting))
    if kept is None:
        names: defaultdict[str, set[str]] = defaultdict(set)
        synonyms: defaultdict[str, set[str]] = defaultdict(set)
        for task in catalogue.tasks.values():
            if setting in task.settings:
                for name in task.names.values():
                    names[fold(name)].add(task.code)
                for word in task.synonyms:
                    synonyms[fold(word)].add(task.code)
        kept = {How.NAME: names, How.SYNONYM: synonyms}
        _VOCABULARIES[catalogue.digest, setting] = kept
    return kept


def _local(units: Sequence[Content]) -> dict[tuple[str, str], set[str]]:
    """Codes by kind of unit and own word, where a unit gives both."""
    found: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for unit in units:
        for task in _tasks(unit):
            if task.library and task.name:
                found[unit.mapping.unit.setting, fold(task.name)].add(task.library)
    return found


def _alike(units: Sequence[Content]) -> set[str]:
    """Own words that at least two units use without a code."""
    users: defaultdict[str, set[UnitId]] = defaultdict(set)
    for unit in units:
        for task in _tasks(unit):
            if task.library is None and task.name:
                users[fold(task.name)].add(unit.id)
    return {word for word, by in users.items() if len(by) > 1}

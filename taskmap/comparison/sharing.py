"""Which tasks of several units are the same: by library code, by name, by each other's words."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol, TypeAlias, TypeVar

from taskmap.comparison.content import Content
from taskmap.model.catalogue import Catalogue
from taskmap.model.leaf import Leaf
from taskmap.model.task import Task
from taskmap.model.unit import Setting
from taskmap.model.units import TaskId, UnitId
from taskmap.yamltext import fold

Key: TypeAlias = str  # a library code, or an own name with OWN before it
OWN = "="
Part = TypeVar("Part")


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
        return library(self.key)


class Speaking(Protocol):
    """A unit, as far as its words for its tasks go."""

    @property
    def id(self) -> UnitId:
        """The unit's id."""
        ...

    @property
    def setting(self) -> Setting:
        """What kind of unit it is."""
        ...

    @property
    def catalogue(self) -> Catalogue:
        """Of its country."""
        ...

    @property
    def spoken(self) -> tuple[Task, ...]:
        """Tasks that carry work, each once."""
        ...


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
    said = Said()
    for unit in units:
        said.hear(unit)
    found: defaultdict[Key, list[Member]] = defaultdict(list)
    unmatched: list[Unmatched] = []
    for unit in units:
        for key, member in said.members(unit):
            if key is None:
                unmatched.extend(Unmatched(unit.id, task) for task in member.tasks)
            else:
                found[key].append(member)
    return tuple(Shared(key, tuple(found[key])) for key in sorted(found)), tuple(unmatched)


def library(key: Key) -> str | None:
    """A key's code in the library; None of an own word."""
    return None if key.startswith(OWN) else key


def own_word(task: Task) -> Key:
    """The key of a task the library does not know: its own word, else its id."""
    return f"{OWN}{fold(task.name or task.id)}"


class Said:
    """What units call their tasks, taken together; it holds words, and no unit."""

    def __init__(self) -> None:
        # Codes by kind of unit and own word, where a unit gives both.
        self._local: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
        self._first: dict[str, UnitId] = {}  # who was the first to use an own word without a code
        self._alike: set[str] = set()  # such words that at least two units use
        self._whole: set[str] = set()

    def hear(self, unit: Speaking) -> None:
        """Take in a unit's words; each unit once, and all before a key is asked for."""
        for task in unit.spoken:
            code, _ = self._code(unit, task)
            if code is not None:
                self._whole.add(code)
            if not task.name:
                continue
            word = fold(task.name)
            if task.library:
                self._local[unit.setting, word].add(task.library)
            elif self._first.setdefault(word, unit.id) != unit.id:
                self._alike.add(word)

    def gathered(
        self, unit: Speaking, parts: Iterable[tuple[Task, Part]]
    ) -> dict[Key | None, tuple[How, bool, tuple[Part, ...]]]:
        """A unit's parts by key, each with how it was recognised, and whether as a part of a whole.

        Args:
            unit: one that was heard.
            parts: of its work, each with the task it belongs to; under None what is not matched.
        """
        apart: defaultdict[tuple[Key | None, How, bool], list[Part]] = defaultdict(list)
        for task, part in parts:
            key, how = self._key(unit, task)
            whole = self._whole_of(key, unit.catalogue)
            apart[whole, how, whole != key].append(part)
        together: dict[Key | None, tuple[How, bool, tuple[Part, ...]]] = {}
        for (key, how, in_parts), found in apart.items():
            surest, some, before = together.get(key, (how, False, ()))
            surest = min(how, surest, key=list(How).index)
            together[key] = (surest, in_parts or some, (*before, *found))
        return together

    def members(self, unit: Content) -> Iterator[tuple[Key | None, Member]]:
        """Each key of a unit with its part in it; None: not matched."""
        leaves = ((leaf.task, leaf) for leaf in unit.mapping.leaves)
        for key, (how, in_parts, found) in self.gathered(unit, leaves).items():
            yield key, Member(unit.id, how, found, in_parts)

    def _whole_of(self, key: Key | None, catalogue: Catalogue) -> Key | None:
        """The library's whole task where some unit has that, else the key itself."""
        task = catalogue.tasks.get(key or "")
        return task.parent if task and task.parent in self._whole else key

    def _key(self, unit: Speaking, task: Task) -> tuple[Key | None, How]:
        code, how = self._code(unit, task)
        if code is not None:
            return code, how
        word = fold(task.name or "")
        learned = self._local.get((unit.setting, word), set())
        if len(learned) == 1:
            return min(learned), How.LOCAL
        return (own_word(task), How.ALIKE) if word in self._alike else (None, How.ALIKE)

    def _code(self, unit: Speaking, task: Task) -> tuple[str | None, How]:
        """By the unit's own document and the library alone."""
        if task.library is not None:
            return task.library, How.CODE
        word = fold(task.name or "")
        for how, known in _vocabulary(unit).items():
            if len(known.get(word, ())) == 1:
                return min(known[word]), how
        return None, How.ALIKE


_VOCABULARIES: dict[tuple[str, str], dict[How, Mapping[str, set[str]]]] = {}


def _vocabulary(unit: Speaking) -> dict[How, Mapping[str, set[str]]]:
    """Codes by folded name and by folded synonym, of tasks of the unit's kind; kept, read-only."""
    catalogue, setting = unit.catalogue, unit.setting
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

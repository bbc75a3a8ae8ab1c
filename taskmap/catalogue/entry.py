"""Our own data files read strictly: nothing guessed, nothing left over."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import yaml

DATA = Path(__file__).parent / "data"
NAMES_NEEDED = ("nb", "sv", "en")
T = TypeVar("T")


class _DataLoader(yaml.CSafeLoader):
    """The C loader with the few types our files use, and no key twice."""

    # YAML 1.1 reads NO as false and 0301 as 193; text stays text here.
    yaml_implicit_resolvers = {}  # noqa: RUF012 - the library wants it on the class

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        """A mapping whose keys all differ."""
        found = super().construct_mapping(node, deep=deep)
        if len(found) != len(node.value):
            raise ValueError(f"{node.start_mark}: the same key twice")
        return found


_DataLoader.add_implicit_resolver(
    "tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), list("tf")
)
_DataLoader.add_implicit_resolver(
    "tag:yaml.org,2002:int", re.compile("^(?:0|[1-9][0-9]*)$"), list("0123456789")
)
_DataLoader.add_implicit_resolver(
    "tag:yaml.org,2002:float", re.compile(r"^[0-9]+\.[0-9]+$"), list("0123456789")
)


class Entry:
    """One mapping of a data file; every key must be asked for, and only once it is known.

    Raises:
        ValueError: a key is missing, of another kind than asked for, or never asked for.
    """

    def __init__(self, values: object, place: str) -> None:
        if not isinstance(values, dict):
            raise ValueError(f"{place}: {values!r} is no mapping")  # noqa: TRY004 - one kind
        self._values: dict[str, Any] = dict(values)
        self.place = place

    def text(self, key: str, default: str | None = None) -> str:
        """Text that must be there unless a default is given."""
        return self._take(key, str, default)

    def maybe_text(self, key: str) -> str | None:
        """Text, or None where the key is absent."""
        return self.text(key) if key in self._values else None

    def whole(self, key: str) -> int:
        """A whole number."""
        return self._take(key, int)

    def maybe_whole(self, key: str) -> int | None:
        """A whole number, or None where the key is absent."""
        return self.whole(key) if key in self._values else None

    def number(self, key: str) -> float:
        """A number, whole or not."""
        value = self._values.pop(key, None)
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise ValueError(f"{self.place}: {key} is {value!r}")  # noqa: TRY004 - one kind
        return float(value)

    def maybe_number(self, key: str) -> float | None:
        """A number, or None where the key is absent."""
        return self.number(key) if key in self._values else None

    def yes(self, key: str, default: bool | None = None) -> bool:
        """True or false."""
        return self._take(key, bool, default)

    def ids(self, key: str) -> tuple[str, ...]:
        """A list of ids without repeats; empty where the key is absent."""
        found = self._take(key, list, [])
        if not all(isinstance(one, str) for one in found) or len(set(found)) != len(found):
            raise ValueError(f"{self.place}: {key} is {found!r}, expected ids, each once")
        return tuple(found)

    def names(self, key: str, needed: tuple[str, ...] = NAMES_NEEDED) -> dict[str, str]:
        """Words by language; the needed languages must all be there."""
        found = self._take(key, dict)
        if not set(needed) <= set(found) or not all(found.values()):
            raise ValueError(f"{self.place}: {key} has {sorted(found)}, needs {needed}")
        return found

    def maybe_names(self, key: str, needed: tuple[str, ...]) -> dict[str, str]:
        """Words by language, empty where the key is absent."""
        return self.names(key, needed) if key in self._values else {}

    def day(self, key: str) -> date:
        """A date written YYYY-MM-DD."""
        return date.fromisoformat(self.text(key))

    def part(self, key: str) -> "Entry":
        """A mapping inside this one."""
        return Entry(self._take(key, dict), f"{self.place}.{key}")

    def maybe_part(self, key: str) -> "Entry | None":
        """A mapping inside this one, or None where the key is absent."""
        return self.part(key) if key in self._values else None

    def each(self, key: str, known_by: str = "id") -> "Iterator[Entry]":
        """The entries of a list, each closed when the next is asked for."""
        seen: set[object] = set()
        for values in self._take(key, list):
            entry = Entry(values, self.place)
            name = entry._values.get(known_by)
            entry.place = f"{self.place}: {name}"
            if name in seen:
                raise ValueError(f"{entry.place} stands twice")
            seen.add(name)
            yield entry
            entry.done()

    def holds(self, key: str, value: str) -> bool:
        """Whether a key has just this text; it still waits to be asked for."""
        return self._values.get(key) == value

    def rest(self) -> dict[str, Any]:
        """Everything not yet asked for, as it is."""
        found, self._values = self._values, {}
        return found

    def done(self) -> None:
        """Refuse keys nobody asked for."""
        if self._values:
            raise ValueError(f"{self.place}: unknown keys {sorted(self._values)}")

    def _take(self, key: str, kind: type[T], default: T | None = None) -> T:
        value = self._values.pop(key, default)
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
            raise ValueError(f"{self.place}: {key} is {value!r}")
        return value


def read(path: str) -> Entry:
    """A data file by its path under ``data``."""
    return Entry(yaml.load((DATA / path).read_bytes(), _DataLoader), path)  # noqa: S506 - safe loader

"""The changes of a scenario document: where each stands, and what it says of the mapping."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from taskmap.document.fields.scenario import OWN_FIELDS
from taskmap.model.difference import Written
from taskmap.yamltext import Path, Table, visible, written_in

LISTS = {"tasks": "id", "staffing": "role"}  # of the mapping, and the key of an item's name
_BY_LINE = frozenset({("staffing", "competences")})  # tables whose lines stand alone
_LEFT_OUT = frozenset({"", "~", "null", "Null", "NULL"})

Named = Iterator[tuple[str, Path]]


@dataclass(frozen=True)
class Parts:
    """What stands under ``changes``, taken apart."""

    root: Table

    @cached_property
    def said(self) -> Mapping[str, Written]:
        """Everything, as it is written."""
        found = self.root.get("changes")
        return _table(written_in(found)) if found is not None else {}

    def changed(self, part: str) -> Named:
        """Tasks or roles of which a field changes."""
        for name in _table(self.said.get(part, {})):
            yield visible(name), ("changes", part, name)

    def added(self, part: str) -> Named:
        """New tasks or roles."""
        for index, item in enumerate(_list(self.said.get(f"added_{part}"))):
            if name := _text(_table(item).get(LISTS[part])):
                yield name, ("changes", f"added_{part}", index)

    def removed(self, part: str) -> Named:
        """Tasks or roles that go."""
        for index, item in enumerate(_list(self.said.get(f"removed_{part}"))):
            if name := _text(item):
                yield name, ("changes", f"removed_{part}", index)

    def given_and_taken(self) -> Named:
        """Fields that get a value and go."""
        for part in LISTS:
            for name, fields in _table(self.said.get(part, {})).items():
                given = _table(fields)
                for index, taken in enumerate(_list(given.get("without"))):
                    if _text(taken) in given:
                        yield _text(taken), ("changes", part, name, "without", index)

    def bands(self) -> Iterator[str]:
        """Ids of bands the scenario has in place of the mapping's."""
        yield from (_text(_table(band).get("id")) for band in _list(self.said.get("bands")))

    def changes(self) -> dict[tuple[str, ...], Written | None]:
        """What is said of each place in the mapping, as it is written there."""
        found: dict[tuple[str, ...], Written | None] = {
            (name,): self.said[name]
            for name in OWN_FIELDS
            if not _is_left_out(self.said.get(name, ""))
        }
        found |= _lines(("volumes",), self.said.get("volumes", {}))
        for part in LISTS:
            for name, fields in _table(self.said.get(part, {})).items():
                found |= _fields(part, visible(name), _table(fields))
            items = _list(self.said.get(f"added_{part}"))
            found |= {(part, name): _table(items[int(path[-1])]) for name, path in self.added(part)}
            found |= {(part, name): None for name, _ in self.removed(part)}
        return found


def _fields(
    part: str, name: str, fields: Mapping[str, Written]
) -> dict[tuple[str, ...], Written | None]:
    found: dict[tuple[str, ...], Written | None] = {}
    for key, value in fields.items():
        if key == "without":
            found |= {(part, name, _text(taken)): None for taken in _list(value)}
        elif (part, key) in _BY_LINE:
            found |= _lines((part, name, key), value)
        elif not _is_left_out(value):
            found[part, name, key] = value
    return found


def _lines(path: tuple[str, ...], table: Written) -> dict[tuple[str, ...], Written | None]:
    return {(*path, visible(name)): value for name, value in _table(table).items()}


def _is_left_out(value: Written) -> bool:
    return isinstance(value, str) and value in _LEFT_OUT


def _table(value: Written | None) -> Mapping[str, Written]:
    return value if isinstance(value, Mapping) else {}


def _list(value: Written | None) -> list[Written]:
    return list(value) if isinstance(value, list) else []


def _text(value: Written | None) -> str:
    return visible(value) if isinstance(value, str) else ""

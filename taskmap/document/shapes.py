"""Shapes built of kinds: lists, tables by name, records with known fields."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from taskmap.document.commas import note_decimal_comma, note_text_comma
from taskmap.document.kinds import Id, Kind, Text, is_blank, is_null
from taskmap.document.known import read_once
from taskmap.document.nearest import nearest
from taskmap.document.reading import UNREAD, Reading, Reference, written
from taskmap.yamltext import Entry, Node, Path, Scalar, Sequence, Table


@dataclass(frozen=True, slots=True)
class Ref(Id):
    """A name that must be known elsewhere; looked up when everything is read."""

    what: str = "role"

    def value(self, node: Scalar, path: Path, reading: Reading) -> Any:
        """The name, noted for looking up."""
        name = Id.value(self, node, path, reading)
        if name is not UNREAD:
            reading.references.append(Reference(self.what, name, path, node))
        return name

    def schema(self) -> dict[str, Any]:
        """A pointer to the names known, so that editors can offer them."""
        return {"$ref": f"#/$defs/name-of-{self.what}"}


@dataclass(frozen=True, slots=True)
class ListOf(Kind):
    """A list of one kind; what cannot be read is left out."""

    item: Kind
    least: int = 0
    most: int = 20_000

    def read(self, node: Node, path: Path, reading: Reading) -> Any:
        """The items that could be read."""
        if not isinstance(node, Sequence):
            text = written(node)
            near = f"[{text}]" if text else None
            return reading.error("type.list", path, node, nearest=near)
        if len(node.items) > self.most:
            return reading.error("list.too_long", path, node, most=self.most)
        if len(node.items) < self.least:
            return reading.error("list.too_short", path, node, least=self.least)
        values = [
            read_once(self.item, item, (*path, index), reading)
            if len(path) == 1 and isinstance(item, Table)
            else self.item.read(item, (*path, index), reading)
            for index, item in enumerate(node.items)
        ]
        return tuple(value for value in values if value is not UNREAD)

    def schema(self) -> dict[str, Any]:
        """A list."""
        least = {"minItems": self.least} if self.least else {}
        return {"type": "array", "items": self.item.schema(), **least}

    def parts(self) -> tuple[Kind, ...]:
        """The kind of its items."""
        return (self.item,)


@dataclass(frozen=True, slots=True)
class TableOf(Kind):
    """Values of one kind by name."""

    key: Id
    value: Kind

    def read(self, node: Node, path: Path, reading: Reading) -> Any:
        """The values that could be read, by name."""
        if not isinstance(node, Table):
            return reading.error("type.table", path, node)
        if note_decimal_comma(node, path, reading):
            return UNREAD
        found = {}
        for entry in node.entries:
            inside = (*path, entry.key.text)
            name = self.key.read(entry.key, inside, reading)
            value = self.value.read(entry.value, inside, reading)
            if name is not UNREAD and value is not UNREAD:
                found[name] = value
        return found

    def schema(self) -> dict[str, Any]:
        """A table with any names."""
        names = {"propertyNames": self.key.schema()} if isinstance(self.key, Ref) else {}
        return {"type": "object", **names, "additionalProperties": self.value.schema()}

    def parts(self) -> tuple[Kind, ...]:
        """The kinds of its names and values."""
        return (self.key, self.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field of a document: how it is read and what it means.

    Args:
        name: the key in the document.
        kind: how its value is read.
        says: what it means, in a sentence; told in the schema and the format's page.
        unit: what a number counts in.
        default: what holds when it is left out, in words.
        example: a value as it is written.
        to: attribute of the model it becomes; None: the same name.
    """

    name: str
    kind: Kind
    says: str
    required: bool = False
    unit: str = ""
    default: str = ""
    example: str = ""
    to: str | None = None
    attribute: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "attribute", self.to or self.name)


@dataclass(frozen=True, eq=False)
class Values:
    """What a record says: values by attribute, and where the record stands.

    The same only as itself: two readings that share a record share what is made of it.
    """

    path: Path
    by_name: Mapping[str, Any] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Any:
        return self.by_name[name]

    def __contains__(self, name: str) -> bool:
        return name in self.by_name

    def get(self, name: str, default: Any = None) -> Any:
        """A value, or a default where the document is silent."""
        return self.by_name.get(name, default)

    def only(self, *names: str) -> dict[str, Any]:
        """The named values that the document gives."""
        return {name: self.by_name[name] for name in names if name in self.by_name}


@dataclass(frozen=True)
class Record(Kind):
    """A table with known fields; other keys are findings."""

    name: str
    fields: tuple[Field, ...]
    says: str = ""
    by_key: Mapping[str, Field] = field(default_factory=dict, init=False, repr=False)
    required: tuple[Field, ...] = field(default=(), init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_key", {field.name: field for field in self.fields})
        object.__setattr__(self, "required", tuple(f for f in self.fields if f.required))

    def read(self, node: Node, path: Path, reading: Reading) -> Any:
        """What the record says; UNREAD when it is no table or a required field is missing."""
        if not isinstance(node, Table):
            return reading.error("type.table", path, node)
        if note_decimal_comma(node, path, reading):
            return UNREAD
        values = self.values(node, path, reading)
        whole = all(field.attribute in values for field in self.required)
        return values if whole else UNREAD

    def values(self, node: Table, path: Path, reading: Reading) -> Values:
        """What could be read of the record, also when something required is missing."""
        values = dict(self._values(node, path, reading))
        self._note_missing(values, node, path, reading)
        return Values(path, values)

    def schema(self) -> dict[str, Any]:
        """A pointer to the definition."""
        return {"$ref": f"#/$defs/{self.name}"}

    def parts(self) -> tuple[Kind, ...]:
        """The kinds of its fields."""
        return tuple(field.kind for field in self.fields)

    def _values(self, node: Table, path: Path, reading: Reading) -> Iterator[tuple[str, Any]]:
        for entry in node.entries:
            key = entry.key.text
            known = self.by_key.get(key)
            if known is None:
                self._note_unknown(node, entry, path, reading)
            elif note_text_comma(node, entry, path, reading):
                continue
            elif not _left_out(entry.value, known):
                value = known.kind.read(entry.value, (*path, key), reading)
                if value is not UNREAD:
                    yield known.attribute, value

    def _note_unknown(self, node: Table, entry: Entry, path: Path, reading: Reading) -> None:
        key = entry.key.text
        if note_text_comma(node, entry, path, reading):
            return
        near = nearest(key, self.by_key)
        if near is not None:
            reading.broken.add((*path, near))  # meant here, and not missing therefore
        reading.error("key.unknown", (*path, key), entry.key, value=key[:80], nearest=near)

    def _note_missing(
        self, values: Mapping[str, Any], node: Table, path: Path, reading: Reading
    ) -> None:
        for each in self.required:
            inside = (*path, each.name)
            if each.attribute not in values and reading.is_sound(inside):
                reading.error("field.missing", inside, node, value=each.name)


def _left_out(node: Node, known: Field) -> bool:
    if not is_null(node):
        return False
    # In a field of words, "null" may be somebody's word; elsewhere YAML's nothing is nothing.
    return is_blank(node) or not isinstance(known.kind, Text)


@dataclass(frozen=True, slots=True)
class ByShape(Kind):
    """A field that may be written short (one text) or long (a list or a table)."""

    one: Kind | None = None
    table: Kind | None = None
    many: Kind | None = None

    def read(self, node: Node, path: Path, reading: Reading) -> Any:
        """The value as the kind for its shape reads it."""
        by_shape = {Scalar: self.one, Table: self.table, Sequence: self.many}
        kind = by_shape[type(node)] or self.table or self.many or self.one
        return UNREAD if kind is None else kind.read(node, path, reading)

    def schema(self) -> dict[str, Any]:
        """Any of the shapes."""
        return {"anyOf": [kind.schema() for kind in self.parts()]}

    def parts(self) -> tuple[Kind, ...]:
        """The kinds for its shapes."""
        return tuple(kind for kind in (self.one, self.many, self.table) if kind)

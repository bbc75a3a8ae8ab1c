"""What was read from a document as plain values, and back, far quicker than reading it again."""

import dataclasses
import types
from collections.abc import Callable, Mapping
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")
Plain = Any  # lists, tables with text keys, text, numbers, True, False and None: what JSON can hold
Turn = Callable[[Any], Any]

_BARE = (str, int, float, bool, type(None))


def packed(thing: object) -> Plain:
    """A frozen value as plain values; fields that stand at their default are left out."""
    kind: Any = type(thing)
    return _packer(kind)(thing)


def unpacked(kind: type[T], plain: Plain) -> T:
    """The value that was packed.

    Args:
        kind: its class.
        plain: as ``packed`` made it, or as JSON gave it back.
    """
    known: Any = kind
    turn = _unpacker(known)
    found: T = plain if turn is None else turn(plain)
    return found


@cache
def _packer(kind: type) -> Turn:
    if kind in _BARE:
        return lambda thing: thing
    if issubclass(kind, Enum):
        return lambda thing: thing.value
    if issubclass(kind, date):
        return lambda thing: thing.isoformat()
    if dataclasses.is_dataclass(kind):
        return _of_fields(kind)
    if issubclass(kind, Mapping):
        return lambda thing: {str(key): packed(value) for key, value in thing.items()}
    return lambda thing: [packed(value) for value in thing]


def _of_fields(kind: Any) -> Turn:
    usual = {f.name: _default(f) for f in dataclasses.fields(kind)}

    def pack(thing: object) -> Plain:
        values = ((name, getattr(thing, name)) for name in usual)
        return {name: packed(value) for name, value in values if _differs(value, usual[name])}

    return pack


def _default(field: "dataclasses.Field[Any]") -> object:
    if field.default_factory is not dataclasses.MISSING:
        return field.default_factory()
    return field.default


def _differs(value: object, usual: object) -> bool:
    # 1 and 1.0 and True are equal, and not the same to a reader of the JSON.
    return type(value) is not type(usual) or value != usual


@cache
def _unpacker(kind: Any) -> Turn | None:
    """How a plain value becomes one of a kind; None: it is one."""
    if kind in _BARE or kind is Any:
        return None
    if get_origin(kind) is not None:
        return _of_others(get_origin(kind), get_args(kind))
    if issubclass(kind, Enum):
        return {member.value: member for member in kind}.__getitem__
    return date.fromisoformat if issubclass(kind, date) else _fields(kind)


def _of_others(of: Any, inner: tuple[Any, ...]) -> Turn | None:
    """A kind that is made of others: one or none of them, rows, sets and tables."""
    if of in (Union, types.UnionType):
        return _either([arg for arg in inner if arg is not type(None)])
    if of is tuple:
        return _row(_unpacker(inner[0]))
    if of is frozenset:
        row = _row(_unpacker(inner[0]))
        return lambda plain: frozenset(row(plain))
    return _table(*map(_unpacker, inner))


def _either(kinds: list[Any]) -> Turn | None:
    """One kind or nothing; or bare values and rows of them, which JSON can tell apart."""
    if len(kinds) > 1:
        return lambda plain: tuple(plain) if isinstance(plain, list) else plain
    turn = _unpacker(kinds[0])
    return None if turn is None else lambda plain: None if plain is None else turn(plain)


def _row(turn: Turn | None) -> Turn:
    return tuple if turn is None else lambda plain: tuple(map(turn, plain))


def _table(key: Turn | None, value: Turn | None) -> Turn | None:
    if key is None and value is None:
        return None
    if key is None and value is not None:
        return lambda plain: {name: value(each) for name, each in plain.items()}
    of_key, of_value = key or (lambda name: name), value or (lambda each: each)
    return lambda plain: {of_key(name): of_value(each) for name, each in plain.items()}


def _fields(kind: Any) -> Turn:
    hints = get_type_hints(kind)
    turns = {f.name: _unpacker(hints[f.name]) for f in dataclasses.fields(kind)}
    turned = {name: turn for name, turn in turns.items() if turn is not None}

    def unpack(plain: dict[str, Any]) -> object:
        for name in plain.keys() & turned.keys():
            plain[name] = turned[name](plain[name])
        return kind(**plain)

    return unpack

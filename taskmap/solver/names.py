"""Names of rows and columns, written out only when somebody reads them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import repeat
from typing import overload

import numpy as np
from numpy.typing import NDArray

Axis = tuple[Sequence[str], NDArray[np.int64]]


class Names(Sequence[str]):
    """As many names as there are, made at the first look at one.

    A programme has ten thousand names, and most solves end without a look at them.

    Args:
        count: how many.
        write: makes them, in order.
    """

    def __init__(self, count: int, write: Callable[[], Iterable[str]]) -> None:
        self._count = count
        self._write = write

    @cached_property
    def _written(self) -> tuple[str, ...]:
        return tuple(self._write())

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[str]:
        return iter(self._written)

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[str, ...]: ...
    def __getitem__(self, at: int | slice) -> str | tuple[str, ...]:
        return self._written[at]


def named(*parts: str | Axis) -> Names:
    """One name for each subject, its parts with strokes between.

    Args:
        parts: a word all have, or the words of an axis and, for each subject, which of them.

    Example:
        ``named("load", (roles, [0, 1]), (bands, [0, 0]))`` is ``load/sykepleier/dag`` and
        ``load/helsefagarbeider/dag``.
    """
    count = next(len(part[1]) for part in parts if not isinstance(part, str))
    return Names(count, lambda: map("/".join, zip(*(_words(part) for part in parts), strict=False)))


def _words(part: str | Axis) -> Iterable[str]:
    if isinstance(part, str):
        return repeat(part)
    words, at = part
    return [words[i] for i in at.tolist()]


def joined(parts: Iterable[Sequence[str]]) -> Names:
    """Names one after the other."""
    of_all = tuple(parts)
    return Names(sum(map(len, of_all)), lambda: (name for part in of_all for name in part))


def prefixed(prefix: str, names: Sequence[str]) -> Names:
    """The same names after a prefix and a stroke."""
    return Names(len(names), lambda: (f"{prefix}/{name}" for name in names))


def chosen_from(names: Sequence[str], at: NDArray[np.int64]) -> Names:
    """Some of the names, by their numbers."""
    return Names(len(at), lambda: (names[i] for i in at.tolist()))

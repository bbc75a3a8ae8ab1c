"""Options in canonical order: their colours' links, and where each one stands."""

from collections.abc import Mapping as MappingOf
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from taskmap.leon.instance.option import Option

Key: TypeAlias = tuple[object, ...]
# By kind: the number or colour of each thing.
Places: TypeAlias = MappingOf[str, Sequence[int] | NDArray[np.int64]]


def links(option: Option, colours: Places) -> dict[str, dict[int, Key]]:
    """What an option tells its neighbours: leaves it stands in for, its work, roles and bands."""
    leaf, role, band = colours["t"], colours["r"], colours["b"]
    stood = tuple(sorted(int(leaf[t]) for t in option.leaves))
    once = tuple(sorted((int(role[r]), int(band[b]), n) for r, b, n in option.once))
    own = (*_own(option), -1 if option.work is None else int(leaf[option.work]), stood, once)
    found: dict[str, dict[int, Key]] = {"t": dict.fromkeys(option.leaves, (20, *own))}
    if option.work is not None:
        found["t"][option.work] = (21, *own)
    found["r"] = {r: (22, *own) for r, _, _ in option.once}
    found["b"] = {b: (23, *own) for _, b, _ in option.once}
    return found


def order(options: Sequence[Option], places: Places) -> list[int]:
    """Which option comes first, second … when everything else has its new number."""
    moved = [_renumbered(option, places) for option in options]
    return sorted(range(len(moved)), key=lambda k: _place(moved[k]))


def renumbered(options: Sequence[Option], places: Places) -> tuple[Option, ...]:
    """Options with new numbers, in their own canonical order."""
    return tuple(_renumbered(options[k], places) for k in order(options, places))


def _renumbered(option: Option, places: Places) -> Option:
    leaf, role, band = places["t"], places["r"], places["b"]
    return replace(
        option,
        leaves=tuple(sorted(int(leaf[t]) for t in option.leaves)),
        work=None if option.work is None else int(leaf[option.work]),
        once=tuple(sorted((int(role[r]), int(band[b]), n) for r, b, n in option.once)),
    )


def _place(option: Option) -> Key:
    work = -1 if option.work is None else option.work
    return (option.leaves, work, *_own(option), option.once, option.name)


def _own(option: Option) -> tuple[int, ...]:
    room = -1 if option.room is None else option.room
    return option.price, option.elsewhere, room, int(option.stops)

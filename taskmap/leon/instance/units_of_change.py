"""Which leaves count as one task when it changes, and which move as one visit."""

from collections.abc import Iterable

from taskmap.model.mapping import Mapping
from taskmap.model.other_way import OtherWay
from taskmap.model.together import kept_together
from taskmap.model.units import TaskId


def units_of_change(
    mapping: Mapping, ways: Iterable[OtherWay] = ()
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """For each leaf its unit of change and its keep-together group (-1: none).

    The cases of one task are one unit; so are all tasks of a group that is kept together, and
    groups that share a task are one. After today's leaves stand those of the ways whose work is
    done here: each belongs to its task's unit, and to no group.
    """
    groups = kept_together(mapping)
    units: dict[TaskId | frozenset[TaskId], int] = {}
    numbers: dict[frozenset[TaskId], int] = {}
    unit_of, group_of = [], []
    for leaf in mapping.leaves:
        together = groups.get(leaf.task_id)
        unit_of.append(units.setdefault(together or leaf.task_id, len(units)))
        group_of.append(-1 if together is None else numbers.setdefault(together, len(numbers)))
    for way in ways:
        if way.here is not None:
            unit_of.append(units[way.task.id])
            group_of.append(-1)
    return tuple(unit_of), tuple(group_of)

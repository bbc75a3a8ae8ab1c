"""Which tasks move as one: those of a visit or group that is kept together."""

from taskmap.model.mapping import Mapping
from taskmap.model.units import TaskId


def kept_together(mapping: Mapping) -> dict[TaskId, frozenset[TaskId]]:
    """The group of every task that is kept together with at least one other.

    Example: a visit of shower, wound and medicine is one group. A second visit with the same wound
    makes one group of both.
    """
    found: dict[TaskId, frozenset[TaskId]] = {}
    with_leaves = {leaf.task_id for leaf in mapping.leaves}
    for chain in mapping.chains:
        tasks = frozenset(chain.tasks) & with_leaves
        if not chain.keep_together or len(tasks) < 2:
            continue
        joined = tasks.union(*(found[task] for task in tasks if task in found))
        found.update(dict.fromkeys(joined, joined))
    return found

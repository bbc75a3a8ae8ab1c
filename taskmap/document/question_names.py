"""Names a question may use of the unit it is asked of, and the leaves a task stands for."""

from collections.abc import Iterator
from collections.abc import Mapping as MappingOf
from dataclasses import replace
from typing import TypeVar

from taskmap.document.references import Names
from taskmap.model.catalogue import Catalogue
from taskmap.model.mapping import Mapping
from taskmap.model.question import Question
from taskmap.model.task import Task
from taskmap.model.units import LeafId, TaskId

Amount = TypeVar("Amount")


def names_of(mapping: Mapping, catalogue: Catalogue | None) -> dict[str, Names]:
    """Ids of bands and tasks, with the words people may write in their place."""
    bands = {band.name: band.id for band in mapping.bands} | {id_: id_ for id_ in mapping.band_ids}
    titles = {
        title: task.id for task in mapping.tasks for title in _titles(task, catalogue) if title
    }
    ids = {id_: id_ for id_ in (*mapping.by_task, *mapping.by_leaf)}
    return {"band": bands, "task": titles | ids}


def asked_of(question: Question, mapping: Mapping) -> Question:
    """The question with every task in its demands replaced by the leaves it stands for.

    A task with cases stands for all its cases, a task with parts for all its parts: to pin
    ``dosett`` pins ``dosett/stabil`` and ``dosett/ustabil``. What is said of a leaf by its own
    name goes before what is said of the task around it.
    """
    leaves, demands = leaves_named(mapping), question.demands
    return replace(
        question,
        demands=replace(
            demands,
            pinned=frozenset(leaf for name in demands.pinned for leaf in _all(name, leaves)),
            forbidden=frozenset(
                (leaf, role) for name, role in demands.forbidden for leaf in _all(name, leaves)
            ),
            forced=_of_leaves(demands.forced, leaves),
            cap_leaf={
                leaf: most
                for (leaf, _), most in _of_leaves(
                    {(name, ""): most for name, most in demands.cap_leaf.items()}, leaves
                ).items()
            },
        ),
    )


def leaves_named(mapping: Mapping) -> dict[TaskId, tuple[LeafId, ...]]:
    """The leaves each task with cases or parts stands for."""
    found: dict[TaskId, list[LeafId]] = {}
    for leaf in mapping.leaves:
        for task in _around(leaf.task, mapping):
            found.setdefault(task, []).append(leaf.id)
    return {task: tuple(leaves) for task, leaves in found.items()}


def _titles(task: Task, catalogue: Catalogue | None) -> tuple[str, ...]:
    known = catalogue.tasks.get(task.library or "") if catalogue else None
    return (*(known.names.values() if known else ()), task.name or "")


def _around(task: Task, mapping: Mapping) -> Iterator[TaskId]:
    """A task and the tasks it is a part of."""
    inner: Task | None = task
    while inner is not None:
        yield inner.id
        inner = mapping.by_task.get(inner.parent) if inner.parent else None


def _all(name: str, leaves: MappingOf[TaskId, tuple[LeafId, ...]]) -> tuple[LeafId, ...]:
    return leaves.get(name, (name,))


def _of_leaves(
    amounts: MappingOf[tuple[str, str], Amount], leaves: MappingOf[TaskId, tuple[LeafId, ...]]
) -> dict[tuple[LeafId, str], Amount]:
    """Amounts by leaf and role, the least of what is named first."""
    wide_first = sorted(amounts.items(), key=lambda item: -len(_all(item[0][0], leaves)))
    return {
        (leaf, role): amount for (name, role), amount in wide_first for leaf in _all(name, leaves)
    }

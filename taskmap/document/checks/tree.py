"""Tasks and their parts: a tree whose leaves carry the work."""

from taskmap.document.draft import Draft
from taskmap.model.task import Task

_WORK = ("count", "minutes", "minutes_by_role", "today", "missed", "cases", "alternatives")
MOST_NAMED = 20


def tree_has_no_cycle(draft: Draft) -> None:
    """A task is no part of itself, at any remove."""
    parent_of = {task.id: task.parent for task in draft.tasks.values()}
    cleared: set[str] = set()
    for path, task in draft.tasks.items():
        trail: list[str] = []
        at: str | None = task.id
        while at is not None and at not in cleared and at not in trail:
            trail.append(at)
            at = parent_of.get(at)
        cleared.update(trail)
        if at is not None and at in trail:
            circle = tuple(trail[trail.index(at) :][:MOST_NAMED])
            draft.reading.error("task.cycle", (*path, "parent"), value=task.id, tasks=circle)


def parents_carry_no_work(draft: Draft) -> None:
    """Counts and minutes on a task and on its parts would be counted twice."""
    for path, task in draft.tasks.items():
        if task.id not in draft.parents:
            continue
        said = draft.tasks_said[path]
        for name in _WORK:
            if name in said:
                part = _first_part(draft, task)
                draft.reading.error("task.parent_has_work", (*path, name), value=name, part=part)


def chains_hold_leaves(draft: Draft) -> None:
    """A chain names tasks that carry work, each once."""
    for chain in draft.said.get("chains", ()):
        seen: set[str] = set()
        for index, task in enumerate(chain["tasks"]):
            path = (*chain.path, "tasks", index)
            if task in draft.parents:
                draft.reading.error("chain.not_leaf", path, value=task)
            if task in seen:
                draft.reading.error("chain.task_twice", path, value=task)
            seen.add(task)


def _first_part(draft: Draft, parent: Task) -> str:
    return next(task.id for task in draft.tasks.values() if task.parent == parent.id)

"""An activity is a task or part of support time, never both."""

import re
from collections.abc import Iterator
from functools import lru_cache

from taskmap.document.draft import Draft
from taskmap.model.task import Task
from taskmap.yamltext import fold

_ENDINGS = ("ene", "er", "ar", "e", "s")  # plurals and definite forms in the three languages
_LEAST_STEM = 4


def counted_twice(draft: Draft) -> None:
    """Find support activities of a role that also stand among the tasks it does."""
    if not any(staffing.support for staffing in draft.staffing.values()):
        return
    tasks = _tasks_by_stem(draft)
    for path, staffing in draft.staffing.items():
        for activity, share in staffing.support.items():
            does = (t for t in tasks.get(_stem(activity), ()) if _does(t, staffing.role))
            task = next(does, None)
            if task is not None and share > 0:
                inside = (*path, "support", activity)
                values = {"value": activity, "task": task.id, "role": staffing.role}
                draft.reading.warn("counted_twice", inside, **values)


def _tasks_by_stem(draft: Draft) -> dict[str, list[Task]]:
    found: dict[str, list[Task]] = {}
    for _, task in draft.leaves:
        for stem in sorted({_stem(name) for name in _names(draft, task)}):
            found.setdefault(stem, []).append(task)
    return found


def _names(draft: Draft, task: Task) -> Iterator[str]:
    yield task.id
    if task.name:
        yield task.name
    library = draft.catalogue.tasks.get(task.library or "") if draft.catalogue else None
    if library is not None:
        # "nh_staff_meeting" and "hc_team_meeting" are both meetings.
        yield library.code.partition("_")[2]
        yield library.code.rpartition("_")[2]
        yield from library.names.values()
    group = task.group or (library.group if library else None)
    if group:
        yield group


@lru_cache(maxsize=8192)  # the library's names come again in every document
def _stem(name: str) -> str:
    plain = re.sub(r"[^\w]|_", "", fold(name))
    ending = next((e for e in _ENDINGS if plain.endswith(e)), "")
    bare = plain.removesuffix(ending)
    return bare if len(bare) >= _LEAST_STEM else plain


def _does(task: Task, role: str) -> bool:
    divisions = [task.today, *(case.today for case in task.cases if case.today)]
    return any(shares.get(role, 0) > 0 for today in divisions for shares in today.values())

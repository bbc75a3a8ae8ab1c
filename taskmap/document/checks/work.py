"""Leaves carry counts, minutes and who does them; shares make wholes."""

from taskmap.document.draft import Draft
from taskmap.document.shapes import Values
from taskmap.document.shares import TOLERANCE
from taskmap.model.task import Task
from taskmap.yamltext import Path


def leaves_carry_work(draft: Draft) -> None:
    """Every task without parts says how often, how long and who."""
    for path, task in draft.leaves:
        said = draft.tasks_said[path]
        if task.unfinished:
            continue
        if "count" not in said and draft.is_sound((*path, "count")):
            draft.reading.error("task.no_count", path, value=task.id)
        if task.minutes is None and _minutes_are_sound(draft, path):
            near = _library_minutes(draft, task)
            draft.reading.error("task.no_minutes", path, value=task.id, nearest=near)
        if not _says_who(said) and draft.is_sound((*path, "today")):
            draft.reading.error("task.no_today", path, value=task.id)


def cases_make_a_whole(draft: Draft) -> None:
    """The cases of a task together are all of its occurrences."""
    for path, task in draft.tasks.items():
        total = sum(case.share for case in task.cases)
        if task.cases and abs(total - 1) > TOLERANCE and draft.is_sound((*path, "cases")):
            draft.reading.error("cases.sum", (*path, "cases"), sum=round(total, 6))


def shares_where_counted(draft: Draft) -> None:
    """Who does it, or who misses it, in a band where it is not done says nothing."""
    for path, task in draft.leaves:
        if task.count is None:
            continue
        counted = {band for band, n in task.count.by_band.items() if n > 0}
        said = draft.tasks_said[path]
        for part in (said, *said.get("cases", ())):
            _note_uncounted(draft, part, counted)


def _note_uncounted(draft: Draft, said: Values, counted: set[str]) -> None:
    for name in ("today", "missed"):
        for band in said.get(name, {}):
            path = (*said.path, name, band)
            if band is not None and band not in counted and draft.is_sound(path):
                draft.reading.warn(
                    "band.not_counted", path, value=band, counted=tuple(sorted(counted))
                )


def _minutes_are_sound(draft: Draft, path: Path) -> bool:
    fields = ("minutes", "minutes_by_role", "minutes_of")
    return all(draft.is_sound((*path, name)) for name in fields)


def _library_minutes(draft: Draft, task: Task) -> str | None:
    library = draft.catalogue.tasks.get(task.library or "") if draft.catalogue else None
    return f"{library.minutes:g}" if library and library.minutes else None


def _says_who(said: Values) -> bool:
    cases = said.get("cases", ())
    nobody = said.get("missed") == {None: 1.0}
    return "today" in said or nobody or (bool(cases) and all("today" in case for case in cases))

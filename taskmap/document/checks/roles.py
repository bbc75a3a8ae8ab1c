"""Roles that do tasks are staffed, and have hours where the work falls."""

from collections.abc import Iterator

from taskmap.document.draft import Draft
from taskmap.document.nearest import nearest
from taskmap.document.shapes import Values
from taskmap.document.staffing import works
from taskmap.model.task import Task
from taskmap.yamltext import Path


def roles_are_staffed(draft: Draft) -> None:
    """A role that does a task today, supervises one or would do it otherwise is in the staffing."""
    for path, role in _roles_at_work(draft):
        if role not in draft.staffed and draft.is_sound(path):
            near = nearest(role, draft.staffed)
            draft.reading.error("role.not_staffed", path, value=role, nearest=near)


def roles_have_hours(draft: Draft) -> None:
    """A role has hours in the bands where it does a task."""
    for path, task in draft.leaves:
        if task.count is None:
            continue
        bands = tuple(band for band, n in task.count.by_band.items() if n > 0)
        said = draft.tasks_said[path]
        for part in (said, *said.get("cases", ())):
            if "today" in part and draft.is_sound((*part.path, "today")):
                _note_without_hours(draft, part, bands)


def minutes_have_an_owner(draft: Draft) -> None:
    """The role the minutes belong to does the task, and has no factor of its own."""
    for path, task in draft.leaves:
        owner = task.minutes_of
        if owner is None:
            continue
        doing = _doing(draft.tasks_said[path])
        if doing and owner not in doing and draft.is_sound((*path, "today")):
            inside, roles = (*path, "minutes_of"), tuple(sorted(doing))
            draft.reading.warn("minutes_of.not_doing", inside, value=owner, roles=roles)
        if task.factors.get(owner, 1) != 1:
            _note_own_factor(draft, path, task)


def _note_own_factor(draft: Draft, path: Path, task: Task) -> None:
    owner = task.minutes_of or ""
    in_factors = owner in draft.tasks_said[path].get("factors", {})
    inside = (*path, "factors" if in_factors else "minutes_by_role", owner)
    draft.reading.error("factor.reference_role", inside, value=owner, factor=task.factors[owner])


def _note_without_hours(draft: Draft, said: Values, bands: tuple[str, ...]) -> None:
    for band, shares in said["today"].items():
        for role, share in shares.items():
            staffing = draft.by_role.get(role)
            where = bands if band is None else (band,)
            if share == 0 or staffing is None or not where or not _staffing_is_sound(draft, role):
                continue
            if not any(works(staffing, each) for each in where):
                inside = (*said.path, "today", *((role,) if band is None else (band, role)))
                draft.reading.error("role.no_hours", inside, value=role, bands=where)


def _staffing_is_sound(draft: Draft, role: str) -> bool:
    return all(draft.is_sound(path) for path, s in draft.staffing.items() if s.role == role)


def _doing(said: Values) -> frozenset[str]:
    parts = (said, *said.get("cases", ()))
    today = (shares for part in parts for shares in part.get("today", {}).values())
    return frozenset(role for shares in today for role in shares)


def _roles_at_work(draft: Draft) -> Iterator[tuple[Path, str]]:
    for said in draft.tasks_said.values():
        for part in (said, *said.get("cases", ())):
            for band, shares in part.get("today", {}).items():
                band_step = () if band is None else (band,)
                yield from (((*part.path, "today", *band_step, role), role) for role in shares)
        for each in said.get("supervision", ()):
            yield (*each.path, "by"), each["by"]
        for way in said.get("alternatives", ()):
            yield from _roles_of_way(way)


def _roles_of_way(said: Values) -> Iterator[tuple[Path, str]]:
    """Who puts another way in place, and whose minutes it is counted in; not the neighbour's."""
    if "minutes_of" in said and "unit_role" not in said:
        yield (*said.path, "minutes_of"), said["minutes_of"]
    for role in said.get("one_off_hours", {}):
        yield (*said.path, "one_off_hours", role), role

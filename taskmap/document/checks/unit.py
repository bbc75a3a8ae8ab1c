"""The unit: something is mapped, real units say why, tasks belong to its setting."""

from taskmap.document.draft import Draft
from taskmap.model.amount import Basis
from taskmap.model.task import Task


def something_is_mapped(draft: Draft) -> None:
    """A mapping without tasks or staffing can be read, but nothing follows from it."""
    if not draft.said.get("tasks") and draft.is_sound(("tasks",)):
        draft.reading.inform("mapping.no_tasks", ("tasks",))
    if not draft.said.get("staffing") and draft.is_sound(("staffing",)):
        draft.reading.inform("mapping.no_staffing", ("staffing",))


def something_is_unfinished(draft: Draft) -> None:
    """Tasks on their way are told: every figure is without them."""
    unfinished = tuple(task.id for _, task in draft.leaves if task.unfinished)
    if unfinished:
        draft.reading.inform("mapping.unfinished", ("tasks",), count=len(unfinished))


def real_units_say_why(draft: Draft) -> None:
    """Work data about real people says what it is for and how long it is kept.

    Figures already published, told by their source, are not work data of anyone's.
    """
    said = draft.said
    published = "source" in said
    if said.get("illustrative") or published or not draft.is_sound(("illustrative",)):
        return
    for name in ("purpose", "delete_after"):
        if name not in said and draft.is_sound((name,)):
            _note_missing(draft, name)
    if "on" in said and "delete_after" in said and said["delete_after"] <= said["on"]:
        values = {"value": said["delete_after"].isoformat(), "date": said["on"].isoformat()}
        draft.reading.warn("mapping.deleted_before", ("delete_after",), **values)


def _note_missing(draft: Draft, name: str) -> None:
    """Weightier where somebody has timed the work already."""
    timed = sum(_is_timed(task) for task in draft.tasks.values())
    if timed:
        draft.reading.warn(f"mapping.measured_no_{name}", (name,), count=timed)
    else:
        draft.reading.warn(f"mapping.no_{name}", (name,))


def _is_timed(task: Task) -> bool:
    return task.minutes is not None and task.minutes.basis is Basis.MEASURED


def library_fits_setting(draft: Draft) -> None:
    """A task from another setting's library is allowed, and told."""
    unit = draft.said.get("unit")
    if unit is None or draft.catalogue is None:
        return
    setting: str = unit["setting"]
    for path, task in draft.tasks.items():
        library = draft.catalogue.tasks.get(task.library or "")
        if library and library.settings and setting not in library.settings:
            values = {"value": library.code, "setting": setting}
            inside, settings = (*path, "library"), library.settings
            draft.reading.inform("library.other_setting", inside, **values, settings=settings)

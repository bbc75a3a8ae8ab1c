"""Another way of doing a task says what it takes: counts, minutes, and room at the neighbour's."""

from collections.abc import Iterator

from taskmap.document.draft import Draft
from taskmap.document.shapes import Values
from taskmap.document.staffing import works
from taskmap.model.alternative import AlternativeKind
from taskmap.yamltext import Path

_WORK = ("count", "minutes", "minutes_of", "factors")
_ELSEWHERE = ("unit", "unit_role", "unit_room")


def alternatives_say_what(draft: Draft) -> None:
    """All but what is stopped have a count and minutes; what is shared, a unit with room."""
    for _, said in alternatives_said(draft):
        if said["kind"] == AlternativeKind.STOP:
            _note_superfluous(draft, said, "alternative.stop_has_work", _WORK)
        else:
            _note_missing(draft, said)
        if said["kind"] == AlternativeKind.SHARE_BETWEEN_UNITS:
            _note_no_room(draft, said)
        else:
            _note_superfluous(draft, said, "alternative.not_shared", _ELSEWHERE)


def alternatives_fall_in_hours(draft: Draft) -> None:
    """Work that moves to another band finds somebody there."""
    staffing = tuple(draft.staffing.values())
    if not staffing or not draft.is_sound(("staffing",)):
        return
    for path, task in draft.tasks.items():
        known = {alternative.id: alternative for alternative in task.alternatives}
        for said in draft.tasks_said[path].get("alternatives", ()):
            alternative = known.get(said["id"])
            if alternative is None or alternative.count is None or alternative.unit is not None:
                continue
            for band, n in alternative.count.by_band.items():
                if n > 0 and not any(works(each, band) for each in staffing):
                    inside = (*said.path, "count")
                    draft.reading.warn("alternative.nobody_in_band", inside, band=band)


def alternatives_stand_alone(draft: Draft) -> None:
    """A task of a visit that is kept together has no other way by itself."""
    kept = {
        task: chain["id"]
        for chain in draft.said.get("chains", ())
        if chain.get("keep_together")
        for task in chain["tasks"]
    }
    for task, said in alternatives_said(draft):
        if task in kept:
            draft.reading.warn(
                "alternative.kept_together", said.path, value=said["id"], chain=kept[task]
            )


def alternatives_said(draft: Draft) -> Iterator[tuple[str, Values]]:
    """Every alternative as written, with the id of its task."""
    for task in draft.said.get("tasks", ()):
        yield from ((task["id"], said) for said in task.get("alternatives", ()))


def _note_missing(draft: Draft, said: Values) -> None:
    for name in ("count", "minutes"):
        if name not in said and draft.is_sound((*said.path, name)):
            draft.reading.error(f"alternative.no_{name}", said.path, value=said["id"])
    count = said.get("count")
    if count is not None and not any(count.by_band.values()):
        draft.reading.error("alternative.no_count", (*said.path, "count"), value=said["id"])


def _note_no_room(draft: Draft, said: Values) -> None:
    for name in _ELSEWHERE:
        if name not in said and draft.is_sound((*said.path, name)):
            draft.reading.error("alternative.no_unit_room", said.path, value=name)
    own = draft.said.get("unit", {}).get("id")
    if own is not None and said.get("unit") == own:
        draft.reading.error("alternative.own_unit", (*said.path, "unit"), value=own)


def _note_superfluous(draft: Draft, said: Values, code: str, names: tuple[str, ...]) -> None:
    for name in names:
        path: Path = (*said.path, name)
        if name in said:
            draft.reading.error(code, path, value=name)

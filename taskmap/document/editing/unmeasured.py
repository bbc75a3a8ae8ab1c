"""A mapping or scenario without the minutes that were measured, as if nobody had taken the time."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from taskmap.document.editing.finishing import UNFINISHED
from taskmap.document.editing.opened import opened
from taskmap.document.editing.steps import place
from taskmap.document.fields.task import TASK_RECORD
from taskmap.model.amount import Basis
from taskmap.model.units import Minutes
from taskmap.yamltext import Plain, Value

_MINUTES = "minutes"
_OTHERS = ("factors", "minutes_by_role")  # told against the minutes that go
_MEASURED = str(Basis.MEASURED)
Said = dict[str, Value]


@dataclass(frozen=True, slots=True)
class Unmeasured:
    """A document after its measured minutes were taken out.

    Args:
        data: the document.
        library: tasks that have the library's minutes instead.
        unfinished: tasks without any, which count nowhere until somebody says how long.
    """

    data: bytes
    library: int
    unfinished: int

    @property
    def tasks(self) -> int:
        """How many tasks had measured minutes."""
        return self.library + self.unfinished


def may_hold_measured(data: bytes) -> bool:
    """Whether a content may say that something was measured; never wrong when it says no."""
    return _MEASURED.encode() in data or b"\\" in data


def unmeasured(data: bytes, library: Mapping[str, Minutes]) -> Unmeasured:
    """Take every measured figure out, and what was told against it; all else stays as written.

    The sum of a registered week goes with them. A task of the library gets the library's minutes,
    which are marked as estimates there; another one is unfinished until somebody says how long it
    takes. A case falls back on its task, and another way of doing a task that was measured itself
    goes.

    Args:
        data: the document.
        library: minutes for one occurrence, by the library's code.

    Raises:
        DocumentUnreadable: it is no table of fields, or has mistakes as YAML.
        EditNotAsAsked: it is laid out so that nothing could be changed safely.
    """
    there = opened(data)
    said = there.said
    found = [_cleared(task, library, own=own) for task, own in _tasks(said)]
    touched = [each for each in found if each is not None]
    if not touched:
        return Unmeasured(data, 0, 0)
    _drop_empty(said)
    said.pop("registered_total", None)  # of which a single measured figure may be the rest
    return Unmeasured(there.saying(said).data, touched.count(True), touched.count(False))


def _tasks(said: Said) -> Iterator[tuple[Said, bool]]:
    """Every task, and whether all that is known of it stands there."""
    changes = said.get("changes")
    yield from ((task, True) for task in _tables(said.get("tasks")))
    if isinstance(changes, dict):
        yield from ((task, True) for task in _tables(changes.get("added_tasks")))
        changed = changes.get("tasks")
        if isinstance(changed, dict):
            yield from ((task, False) for task in _tables(list(changed.values())))


def _drop_empty(said: Said) -> None:
    """Tasks of a scenario of which nothing changes any longer."""
    changes = said.get("changes")
    changed = changes.get("tasks") if isinstance(changes, dict) else None
    if isinstance(changed, dict):
        for name in [name for name, task in changed.items() if task == {}]:
            del changed[name]


def _cleared(task: Said, library: Mapping[str, Minutes], *, own: bool) -> bool | None:
    """Whether minutes of the library stand in their place; None where nothing was measured."""
    cases = [case for case in _tables(task.get("cases")) if _is_measured(case)]
    ways = [way for way in _tables(task.get("alternatives")) if _is_measured(way)]
    for case in cases:
        del case[_MINUTES]
    if ways:
        task["alternatives"] = [way for way in _items(task["alternatives"]) if way not in ways]
    if not _is_measured(task) and not (cases and own and _MINUTES not in task):
        return True if cases or ways else None
    for key in (_MINUTES, *_OTHERS):
        task.pop(key, None)
    code = task.get("library")
    minutes = library.get(code) if isinstance(code, str) else None
    if minutes is not None:
        place(task, _MINUTES, Plain(f"{minutes:g}"), TASK_RECORD)
    elif own:
        place(task, UNFINISHED, Plain("true"), TASK_RECORD)
    return minutes is not None or not own


def _is_measured(said: Said) -> bool:
    minutes = said.get(_MINUTES)
    return isinstance(minutes, dict) and _text(minutes.get("basis")) == _MEASURED


def _text(value: Value | None) -> str:
    return value.text if isinstance(value, Plain) else value if isinstance(value, str) else ""


def _items(value: Value | None) -> list[Value]:
    return value if isinstance(value, list) else []


def _tables(value: Value | None) -> list[Said]:
    return [item for item in _items(value) if isinstance(item, dict)]

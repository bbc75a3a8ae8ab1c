"""Participation in a follow-up document: its names looked up, and the model made of it."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from itertools import chain
from typing import Any

from taskmap.catalogue import load
from taskmap.document.nearest import nearest
from taskmap.document.reading import Reading
from taskmap.document.shapes import Values
from taskmap.model.followup import Measure
from taskmap.model.mapping import Mapping
from taskmap.model.participation import (
    WHOLE,
    About,
    Comment,
    DutyMet,
    DutyState,
    Hold,
    Meeting,
    MeetingKind,
    Participation,
    Party,
    Voice,
)
from taskmap.yamltext import Path, fold

_LISTS = {"meetings": "id", "comments": "id", "holds": "id", "duties": "duty"}
_MADE = {"meetings": Meeting, "comments": Comment, "holds": Hold, "duties": DutyMet}
_WORDS = {"party": Party, "kind": MeetingKind, "state": DutyState}


def note_participation(
    said: Values, measures: Collection[str], mapping: Mapping | None, reading: Reading
) -> None:
    """Note what is wrong with who took part, said and held.

    Args:
        said: what the document's ``participation`` says.
        measures: ids of the measures there are.
        mapping: of the unit; None: tasks and roles are not looked up.
        reading: the document.
    """
    for part, key in _LISTS.items():
        _note_twice(said.get(part, ()), key, reading)
    meetings = tuple(meeting["id"] for meeting in said.get("meetings", ()))
    for each in _everything(said):
        _note_meeting(each, meetings, reading)
        if "about" in each:
            _note_about(each["about"], measures, mapping, reading)
    for hold in said.get("holds", ()):
        _note_lifted(hold, reading)
    for duty in said.get("duties", ()):
        if mapping is not None:
            _note_unknown(duty, load(mapping.unit.country).duties, reading)
        if duty["state"] == DutyState.DONE and "on" not in duty:
            reading.error("field.missing", (*duty.path, "date"), value="date")


def participation(said: Values | None) -> Participation:
    """What the document says of participation; nothing where it is silent."""
    if said is None:
        return Participation()
    parts = {
        part: tuple(make(**_made(each)) for each in said.get(part, ()))
        for part, make in _MADE.items()
    }
    return Participation(**parts)


def held(measure: Measure, holds: Iterable[Hold]) -> Measure:
    """A measure with the holds that stand against it: its own, its move's and the whole plan's."""
    found = tuple(hold for hold in holds if hold.stands and _is_about(hold.about, measure))
    return replace(measure, holds=found)


def _is_about(about: About, measure: Measure) -> bool:
    if about.whole or about.measure == measure.id:
        return True
    move = (about.task, about.case, about.giver, about.receiver)
    return about.task is not None and move == (
        measure.task, measure.case, measure.giver, measure.receiver
    )  # fmt: skip


def _everything(said: Values) -> Iterator[Values]:
    return chain.from_iterable(said.get(part, ()) for part in _LISTS)


def _note_twice(found: Iterable[Values], key: str, reading: Reading) -> None:
    first: dict[str, Path] = {}
    for each in found:
        known = first.setdefault(fold(each[key]), each.path)
        if known != each.path:
            line = reading.line((*known, key))
            reading.error("id.duplicate", (*each.path, key), value=each[key], first_line=line)


def _note_meeting(each: Values, meetings: Collection[str], reading: Reading) -> None:
    named = each.get("meeting")
    if named is not None and named not in meetings:
        near = nearest(named, meetings)
        reading.error("meeting.unknown", (*each.path, "meeting"), value=named, nearest=near)


def _note_unknown(duty: Values, known: Collection[str], reading: Reading) -> None:
    named = duty["duty"]
    if named not in known:
        near = nearest(named, known)
        reading.error("duty.unknown", (*duty.path, "duty"), value=named, nearest=near)


def _note_about(
    about: Values, measures: Collection[str], mapping: Mapping | None, reading: Reading
) -> None:
    named = about.get("measure")
    if named is not None and named not in measures:
        near = nearest(named, measures)
        reading.error("measure.unknown", (*about.path, "measure"), value=named, nearest=near)
    if named is not None and "task" in about:
        reading.error("about.two", about.path, value=named, task=about["task"])
    for here, there in (("task", "receiver"), ("receiver", "task")):
        if here in about and there not in about:
            key = "to" if there == "receiver" else there
            if reading.is_sound((*about.path, key)):
                reading.error("field.missing", (*about.path, key), value=key)
    if mapping is not None:
        _note_gone(about, mapping, reading)


def _note_gone(about: Values, mapping: Mapping, reading: Reading) -> None:
    known: dict[str, tuple[str, Collection[str], str]] = {
        "task": ("task", mapping.by_task, "followup.task_gone"),
        "from": ("giver", mapping.by_role, "followup.role_gone"),
        "to": ("receiver", mapping.by_role, "followup.role_gone"),
    }
    for key, (attribute, names, code) in known.items():
        value = about.get(attribute)
        if value is not None and value not in names:
            reading.warn(code, (*about.path, key), value=value)


def _note_lifted(hold: Values, reading: Reading) -> None:
    lifted, on = hold.get("lifted"), hold["on"]
    if lifted is not None and lifted < on:
        reading.error(
            "hold.lifted_before", (*hold.path, "lifted"), value=lifted.isoformat(),
            date=on.isoformat(),
        )  # fmt: skip


def _made(said: Values) -> dict[str, Any]:
    return {name: _value(name, value) for name, value in said.by_name.items()}


def _value(name: str, value: Any) -> Any:
    if name == "about":
        return About(**_made(value)) if value.by_name else WHOLE
    if name == "present":
        return tuple(Voice(**_made(each)) for each in value)
    return _WORDS[name](value) if name in _WORDS else value

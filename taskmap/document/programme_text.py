"""A year of courses as text in which other runs were held, or other places are ordered."""

from collections.abc import Mapping

from taskmap.document.editing.opened import opened
from taskmap.document.entries import Said, entries_of, say_anew
from taskmap.document.fields.programme import HELD
from taskmap.model.edit import EditValue
from taskmap.model.programme import Half, Ordered
from taskmap.yamltext import Plain, Value

_HELD = "held"
_NEEDS = "needs"
_EITHER: Half = 2  # where no half-year is said


def with_run(data: bytes, fields: Mapping[str, EditValue]) -> bytes:
    """The document with one more run that was held or cancelled, put last.

    Args:
        data: the document.
        fields: of the run, by key.

    Raises:
        TaskmapError: a text holds a character no document may hold.
    """
    there = opened(data)
    said = there.said
    run: Said = {}
    say_anew(run, fields, HELD)
    return there.saying({**said, _HELD: [*entries_of(said.get(_HELD)), run]}).data


def without_run(data: bytes, number: int) -> bytes:
    """The document without one of the runs that were held or cancelled.

    Args:
        data: the document.
        number: of the run in the document's order, from 0; where there is none, nothing changes.
    """
    there = opened(data)
    said = there.said
    left = [run for at, run in enumerate(entries_of(said.pop(_HELD, None))) if at != number]
    return there.saying({**said, _HELD: left} if left else said).data


def with_order(data: bytes, ordered: Ordered) -> bytes:
    """The document with so many places ordered; what was ordered of the same before is gone.

    Args:
        data: the document.
        ordered: the course, for whom, by when, and how many; 0: none any more.
    """
    course, who, by = ordered.course, ordered.unit or ordered.organisation, ordered.by
    there = opened(data)
    said = there.said
    needs = [each for each in entries_of(said.pop(_NEEDS, None)) if isinstance(each, dict)]
    same = [each for each in needs if (_text(each["course"]), _half(each)) == (course, by)]
    for each in same:
        _persons(each).pop(who, None)
    if ordered.persons:
        if not same:
            same = [{"course": course, "persons": {}}]
            if by != _EITHER:
                same[0]["by"] = Plain(str(by))
            needs += same
        _persons(same[0])[who] = Plain(str(ordered.persons))
    left: list[Value] = [each for each in needs if _persons(each)]
    return there.saying({**said, _NEEDS: left} if left else said).data


def _persons(need: Said) -> Said:
    found = need.get("persons")
    return found if isinstance(found, dict) else {}


def _half(need: Said) -> Half:
    return 1 if _text(need.get("by")) == "1" else _EITHER


def _text(said: Value | None) -> Value | None:
    return said.text if isinstance(said, Plain) else said

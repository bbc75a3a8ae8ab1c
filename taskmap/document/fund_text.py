"""A fund as text in which a need, the budget or another thing says something else."""

from collections.abc import Iterable, Mapping
from datetime import date

from taskmap.document.editing.opened import opened
from taskmap.document.entries import Said, entries_of, entry_of, say_anew, with_entry
from taskmap.document.fields.fund import BUDGET_YEAR, HELD, STORY
from taskmap.document.fields.need import NEED, SPENT
from taskmap.document.fields.spoken import COMMENT
from taskmap.model.edit import EditValue
from taskmap.model.fund import BudgetYear, MeetingKind, NeedId
from taskmap.yamltext import Plain, Value

_ADDED = {"spent": SPENT, "comments": COMMENT}


def with_need(data: bytes, id_: NeedId, fields: Mapping[str, EditValue]) -> bytes:
    """The document with some fields of a need written anew; the rest stays as it is written.

    Args:
        data: the document.
        id_: of the need; a new one is put last.
        fields: by key; None takes a field away.

    Raises:
        TaskmapError: a text holds a character no document may hold.
    """
    return with_entry(data, "needs", ("id", id_), fields, NEED)


def with_more_of_need(
    data: bytes, id_: NeedId, part: str, fields: Mapping[str, EditValue]
) -> bytes:
    """The document with one thing more in a need's list; what stood there stays.

    Args:
        data: the document.
        id_: of the need.
        part: the list: spent or comments.
        fields: of what is put last, by key.

    Raises:
        TaskmapError: a text holds a character no document may hold.
    """
    there = opened(data)
    said = there.said
    needs = entries_of(said.get("needs"))
    need = entry_of(needs, "id", id_)
    new: Said = {}
    say_anew(new, fields, _ADDED[part])
    need[part] = [*entries_of(need.get(part)), new]
    return there.saying({**said, "needs": needs}).data


def with_budget(data: bytes, years: Iterable[BudgetYear]) -> bytes:
    """The document with other amounts in some years; a year that is not there yet is put last.

    Args:
        data: the document.
        years: their amounts and reserves.
    """
    there = opened(data)
    said = there.said
    budget = entries_of(said.get("budget"))
    for year in years:
        number = Plain(str(year.year))
        found = next((b for b in budget if isinstance(b, dict) and b.get("year") == number), None)
        if not isinstance(found, dict):
            found = {"year": number}
            budget.append(found)
        amounts = {"amount": year.amount, "reserve": year.reserve or None}
        say_anew(found, amounts, BUDGET_YEAR)
    return there.saying({**said, "budget": budget}).data


def with_story(data: bytes, fields: Mapping[str, EditValue]) -> bytes:
    """The document with one story more, put last.

    Args:
        data: the document.
        fields: of the story, by key.

    Raises:
        TaskmapError: a text holds a character no document may hold.
    """
    there = opened(data)
    said = there.said
    story: Said = {}
    say_anew(story, fields, STORY)
    return there.saying({**said, "stories": [*entries_of(said.get("stories")), story]}).data


def with_supply_done(data: bytes, on: date) -> bytes:
    """The document with a day on which the analysis of supply was made.

    Args:
        data: the document; where it does not tell of supply, or has the day, nothing changes.
        on: the day.
    """
    there = opened(data)
    said = there.said
    supply = said.get("supply")
    if isinstance(supply, dict):
        days, new = entries_of(supply.get("done")), Plain(on.isoformat())
        supply["done"] = days if new in days else [*days, new]
    return there.saying(said).data


def with_meeting_held(
    data: bytes, kind: MeetingKind, on: date, comment: Mapping[str, EditValue] | None
) -> bytes:
    """The document with a meeting that took place; one of that day already told gets the comment.

    Args:
        data: the document.
        kind: which group met; one that has no meetings yet is not made.
        on: the day.
        comment: what an office said there, by key; None: nothing.

    Raises:
        TaskmapError: a text holds a character no document may hold.
    """
    there = opened(data)
    said = there.said
    groups = entries_of(said.get("meetings"))
    for group in groups:
        if isinstance(group, dict) and group.get("kind") == kind:
            group["held"] = _held(entries_of(group.get("held")), on, comment)
    return there.saying({**said, "meetings": groups}).data


def _held(there: list[Value], on: date, comment: Mapping[str, EditValue] | None) -> list[Value]:
    same = (each for each in there if isinstance(each, dict) and _day(each) == on.isoformat())
    held = next(same, None)
    if not isinstance(held, dict):
        held = {}
        say_anew(held, {"date": on}, HELD)
        there.append(held)
    if comment is not None:
        new: Said = {}
        say_anew(new, comment, COMMENT)
        held["comments"] = [*entries_of(held.get("comments")), new]
    return there


def _day(held: Said) -> Value | None:
    said = held.get("date")
    return said.text if isinstance(said, Plain) else said

"""A mapping's tables as the pages of a workbook, and the lists its cells are chosen from."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from taskmap.exchange.layout import LAYOUTS, Column, Layout
from taskmap.exchange.words import CHOICES, Words
from taskmap.sheets import Column as SheetColumn
from taskmap.sheets import Page, Scalar

Record = Mapping[str, Any]

_LISTED = ("role", "profile", "library", "group", "band", "volume", "competence")


@dataclass(frozen=True, slots=True)
class Spread:
    """A column of the layout as one column of a sheet.

    Args:
        of: the band or role, where there is a column for each.
    """

    column: Column
    of: str = ""

    def title(self, words: Words) -> str:
        """What stands above it."""
        title = words.reader.say(self.column.key)
        return f"{title}: {words.told(self.column.each, self.of)}" if self.of else title


def pages(said: Record, words: Words, layouts: Iterable[Layout] = LAYOUTS) -> list[Page]:
    """A page for each layout, the rows filled in with what the mapping says."""
    return [_page(layout, said, words) for layout in layouts]


def lists(words: Words) -> dict[str, Sequence[str]]:
    """What cells may be chosen from, by the names columns call them."""
    fixed = {of: words.choices(of) for of in CHOICES if of != "nothing"}
    return {**fixed, **{what: words.all(what) for what in _LISTED}}


def spread(layout: Layout, said: Record) -> list[Spread]:
    """The layout's columns, those that are one for each band or role taken apart."""
    of = {
        "band": [band["id"] for band in said.get("bands", ())],
        "role": [post["role"] for post in said.get("staffing", ())],
    }
    return [Spread(column, name) for column in layout.columns for name in of.get(column.each, [""])]


def _page(layout: Layout, said: Record, words: Words) -> Page:
    columns = spread(layout, said)
    return Page(
        title=words.reader.say(f"sheet.title.{layout.name}"),
        columns=tuple(
            SheetColumn(
                title=each.title(words),
                choices=each.column.cell.choices,
                form=each.column.cell.form,
                width=each.column.cell.width,
            )
            for each in columns
        ),
        rows=[_row(record, columns, words) for record in records(layout, said)],
        spare=1 if layout.name == "unit" else 200,
    )


def _row(record: Record, columns: Sequence[Spread], words: Words) -> list[Scalar]:
    return [_cell(record, each, words) for each in columns]


def _cell(record: Record, each: Spread, words: Words) -> Scalar:
    value = _value(record, each)
    return None if value is None else each.column.cell.told(value, words)


def _value(record: Record, each: Spread) -> Any:
    """What a record says in a column; who does it stands once, where it is told in one way."""
    name = each.column.name
    today = record.get("today", {})
    by_band = any(isinstance(shares, Mapping) for shares in today.values())
    if name == "today.roles":
        return None if by_band else today.get(each.of)
    if name == "today" and not (by_band or "task" in record):
        return None
    if name == "today":
        return today or None
    value: Any = record
    for step in (*name.split("."), *((each.of,) if each.of else ())):
        value = value.get(step) if isinstance(value, Mapping) else None
    return value


def records(layout: Layout, said: Record) -> Iterator[Record]:
    """The rows of a layout as records; those within tasks name their task."""
    match layout.name:
        case "unit":
            yield said
        case "volumes":
            yield from ({"volume": k, "number": v} for k, v in said.get("volumes", {}).items())
        case "bands":
            yield from _stretches(said)
        case "decisions":
            yield from _decisions(said)
        case "risk_of":
            for task in said.get("tasks", ()):
                for role, risk in task.get("risk_of", {}).items():
                    yield {"task": task["id"], "role": role, **risk}
        case _ if layout.within:
            for task in said.get("tasks", ()):
                yield from ({**part, "task": task["id"]} for part in task.get(layout.within, ()))
        case _:
            yield from said.get(layout.name, ())


def _stretches(said: Record) -> Iterator[Record]:
    for band in said.get("bands", ()):
        for stretch in band["when"]:
            yield {"id": band["id"], "name": band.get("name", band["id"]), **stretch}


def _decisions(said: Record) -> Iterator[Record]:
    """Decisions about a task, about one of its cases, and about another way of doing it."""
    for task in said.get("tasks", ()):
        whole = {"task": task["id"]}
        yield from ({**each, **whole} for each in task.get("decisions", ()))
        for within, name in (("cases", "case"), ("alternatives", "alternative")):
            for part in task.get(within, ()):
                for each in part.get("decisions", ()):
                    yield {**each, **whole, name: part["id"]}

"""A matching and a preview as tables: what is imported as what, and what becomes of each row."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from taskmap.catalogue import load
from taskmap.exchange.headers import is_own
from taskmap.exchange.layout import BY_NAME, STAFFING
from taskmap.exchange.matching import FOREIGN, Matched, Matching, SheetMatch
from taskmap.exchange.preview import Preview, PreviewRow, State
from taskmap.language import Reader
from taskmap.model.finding import Finding
from taskmap.present.findings import message
from taskmap.present.names import Speaker
from taskmap.present.table import Cell, Column, Table, table
from taskmap.sheets import cell_name

_NAMES_A_ROLE = "role.not_staffed"


def matching_table(matching: Matching, reader: Reader) -> Table:
    """Every column that is imported, and as what; those of our own workbook are counted."""
    names = ("sheet", "column", "header", "means")
    columns = [Column(reader.say(f"sheet.match.{name}")) for name in names]
    rows = (
        map(Cell, (sheet.sheet, each.letters, each.header, meaning(each, sheet.holds, reader)))
        for sheet in matching.sheets
        for each in sheet.columns
        if not is_own(each, sheet.holds)
    )
    given = (
        map(
            Cell,
            (sheet.sheet, "", reader.say("sheet.given"), f"{_means(name, sheet, reader)}: {said}"),
        )
        for sheet in matching.sheets
        for name, said in sheet.given.items()
    )
    own = sum(is_own(each, sheet.holds) for sheet in matching.sheets for each in sheet.columns)
    summary = reader.say("sheet.match.own", n=own) if own else ""
    return table(reader.say("sheet.match.title"), columns, (*rows, *given), summary)


def _means(name: str, sheet: SheetMatch, reader: Reader) -> str:
    return meaning(Matched(letters="", header="", means=name), sheet.holds, reader)


def meaning(matched: Matched, holds: str, reader: Reader) -> str:
    """What a column is imported as, in words."""
    column = BY_NAME[holds].column(matched.means)
    own = matched.means in FOREIGN or column is None
    key = f"sheet.foreign.{matched.means}" if own else column.key if column else ""
    further = [matched.of] if matched.of else []
    if matched.unit:
        further.append(reader.say(f"sheet.unit.{matched.unit}"))
    if matched.every:
        per, every = reader.say("sheet.per"), reader.say(f"sheet.choice.every.{matched.every}")
        further.append(f"{per} {every}")
    return ": ".join(filter(None, (reader.say(key), ", ".join(further))))


def rows_table(preview: Preview, reader: Reader) -> Table:
    """Every row with something to say, those left out first; the others are counted."""
    names = ("row", "about", "state", "finding")
    columns = [Column(reader.say(f"sheet.preview.{name}")) for name in names]
    return table(
        reader.say("sheet.preview.title"), columns, _told(preview, reader), summary(preview, reader)
    )


def summary(preview: Preview, reader: Reader) -> str:
    """How many rows are new, changed, as before, and left out."""
    states = Counter(row.state for row in preview.rows if row.holds == "tasks")
    told = [reader.say(f"sheet.state.count_{s}", n=states[s]) for s in State if states[s]]
    return reader.say("sheet.preview.sum", tasks=reader.list(told)) if told else ""


def _place(row: PreviewRow, finding: Finding) -> str:
    """The cell of a finding, ``Uke 42!C7``, or its row."""
    line, column = finding.place.line, finding.place.column
    if line is None or column is None:
        return row.name
    return f"{finding.place.sheet}!{cell_name(line - 1, column - 1)}"


def _told(preview: Preview, reader: Reader) -> Iterator[list[Cell]]:
    speaker = _speaker(preview, reader)
    for row in sorted(preview.rows, key=lambda row: row.state is not State.LEFT_OUT):
        about = speaker.role(row.title) if speaker and row.holds == STAFFING.name else row.title
        for finding in row.findings:
            told = _by_name(finding, speaker) if speaker else finding
            yield [
                Cell(_place(row, finding)),
                Cell(about[:60]),
                Cell(reader.say(f"sheet.state.{row.state}")),
                Cell(message(told, reader, speaker), key=finding.code),
            ]


def _speaker(preview: Preview, reader: Reader) -> Speaker | None:
    """Names of what the unit would hold; None where the rows make no sound unit."""
    mapping = preview.mapping
    return Speaker(reader, mapping, load(mapping.unit.country)) if mapping else None


def _by_name(finding: Finding, speaker: Speaker) -> Finding:
    """A role nobody has a post as, by its name: the sheet has names where a document has ids."""
    if finding.code != _NAMES_A_ROLE:
        return finding
    named = {
        name: speaker.role(value) if isinstance(value, str) else value
        for name, value in finding.values.items()
    }
    return replace(finding, values=named)

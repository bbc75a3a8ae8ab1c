"""How far departments are, as a table."""

from collections.abc import Iterable

from taskmap.comparison import Done, Progress, Step
from taskmap.language import Reader
from taskmap.model.units import UnitId
from taskmap.present.table import Cell, Column, Table, table


def progress_table(found: Iterable[Progress], names: dict[UnitId, str], reader: Reader) -> Table:
    """Each unit with how much is mapped, discussed, decided and followed up.

    Args:
        found: of each unit.
        names: of the units.
        reader: the language.
    """
    say = reader.say
    columns = (
        Column(say("compare.column.unit")),
        *(Column(say(f"compare.step.{step.value}"), figures=True) for step in Step),
    )
    rows = (
        (Cell(names.get(one.unit, one.unit)), *(_done(done, reader) for done in one.steps.values()))
        for one in found
    )
    return table(say("compare.progress_title"), columns, rows, say("compare.progress_how"))


def _done(done: Done, reader: Reader) -> Cell:
    if not done.of:
        return Cell(reader.say("compare.done_none"), 0)
    return Cell(reader.say("compare.done", done=done.done, of=done.of), done.done / done.of)

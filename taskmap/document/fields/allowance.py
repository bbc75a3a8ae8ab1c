"""Time beside the tasks, said as people count it: a day, a week, a month, a year or in per cent."""

from typing import Any, ClassVar

from taskmap.document.kinds import Kind
from taskmap.document.reading import UNREAD, Reading
from taskmap.document.shapes import Field, Record, Values
from taskmap.model.allowance import Per
from taskmap.yamltext import Node, Path

MOST = {
    Per.MINUTES_A_DAY: 1_440.0,
    Per.HOURS_A_DAY: 24.0,
    Per.HOURS_A_WEEK: 168.0,
    Per.HOURS_A_MONTH: 744.0,
    Per.HOURS_A_YEAR: 8_784.0,
    Per.PER_CENT: 100.0,
}
SAYS = {
    Per.MINUTES_A_DAY: ("minutes", "On every day worked.", "20"),
    Per.HOURS_A_DAY: ("hours", "On every day worked.", "0.5"),
    Per.HOURS_A_WEEK: ("hours", "In every week worked.", "2"),
    Per.HOURS_A_MONTH: ("hours", "Twelve times a year, whoever is away.", "6"),
    Per.HOURS_A_YEAR: ("hours", "Once a year.", "40"),
    Per.PER_CENT: ("per cent", "Of the person's available working time.", "5"),
}


class SaidOnce(Record):
    """A figure that is said in exactly one way."""

    ways: ClassVar[tuple[str, ...]] = tuple(Per)
    code: ClassVar[str] = "allowance.one"

    def read(self, node: Node, path: Path, reading: Reading) -> Any:
        """What it says, when it is said once."""
        found = Record.read(self, node, path, reading)
        if not isinstance(found, Values) or not reading.is_sound(path):
            return UNREAD
        said = [str(way) for way in self.ways if str(way) in found]
        if len(said) != 1:
            return reading.error(self.code, path, node, said=tuple(said))
        return found


def said_once(name: str, says: str, kinds: dict[Per, Kind], more: tuple[Field, ...] = ()) -> Record:
    """A record of time beside the tasks.

    Args:
        name: of the record.
        says: what it is.
        kinds: how the number of each way is read.
        more: fields beside.
    """
    ways = tuple(
        Field(
            name=per.value,
            kind=kinds[per],
            unit=unit,
            default="said in another way",
            says=words,
            example=example,
        )
        for per, (unit, words, example) in SAYS.items()
    )
    return SaidOnce(name, (*ways, *more), says=says)


def per_of(said: Values) -> Per:
    """The way it is said."""
    return next(per for per in Per if per.value in said)

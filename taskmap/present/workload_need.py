"""Staff required by WISN in words: a table of groups, and all of them as one."""

from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction

from taskmap.language import Reader
from taskmap.model.pressure import PressureBands
from taskmap.model.wisn import Balance, StaffNeed
from taskmap.present.table import Cell, Column, Table, table

DECIMALS = 2
NAMES = ("group", "required", "rounded", "current", "difference", "ratio", "pressure")
WORDS = frozenset({"group", "pressure"})


def need_table(
    needs: Iterable[StaffNeed],
    bands: PressureBands,
    reader: Reader,
    pool: Balance | None = None,
    names: Callable[[str | int], str] = str,
) -> Table:
    """Every group with staff required, how that was rounded, and what there is against it.

    Args:
        needs: in the order they are told.
        bands: what a ratio is called.
        reader: the language.
        pool: all groups as one, a last row.
        names: what a group's id is called.
    """
    say = reader.say
    columns = [Column(say(f"wisn.column.{name}"), figures=name not in WORDS) for name in NAMES]
    rows: list[Sequence[Cell]] = [
        (
            Cell(names(need.id), key=str(need.id)),
            _figure(need.required, reader),
            Cell(reader.number(need.rounded), need.rounded),
            *balance_cells(need, bands, reader),
        )
        for need in needs
    ]
    if pool is not None:
        required = _figure(pool.required, reader)
        none = Cell(reader.plain(None))
        rows.append((Cell(say("wisn.pooled")), required, none, *balance_cells(pool, bands, reader)))
    return table(say("wisn.title"), columns, rows, summary(bands, reader))


def balance_cells(
    balance: Balance, bands: PressureBands, reader: Reader
) -> tuple[Cell, Cell, Cell, Cell]:
    """Staff there are, the difference, the ratio, and what the ratio is called."""
    ratio = balance.ratio
    difference = float(balance.difference)
    return (
        _figure(balance.current, reader),
        Cell(_signed(difference, reader), difference),
        Cell(reader.plain(None)) if ratio is None else _figure(ratio, reader),
        Cell(reader.say(f"wisn.pressure.{bands.of(ratio)}")),
    )


def summary(bands: PressureBands, reader: Reader) -> str:
    """How to read the ratio, and where the words begin."""
    spare, balance, high = (reader.number(float(low), DECIMALS) for low in bands.lowest)
    key = "wisn.how" if bands == PressureBands() else "wisn.how_own"
    return reader.say(key, spare=spare, balance=balance, high=high)


def _figure(figure: Fraction, reader: Reader) -> Cell:
    return Cell(reader.number(float(figure), DECIMALS), float(figure))


def _signed(difference: float, reader: Reader) -> str:
    told = reader.number(difference, DECIMALS)
    return f"+{told}" if difference > 0 else told

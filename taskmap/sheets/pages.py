"""What a sheet of ours holds before it is written: columns with their lists, and rows."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from taskmap.sheets.book import Scalar


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of a sheet of ours.

    Args:
        title: what stands above it.
        note: told when its title is pointed at.
        choices: name of the list its cells are chosen from; a list helps and does not force.
        form: "share", "date", "clock" or "" for how figures are shown.
        width: in characters.
    """

    title: str
    note: str = ""
    choices: str = ""
    form: str = ""
    width: int = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One sheet of ours.

    Args:
        title: on its tab, at most 31 characters.
        columns: from the left.
        rows: below the titles.
        spare: empty rows below that have the same lists.
    """

    title: str
    columns: tuple[Column, ...]
    rows: Sequence[Sequence[Scalar]] = field(default=())
    spare: int = 200

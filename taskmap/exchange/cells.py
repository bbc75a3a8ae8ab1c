"""Kinds of cells: how a value of the document stands in a sheet, and how it is read from one."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from taskmap.document.clock import days_meant, days_of
from taskmap.exchange import notation
from taskmap.exchange.amounts import minutes_of, number_of, share_of, shown
from taskmap.exchange.misread import Misread
from taskmap.exchange.words import Words
from taskmap.model.unit import DAYS
from taskmap.sheets import Scalar

_DAY = re.compile("|".join(DAYS))


@dataclass(frozen=True, slots=True)
class Heard:
    """How a column's figures are meant, where that is not said in each cell.

    Args:
        unit: of durations: "minutes", "hours", "seconds"; of shares: "percent" or "part".
        every: what counts are counted over.
    """

    unit: str = ""
    every: str = ""


class Cell:
    """How one value is told and meant."""

    form = ""
    width = 14
    choices = ""

    def told(self, value: Any, words: Words) -> Scalar:
        """A value of the document as a cell."""
        raise NotImplementedError

    def meant(self, cell: Scalar, words: Words, heard: Heard) -> Any:
        """The value a cell stands for.

        Raises:
            Misread: it is not understood.
        """
        raise NotImplementedError


@dataclass(frozen=True)
class Said(Cell):
    """Words, kept as they are; a figure where words are asked is its digits."""

    width: int = 20

    def told(self, value: Any, words: Words) -> Scalar:
        """The words."""
        del words
        return str(value)

    def meant(self, cell: Scalar, words: Words, heard: Heard) -> str:
        """The words."""
        del words, heard
        if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
            return str(int(cell))
        return cell.isoformat() if isinstance(cell, date | time) else str(cell)


@dataclass(frozen=True)
class Figure(Cell):
    """A number."""

    def told(self, value: Any, words: Words) -> Scalar:
        """The number."""
        del words
        return value  # type: ignore[no-any-return]  # a number of the document

    def meant(self, cell: Scalar, words: Words, heard: Heard) -> float:
        """The number."""
        del words, heard
        return number_of(cell)


@dataclass(frozen=True)
class Minutes(Figure):
    """Minutes, in whatever unit the column or the cell says."""

    def meant(self, cell: Scalar, words: Words, heard: Heard) -> float:
        """Minutes."""
        del words
        return minutes_of(cell, heard.unit or "minutes")


@dataclass(frozen=True)
class Part(Cell):
    """A share."""

    form = "share"

    def told(self, value: Any, words: Words) -> Scalar:
        """The part of one, shown as per cent."""
        del words
        return value  # type: ignore[no-any-return]  # a number of the document

    def meant(self, cell: Scalar, words: Words, heard: Heard) -> float:
        """The part of one."""
        del words
        return share_of(cell, percent=heard.unit == "percent")


@dataclass(frozen=True)
class Day(Cell):
    """A date."""

    form = "date"
    width = 12

    def told(self, value: Any, words: Words) -> Scalar:
        """The date."""
        del words
        return value  # type: ignore[no-any-return]  # a date of the document

    def meant(self, cell: Scalar, words: Words, heard: Heard) -> Any:
        """The date; what is written otherwise is told with its way out by the document."""
        del words, heard
        if isinstance(cell, datetime):
            return cell.date()
        if isinstance(cell, date):
            return cell
        if isinstance(cell, str):
            return cell.strip()
        raise Misread("import.date", value=shown(cell))


@dataclass(frozen=True)
class Clock(Cell):
    """A time of day."""

    width = 10

    def told(self, value: Any, words: Words) -> Scalar:
        """Hours and minutes as text, since a sheet has no 24:00."""
        del words
        return str(value)

    def meant(self, cell: Scalar, words: Words, heard: Heard) -> str:
        """Hours and minutes."""
        del words, heard
        if isinstance(cell, time | datetime):
            return f"{cell:%H:%M}"
        if isinstance(cell, str):
            return cell.strip()
        raise Misread("import.clock", value=shown(cell))


@dataclass(frozen=True)
class Days(Cell):
    """Days of the week."""

    width = 18

    def told(self, value: Any, words: Words) -> Scalar:
        """The days in short, in the reader's language: ``man-fre``."""
        return _DAY.sub(lambda d: words.reader.say(f"word.day.{d[0]}")[:3].lower(), days_of(value))

    def meant(self, cell: Scalar, words: Words, heard: Heard) -> str:
        """The days; the names of three languages are understood."""
        del words, heard
        text = str(cell).strip()
        return days_meant(text) or text


@dataclass(frozen=True)
class Choice(Cell):
    """One of a few words."""

    of: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "choices", self.of)

    def told(self, value: Any, words: Words) -> Scalar:
        """The word in the reader's language."""
        return words.choice_told(self.of, str(value))

    def meant(self, cell: Scalar, words: Words, heard: Heard) -> str:
        """The value."""
        del heard
        found = words.choice_meant(self.of, str(cell))
        if found is None:
            raise Misread("import.choice", value=shown(cell), allowed=words.choices(self.of))
        return found


@dataclass(frozen=True)
class Flag(Choice):
    """Yes or no."""

    of: str = "flag"
    width = 8

    def told(self, value: Any, words: Words) -> Scalar:
        """Yes or no in the reader's language."""
        return words.choice_told("flag", "true" if value else "false")

    def meant(self, cell: Scalar, words: Words, heard: Heard) -> Any:
        """True or false."""
        if isinstance(cell, bool):
            return cell
        shown_as = str(int(cell)) if isinstance(cell, float) and cell in (0, 1) else cell
        return super().meant(shown_as, words, heard) == "true"


@dataclass(frozen=True)
class Name(Cell):
    """The name of something known: a role, a competence, a task of the library."""

    what: str = "role"
    width: int = 22

    def __post_init__(self) -> None:
        object.__setattr__(self, "choices", self.what)

    def told(self, value: Any, words: Words) -> Scalar:
        """What it is called."""
        return words.told(self.what, value)

    def meant(self, cell: Scalar, words: Words, heard: Heard) -> Any:
        """Its id."""
        text = Said().meant(cell, words, heard).strip()
        return notation.named(self.what, text, words)


@dataclass(frozen=True)
class NamesOf(Cell):
    """Several names."""

    what: str = "competence"
    width: int = 24

    def told(self, value: Any, words: Words) -> Scalar:
        """The names with semicolons between them; "none" for an empty list."""
        return notation.names_told(value, self.what, words)

    def meant(self, cell: Scalar, words: Words, heard: Heard) -> list[str]:
        """Their ids."""
        return notation.names_meant(Said().meant(cell, words, heard), self.what, words)


@dataclass(frozen=True)
class FiguresBy(Cell):
    """Names with a figure each."""

    what: str = "band"
    share: bool = False
    width: int = 24

    def told(self, value: Any, words: Words) -> Scalar:
        """``Dag: 60 %; Kveld: 40 %``."""
        return notation.figures_told(value, self.what, words, share=self.share)

    def meant(self, cell: Scalar, words: Words, heard: Heard) -> Any:
        """Figures by id."""
        del heard
        return notation.figures_meant(str(cell), self.what, words, share=self.share)


@dataclass(frozen=True)
class Missed(FiguresBy):
    """A share, or a share for each band."""

    share: bool = True

    def told(self, value: Any, words: Words) -> Scalar:
        """The share, or the shares by band."""
        return super().told(value, words) if isinstance(value, dict) else value

    def meant(self, cell: Scalar, words: Words, heard: Heard) -> Any:
        """The share, or the shares by band."""
        try:
            return share_of(cell, percent=heard.unit == "percent")
        except Misread:
            return super().meant(cell, words, heard)


@dataclass(frozen=True)
class Today(Cell):
    """Who does it, in one cell."""

    width: int = 30
    choices = "role"

    def told(self, value: Any, words: Words) -> Scalar:
        """A role, shares by role, or a line for each band."""
        return notation.shares_told(value, words)

    def meant(self, cell: Scalar, words: Words, heard: Heard) -> Any:
        """Shares by role, or by band and role."""
        return notation.shares_meant(Said().meant(cell, words, heard), words)

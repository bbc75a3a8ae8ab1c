"""What a paper is made of: sections of blocks, the same on page, in PDF, Word and workbook."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from taskmap.model.units import MinutesPerWeek
from taskmap.present.overview import KeyFigure
from taskmap.present.table import Table


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph."""

    text: str


@dataclass(frozen=True, slots=True)
class Notice:
    """A paragraph nobody should pass over."""

    text: str


@dataclass(frozen=True, slots=True)
class Points:
    """A list.

    Args:
        lead: words that lead in; empty for none.
        small: to be looked up rather than read.
        ordered: one comes after the other; lines are numbered.
    """

    lines: tuple[str, ...]
    lead: str = ""
    small: bool = False
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Figures:
    """Key figures side by side."""

    figures: tuple[KeyFigure, ...]


@dataclass(frozen=True, slots=True)
class Rows:
    """A table.

    Args:
        widths: of its columns on paper, relative to each other.
        titled: its title stands over it; else the section's says what it is.
    """

    table: Table
    widths: tuple[float, ...]
    titled: bool = True

    def __post_init__(self) -> None:
        if len(self.widths) != len(self.table.columns):
            raise ValueError(f"{self.table.title}: widths are {self.widths}, one for each column")


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledRow:
    """How much of its time to do tasks a role uses in a part of the week, before and after.

    Args:
        role: name; several rows in a row may be of one.
        before, after: minutes a week.
        full: minutes a week there are, above 0.
        room: minutes a week that should be filled at most.
        told: before and after in per cent.
    """

    role: str
    band: str
    before: MinutesPerWeek
    after: MinutesPerWeek
    full: MinutesPerWeek
    room: MinutesPerWeek
    told: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """Before and after against the line where all time is used, with what its marks mean.

    Args:
        title: also its name for a screen reader.
        summary: the same in words.
        before, after, room, full: what the four marks are called.
    """

    title: str
    rows: tuple[FilledRow, ...]
    summary: str
    before: str
    after: str
    room: str
    full: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What somebody said, word for word.

    Args:
        lead: office and day, and that they disagree where they do.
        about: what was spoken of.
        text: their own words.
        weighs: it disagrees, or holds something back.
    """

    lead: str
    about: str
    text: str
    weighs: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A short piece with its source and day."""

    title: str
    text: str
    source: str


Block: TypeAlias = Words | Notice | Points | Figures | Rows | Filled | Said | Story


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks under a heading; those before the first heading have none."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A whole paper.

    Args:
        kind: of paper.
        title: of the document, with the unit's name.
        heading: what kind of paper it is, in the reader's words.
        subject: what it is about, its first heading.
        place: where the unit is and when it was mapped.
        notices: what every page says of the figures, such as that they are an example's.
        inside: whose figures are close to being somebody's own; empty for nobody's.
        summary: what the paper tells, in a sentence.
        wide: its pages lie on their side.
    """

    kind: str
    title: str
    heading: str
    subject: str
    unit: str
    place: str
    notices: tuple[str, ...]
    inside: str
    summary: str
    sections: tuple[Section, ...]
    wide: bool = False

    @property
    def tables(self) -> tuple[Table, ...]:
        """Every table, in order."""
        blocks = (block for section in self.sections for block in section.blocks)
        return tuple(block.table for block in blocks if isinstance(block, Rows))


def said(block: Block) -> Iterator[str]:
    """The words of a block that stand in no table, line by line."""
    if isinstance(block, Words | Notice):
        yield block.text
    elif isinstance(block, Points):
        yield from (block.lead, *block.lines)
    elif isinstance(block, Figures):
        yield from (f"{each.label}: {each.figure}. {each.meaning}" for each in block.figures)
    elif isinstance(block, Rows):
        yield block.table.summary
    elif isinstance(block, Filled):
        yield block.summary
        yield from (f"{row.role}, {row.band}: {row.told}" for row in block.rows)
    elif isinstance(block, Said):
        yield from (f"{block.about} · {block.lead}", block.text)
    else:
        yield from (block.title, block.text, block.source)

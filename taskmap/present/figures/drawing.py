"""A drawn graph as data: boxes, bands between them and rows, for the SVG component to draw."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from taskmap.present.table import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A labelled node; ``id`` is where a click leads, empty when it leads nowhere.

    Args:
        sub: second line, quieter.
        kind: "role", "group", "task", "fact" or "rest"; the component's style.
        more: what its accessible name has beside the words seen.
    """

    id: str
    label: str
    sub: str = ""
    kind: str
    x: float
    y: float
    width: float
    height: float
    more: str = ""
    here: bool = False  # what the drawing is about


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A band or arrow between two boxes.

    Args:
        path: an SVG path.
        kind: "does", "could", "condition", "move", "needs".
        width: pixels.
        ends: ids of the boxes it joins, so that pointing at one shows its bands.
        label: words at ``x``, ``y``; empty for none.
    """

    path: str
    kind: str
    width: float
    ends: tuple[str, str]
    label: str = ""
    x: float = 0.0
    y: float = 0.0


@dataclass(frozen=True, slots=True)
class Heading:
    """Words over a column, or the name of a row with the line above it."""

    label: str
    x: float
    y: float
    line: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """Everything the component draws, the same in words, and the same as a table."""

    width: float
    height: float
    boxes: tuple[Box, ...]
    bands: tuple[Band, ...]
    headings: tuple[Heading, ...]
    legend: tuple[tuple[str, str], ...]  # kind of band, words
    summary: str
    table: Table

    def as_data(self) -> Mapping[str, Any]:
        """The drawing for the component: plain values only."""
        return {
            "width": self.width,
            "height": self.height,
            "boxes": [asdict(box) for box in self.boxes],
            "bands": [asdict(band) for band in self.bands],
            "headings": [asdict(heading) for heading in self.headings],
            "legend": [list(entry) for entry in self.legend],
            "summary": self.summary,
        }


def curve(x0: float, y0: float, x1: float, y1: float) -> str:
    """A path from one box's edge to another's that leaves and arrives level."""
    middle = (x0 + x1) / 2
    return f"M{x0:.1f},{y0:.1f} C{middle:.1f},{y0:.1f} {middle:.1f},{y1:.1f} {x1:.1f},{y1:.1f}"


def bow(x: float, y0: float, y1: float, reach: float) -> str:
    """A path that leaves a column of boxes to the left and returns to it further along."""
    out = x - reach
    return f"M{x:.1f},{y0:.1f} C{out:.1f},{y0:.1f} {out:.1f},{y1:.1f} {x:.1f},{y1:.1f}"


def band_width(minutes: float, most: float, widest: float = 20.0) -> float:
    """Pixels for hours: in proportion to the largest, never thinner than one can see."""
    return round(max(1.5, widest * minutes / most), 1) if most > 0 else 1.5

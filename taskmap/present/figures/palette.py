"""Colours, type and frame that every figure shares, and how foreign text is made harmless."""

from textwrap import wrap
from typing import Any

TEXT = "#222222"
QUIET = "#5B6570"  # 5.9:1 on white
LINE = "#D5DAE0"
BLUE = "#0072B2"  # today
ORANGE = "#D55E00"  # suggested
GREEN = "#009E73"  # the lowest effective level, room
PINK = "#CC79A7"  # attention
PAPER = "#FFFFFF"

# From nearly white to dark blue; white text is used from the fourth step on.
BLUES = ("#F1F6FA", "#CFE1EF", "#9DC3DF", "#4A8FC0", "#1E6AA3", "#0A4A7A")

FONT = "Source Sans, Source Sans Pro, sans-serif"

_HARMLESS = str.maketrans(
    {"<": "&lt;", ">": "&gt;", "&": "&amp;", "$": "&#36;", "%": "&#37;", "{": "&#123;"}
)


def inert(text: str) -> str:
    """Text a user has written, so that plotly shows it and does not read it as markup."""
    return text.translate(_HARMLESS)


def short(text: str, most: int) -> str:
    """A label of at most so many characters, cut at a word where that leaves enough."""
    if len(text) <= most:
        return text
    cut = text[: most - 1]
    at_word = cut.rsplit(" ", 1)[0]
    return f"{(at_word if len(at_word) > most // 2 else cut).rstrip(' ,(/-')}…"


def two_lines(text: str, most: int) -> str:
    """A label in one line, or in two of at most so many characters, ready for plotly."""
    if len(text) <= most:
        return inert(text)
    first = text[: most + 1].rsplit(" ", 1)[0].rstrip(" \N{EN DASH}")
    rest = text[len(first) :].strip()
    return f"{inert(first)}<br>{inert(short(rest, most))}"


def wrapped(text: str, most: int) -> str:
    """A label whole, in as many lines as it needs, ready for plotly."""
    return "<br>".join(inert(line) for line in wrap(text, most, break_on_hyphens=False))


def frame(height: int, **more: Any) -> dict[str, Any]:
    """The layout all figures share; ``more`` adds to it or replaces it."""
    layout: dict[str, Any] = {
        "height": height,
        "margin": {"l": 8, "r": 8, "t": 8, "b": 8},
        "paper_bgcolor": PAPER,
        "plot_bgcolor": PAPER,
        "font": {"family": FONT, "size": 13, "color": TEXT},
        "showlegend": False,
        "hoverlabel": {"bgcolor": PAPER, "font": {"color": TEXT, "size": 13}, "align": "left"},
        "dragmode": False,
    }
    return layout | more


def axis(**more: Any) -> dict[str, Any]:
    """An axis without clutter; dark ticks, because plotly's own are too pale to read."""
    quiet = {
        "tickfont": {"color": TEXT, "size": 12},
        "title_font": {"color": TEXT, "size": 13},
        "showgrid": False,
        "zeroline": False,
        "fixedrange": True,
        "automargin": True,
        "ticks": "",
    }
    return quiet | more

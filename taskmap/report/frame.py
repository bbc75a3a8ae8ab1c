"""What stands on every paper: title, unit, day, and what kind of figures they are."""

from typing import Any

from taskmap.language import Reader
from taskmap.present import assumptions
from taskmap.present.headings import unit_lines
from taskmap.present.scenarios import under_line
from taskmap.report.about import About


def frame(kind: str, about: About) -> dict[str, Any]:
    """The paper's title and the lines every page carries.

    Args:
        kind: of paper; ``paper.<kind>.title`` names it.
        about: the unit.
    """
    naming, reader = about.naming, about.naming.reader
    name, *lines = unit_lines(naming)
    return {
        "title": f"{reader.say(f'paper.{kind}.title')}: {name}",
        "heading": reader.say(f"paper.{kind}.title"),
        "unit": name,
        "place": lines[0],
        "notices": [
            *lines[1:],
            *_scenarios(about, reader),
            *assumptions.all_told(about.outside, naming),
        ],
        "summary": reader.say(f"paper.{kind}.lead"),
        "page": reader.say("paper.page"),
        "unprintable": reader.say("paper.unprintable"),
    }


def _scenarios(about: About, reader: Reader) -> list[str]:
    return [under_line(about.scenarios, reader)] if about.scenarios else []

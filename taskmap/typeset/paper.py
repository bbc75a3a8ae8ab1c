"""From a template's name and its data to a finished paper."""

import json
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from taskmap.confined.run import Bounds, run
from taskmap.typeset.letters import printable
from taskmap.typeset.press import pictured, pressed

TEMPLATES = Path(__file__).parent / "templates"
SHARED = {"told": ("filled",), "chart": ("filled",)}  # parts that not every paper needs
# A unit of 1,000 tasks takes a few seconds; typst maps far more than it uses.
BOUNDS = Bounds(seconds=60, megabytes=3072, brief=True)


def pdf(template: str, data: Mapping[str, Any], language: str, on: date) -> bytes:
    """A paper as PDF/A-2a and PDF/UA-1; equal data gives equal bytes.

    Args:
        template: name of a file in ``templates``.
        data: what it says, of JSON's types; every text is shown as it stands. ``title`` is the
            document's, ``unprintable`` the words for letters the font lacks.
        language: of the text, for those who listen to it.
        on: the day the paper is of.

    Raises:
        PaperFailed: there is no title, or the template is wrong.
        WorkLimitReached: it took more time or memory than a paper may.
    """
    told, whole = printable(data)
    values = {**told, "language": language, "on": on.isoformat(), "whole": whole}
    return run(pressed, source(template), json.dumps(values, ensure_ascii=False), on, bounds=BOUNDS)


def picture(template: str, data: Mapping[str, Any], language: str, on: date) -> bytes:
    """A drawing as PNG, for a document that cannot draw; the arguments are those of ``pdf``.

    Raises:
        PaperFailed: the template is wrong.
        WorkLimitReached: it took more time or memory than a paper may.
    """
    told, whole = printable(data)
    values = {**told, "language": language, "on": on.isoformat(), "whole": whole}
    return run(pictured, source(template), json.dumps(values, ensure_ascii=False), bounds=BOUNDS)


@cache
def source(template: str) -> str:
    """The house's part and the template's, as one text: a template can open no file."""
    names = ("house", *SHARED.get(template, ()), template)
    return "\n".join((TEMPLATES / f"{name}.typ").read_text("utf-8") for name in names)

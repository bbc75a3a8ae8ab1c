"""Tables and whole papers of ``present`` as a template reads them: values of JSON's types."""

from dataclasses import asdict
from typing import Any

from taskmap.language import Reader
from taskmap.present.blocks import Block, Rows, Told
from taskmap.present.table import Table


def as_data(found: Table) -> dict[str, Any]:
    """Title, headings with their side, and rows of words."""
    return {
        "title": found.title,
        "columns": [{"title": c.title, "figures": c.figures} for c in found.columns],
        "rows": [list(row) for row in found.texts()],
        "summary": found.summary,
    }


def as_paper(told: Told, reader: Reader) -> dict[str, Any]:
    """A whole paper, its blocks by what they are."""
    return {
        "title": told.title,
        "heading": told.heading,
        "subject": told.subject,
        "unit": told.unit,
        "place": told.place,
        "notices": list(told.notices),
        "inside": told.inside,
        "summary": told.summary,
        "wide": told.wide,
        "page": reader.say("paper.page"),
        "unprintable": reader.say("paper.unprintable"),
        "sections": [
            {"title": section.title, "blocks": [_block(block) for block in section.blocks]}
            for section in told.sections
        ],
    }


def _block(block: Block) -> dict[str, Any]:
    is_ = type(block).__name__.lower()
    if isinstance(block, Rows):
        data = as_data(block.table)
        return {"is": is_, **data, "widths": list(block.widths), "titled": block.titled}
    return {"is": is_, **asdict(block)}

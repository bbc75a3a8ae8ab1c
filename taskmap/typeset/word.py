"""A paper of sections as an editable Word document, with headings, header rows and alt texts.

What Word has a name for is written as that: heading styles, lists, header rows, the language, the
title. A drawing is a picture with its words beside it, because Word cannot draw ours.
"""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document
from docx.shared import Cm

from taskmap.typeset.paper import picture
from taskmap.typeset.word_parts import clean, footer, heading, rows, set_up, words

WIDTH = 17.4  # centimetres between the margins
Data = Mapping[str, Any]


def word(data: Data, language: str, on: date) -> bytes:
    """A paper as a Word document; equal data gives equal bytes.

    Args:
        data: as for ``pdf``.
        language: of the text, for those who listen to it and for the spelling check.
        on: the day the paper is of.

    Raises:
        PaperFailed: a drawing could not be made.
        WorkLimitReached: a drawing is larger than it may be.
    """
    told, document = clean(data), docx.Document()
    set_up(document, told, language, on)
    words(document, told["heading"], style="Subtitle")
    heading(document, told["subject"], 1)
    words(document, " · ".join(dict.fromkeys((told["unit"], told["place"]))))
    for notice in filter(None, (*told["notices"], told["inside"])):
        words(document, notice, style="Intense Quote")
    draw = partial(_drawn, language=language, on=on)
    for section in told["sections"]:
        if section["title"]:
            heading(document, section["title"], 2)
        for block in section["blocks"]:
            _block(document, block, draw)
    footer(document, told)
    return _packed(document)


def _block(document: Document, block: Data, draw: Callable[[Document, Data], None]) -> None:
    kinds: dict[str, Callable[[Document, Data], object]] = {
        "words": lambda d, b: words(d, b["text"]),
        "notice": lambda d, b: words(d, b["text"], style="Intense Quote"),
        "points": _points,
        "figures": _figures,
        "rows": rows,
        "filled": draw,
        "said": _said,
        "story": _story,
    }
    kinds[block["is"]](document, block)


def _points(document: Document, block: Data) -> None:
    if block["lead"]:
        words(document, block["lead"], bold=True)
    for line in block["lines"]:
        words(document, line, style="List Number" if block["ordered"] else "List Bullet")


def _figures(document: Document, block: Data) -> None:
    for each in block["figures"]:
        told = words(document, f"{each['label']}: ")
        told.add_run(each["figure"]).bold = True
        told.add_run(f". {each['meaning']}" if each["meaning"] else ".")


def _said(document: Document, block: Data) -> None:
    words(document, f"{block['about']} · {block['lead']}", bold=block["weighs"])
    words(document, block["text"], style="Quote")


def _story(document: Document, block: Data) -> None:
    heading(document, block["title"], 3)
    words(document, block["text"])
    words(document, block["source"], style="Caption")


def _drawn(document: Document, block: Data, *, language: str, on: date) -> None:
    heading(document, block["title"], 3)
    data = {"title": block["title"], "summary": block["summary"], "notices": [], "chart": block}
    drawn = picture("chart", {**data, "unprintable": ""}, language, on)
    shape = document.add_picture(BytesIO(drawn), width=Cm(WIDTH))
    shape._inline.docPr.set("descr", block["summary"])  # noqa: SLF001 - no public way to a picture's words
    shape._inline.docPr.set("title", block["title"])  # noqa: SLF001


def _packed(document: Document) -> bytes:
    """The document without the hour it was written, so that it is the same each time."""
    raw, packed = BytesIO(), BytesIO()
    document.save(raw)
    with ZipFile(raw) as made, ZipFile(packed, "w", ZIP_DEFLATED) as fixed:
        for part in made.infolist():
            info = ZipInfo(part.filename, (1980, 1, 1, 0, 0, 0))
            info.compress_type = ZIP_DEFLATED
            fixed.writestr(info, made.read(part.filename))
    return packed.getvalue()

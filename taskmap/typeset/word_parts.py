"""Pieces of a Word document: its set-up, headings, paragraphs, tables and foot."""

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from typing import Any

from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Emu, Pt, RGBColor
from docx.table import Table
from docx.text.paragraph import Paragraph

from taskmap.typeset.letters import STAND_IN

MARGIN, TALL, BROAD = 1.8, 29.7, 21.0  # centimetres; A4
BLUE = (0x0A, 0x4A, 0x7A)
FONT = "Calibri"
SIZES = {"Normal": 10.5, "Heading 1": 22, "Heading 2": 14.5, "Heading 3": 11}  # points
CODES = {"nb": "nb-NO", "sv": "sv-SE", "en": "en-GB"}
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
Data = Mapping[str, Any]


def clean(data: Any) -> Any:
    """Data whose texts hold only letters a document can hold."""
    if isinstance(data, str):
        return _NOT_XML.sub(STAND_IN, data)
    if isinstance(data, Mapping):
        return {key: clean(value) for key, value in data.items()}
    return [clean(each) for each in data] if isinstance(data, list | tuple) else data


def set_up(document: Document, data: Data, language: str, on: date) -> None:
    """Paper, type, language, and what the file says of itself."""
    page, wide = document.sections[0], data["wide"]
    page.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
    page.page_width, page.page_height = Cm(TALL if wide else BROAD), Cm(BROAD if wide else TALL)
    for side in ("left_margin", "right_margin", "top_margin", "bottom_margin"):
        setattr(page, side, Cm(MARGIN))
    for name, size in SIZES.items():
        style = document.styles[name]
        style.font.name, style.font.size = FONT, Pt(size)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        if name != "Normal":
            style.font.color.rgb = RGBColor(*BLUE)
    for named in document.styles.element.iter(qn("w:lang")):
        named.set(qn("w:val"), CODES[language])
    _of_itself(document, data, language, on)


def _of_itself(document: Document, data: Data, language: str, on: date) -> None:
    told = document.core_properties
    told.title, told.subject, told.author = data["title"], data["summary"], "Taskmap"
    told.last_modified_by, told.language = "Taskmap", CODES[language]
    told.comments, told.revision = "", 1
    told.created = told.modified = datetime.combine(on, time(12))


def heading(document: Document, text: str, level: int) -> None:
    """A heading in Word's own style, so that it stands in the list of headings."""
    document.add_heading(text, level)


def words(
    document: Document, text: str, *, style: str | None = None, bold: bool = False
) -> Paragraph:
    """A paragraph."""
    told = document.add_paragraph(style=style)
    told.add_run(text).bold = bold or None
    return told


def rows(document: Document, block: Data) -> None:
    """A table with its name, a header row that is repeated, and figures to the right."""
    if block["titled"]:
        heading(document, block["title"], 3)
    if block["summary"]:
        words(document, block["summary"])
    columns = block["columns"]
    made = document.add_table(rows=1, cols=len(columns), style="Table Grid")
    made.autofit = False
    _fill(made.rows[0].cells, [c["title"] for c in columns], columns, bold=True)
    for row in block["rows"]:
        _fill(made.add_row().cells, row, columns)
    _header(made, block["title"])
    _widths(made, block["widths"], document)
    words(document, "")


def _fill(
    cells: Iterable[Any], texts: list[str], columns: list[Data], *, bold: bool = False
) -> None:
    for cell, text, column in zip(cells, texts, columns, strict=True):
        paragraph = cell.paragraphs[0]
        run = paragraph.add_run(text)
        run.bold, run.font.size = bold or None, Pt(9)
        paragraph.paragraph_format.space_after = Pt(1)
        if column["figures"]:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _header(made: Table, title: str) -> None:
    """Marks the first row as headings, forbids breaks inside rows, and names the table."""
    for at, row in enumerate(made.rows):
        of_row = row._tr.get_or_add_trPr()  # noqa: SLF001 - no public way to a header row
        of_row.append(OxmlElement("w:cantSplit"))
        if at == 0:
            of_row.append(OxmlElement("w:tblHeader"))
    caption = OxmlElement("w:tblCaption")
    caption.set(qn("w:val"), title)
    made._tbl.tblPr.append(caption)  # noqa: SLF001


def _widths(made: Table, widths: list[float], document: Document) -> None:
    page = document.sections[0]
    between = (page.page_width or 0) - (page.left_margin or 0) - (page.right_margin or 0)
    for column, width in zip(made.columns, widths, strict=True):
        column.width = Emu(int(between * width / sum(widths)))
        for cell in column.cells:
            cell.width = column.width


def footer(document: Document, data: Data) -> None:
    """What every page says of the figures, and its number."""
    foot = document.sections[0].footer.paragraphs[0]
    foot.add_run(" ".join((*data["notices"], data["page"], "")))
    number = foot.add_run()
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        piece = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            piece.set(qn("w:fldCharType"), kind)
        else:
            piece.text = text
        number._r.append(piece)  # noqa: SLF001 - no public way to a page number

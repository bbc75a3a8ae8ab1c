"""Workbooks as others make them: with openpyxl, by hand as zip, and broken on purpose."""

from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def xlsx(fill: Callable[[Worksheet], None], title: str = "Uke 42") -> bytes:
    """A workbook of one sheet, filled in by openpyxl."""
    book = openpyxl.Workbook()
    book.active.title = title
    fill(book.active)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def rows(*lines) -> bytes:
    """A workbook of one sheet with these rows."""

    def fill(sheet):
        for line in lines:
            sheet.append(list(line))

    return xlsx(fill)


def by_hand(sheet: str, **more: str) -> bytes:
    """A workbook whose one worksheet is the XML given; further parts by their path."""
    kinds = f"{PACKAGE}/content-types"
    relation = f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1"'
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{kinds}"><Default Extension="xml" '
        'ContentType="application/xml"/></Types>',
        "_rels/.rels": f'{relation} Type="{OFFICE}/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
        '<sheet name="Ark" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'{relation} Type="{OFFICE}/worksheet" '
        'Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": sheet,
        **more,
    }
    return zipped(parts)


def zipped(parts) -> bytes:
    """A container of parts by their path."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return out.getvalue()


def sheet_xml(cells: str) -> str:
    """A worksheet around its rows."""
    return f'<worksheet xmlns="{MAIN}"><sheetData>{cells}</sheetData></worksheet>'


def ods(table: str, manifest: str = "<manifest/>") -> bytes:
    """An OpenDocument workbook around the rows of its one table."""
    names = " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{short}:1.0"'
        for short in ("office", "table", "text")
    )
    content = (
        f"<office:document-content {names}><office:body><office:spreadsheet>"
        f'<table:table table:name="Ark">{table}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    return zipped({"mimetype": kind, "META-INF/manifest.xml": manifest, "content.xml": content})


def ods_cell(text: str, times: int = 1) -> str:
    """A cell of text that may stand for many."""
    repeated = f'table:number-columns-repeated="{times}"'
    return (
        f'<table:table-cell office:value-type="string" {repeated}>'
        f"<text:p>{text}</text:p></table:table-cell>"
    )

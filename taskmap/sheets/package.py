"""A zipped workbook looked at before it is opened: its parts, how far they unpack, their cells.

The parts are read as a stream and thrown away; nothing is kept but where cells stand.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from xml.parsers.expat import ExpatError, ParserCreate
from zipfile import ZipFile, ZipInfo

from taskmap.errors import Value
from taskmap.sheets.grids import Grid, OdsGrid, XlsxGrid, attached
from taskmap.sheets.limits import MEGABYTE, MOST_NOTES, MOST_PARTS, MOST_UNPACKED
from taskmap.sheets.refused import NotRead

__all__ = ["Looked", "NotRead", "look"]

_CHUNK = 1 << 16
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)


@dataclass(slots=True)
class Looked:
    """What was seen of a workbook before it was opened.

    Args:
        notes: code and values, in the order seen.
    """

    macros: bool = False
    links: bool = False
    notes: list[tuple[str, dict[str, Value]]] = field(default_factory=list)

    def told(self) -> Iterator[tuple[str, dict[str, Value]]]:
        """The notes, and where there are very many how many more."""
        yield from self.notes[:MOST_NOTES]
        if len(self.notes) > MOST_NOTES:
            yield "sheets.more", {"count": len(self.notes) - MOST_NOTES}


def look(data: bytes) -> Looked:
    """What a zipped workbook holds.

    Raises:
        NotRead: it is no workbook, is encrypted, or holds more than we read.
        BadZipFile: it is damaged.
    """
    with ZipFile(BytesIO(data)) as package:
        parts = package.infolist()
        _bounded(parts)
        names = {part.filename.lower() for part in parts}
        looked = Looked(
            macros=any(name.endswith("vbaproject.bin") for name in names),
            links=any("externallinks/" in name for name in names),
        )
        if "xl/workbook.xml" in names:
            _xlsx(package, looked)
        elif "content.xml" in names:
            _ods(package, looked)
        else:
            raise NotRead("sheets.not_a_workbook", value="zip")
    return looked


def _bounded(parts: list[ZipInfo]) -> None:
    if len(parts) > MOST_PARTS:
        raise NotRead("sheets.too_many_parts", count=len(parts), most=MOST_PARTS)
    if any(part.flag_bits & 1 for part in parts):
        raise NotRead("sheets.encrypted")
    size = sum(part.file_size for part in parts)
    if size > MOST_UNPACKED:
        _too_large(size)


def _too_large(size: int) -> None:
    most = MOST_UNPACKED // MEGABYTE
    raise NotRead("sheets.unpacks_too_large", size=round(size / MEGABYTE), most=most)


def _xlsx(package: ZipFile, looked: Looked) -> None:
    names = _sheet_names(package)
    left = MOST_UNPACKED
    for part in package.namelist():
        if _SHEET.fullmatch(part):
            grid = XlsxGrid(names.get(part.lower(), part.rpartition("/")[2]), looked.notes)
            left -= _parsed(package, part, grid, left)
        else:
            left -= sum(len(chunk) for chunk in _chunks(package, part, left))


def _ods(package: ZipFile, looked: Looked) -> None:
    manifest = "META-INF/manifest.xml"
    if manifest in package.namelist():
        told = b"".join(_chunks(package, manifest, MEGABYTE))
        if b"encryption-data" in told:
            raise NotRead("sheets.encrypted")
    _parsed(package, "content.xml", OdsGrid("content.xml", looked.notes), MOST_UNPACKED)


def _parsed(package: ZipFile, part: str, grid: Grid, most: int) -> int:
    """Let a grid see a part's elements; how far the part unpacks."""
    parser = ParserCreate()
    attached(parser, grid)
    size = 0
    try:
        for chunk in _chunks(package, part, most):
            size += len(chunk)
            parser.Parse(chunk)
        parser.Parse(b"", True)
    except ExpatError:
        raise NotRead("sheets.damaged") from None
    return size


def _chunks(package: ZipFile, part: str, most: int) -> Iterator[bytes]:
    """A part in pieces; what the container says of its size need not be so."""
    size = 0
    with package.open(part) as opened:
        while chunk := opened.read(_CHUNK):
            size += len(chunk)
            if size > most:
                _too_large(size)
            yield chunk


def _sheet_names(package: ZipFile) -> dict[str, str]:
    """The tab of each part, as far as it can be told."""
    targets: dict[str, str] = {}
    names: dict[str, str] = {}

    def relation(_: str, given: dict[str, str]) -> None:
        if "Id" in given and "Target" in given:
            target = given["Target"].lower().removeprefix("/").removeprefix("xl/")
            targets[given["Id"]] = f"xl/{target}"

    def sheet(element: str, given: dict[str, str]) -> None:
        if element.rpartition(":")[2] == "sheet" and given.get("r:id") in targets:
            names[targets[given["r:id"]]] = given.get("name", "")

    for part, seen in (("xl/_rels/workbook.xml.rels", relation), ("xl/workbook.xml", sheet)):
        if part in package.namelist():
            parser = ParserCreate()
            parser.StartElementHandler = seen
            try:
                parser.Parse(b"".join(_chunks(package, part, 5 * MEGABYTE)), True)
            except ExpatError:
                raise NotRead("sheets.damaged") from None
    return names

"""The hall's ways in and out: workbooks and CSV, previewed before anything is written."""

import os
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from taskmap import catalogue as catalogues
from taskmap import sheets
from taskmap.document import mapping_table
from taskmap.errors import (
    FileThere,
    FormatUnknown,
    MappingHasErrors,
    OutsideRefused,
    UnitNotFound,
)
from taskmap.exchange import outgoing
from taskmap.exchange.headers import guess
from taskmap.exchange.matching import Matching, read_matching
from taskmap.exchange.preview import Preview, preview
from taskmap.exchange.recalled import recalled
from taskmap.exchange.words import Words
from taskmap.language import Reader
from taskmap.model.finding import Finding
from taskmap.model.mapping import Mapping
from taskmap.model.unit import Country, Setting
from taskmap.model.units import UnitId
from taskmap.remembered import Remembered
from taskmap.sheets.limits import MOST_BYTES
from taskmap.store.places import read
from taskmap.workspace import leaving
from taskmap.workspace.cards import Opened
from taskmap.workspace.reach import Reach

SHEET_FORMATS = {".xlsx": outgoing.workbook, ".csv": outgoing.csv}


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """A foreign file on its way in.

    Args:
        book: its cells; None where the file is refused.
        findings: what was found when it was read.
        words: what names stand for in the unit it is meant for.
        unit: id of that unit; None: a new one, whichever the file names.
        matching: what its columns mean as they were confirmed before, else by a first guess; for
            someone to confirm.
        before: the unit as it is; None where it is not here yet.
        digest: of the file, the unit and the language.
    """

    book: sheets.Book | None
    findings: tuple[Finding, ...]
    words: Words
    unit: UnitId | None
    matching: Matching
    before: Mapping | None
    digest: str


# A large file is many cells, so few are held; several people import at once.
_INCOMING: Remembered[Incoming] = Remembered(4)
_PREVIEWS: Remembered[Preview] = Remembered(8)


class Exchanging:
    """Mappings in and out of the formats a unit lives in."""

    reach: Reach
    outside: bool

    def open(self, unit: str | Path) -> Opened:
        """A unit by its id, or a file by its path."""
        raise NotImplementedError

    def incoming(self, data: bytes, file: str, unit: UnitId | None, reader: Reader) -> Incoming:
        """A workbook or CSV file, read in a child process and matched as before or by a guess.

        Args:
            data: its bytes.
            file: its name; the ending says how it is read.
            unit: the unit it is meant for; one that is not here yet, and with None any new one,
                must stand in the file.
            reader: whose language names are told in.

        Raises:
            MappingHasErrors: the unit is here, and its document has errors.
        """
        opened = self._opened(unit)
        known = self.known_columns(unit) if opened and unit else Matching(())
        about = (data, file, unit, reader.code, opened and opened.digest, known)
        digest = sha256(repr(about).encode()).hexdigest()

        def work() -> Incoming:
            book, findings = sheets.read(data, file)
            words, mapping = _words(opened, reader), opened.mapping if opened else None
            return Incoming(
                book=book,
                findings=findings,
                words=words,
                unit=unit,
                matching=recalled(book, known, guess(book, words)) if book else Matching(()),
                before=mapping,
                digest=digest,
            )

        return _INCOMING.get(digest, work)

    def pasted(self, text: str, name: str, unit: UnitId | None, reader: Reader) -> Incoming:
        """The same for cells copied in a spreadsheet and pasted as text."""
        return self.incoming(text.encode("utf-8", "replace"), f"{name}.tsv", unit, reader)

    def preview(self, incoming: Incoming, matching: Matching) -> Preview:
        """What an import would do, row by row.

        Args:
            incoming: a file that was not refused.
            matching: what its columns mean, confirmed.

        Raises:
            UnitNotFound: the unit is not here, and the file says nothing of it.
        """
        if not incoming.words.said and all(s.holds != "unit" for s in matching.sheets):
            raise UnitNotFound(unit=incoming.unit, folder=self._place(), nearest=None)
        book = incoming.book or sheets.Book("", ())
        return _PREVIEWS.get(
            (incoming.digest, repr(matching)),
            lambda: preview(book, matching, incoming.words, incoming.findings, incoming.unit),
        )

    def sheet_file(self, unit: UnitId, ending: str, reader: Reader) -> bytes:
        """A mapping as the workbook filled in, or its tasks as CSV.

        Raises:
            FormatUnknown: another ending; values name those there are.
            MappingHasErrors: the document has errors.
        """
        if ending not in SHEET_FORMATS:
            raise FormatUnknown(ending=ending, known=tuple(sorted(SHEET_FORMATS)))
        with self.reach.handing_out("sheet", ending, unit, outside=self.outside):
            opened = self.open(unit)
            if opened.mapping is None or opened.catalogue is None:
                raise MappingHasErrors(unit=opened.card.id, file=opened.card.file)
            shown = leaving.sheet(opened) if self.outside else opened.mapping
            return SHEET_FORMATS[ending](shown, opened.catalogue, reader)

    def template(self, country: Country, setting: Setting, reader: Reader) -> bytes:
        """The empty workbook with its lists."""
        return outgoing.template(catalogues.load(country), setting, reader)

    def known_columns(self, unit: UnitId) -> Matching:
        """What was confirmed for a unit's files before."""
        raise NotImplementedError

    def document_file(self, unit: UnitId) -> bytes:
        """A unit's own document, byte for byte.

        Raises:
            OutsideRefused: it is for readers outside the unit.
        """
        if self.outside:
            raise OutsideRefused(kind="mapping")
        with self.reach.handing_out("mapping", ".yaml", unit):
            return self.reach.read(self.open(unit).path).data

    def _opened(self, unit: UnitId | None) -> Opened | None:
        """The unit as it is; None where it is not here yet."""
        try:
            opened = self.open(unit) if unit else None
        except UnitNotFound:
            return None
        if opened is not None and opened.mapping is None:
            raise MappingHasErrors(unit=opened.card.id, file=opened.card.file)
        return opened

    def _place(self) -> str:
        raise NotImplementedError


def _words(opened: Opened | None, reader: Reader) -> Words:
    """Names in the unit as it is; none where it is not here yet."""
    if opened is None or opened.mapping is None:
        return Words(reader, None, {})
    return Words(reader, opened.catalogue, mapping_table(opened.mapping))


def write_new(path: Path, data: bytes) -> None:
    """Write a file that is not there yet, so that it survives a loss of power.

    Raises:
        FileThere: it is there; nothing was written.
        OSError: the disk does not take all of it, and has none of it.
    """
    try:
        out = path.open("xb")
    except FileExistsError:
        raise FileThere(file=path.as_posix()) from None
    try:
        with out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
    except BaseException as error:
        path.unlink(missing_ok=True)  # half a file would stand in the way of the next try
        if isinstance(error, OSError):  # without a name it would be told as our own output's
            raise OSError(error.errno, error.strerror, path.as_posix()) from error
        raise


def foreign_file(path: Path) -> bytes:
    """The bytes of a file from outside, at most one more than are read of any."""
    with path.open("rb") as opened:
        return opened.read(MOST_BYTES + 1)


def matching_file(path: Path) -> tuple[Matching | None, tuple[Finding, ...]]:
    """What a file says that columns mean."""
    return read_matching(read(path).data, file=path.as_posix())

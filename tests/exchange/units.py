"""Shipped units read once, and imports run on them."""

from functools import cache
from pathlib import Path, PurePath

from taskmap.catalogue import load
from taskmap.document import mapping_table, read_mapping
from taskmap.exchange.headers import guess
from taskmap.exchange.preview import preview
from taskmap.exchange.words import Words
from taskmap.language import reader
from taskmap.sheets.reading import extracted

ROOT = Path(__file__).parents[2]
WARD = ROOT / "tests/cases/ward.yaml"
SHIPPED = tuple(
    sorted(
        path
        for path in (ROOT / "mappings").rglob("*.yaml")
        if b"taskmap: mapping/" in path.read_bytes()
    )
)


@cache
def mapping(path=WARD):
    """A mapping without errors."""
    found, _ = read_mapping(path.read_bytes(), file=path.name)
    assert found is not None
    return found


def words(path=WARD, language="nb"):
    """What names stand for in a unit."""
    unit = mapping(path)
    return Words(reader(language), load(unit.unit.country), mapping_table(unit))


NOTHING = Words(reader("nb"), None, {})


def opened(data, file):
    """A file that is known to be sound, read in this process: a child for each takes its time."""
    return extracted(data, file, PurePath(file).suffix)


def brought_in(data, file, known=None, matching=None, unit=None):
    """The preview of a file brought into a unit."""
    book, noted = opened(data, file)
    known = known or words()
    return preview(book, matching or guess(book, known), known, noted, unit)


def errors(told):
    """Code, cell and row of every error of a preview's rows."""
    return [
        (f.code, row.name, f.place.column)
        for row in told.rows
        for f in row.findings
        if f.severity == "error"
    ]


def kept(told):
    """The tasks a file would become, by id."""
    return {task.id: task for task in told.mapping.tasks}

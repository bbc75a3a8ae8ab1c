"""A mapping as a workbook or CSV of ours, and the empty workbook to begin with."""

from typing import Any

from taskmap.document import mapping_table
from taskmap.exchange.filled import lists, pages
from taskmap.exchange.layout import TASKS
from taskmap.exchange.words import Words
from taskmap.language import Reader
from taskmap.model.catalogue import Catalogue
from taskmap.model.mapping import Mapping
from taskmap.model.unit import Setting
from taskmap.sheets import write_csv, write_xlsx

_DAY_AND_NIGHT = (
    ("day", "07:30", "15:00"),
    ("evening", "15:00", "22:30"),
    ("night", "22:30", "07:30"),
)
_OFFICE = (("open", "08:00", "16:00"), ("closed", "16:00", "08:00"))
_BY_DAY = frozenset({Setting.GP_HEALTH_CENTRE, Setting.PSYCHIATRY_OUTPATIENT})


def workbook(mapping: Mapping, catalogue: Catalogue, reader: Reader) -> bytes:
    """The template filled in with a mapping; read back it gives an equal mapping."""
    return _written(mapping_table(mapping), catalogue, reader)


def csv(mapping: Mapping, catalogue: Catalogue, reader: Reader) -> bytes:
    """The sheet of tasks alone; read back into the same unit it gives an equal mapping."""
    said = mapping_table(mapping)
    page = pages(said, Words(reader, catalogue, said), [TASKS])[0]
    return write_csv(page, comma=reader.code != "en")


def template(catalogue: Catalogue, setting: Setting, reader: Reader) -> bytes:
    """The empty workbook, with the bands units of a setting usually have."""
    usual = _OFFICE if setting in _BY_DAY else _DAY_AND_NIGHT
    bands = [
        {
            "id": name,
            "name": reader.say(f"sheet.band.{name}"),
            "when": [{"days": "mon-sun", "from": start, "to": end}],
        }
        for name, start, end in usual
    ]
    unit = {"country": str(catalogue.country), "setting": str(setting)}
    return _written({"unit": unit, "bands": bands}, catalogue, reader)


def _written(said: dict[str, Any], catalogue: Catalogue, reader: Reader) -> bytes:
    words = Words(reader, catalogue, said)
    return write_xlsx(pages(said, words), lists(words), reader.say("sheet.lists"))

"""The fields of the documents as JSON Schema, so that editors complete and check them."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from taskmap.document.fields.followup import FOLLOWUP
from taskmap.document.fields.fund import FUND
from taskmap.document.fields.input import INPUT
from taskmap.document.fields.mapping import MAPPING
from taskmap.document.fields.partnership import PARTNERSHIP
from taskmap.document.fields.programme import PROGRAMME
from taskmap.document.fields.question import QUESTION
from taskmap.document.fields.scenario import SCENARIO
from taskmap.document.fields.wisn import WISN
from taskmap.document.kinds import Id, Kind
from taskmap.document.shapes import Field, Record, Ref
from taskmap.document.vocabulary import shared
from taskmap.model.catalogue import Catalogue

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_texts(catalogues: Sequence[Catalogue]) -> dict[str, str]:
    """The published schemas by file name.

    Args:
        catalogues: whose names editors offer; other names are allowed by the schema, since a
            newer catalogue may know them.
    """
    return {
        f"{record.name}.schema.json": json.dumps(
            schema(record, catalogues), ensure_ascii=False, indent=2
        )
        + "\n"
        for record in (
            FOLLOWUP,
            FUND,
            INPUT,
            MAPPING,
            PARTNERSHIP,
            PROGRAMME,
            QUESTION,
            SCENARIO,
            WISN,
        )
    }


def schema(record: Record, catalogues: Sequence[Catalogue]) -> dict[str, Any]:
    """One kind of document as JSON Schema, draft 2020-12."""
    kinds = list(_all_kinds(record))
    records = {kind.name: _record(kind) for kind in kinds if isinstance(kind, Record)}
    names = {kind.what for kind in kinds if isinstance(kind, Ref)}
    known = {f"name-of-{what}": _names(what, catalogues) for what in names}
    top = records.pop(record.name)
    return {
        "$schema": DIALECT,
        "$id": f"{record.name}.schema.json",
        "title": f"Taskmap {record.name}",
        **top,
        "$defs": dict(sorted((records | known).items())),
    }


def _all_kinds(kind: Kind) -> Iterator[Kind]:
    yield kind
    for part in kind.parts():
        yield from _all_kinds(part)


def _record(record: Record) -> dict[str, Any]:
    return {
        "description": record.says,
        "type": "object",
        "properties": {field.name: _field(field) for field in record.fields},
        "required": [field.name for field in record.fields if field.required],
        "additionalProperties": False,
    }


def _field(field: Field) -> dict[str, Any]:
    unit = f" Unit: {field.unit}." if field.unit else ""
    default = f" Left out: {field.default}." if field.default else ""
    example = f" Example: {field.example}" if field.example else ""
    return {"description": f"{field.says}{unit}{default}{example}", **field.kind.schema()}


def _names(what: str, catalogues: Sequence[Catalogue]) -> dict[str, Any]:
    known = sorted({name for catalogue in catalogues for name in shared(what, catalogue)})
    return {"anyOf": [{"enum": known}, Id().schema()]} if known else Id().schema()

"""Units as they were read and checked, kept by their documents' content."""

import json
import os
from functools import partial
from pathlib import Path

from taskmap import catalogue as catalogues
from taskmap.batch.work import Look, Unit, programme
from taskmap.document.packed import packed, unpacked
from taskmap.model.finding import Finding
from taskmap.model.mapping import Mapping
from taskmap.store.stored import Stored


def cached(look: Look, folder: Path) -> Look:
    """The same opening of a document, which reads one it has met before from a folder."""
    return partial(_looked, look, folder)


def _looked(look: Look, folder: Path, stored: Stored) -> Unit:
    path = folder / programme() / stored.digest[:2] / f"{stored.digest}.json"
    try:
        return _unit(path.read_bytes())
    except (OSError, ValueError, KeyError, TypeError):
        unit = look(stored)
    if unit.mapping is not None:
        _keep(path, unit, unit.mapping)
    return unit


def _unit(data: bytes) -> Unit:
    plain = json.loads(data)
    mapping = unpacked(Mapping, plain["mapping"])
    findings = tuple(unpacked(Finding, finding) for finding in plain["findings"])
    catalogue = catalogues.load(mapping.unit.country)
    return Unit(id=mapping.unit.id, mapping=mapping, catalogue=catalogue, findings=findings)


def _keep(path: Path, unit: Unit, mapping: Mapping) -> None:
    plain = {"mapping": packed(mapping), "findings": [packed(f) for f in unit.findings]}
    path.parent.mkdir(parents=True, exist_ok=True)
    # Written beside and put in place, since others may be reading; whatever a loss of power leaves
    # of it is either whole or no JSON, and is then read from the document again.
    new = path.with_suffix(f".{os.getpid()}")
    new.write_text(json.dumps(plain, ensure_ascii=False), encoding="utf-8")
    new.replace(path)

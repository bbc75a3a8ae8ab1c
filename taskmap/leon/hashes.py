"""What an answer was made from: content hashes and versions."""

import dataclasses
import json
from collections.abc import Mapping as MappingOf
from datetime import date
from enum import Enum
from hashlib import sha256
from importlib.metadata import version

from taskmap import __version__
from taskmap.leon.programme import VERSION
from taskmap.model.catalogue import Catalogue
from taskmap.model.mapping import Mapping
from taskmap.model.question import Question


def hashes(mapping: Mapping, catalogue: Catalogue, question: Question) -> dict[str, str]:
    """Hashes of the three things an answer follows from."""
    return {
        "mapping": digest(mapping),
        "catalogue": catalogue.digest,
        "question": digest(question),
    }


def versions() -> dict[str, str]:
    """Versions of taskmap, the programme and the solver."""
    return {"taskmap": __version__, "programme": VERSION, "solver": f"HiGHS {version('highspy')}"}


def digest(thing: object) -> str:
    """SHA-256 of a thing's content, the same whatever order sets and tables were filled in."""
    text = json.dumps(_plain(thing), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()


def _plain(thing: object) -> object:
    """Nothing but lists, tables with text keys, text, numbers and None."""
    if dataclasses.is_dataclass(thing) and not isinstance(thing, type):
        # Fields only: views derived from them and kept on the object are not content.
        return {f.name: _plain(getattr(thing, f.name)) for f in dataclasses.fields(thing)}
    if isinstance(thing, MappingOf):
        return {str(_plain(key)): _plain(value) for key, value in thing.items()}
    if isinstance(thing, frozenset | set):
        return sorted((_plain(item) for item in thing), key=json.dumps)
    if isinstance(thing, tuple | list):
        return [_plain(item) for item in thing]
    if isinstance(thing, Enum):
        return thing.value
    return thing.isoformat() if isinstance(thing, date) else thing

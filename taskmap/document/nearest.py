"""The way out of a misspelling: the known name most like what was written."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from taskmap.yamltext import fold

_LONGEST = 80  # longer texts are no misspelt names, and comparing them costs
_ALIKE = 0.65


def nearest(written: str, known: Iterable[str]) -> str | None:
    """The name among the known ones most like the one written, None when none is alike."""
    return nearest_by(written, {name: name for name in known})


def nearest_by(written: str, known: Mapping[str, str]) -> str | None:
    """The same over names that stand for ids: titles in several languages for one role."""
    if len(written) > _LONGEST:
        return None
    folded: dict[str, str] = {}
    for name, stands_for in known.items():
        folded.setdefault(_plain(name), stands_for)
    best = get_close_matches(_plain(written), list(folded), n=1, cutoff=_ALIKE)
    return folded[best[0]] if best else None


def _plain(name: str) -> str:
    return fold(name).replace(" ", "_").replace("-", "_")

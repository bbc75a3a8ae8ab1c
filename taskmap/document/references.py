"""Names looked up: every reference of the document resolves, or gets its way out."""

from collections.abc import Collection, Mapping
from typing import TypeAlias

from taskmap.document.draft import names_in
from taskmap.document.nearest import nearest_by
from taskmap.document.reading import MOST_FINDINGS, Reading, Reference
from taskmap.document.vocabulary import elsewhere, shared
from taskmap.model.catalogue import Catalogue
from taskmap.yamltext import Table, visible

Names: TypeAlias = Mapping[str, str]  # as they may be written, and the id each stands for


def resolve(reading: Reading, catalogue: Catalogue | None, inside: Mapping[str, Names]) -> None:
    """Look up every name noted while reading.

    Args:
        reading: the document, read.
        catalogue: of the unit's country; without it only the unit's own names are looked up.
        inside: names of the unit's own, by what they name: "band", "task", "volume".
    """
    ids: dict[str, Collection[str]] = {}
    way_out: dict[tuple[str, str], str | None] = {}
    for reference in reading.references:
        key = (reference.what, reference.name)
        if reference.what not in ids:
            own = frozenset(inside.get(reference.what, {}).values())
            ids[reference.what] = own or shared(reference.what, catalogue)
        known = ids[reference.what]
        if not known or reference.name in known:
            continue
        if len(reading.findings) > MOST_FINDINGS:
            return
        if key not in way_out:
            names = inside.get(reference.what) or _titled(reference.what, catalogue)
            way_out[key] = nearest_by(reference.name, names)
        _note(reading, reference, way_out[key], catalogue)


def _note(
    reading: Reading, reference: Reference, near: str | None, catalogue: Catalogue | None
) -> None:
    name, path, node = reference.name, reference.path, reference.node
    if reference.what == "tag":
        reading.warn("tag.unknown", path, node, value=name, nearest=near)
        return
    if reference.what == "role" and catalogue is not None:
        other = elsewhere(catalogue)
        if name in other.roles:
            country = other.country
            reading.error(
                "role.other_country", path, node, value=name, country=country, nearest=near
            )
            return
    reading.error(f"{reference.what}.unknown", path, node, value=name, nearest=near)


def names_inside(reading: Reading) -> dict[str, Names]:
    """What a mapping document names itself."""
    volumes = reading.node(("volumes",))
    keys: list[str] = []
    if isinstance(volumes, Table) and volumes is not reading.root:
        keys = [entry.key.text for entry in volumes.entries]
    names = {
        "band": names_in(reading, "bands", "id"),
        "task": names_in(reading, "tasks", "id"),
        # Nothing is known by an empty list, and then nothing would be looked up.
        "volume": keys or (["-"] if reading.is_sound(("volumes",)) else []),
    }
    return {what: {visible(name): visible(name) for name in some} for what, some in names.items()}


def _titled(what: str, catalogue: Catalogue | None) -> Mapping[str, str]:
    """Ids by themselves and by their titles in every language."""
    table = shared(what, catalogue)
    titles = {
        title: id_ for id_, item in table.items() for title in getattr(item, "names", {}).values()
    }
    return titles | {id_: id_ for id_ in table}

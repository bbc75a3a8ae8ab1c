"""Names looked up: every reference of the document resolves, or gets its way out."""

from collections.abc import Collection, Mapping

from taskmap.document.draft import names_in
from taskmap.document.nearest import nearest_by
from taskmap.document.reading import MOST_FINDINGS, Reading, Reference
from taskmap.document.vocabulary import elsewhere
from taskmap.model.catalogue import Catalogue
from taskmap.model.units import Names
from taskmap.yamltext import Table, visible


def resolve(reading: Reading, catalogue: Catalogue | None) -> None:
    """Look up every name noted while reading.

    Args:
        reading: the document, read.
        catalogue: of the unit's country; without it only names inside the document are looked up.
    """
    known = _inside(reading) | (_shared(catalogue) if catalogue else {})
    way_out: dict[tuple[str, str], str | None] = {}
    for reference in reading.references:
        names = known.get(reference.what)
        if not names or reference.name in names.values():
            continue
        if len(reading.findings) > MOST_FINDINGS:
            return
        key = (reference.what, reference.name)
        if key not in way_out:
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


def _inside(reading: Reading) -> dict[str, Mapping[str, str]]:
    volumes = reading.node(("volumes",))
    keys = [entry.key.text for entry in volumes.entries] if isinstance(volumes, Table) else []
    names = {
        "band": names_in(reading, "bands", "id"),
        "task": names_in(reading, "tasks", "id"),
        # Without volumes the document's own keys would stand in for them.
        "volume": keys if volumes is not reading.root else ["-"],
    }
    return {what: {visible(name): visible(name) for name in some} for what, some in names.items()}


def _shared(catalogue: Catalogue) -> dict[str, Mapping[str, str]]:
    return {
        "role": _titled({role.id: role.names for role in catalogue.roles.values()}),
        "competence": _titled({c.id: c.names for c in catalogue.competences.values()}),
        "group": _titled({group.code: group.names for group in catalogue.groups.values()}),
        "library": _titled({task.code: task.names for task in catalogue.tasks.values()}),
        "rule": _plain(catalogue.rules),
        "profile": _plain(catalogue.hours_profiles),
        "tag": _plain(
            {*catalogue.rules_by_tag, *(tag for t in catalogue.tasks.values() for tag in t.tags)}
        ),
    }


def _plain(ids: Collection[str]) -> Mapping[str, str]:
    return {name: name for name in sorted(ids)}


def _titled(named: Mapping[str, Names]) -> Mapping[str, str]:
    titles = {title: id_ for id_, names in named.items() for title in names.values()}
    return titles | {id_: id_ for id_ in named}

"""The catalogue a document is read by, chosen by its unit's country, and what it names."""

from collections.abc import Mapping
from typing import Any

from taskmap.catalogue import load
from taskmap.document.reading import Reading
from taskmap.model.catalogue import Catalogue
from taskmap.model.unit import Country
from taskmap.yamltext import Scalar


def vocabulary(reading: Reading) -> Catalogue | None:
    """The catalogue of the unit's country; None when the country cannot be told."""
    node = reading.node(("unit", "country"))
    if not isinstance(node, Scalar) or node.text not in tuple(Country):
        return None
    return load(Country(node.text))


def elsewhere(catalogue: Catalogue) -> Catalogue:
    """The other country's catalogue, to tell a role that belongs there."""
    return load(Country.SE if catalogue.country == Country.NO else Country.NO)


def shared(what: str, catalogue: Catalogue | None) -> Mapping[str, Any]:
    """The catalogue's own table of ids, empty where there is none to look in.

    Args:
        what: fields refer to: "role", "library", "profile".
        catalogue: of the unit's country.
    """
    if catalogue is None:
        return {}
    if what == "tag":
        library = (tag for task in catalogue.tasks.values() for tag in task.tags)
        return dict.fromkeys((*catalogue.rules_by_tag, *library))
    tables: dict[str, Mapping[str, Any]] = {
        "role": catalogue.roles,
        "competence": catalogue.competences,
        "group": catalogue.groups,
        "library": catalogue.tasks,
        "rule": catalogue.rules,
        "profile": catalogue.hours_profiles,
        "course": catalogue.courses,
    }
    return tables.get(what, {})

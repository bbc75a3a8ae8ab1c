"""The catalogue a document is read by, chosen by its unit's country."""

from importlib import import_module

from taskmap.document.reading import Reading
from taskmap.model.catalogue import Catalogue
from taskmap.model.unit import Country
from taskmap.yamltext import Scalar


def vocabulary(reading: Reading) -> tuple[Catalogue | None, Catalogue | None]:
    """Catalogue of the unit's country and of the other one; None when it cannot be told."""
    node = reading.node(("unit", "country"))
    if not isinstance(node, Scalar) or node.text not in tuple(Country):
        return None, None
    own = Country(node.text)
    other = Country.SE if own is Country.NO else Country.NO
    try:
        load = import_module("taskmap.catalogue").load
    except (ModuleNotFoundError, AttributeError):
        return None, None
    return load(own), load(other)

"""The catalogue a document is read by, chosen by its unit's country."""

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

"""Marks of strain with their default weights, from the data file."""

from taskmap.catalogue.entry import Entry
from taskmap.model.strain import Strain, StrainMark


def strain(file: Entry) -> dict[Strain, StrainMark]:
    """Marks by id, in the file's order."""
    found = [
        StrainMark(
            id=Strain(entry.text("id")),
            names=entry.names("names"),
            weight=entry.number("weight"),
            estimate=entry.yes("estimate"),
            sources=entry.ids("sources"),
        )
        for entry in file.each("marks")
    ]
    return {mark.id: mark for mark in found}

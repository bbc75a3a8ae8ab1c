"""Duties of participation, from a country's data file."""

from taskmap.catalogue.entry import Entry
from taskmap.model.duty import Duty, Occasion
from taskmap.model.units import DutyId


def duties(file: Entry) -> dict[DutyId, Duty]:
    """Duties by id, in the file's order."""
    found = [
        Duty(
            id=entry.text("id"),
            reference=entry.text("reference"),
            when=tuple(map(Occasion, entry.ids("when"))),
            asks=entry.names("asks"),
            employees=entry.maybe_whole("employees"),
            verified=entry.yes("verified"),
            note=entry.maybe_text("note"),
            sources=entry.ids("sources"),
        )
        for entry in file.each("duties")
    ]
    return {duty.id: duty for duty in found}

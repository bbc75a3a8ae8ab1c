"""Evidence for and against other hands, from the data file."""

from taskmap.catalogue.entry import Entry
from taskmap.model.evidence import Evidence, Side


def evidence(file: Entry) -> tuple[Evidence, ...]:
    """Every finding, in the file's order."""
    return tuple(
        Evidence(
            id=entry.text("id"),
            side=Side(entry.text("side")),
            finding=entry.names("finding"),
            quote=entry.text("quote", ""),
            quoted_in=entry.text("quoted_in", ""),
            verified=entry.yes("verified"),
            sources=entry.ids("sources"),
        )
        for entry in file.each("evidence")
    )

"""Papers as PDF, tagged and archivable, or as Word; the same bytes from the same data."""

from taskmap.typeset.paper import pdf

__all__ = ["pdf"]

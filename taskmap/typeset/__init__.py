"""Papers as PDF: tagged, archivable, the same bytes from the same data."""

from taskmap.typeset.paper import pdf

__all__ = ["pdf"]

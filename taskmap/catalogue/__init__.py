"""The shared vocabulary of Norway and Sweden as data: dated, sourced, the same for all units."""

from taskmap.catalogue.load import load

__all__ = ["load"]

"""The command line's own fixture."""

from running import taskmap

__all__ = ["taskmap"]

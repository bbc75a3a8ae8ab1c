"""From nothing but Python to a running Taskmap; standard library only."""

from taskmap.setup.commands import run

__all__ = ["run"]

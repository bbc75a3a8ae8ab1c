"""What is checked across fields, as a list to read."""

from collections.abc import Callable

from taskmap.document.draft import Draft

CHECKS: tuple[Callable[[Draft], None], ...] = ()

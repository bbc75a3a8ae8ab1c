"""What stands in a meeting's fields, held against what is saved, and saved where it differs.

A run of the page may be broken off by the next key or click, and with it the callback that was to
save: every run begins by looking at all fields that were drawn, so that none is forgotten.
"""

from collections.abc import Callable
from typing import Any

from taskmap.ui import state
from taskmap.ui.bench import Bench
from taskmap.ui.parts.guard import Ready

Save = Callable[[Any], None]


def field(bench: Bench, key: str, save: Save) -> None:
    """Remember a field that is about to be drawn, and how its value is saved where it differs."""
    bench.fields[key] = save


def take_in(ready: Ready) -> None:
    """Save what differs; fields drawn of other content than the page shows are let go."""
    bench = state.bench(ready.desk)
    for key, save in list(bench.fields.items()):
        value = state.now_in(key)
        if value is None:
            del bench.fields[key]
        elif bench.base in key:
            save(value)

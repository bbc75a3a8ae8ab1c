"""The process everybody's pages run in: what it holds for good, and how its threads take turns."""

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager

TURN = 0.000_5  # seconds; Python's own is 0.005, and what a page has to tell waits for each turn
_LOADED = 0  # modules, when it was last seen to


@contextmanager
def seen_to() -> Iterator[None]:
    """A run of a page; what it loaded for good is set apart when it ends.

    Streamlit looks for rubbish through all there is at the end of each run: 0.2 s for libraries and
    catalogues that never go. Set apart they are not looked through. Only a run that loaded a module
    does so, since what somebody holds at that moment is set apart with it.
    """
    sys.setswitchinterval(TURN)
    try:
        yield
    finally:
        _set_apart()


def _set_apart() -> None:
    global _LOADED  # noqa: PLW0603 - of the process, as what is loaded is
    if len(sys.modules) > _LOADED:
        gc.collect()
        gc.freeze()
        _LOADED = len(sys.modules)

"""The process everybody's pages run in: what it holds for good, and how its threads take turns."""

import gc
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

TURN = 0.000_5  # seconds; Python's own is 0.005, and what a page has to tell waits for each turn
LONG = 0.01  # seconds of processor time; a look for rubbish that takes more is made shorter
SELDOM = 120.0  # seconds, at least, from one time everything is looked through to the next


@contextmanager
def seen_to() -> Iterator[None]:
    """A run of a page; what is held for good is set apart when it ends.

    Streamlit looks for rubbish through all there is at the end of each run: 0.2 s for libraries and
    catalogues that never go. Set apart they are not looked through. A run that loaded a module does
    so, and now and then one after which the units that were read make the look long. What somebody
    holds at that moment is set apart with it; so all of it is looked through first, once again.
    """
    sys.setswitchinterval(TURN)
    try:
        yield
    finally:
        _APART.see()


class _Apart:
    """What is set apart, and how long the rest takes to look through."""

    def __init__(self) -> None:
        self._modules = 0  # loaded when it was last seen to
        self._at = 0.0
        self._begun = self._took = 0.0

    def see(self) -> None:
        """Set apart what is held for good, where that is worth it."""
        seldom = time.monotonic() - self._at > SELDOM
        if len(sys.modules) > self._modules:
            self._set()
        elif self._took > LONG and seldom:
            gc.unfreeze()
            self._set()

    def _set(self) -> None:
        gc.collect()
        gc.freeze()
        self._modules, self._at, self._took = len(sys.modules), time.monotonic(), 0.0

    def timed(self, phase: str, told: Mapping[str, int]) -> None:
        """Called by Python when it begins and ends to look."""
        if told["generation"] < 2:
            return
        if phase == "start":
            self._begun = time.thread_time()
        else:
            self._took = time.thread_time() - self._begun


_APART = _Apart()
gc.callbacks.append(_APART.timed)

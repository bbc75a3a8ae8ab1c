"""Whose turn it is to work: no more at once than there are cores, and first come, first served."""

import os
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Condition

MOMENT = 0.3  # seconds between two words to whoever waits


def cores() -> int:
    """How many this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class Turns:
    """Those who work and those who wait, in one line; the first of it work.

    Args:
        at_once: how many work.
    """

    def __init__(self, at_once: int) -> None:
        self._at_once = at_once
        self._line: deque[object] = deque()
        self._moved = Condition()

    @contextmanager
    def taken(self, waits: Callable[[], None]) -> Iterator[None]:
        """Stand in line, and hold a turn for as long as the work lasts.

        Args:
            waits: called every moment of the waiting; what it raises ends it.
        """
        place = object()
        with self._moved:
            self._line.append(place)
        try:
            while not self._is_turn(place):
                waits()
            yield
        finally:
            with self._moved:
                self._line.remove(place)
                self._moved.notify_all()

    def _is_turn(self, place: object) -> bool:
        with self._moved:
            return self._moved.wait_for(lambda: self._is_first(place), MOMENT)

    def _is_first(self, place: object) -> bool:
        return self._line.index(place) < self._at_once

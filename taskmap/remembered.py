"""Results kept by content, so that the same question about the same mapping is worked once."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

Result = TypeVar("Result")


class Remembered(Generic[Result]):
    """The latest results by key; keys hold content digests, never names or times."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._held: OrderedDict[Hashable, Result] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable, work: Callable[[], Result]) -> Result:
        """The result for a key, worked out when it is not held."""
        with self._lock:
            if key in self._held:
                self._held.move_to_end(key)
                return self._held[key]
        result = work()  # outside the lock: two who ask at once may both work, neither waits
        self.hold(key, result)
        return result

    def hold(self, key: Hashable, result: Result) -> None:
        """Hold a result, in place of an earlier one with that key."""
        with self._lock:
            self._held[key] = result
            self._held.move_to_end(key)
            while len(self._held) > self._size:
                self._held.popitem(last=False)

    def held(self, key: Hashable) -> Result | None:
        """The result for a key, or None."""
        with self._lock:
            return self._held.get(key)

    def __contains__(self, key: Hashable) -> bool:
        """Whether a result is held."""
        return key in self._held

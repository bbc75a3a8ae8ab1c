"""How much one browser may ask for: so many at once, and so many a second after that."""

from collections import OrderedDict
from collections.abc import Callable
from time import monotonic

MOST_KEPT = 20_000


class Allowance:
    """A bucket for each who asks, refilled with time.

    Args:
        burst: so many at once.
        per_second: so many come back each second.
        now: the clock, in seconds.
    """

    def __init__(self, burst: int, per_second: int, now: Callable[[], float] = monotonic) -> None:
        self._burst, self._per_second, self._now = burst, per_second, now
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, who: str) -> bool:
        """Whether one more may be asked for."""
        now = self._now()
        left, then = self._left.pop(who, (float(self._burst), now))
        left = min(self._burst, left + (now - then) * self._per_second)
        self._left[who] = (left - 1 if left >= 1 else left, now)
        while len(self._left) > MOST_KEPT:
            self._left.popitem(last=False)
        return left >= 1

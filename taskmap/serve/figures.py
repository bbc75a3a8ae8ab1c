"""How much is asked, how long pages take, and how often something is wrong: counts, of nobody."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from itertools import accumulate
from threading import Lock

UP_TO = (0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)  # seconds
TYPE = "text/plain; version=0.0.4; charset=utf-8"


class Figures:
    """Counted since the service began; told in Prometheus' text format (0.0.4)."""

    def __init__(self) -> None:
        self._lock = Lock()  # pages run in threads of their own
        self._open = 0
        self._answers: Counter[int] = Counter()
        self._runs = [0] * (len(UP_TO) + 1)
        self._seconds = 0.0
        self._faults = 0

    def opened(self, pages: int) -> None:
        """So many more pages are open; fewer with a minus."""
        with self._lock:
            self._open += pages

    def answered(self, status: int) -> None:
        """A request was answered."""
        with self._lock:
            self._answers[status] += 1

    def ran(self, seconds: float) -> None:
        """A page was asked for and is there, so long after."""
        with self._lock:
            self._runs[bisect_left(UP_TO, seconds)] += 1
            self._seconds += seconds

    def failed(self) -> None:
        """A page ended with a fault of ours."""
        with self._lock:
            self._faults += 1

    def text(self) -> str:
        """All of it."""
        with self._lock:
            return "".join(f"{line}\n" for line in self._lines())

    def _lines(self) -> Iterator[str]:
        yield "# TYPE taskmap_open_pages gauge"
        yield f"taskmap_open_pages {self._open}"
        yield "# TYPE taskmap_answers_total counter"
        for status, count in sorted(self._answers.items()):
            yield f'taskmap_answers_total{{status="{status}"}} {count}'
        yield "# TYPE taskmap_page_seconds histogram"
        *within, every = accumulate(self._runs)
        for limit, count in zip(UP_TO, within, strict=True):
            yield f'taskmap_page_seconds_bucket{{le="{limit}"}} {count}'
        yield f'taskmap_page_seconds_bucket{{le="+Inf"}} {every}'
        yield f"taskmap_page_seconds_sum {self._seconds:.3f}"
        yield f"taskmap_page_seconds_count {every}"
        yield "# TYPE taskmap_faults_total counter"
        yield f"taskmap_faults_total {self._faults}"

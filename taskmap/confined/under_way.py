"""The same asked by several at once is worked once; the others wait for the first one's answer."""

from collections.abc import Callable, Hashable, Mapping
from functools import partial
from threading import Condition, Lock
from typing import Any, Generic, TypeVar

from taskmap.confined.turns import MOMENT

Answer = TypeVar("Answer")
Tells = Mapping[str, Callable[..., None]]


class UnderWay(Generic[Answer]):
    """What is worked out now, by key; keys hold content digests, never names or times."""

    def __init__(self) -> None:
        self._now: dict[Hashable, _Work] = {}
        self._lock = Lock()

    def get(self, key: Hashable, work: Callable[[Tells], Answer], tells: Tells) -> Answer:
        """The answer of ``work``, or of the same work that somebody else has under way.

        What the first is told the others hear as well. Where the first leaves, which is what an
        exception out of ``tells`` means, the next one works it out.

        Args:
            key: what is asked.
            work: given what it is to call on the way; what it raises is raised for all.
            tells: what is called on the way, by name.
        """
        while True:
            with self._lock:
                first = key not in self._now
                found = self._now.setdefault(key, _Work())
            if first:
                try:
                    return found.done(work, tells)  # type: ignore[no-any-return]  # the work's own
                finally:
                    with self._lock:
                        del self._now[key]
            elif found.followed(tells):
                return found.answer()  # type: ignore[no-any-return]  # the work's own


class _Work:
    """One work, what was told of it, and what it came to."""

    def __init__(self) -> None:
        self._told: list[tuple[str, tuple[object, ...]]] = []
        self._came_to: Callable[[], Any] | None = None  # None at the end: whoever began it left
        self._ended = False
        self._news = Condition()

    def done(self, work: Callable[[Tells], Any], tells: Tells) -> Any:
        left: list[BaseException] = []

        def tell(name: str, *values: object) -> None:
            with self._news:
                self._told.append((name, values))
                self._news.notify_all()
            try:
                tells[name](*values)
            except BaseException as reason:
                left.append(reason)
                raise

        try:
            answer = work({name: partial(tell, name) for name in tells})
            self._came_to = lambda: answer
        except Exception as error:
            if not left:
                self._came_to = partial(_raised, error)
            raise
        finally:
            with self._news:
                self._ended = True
                self._news.notify_all()
        return answer

    def followed(self, tells: Tells) -> bool:
        """Hear what is told until the end; whether it came to anything."""
        heard = 0
        while True:
            news, ended = self._news_after(heard)
            heard += len(news)
            # Nothing new is the last told once more, for a listener may have left meanwhile.
            for name, values in dict(news or self._told[heard - 1 : heard]).items():
                if name in tells:
                    tells[name](*values)
            if ended:
                return self._came_to is not None

    def _news_after(self, heard: int) -> tuple[list[tuple[str, tuple[object, ...]]], bool]:
        """What was told since, after a moment at most, and whether the work has ended."""
        with self._news:
            self._news.wait_for(lambda: self._ended or len(self._told) > heard, MOMENT)
            return self._told[heard:], self._ended

    def answer(self) -> Any:
        return self._came_to() if self._came_to is not None else None


def _raised(error: Exception) -> None:
    raise error

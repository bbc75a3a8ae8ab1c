"""Plans and what explains them, each worked once in a child process for the same content."""

import logging
from collections.abc import Callable, Hashable
from collections.abc import Mapping as MappingOf
from typing import Any, TypeVar

from taskmap.confined.run import Bounds, run
from taskmap.confined.under_way import Tells, UnderWay
from taskmap.errors import CalculationFailed, TaskmapError
from taskmap.leon.hashes import digest as content
from taskmap.remembered import Remembered
from taskmap.workspace.about import About

Answer = TypeVar("Answer")
Progress = Callable[[str, float], None]

BOUNDS = Bounds(seconds=600.0, megabytes=4096)
WAITING = "waiting"  # told as what is done, until others' calculations have ended

LOG = logging.getLogger(__name__)

_ANSWERS: Remembered[Any] = Remembered(256)
_UNDER_WAY: UnderWay[Any] = UnderWay()


def answer(
    function: Callable[..., Answer],
    about: About,
    *further: object,
    named: MappingOf[str, Any] | None = None,
    tells: Tells | None = None,
    helped: MappingOf[str, Any] | None = None,
) -> Answer:
    """What ``function(mapping, catalogue, question, *further, **named)`` answers in a child.

    The child ends with whoever waits: an exception out of what is told, such as the page's own
    when its reader has left, ends it too.

    Args:
        function: importable by name.
        about: content it is asked about.
        further: what follows from the same content, such as the plan.
        named: other arguments; the answer is remembered for each.
        tells: what is called on the way, by keyword of the function.
        helped: arguments that make it quicker and change no answer.
    """
    asked = named or {}
    key = (
        function.__qualname__,
        about.digest,
        about.catalogue.digest,
        content(about.question),
        *sorted(asked.items()),
    )

    def work(tells: Tells) -> Answer:
        given = (about.mapping, about.catalogue, about.question, *further)
        return _confined(function, given, {**asked, **(helped or {})}, tells)

    found: Answer = once(_ANSWERS, key, work, tells)
    return found


def once(
    answers: Remembered[Answer],
    key: Hashable,
    work: Callable[[Tells], Answer],
    tells: Tells | None,
) -> Answer:
    """An answer that is remembered, that somebody has under way, or that is worked out now."""

    def worked(told: Tells) -> Answer:
        return answers.get(key, lambda: work(told))

    found: Answer = _UNDER_WAY.get((id(answers), key), worked, tells or {})
    return found


def confined(
    function: Callable[..., Answer],
    *given: object,
    named: MappingOf[str, Any] | None = None,
    tells: Tells,
) -> Answer:
    """What a child answers; while it waits for its turn, that is told as its progress."""

    def waits() -> None:
        if "progress" in tells:
            tells["progress"](WAITING, 0.0)

    return run(function, *given, named=named, bounds=BOUNDS, tells=tells, waits=waits)


def _confined(
    function: Callable[..., Answer],
    given: tuple[object, ...],
    named: MappingOf[str, Any],
    tells: Tells,
) -> Answer:
    """The same; a fault of ours becomes a refusal, so that the rest goes on without.

    Raises:
        CalculationFailed: the function failed otherwise than by refusing.
    """
    try:
        return confined(function, *given, named=named, tells=tells)
    except TaskmapError:
        raise
    except Exception as fault:
        LOG.exception("%s failed", function.__qualname__)
        raise CalculationFailed(calculation=function.__name__) from fault

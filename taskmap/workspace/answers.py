"""Plans and what explains them, each worked once in a child process for the same content."""

from collections.abc import Callable
from collections.abc import Mapping as MappingOf
from typing import Any, TypeVar

from taskmap.confined.run import Bounds, run
from taskmap.leon.hashes import digest as content
from taskmap.workspace.about import About
from taskmap.workspace.remembered import Remembered

Answer = TypeVar("Answer")
Progress = Callable[[str, float], None]
Tells = MappingOf[str, Callable[..., None]]

BOUNDS = Bounds(seconds=600.0, megabytes=4096)

_ANSWERS: Remembered[Any] = Remembered(256)


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

    def work() -> Answer:
        return run(
            function,
            about.mapping,
            about.catalogue,
            about.question,
            *further,
            named={**asked, **(helped or {})},
            bounds=BOUNDS,
            tells=tells,
        )

    key = (
        function.__qualname__,
        about.digest,
        about.catalogue.digest,
        content(about.question),
        *sorted(asked.items()),
    )
    found: Answer = _ANSWERS.get(key, work)
    return found

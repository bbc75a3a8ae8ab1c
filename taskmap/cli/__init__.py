"""The command line; ``main`` is the console script ``taskmap``."""

from __future__ import annotations

import sys

TYPE_CHECKING = False  # as in typing, whose import alone takes a third of the time there is
if TYPE_CHECKING:
    from collections.abc import Sequence

HELP = frozenset({"--help", "-h", "help"})


def main(args: Sequence[str] | None = None, prog_name: str = "taskmap") -> None:
    """Run one command and exit with its status.

    The list of commands is told without loading the parser: it is what people ask for most, and
    should be there at once.
    """
    from taskmap.cli.streams import ended, ready, stopped  # noqa: PLC0415 - see above

    ready()
    try:
        status = _status(list(sys.argv[1:] if args is None else args), prog_name)
    except OSError as error:
        status = stopped(error)
    sys.exit(ended(status))


def _status(given: list[str], prog_name: str) -> int:
    """Exit status of what was asked for."""
    from taskmap.cli.spoken import spoken, without_language  # noqa: PLC0415 - as in main

    language = spoken(given)
    bare = without_language(given)
    if bare == ["--version"]:
        from taskmap import __version__  # noqa: PLC0415 - as in main

        sys.stdout.write(f"taskmap {__version__}\n")
        return 0
    if not bare or bare[0] in HELP:
        from taskmap.cli.outline import outline  # noqa: PLC0415 - as in main

        sys.stdout.write(outline(language, prog_name))
        return 0
    from taskmap.cli.run import run  # noqa: PLC0415 - as in main

    return run(given, language, prog_name)

"""Standard output and error, safe to write to whoever started us, and ended without noise."""

import os
import sys
from errno import ENOSPC, EPIPE


def ready() -> None:
    """Take any text and any end: a closed stream swallows, a narrow one replaces letters."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:  # closed before we began (`>&-`)
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115 - held to the end; pathlib is slow to import
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def ended(status: int) -> int:
    """The exit status once all is written; a reader who has left is no mistake."""
    try:
        sys.stdout.flush()
    except OSError as error:
        return stopped(error) or status
    return status


def stopped(error: OSError) -> int:
    """The exit status when our output takes no more: quiet for `| head`, told for a full disk.

    Raises:
        OSError: it was something else.
    """
    if error.errno not in {EPIPE, ENOSPC}:
        raise error
    _let_go()
    if error.errno == EPIPE:
        return 0
    sys.stderr.write(f"taskmap: {error.strerror}\n")
    return 1


def _let_go() -> None:
    """What is still held would be tried once more, with a traceback, when Python ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

"""Run a function in a child process with limits on time and memory; told on the way; cancelled.

The child is a fresh interpreter that imports the function by name. Forking would copy a server's
threads and memory, and multiprocessing's own spawn runs the parent's main script once more, which
in a Streamlit server is the page.
"""

import os
import pickle
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from typing import IO, TypeVar

from taskmap.confined.messages import Done, Failed, Job, Refused, Told, read, write
from taskmap.confined.turns import Turns, cores
from taskmap.errors import WorkLimitReached

Result = TypeVar("Result")
POLL_SECONDS = 0.05
# Somebody waits in the middle of a click for what is brief; it does not stand behind calculations.
_LONG, _BRIEF = Turns(cores()), Turns(cores())


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """What a child may use.

    Args:
        seconds: wall clock from start to answer, the wait for a turn not counted.
        megabytes: address space; numpy and HiGHS alone map a few hundred.
        brief: whether it is over soon, so that it takes its turn among others that are.
    """

    seconds: float = 300.0
    megabytes: int = 4096
    brief: bool = False


class Cancelled(RuntimeError):
    """Nobody waits for the answer any longer; the child was ended."""


def run(  # noqa: PLR0913 - what it may use, and who hears of it
    function: Callable[..., Result],
    *args: object,
    named: Mapping[str, object] | None = None,
    bounds: Bounds | None = None,
    tells: Mapping[str, Callable[..., None]] | None = None,
    cancelled: Callable[[], bool] | None = None,
    waits: Callable[[], None] | None = None,
) -> Result:
    """Call ``function(*args, **named)`` in a child process and return what it returns.

    No more children work at once than there are cores; the others wait for their turn.

    Args:
        function: importable by module and name; it takes a keyword for each of ``tells``.
        args: anything that can be pickled.
        named: the same, for arguments that are given by name.
        bounds: time and memory.
        tells: what the function calls on the way, by keyword; called here with the same values.
        cancelled: asked twenty times a second; True ends the child.
        waits: called every moment of the wait for a turn; what it raises ends it.

    Raises:
        WorkLimitReached: time or memory is used up, or the child died without an answer.
        Cancelled: ``cancelled`` said so.
        Exception: whatever the function raised, as it raised it.
    """
    limits = bounds or Bounds()
    job = Job(
        module=function.__module__,
        name=function.__qualname__,
        args=args,
        named=named or {},
        megabytes=limits.megabytes,
        tells=tuple(tells or ()),
    )

    def waiting() -> None:
        if cancelled is not None and cancelled():
            raise Cancelled
        if waits is not None:
            waits()

    with (_BRIEF if limits.brief else _LONG).taken(waiting), _child() as child:
        try:
            return _answer(child, job, limits, tells or {}, cancelled)  # type: ignore[return-value]  # the function's own
        finally:
            child.kill()


def _child() -> "subprocess.Popen[bytes]":
    environment = dict(os.environ)
    # The child finds the same packages as we do, wherever we were started from.
    environment["PYTHONPATH"] = os.pathsep.join(path or os.getcwd() for path in sys.path)  # noqa: PTH109 - the empty entry of sys.path
    return subprocess.Popen(
        [sys.executable, "-m", "taskmap.confined.child"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment,
    )


def _answer(
    child: "subprocess.Popen[bytes]",
    job: Job,
    limits: Bounds,
    tells: Mapping[str, Callable[..., None]],
    cancelled: Callable[[], bool] | None,
) -> object:
    deadline = time.monotonic() + limits.seconds
    for message in _messages(child, job):
        match message:
            case Done(result):
                return result
            case Failed(error):
                raise error
            case Refused():
                raise message.error()
            case Told(name, values):
                tells[name](*values)
            case _:
                pass
        if cancelled is not None and cancelled():
            raise Cancelled
        if time.monotonic() > deadline:
            raise WorkLimitReached(limit="seconds", allowed=limits.seconds)
    raise WorkLimitReached(limit="died", allowed=float(limits.megabytes))


def _messages(child: "subprocess.Popen[bytes]", job: Job) -> Iterator[object]:
    """What the child says, and None whenever it has said nothing for a moment."""
    heard: SimpleQueue[object] = SimpleQueue()
    threading.Thread(target=_listen, args=(child.stdout, heard), daemon=True).start()
    if child.stdin is not None:
        try:
            write(child.stdin, job)
            child.stdin.close()
        except BrokenPipeError:
            return  # it died before it read its job
    while True:
        try:
            message = heard.get(timeout=POLL_SECONDS)
        except Empty:
            yield None
            continue
        if message is _END:
            return
        yield message


_END = object()


def _listen(pipe: IO[bytes], heard: "SimpleQueue[object]") -> None:
    try:
        while True:
            heard.put(read(pipe))
    except (EOFError, pickle.UnpicklingError, ValueError, OSError):
        pass  # it is gone, or was ended in the middle of a word
    finally:
        heard.put(_END)  # or the one who waits would wait for the clock

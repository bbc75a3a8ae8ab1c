"""The child's side: take one job, work within the limits, answer, end."""

import importlib
import os
import pickle
import sys
from collections.abc import Callable
from typing import IO

from taskmap.confined.messages import Done, Failed, Job, Refused, Told, read, write
from taskmap.errors import TaskmapError, WorkLimitReached

NICER = 5  # steps below who started us, whose pages get about three times a child's time


def main() -> None:
    """Read one job from standard input, do it, and write the answer where output went."""
    if hasattr(os, "nice"):  # not on Windows
        os.nice(NICER)
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    # Whatever a library prints must not end up between our messages.
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    job = read(sys.stdin.buffer)
    if not isinstance(job, Job):
        raise TypeError(f"expected a job, got {type(job).__name__}")
    _limit_memory(job.megabytes)
    done = _done(job, answers)
    try:
        write(answers, done)
    except Exception as error:  # noqa: BLE001 - a result may fail to pickle in any way
        write(answers, Failed(_sendable(error)))
    answers.close()


def _done(job: Job, answers: IO[bytes]) -> Done | Failed | Refused:
    try:
        function = getattr(importlib.import_module(job.module), job.name)
        tells = {name: _teller(name, answers) for name in job.tells}
        return Done(function(*job.args, **job.named, **tells))
    except MemoryError:
        return Refused.of(WorkLimitReached(limit="megabytes", allowed=float(job.megabytes)))
    except TaskmapError as error:
        return Refused.of(error)
    except Exception as error:  # noqa: BLE001 - every failure is told to the parent as it is
        return Failed(_sendable(error))


def _teller(name: str, answers: IO[bytes]) -> Callable[..., None]:
    return lambda *values: write(answers, Told(name, values))


def _sendable(error: Exception) -> Exception:
    """The error, in words alone where it would not come out of a pickle as it went in."""
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301 - our own, made on this line
    except Exception:  # noqa: BLE001 - errors with a constructor of their own fail in any way
        return RuntimeError(f"{type(error).__qualname__}: {error}")
    return error


def _limit_memory(megabytes: int) -> None:
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ImportError:
        return
    most, hard = megabytes * 1024 * 1024, resource.getrlimit(resource.RLIMIT_AS)[1]
    if hard != resource.RLIM_INFINITY:
        most = min(most, hard)  # whoever started us allows no more
    resource.setrlimit(resource.RLIMIT_AS, (most, most))


if __name__ == "__main__":
    main()

"""What the tests have children do."""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

from taskmap.errors import UnitNotFound


def double_and_where(number: int) -> tuple[int, int]:
    return 2 * number, os.getpid()


def in_steps(count: int, *, progress: Callable[[str, float], None]) -> int:
    for step in range(count):
        progress(f"step {step}", step / count)
    return count


def refuse(unit: str) -> None:
    raise UnitNotFound(unit=unit)


def forever() -> None:
    while True:
        time.sleep(0.05)


def fill(megabytes: int) -> int:
    return len(bytearray(megabytes * 1024 * 1024))


def die() -> None:
    os._exit(9)


def noisy() -> str:
    sys.stdout.write("x" * 100_000)
    os.write(1, b"straight to the descriptor\n")
    return "still here"


class Odd(Exception):
    """An error that does not come out of a pickle as it went in."""

    def __init__(self, first, second):
        super().__init__(f"{first} and {second}")


def odd():
    raise Odd("one", "two")


def unsendable():
    return lambda: None


def out_of_order(*asked: object) -> None:
    raise LookupError(f"a screw is loose: {len(asked)} things asked")


def while_there(told: str, may_end: str) -> int:
    """Say that work has begun, in a folder, and go on until a file says that it may end."""
    folder = Path(told)
    (folder / str(os.getpid())).touch()
    while not Path(may_end).exists():
        time.sleep(0.02)
    return os.getpid()


def noted(told: str, may_end: str, *, progress: Callable[[str, float], None]) -> int:
    """The same, with word of the beginning."""
    progress("begun", 0.5)
    return while_there(told, may_end)


def priority() -> int:
    return os.nice(0)

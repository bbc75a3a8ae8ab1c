"""What parent and child say to each other; both are ours, so pickles are safe here."""

import importlib
import pickle
from collections.abc import Mapping
from dataclasses import dataclass
from typing import IO

from taskmap.errors import TaskmapError, Value


@dataclass(frozen=True, slots=True)
class Job:
    """What the child is to do."""

    module: str
    name: str
    args: tuple[object, ...]
    named: Mapping[str, object]
    megabytes: int
    tells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """Something said on the way, to whoever listens under that name."""

    name: str
    values: tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Done:
    """The answer."""

    result: object


@dataclass(frozen=True, slots=True)
class Failed:
    """What the function raised, when it is not a refusal of ours."""

    error: BaseException


@dataclass(frozen=True, slots=True)
class Refused:
    """A refused action: its class by name and its values, for the class itself takes keywords."""

    module: str
    name: str
    values: dict[str, Value]

    @classmethod
    def of(cls, error: TaskmapError) -> "Refused":
        """The message for an error."""
        return cls(type(error).__module__, type(error).__qualname__, dict(error.values))

    def error(self) -> TaskmapError:
        """The error again."""
        kind: type[TaskmapError] = getattr(importlib.import_module(self.module), self.name)
        return kind(**self.values)


def write(pipe: IO[bytes], message: object) -> None:
    """Send one message, whole or not at all."""
    pipe.write(pickle.dumps(message))
    pipe.flush()


def read(pipe: IO[bytes]) -> object:
    """Wait for one message; ``EOFError`` when the other side is gone."""
    return pickle.load(pipe)  # noqa: S301 - the other end is our own process

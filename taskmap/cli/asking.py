"""The question a command line asks: a document where there is one, and the options on top of it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, replace
from functools import reduce, wraps
from pathlib import Path
from typing import Any

import click

from taskmap.cli.command import FILE, QuestionOption
from taskmap.cli.said import Amount, Several, Stated
from taskmap.model.alternative import AlternativeKind
from taskmap.model.demand import Demand, added
from taskmap.model.question import Question

AN_HOUR = 60
# Option by the field of the question it states.
OPTIONS = {
    "pinned": "--pin",
    "forbidden": "--forbid",
    "forced": "--force",
    "cap_role": "--cap",
    "max_changes": "--moves",
    "training_kroner": "--budget",
    "training_hours": "--training-hours",
    "alternatives": "--alternatives",
    "as_of": "--date",
    "price": "--price",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What the options of a question say; None where they are silent.

    Args:
        document: a question to begin from.
    """

    document: Path | None
    moves: int | None
    pin: tuple[Demand, ...]
    forbid: tuple[Demand, ...]
    force: tuple[Demand, ...]
    cap: tuple[Demand, ...]
    budget: float | None
    training_hours: float | None
    alternatives: tuple[str, ...] | None

    def on(self, question: Question) -> Question:
        """The question with what the options say, in place of or beside what it said."""
        changed: dict[str, Any] = {}
        if self.moves is not None:
            changed["max_changes"] = self.moves
        if self.alternatives is not None:
            changed["alternatives"] = frozenset(map(AlternativeKind, self.alternatives))
        demands = reduce(added, self._demands(), question.demands)
        return replace(question, demands=demands, **changed)

    def _demands(self) -> Iterator[Demand]:
        yield from (*self.pin, *self.forbid, *self.force, *self.cap)
        if self.budget is not None:
            yield Demand(field="training_kroner", amount=self.budget)
        if self.training_hours is not None:
            yield Demand(field="training_hours", amount=self.training_hours)


def question_options(function: Callable[..., int]) -> Callable[..., int]:
    """The options of a question; the function is given them as ``choices``."""

    @wraps(function)
    def called(*args: Any, **given: Any) -> int:
        named = {f.name: given.pop(f.name) for f in fields(Choices)}
        return function(*args, choices=Choices(**named), **given)

    asked: Callable[..., int] = called
    for option in reversed(_OPTIONS):
        asked = option(asked)
    return asked


def option_of(field: str | None) -> str:
    """The option behind a field of the question: ``forbidden[0].role`` is ``--forbid``'s."""
    name = (field or "").partition("[")[0].partition(".")[0]
    return OPTIONS.get(name, name)


def _option(*names: str, **how: Any) -> Callable[[Callable[..., int]], Callable[..., int]]:
    return click.option(*names, cls=QuestionOption, **how)


_OPTIONS = (
    _option("--question", "document", type=FILE, metavar="FILE"),
    _option("--moves", type=click.IntRange(min=0), metavar="K"),
    _option("--pin", multiple=True, type=Stated("pinned"), metavar="TASK"),
    _option("--forbid", multiple=True, type=Stated("forbidden"), metavar="TASK:ROLE"),
    _option(
        "--force",
        multiple=True,
        type=Stated("forced", usual="100%", most=1),
        metavar="TASK:ROLE[=SHARE]",
    ),
    _option("--cap", multiple=True, type=Stated("cap_role", unit=AN_HOUR), metavar="ROLE=HOURS"),
    _option("--alternatives", type=Several(AlternativeKind), metavar="KIND,…"),
    _option("--budget", type=Amount(), metavar="KRONER"),
    _option("--training-hours", type=Amount(), metavar="HOURS"),
)

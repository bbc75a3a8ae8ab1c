"""Answers beside the plan that `--also` asks for, and how they are told on the terminal."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from taskmap.cli.opening import Subject
from taskmap.model.explanations import Freeing, Front, Path, Spread, Stress, Sureness, Worth
from taskmap.model.question import Question
from taskmap.present import freeing, front, path, spread, stress, sureness, worth
from taskmap.present.table import Table

Progress = Callable[[str, float], None]


@dataclass(frozen=True, slots=True)
class Further:
    """One answer beside the plan.

    Args:
        ask: name of the hall's method, and key in the JSON answer.
        tell: writes it.
    """

    ask: str
    tell: Callable[[Any, Question, Subject], None]


def answers(
    names: Iterable[str],
    about: Subject,
    question: Question,
    told: Callable[[str, float], None] | None,
) -> dict[str, Any]:
    """What was asked for, by the hall's names."""
    asks = [FURTHER[name].ask for name in names]
    return {ask: getattr(about.workspace, ask)(about.name, question, progress=told) for ask in asks}


def tell(found: dict[str, Any], question: Question, about: Subject) -> None:
    """Every answer that was asked for, in the order of the list."""
    for one in FURTHER.values():
        if one.ask in found:
            one.tell(found[one.ask], question, about)


def _path(found: Path, question: Question, about: Subject) -> None:
    told = path.path_table(found, question, about.speaker)
    _section(told, about, path.summary(found, question, about.speaker))


def _front(found: Front, question: Question, about: Subject) -> None:
    told = front.summary(found, question, about.speaker)
    _section(front.front_table(found, about.speaker), about, told)


def _free(found: tuple[Freeing, ...], question: Question, about: Subject) -> None:
    del question
    out = about.out
    out.heading(out.reader.say("cli.free.title"))
    if not found:
        out.text(out.reader.say("cli.free.none"))
    for one in found:
        told = freeing.told(one, about.speaker)
        out.text(about.speaker.task(one.leaf), indent=4, first="\N{BULLET} ", style="heading")
        out.text(told.lead, indent=6)
        for step in told.steps:
            out.text(step, indent=8, first="- ")


def _worth(found: tuple[Worth, ...], question: Question, about: Subject) -> None:
    _section(worth.worth_table(found, question, about.speaker), about)


def _sure(found: Sureness, question: Question, about: Subject) -> None:
    told = sureness.summary(found, about.speaker)
    _section(sureness.sureness_table(found, about.speaker), about, told)
    _section(sureness.measure_table(found, question, about.speaker), about)


def _stress(found: tuple[Stress, ...], question: Question, about: Subject) -> None:
    del question
    out = about.out
    out.heading(out.reader.say("stress.title"))
    for one in found:
        out.text(stress.what(one, about.speaker), indent=4, first="\N{BULLET} ", style="heading")
        out.text(stress.verdict(one, about.speaker), indent=6)
    out.line()
    out.table(stress.stress_table(found, about.speaker))


def _spread(found: tuple[Spread, ...], question: Question, about: Subject) -> None:
    _section(spread.spread_table(found, question, about.speaker), about)


def _section(told: Table, about: Subject, summary: str = "") -> None:
    about.out.heading(told.title)
    for text in filter(None, (summary, told.summary)):
        about.out.text(text)
    about.out.table(told)


FURTHER: dict[str, Further] = {
    "path": Further("path", _path),
    "front": Further("front", _front),
    "free": Further("freeings", _free),
    "worth": Further("worth", _worth),
    "sure": Further("sureness", _sure),
    "stress": Further("stress", _stress),
    "spread": Further("spread", _spread),
}

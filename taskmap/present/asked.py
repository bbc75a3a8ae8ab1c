"""Where units do the same otherwise, as questions with the reasons they have given."""

from dataclasses import dataclass

from taskmap.comparison import Asked, Comparison, Doing, Why
from taskmap.language import Reader
from taskmap.model.units import UnitId
from taskmap.present.side_by_side import Beside, per_words


@dataclass(frozen=True, slots=True)
class Question:
    """One question, and what each of the two has written about why.

    Args:
        key: of the task.
        text: the question.
        reasons: sentences, also that a unit has written none.
    """

    key: str
    why: Why
    text: str
    reasons: tuple[str, ...]
    units: tuple[UnitId, ...]


def questions(found: Comparison, names: Beside) -> tuple[Question, ...]:
    """Every question, the most hours at stake first."""
    return tuple(question(asked, found, names) for asked in found.asked)


def question(asked: Asked, found: Comparison, names: Beside) -> Question:
    """One question in words."""
    told = {Why.WHO: _who, Why.MINUTES: _minutes, Why.COUNT: _count}[asked.why]
    pair = (asked.more, asked.less)
    return Question(
        key=asked.task.key,
        why=asked.why,
        text=told(asked, found, names),
        reasons=_reasons(pair, names),
        units=tuple(doing.unit for doing in pair),
    )


def _who(asked: Asked, found: Comparison, names: Beside) -> str:
    del found
    more, less = asked.more, asked.less
    return names.reader.say(
        "compare.asked.who",
        task=names.task(asked.task),
        one=names.unit(more.unit),
        role_one=names.role(more.main or "", more.unit),
        level_one=str(more.level),
        other=names.unit(less.unit),
        role_other=names.role(less.main or "", less.unit),
        level_other=str(less.level),
    )


def _minutes(asked: Asked, found: Comparison, names: Beside) -> str:
    del found
    reader = names.reader
    return reader.say(
        "compare.asked.minutes",
        task=names.task(asked.task),
        one=names.unit(asked.more.unit),
        minutes_one=_each(asked.more, reader),
        other=names.unit(asked.less.unit),
        minutes_other=_each(asked.less, reader),
    )


def _each(doing: Doing, reader: Reader) -> str:
    """Minutes each time, with a decimal where it tells something."""
    minutes = round(doing.each or 0, 1)
    return reader.number(minutes, 0 if minutes == int(minutes) else 1)


def _count(asked: Asked, found: Comparison, names: Beside) -> str:
    reader = names.reader
    return reader.say(
        "compare.asked.count",
        task=names.task(asked.task),
        one=names.unit(asked.more.unit),
        other=names.unit(asked.less.unit),
        times=reader.number(asked.times or 0, 1),
        per=per_words(asked.per, found, names) if asked.per else "",
    )


def _reasons(pair: tuple[Doing, Doing], names: Beside) -> tuple[str, ...]:
    if not any(doing.reasons for doing in pair):
        return (names.reader.say("compare.reason_neither"),)
    return tuple(_reason(doing, names) for doing in pair)


def _reason(doing: Doing, names: Beside) -> str:
    say, unit = names.reader.say, names.unit(doing.unit)
    if not doing.reasons:
        return say("compare.reason_none", unit=unit)
    return say("compare.reason", unit=unit, reason=" ".join(doing.reasons))

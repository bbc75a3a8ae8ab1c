"""Questions whose answers would free most hours; never counted as suggestions."""

from collections.abc import Iterable
from dataclasses import dataclass

from taskmap.model.plan import OpenQuestion
from taskmap.present.names import Speaker
from taskmap.present.phrases import capital
from taskmap.present.table import Cell, Column, Table, table

MOST_TASKS = 4  # other tasks named in a sentence before the rest is counted


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldQuestion:
    """An open question: what to answer, what it is worth, who may answer, what else it settles.

    ``who`` is the answerer alone, ``answers`` a sentence about it.
    """

    question: str
    worth: str
    who: str
    answers: str
    also: str


def told(asked: OpenQuestion, speaker: Speaker) -> ToldQuestion:
    """One question in words."""
    reader = speaker.reader
    values = {"task": speaker.task(asked.leaf), "role": speaker.role_inside(asked.role)}
    own = f"question.{asked.code}"
    key = own if reader.has(own) else f"question.gate.{asked.gate}"
    return ToldQuestion(
        question=capital(reader.say(key, **values)),
        worth=reader.say("question.worth", hours=reader.hours(asked.minutes)),
        who=reader.say(f"word.answerer.{asked.who}"),
        answers=reader.say(f"question.answers_{asked.who}"),
        also=_also(asked, speaker),
    )


def questions_table(questions: Iterable[OpenQuestion], speaker: Speaker) -> Table:
    """All questions, the most hours first as the plan ranks them."""
    say = speaker.reader.say
    names = ("question", "hours", "who", "also")
    columns = [Column(say(f"question.column.{name}"), figures=name == "hours") for name in names]
    rows = (
        (
            Cell(told(asked, speaker).question, key=asked.leaf),
            Cell(speaker.reader.hours(asked.minutes), asked.minutes),
            Cell(told(asked, speaker).who),
            Cell(told(asked, speaker).also),
        )
        for asked in questions
    )
    return table(say("question.title"), columns, rows, say("question.lead"))


def _also(asked: OpenQuestion, speaker: Speaker) -> str:
    """Other tasks the same answer settles."""
    others = asked.also_answers
    if not others:
        return ""
    names = [speaker.task(leaf) for leaf in others[:MOST_TASKS]]
    told_names = speaker.reader.list(names)
    if len(others) > MOST_TASKS:
        told_names = speaker.reader.say(
            "word.and_more", words=", ".join(names), n=len(others) - MOST_TASKS
        )
    return speaker.reader.say("question.also", tasks=told_names)

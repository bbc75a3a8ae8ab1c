"""The first plan in words, while the best one is still sought."""

from itertools import takewhile

from taskmap.model.plan import Plan
from taskmap.present.changes import Part, sections
from taskmap.present.moves import line
from taskmap.present.names import Speaker
from taskmap.present.outcome import summary

PRICE = "price"


def lead(plan: Plan, speaker: Speaker) -> str:
    """That it is the first and not the last, and how much better the best can be.

    What comes before the price (breaches, missed work, overload) is told without a figure, for
    the best plan may put more of it right and then save less.
    """
    reader = speaker.reader
    before = takewhile(lambda level: level.name != PRICE, plan.objectives)
    if any(level.gap > 0 for level in before):
        return reader.say("plan.at_once_rough")
    gap = next((level.gap for level in plan.objectives if level.name == PRICE), 0.0)
    return reader.say("plan.at_once", gap=reader.percent(gap, 1))


def lines(plan: Plan, speaker: Speaker) -> tuple[str, ...]:
    """What it comes to, and each task that changes hands with where it goes."""
    told = [summary(plan, speaker)]
    for section in sections(plan, speaker.mapping):
        if section.part is Part.SMALL:
            continue
        for change in section.changes:
            told += [
                f"{speaker.whole_task(change.task)}: {line(move, speaker)}"
                for move in change.listed
            ]
    return tuple(told)

"""Amounts in the unit of a question's price: money, or points where time itself is weighed."""

from taskmap.model.question import Price, Question
from taskmap.present.names import Speaker
from taskmap.present.values import CURRENCY

FEW = 10  # points; fewer are told with a decimal
HUNDREDTHS = 100  # øre in a krone; scarcity is weighed in hundredths


def weighed(units: float, question: Question, speaker: Speaker) -> str:
    """Price units a week in words: ``420 kr`` or ``1 260 poeng``.

    A minute at level 6 is 6 points; a minute of a role with a fifth of its posts vacant 1.25.
    """
    reader = speaker.reader
    if question.price is Price.COST:
        return reader.money(units / HUNDREDTHS, CURRENCY.get(speaker.catalogue.country, "EUR"), 0)
    points = units / HUNDREDTHS if question.price is Price.SCARCITY else units
    decimals = int(0 < abs(points) < FEW and points % 1 != 0)
    return reader.say("price.points", n=round(points), amount=reader.number(points, decimals))


def explained(question: Question, speaker: Speaker) -> str:
    """What a point is; empty where the price is money."""
    if question.price is Price.COST:
        return ""
    hired = "_hired" if question.hire_only else ""
    return speaker.reader.say(f"price.explained.{question.price}{hired}")

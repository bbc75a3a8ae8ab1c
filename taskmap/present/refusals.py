"""Refused actions in words: what was refused, why, and what to do instead."""

from taskmap.errors import TaskmapError
from taskmap.language import Reader
from taskmap.present.phrases import capital
from taskmap.present.values import figure, variant


def sentence(refused: TaskmapError, reader: Reader) -> str:
    """Why an action was refused; the code and its values where we have no better words."""
    values = {name: figure(name, value, reader) for name, value in refused.values.items()}
    key = variant(f"error.{refused.code}", refused.values, reader)
    told = reader.say(key, **values)
    if refused.values.get("nearest"):
        told = f"{told} {reader.say('finding.nearest', nearest=values['nearest'])}"
    return capital(told)

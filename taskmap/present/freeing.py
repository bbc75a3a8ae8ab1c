"""The smallest change that would let a held task move, in words."""

from dataclasses import dataclass

from taskmap.model.explanations import Freeing, Step
from taskmap.present.names import Speaker
from taskmap.present.phrases import capital
from taskmap.present.values import number_of, variant, worded


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldFreeing:
    """What would free a task: the lead, the changes that are all needed, and what it gives."""

    lead: str
    steps: tuple[str, ...]


def told(freeing: Freeing, speaker: Speaker) -> ToldFreeing:
    """One answer to "what would it take?"."""
    say = speaker.reader.say
    values = {
        "task": speaker.task(freeing.leaf),
        "giver": speaker.role_inside(freeing.giver),
        "role": speaker.role_inside(freeing.role),
        "hours": speaker.reader.hours(freeing.minutes),
    }
    if freeing.steps:
        key = "free.lead" if len(freeing.steps) == 1 else "free.lead_all"
    else:
        key = "free.nothing" if freeing.tried else "free.not_found"
    lead = capital(say(key, **values))
    return ToldFreeing(lead=lead, steps=tuple(step(one, speaker) for one in freeing.steps))


def step(one: Step, speaker: Speaker) -> str:
    """One thing to change, or one demand that clashes, a sentence."""
    key = variant(one.code, one.values, speaker.reader)
    values = worded(one.values, speaker)
    return capital(speaker.reader.say(key, **values, **number_of(one.values)))

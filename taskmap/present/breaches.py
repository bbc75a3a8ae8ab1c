"""Work done today by someone who may not do it: told before any gain."""

from collections.abc import Iterable
from dataclasses import dataclass

from taskmap.model.plan import Breach
from taskmap.present.names import Speaker
from taskmap.present.phrases import capital
from taskmap.present.rulings import ToldRuling, all_told


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldBreach:
    """A breach ready to be shown: what is wrong, why, and whether the plan puts it right."""

    sentence: str
    after: str
    rulings: tuple[ToldRuling, ...]


def told(breach: Breach, speaker: Speaker) -> ToldBreach:
    """One breach in words."""
    reader = speaker.reader
    values = {
        "task": speaker.task(breach.leaf),
        "role": speaker.role_inside(breach.role),
        "hours": reader.hours(breach.minutes),
        "gates": reader.list(
            reader.say(f"word.against.{gate}")
            for gate in dict.fromkeys(ruling.gate for ruling in breach.rulings)
        ),
        "left": reader.hours(breach.left),
    }
    after = "breach.put_right" if not breach.left else "breach.left"
    return ToldBreach(
        sentence=capital(reader.say("breach.sentence", **values)),
        after=capital(reader.say(after, **values)),
        rulings=all_told(breach.rulings, breach.leaf, breach.role, speaker),
    )


def summary(breaches: Iterable[Breach], speaker: Speaker) -> str:
    """How many breaches and hours; reassuring when there are none."""
    found = tuple(breaches)
    if not found:
        return speaker.reader.say("breach.none")
    hours = speaker.reader.hours(sum(breach.minutes for breach in found))
    return speaker.reader.say("breach.count", n=len(found), hours=hours)

"""Limits of rest and intensity that a plan passes, in words."""

from taskmap.errors import Value
from taskmap.model.limit_passed import LimitPassed
from taskmap.model.plan import Plan
from taskmap.present.names import Speaker
from taskmap.present.phrases import capital
from taskmap.workload import limits_passed

_HOURS_DECIMALS = 1


def lines(plan: Plan, speaker: Speaker) -> tuple[str, ...]:
    """A sentence for every limit the plan passes; none where it passes none."""
    found = limits_passed(plan, speaker.mapping, speaker.catalogue)
    return tuple(_line(one, speaker) for one in found)


def _line(one: LimitPassed, speaker: Speaker) -> str:
    reader, limit = speaker.reader, one.limit
    values: dict[str, Value] = {
        "role": speaker.role_inside(one.role),
        "hours": reader.number(limit.hours),
        "reference": limit.reference,
        "persons": one.persons,
    }
    if one.bands is None:
        told = reader.say(
            "load.limit.weekly",
            plan=reader.number(one.plan, _HOURS_DECIMALS),
            today=reader.number(one.today, _HOURS_DECIMALS),
            **values,
        )
    else:
        told = reader.say(
            "load.limit.rest",
            plan=int(one.plan),
            today=int(one.today),
            end=speaker.band(one.bands[0]),
            start=speaker.band(one.bands[1]),
            **values,
        )
    doubt = "" if limit.verified else f" {reader.say('load.limit.unchecked')}"
    return f"{capital(told)}{doubt}"

"""What a plan comes to: hours of the staff, and apart from them of those who are no staff."""

from collections.abc import Iterator
from dataclasses import dataclass

from taskmap.model.plan import Plan
from taskmap.model.units import MinutesPerWeek, RoleId
from taskmap.present.changes import parts_line
from taskmap.present.names import Speaker
from taskmap.present.waterfall import net_minutes

LEAST = 3  # minutes a week; less is nothing in hours with one decimal


@dataclass(frozen=True, slots=True)
class Outcome:
    """Minutes a week of a whole plan.

    Args:
        relieved: of the staff, before anything is taken on.
        net: what the staff spend less; negative where they spend more.
        taken_up: the staff's time for work that is not done today.
        outside: what each role outside the staff spends more, where any of them changes.
    """

    relieved: MinutesPerWeek
    net: MinutesPerWeek
    taken_up: MinutesPerWeek
    outside: dict[RoleId, MinutesPerWeek]


def outcome(plan: Plan, speaker: Speaker) -> Outcome:
    """Staff and others apart: an hour of a relative is no hour of the staff.

    Example: staff are relieved of 16 hours, 2 of them taken on by relatives, who hand 0,5 back.
    The staff's net is what all of it comes to, and the relatives' 1,5 hours beside it.
    """
    outside: dict[RoleId, MinutesPerWeek] = {}
    for role, minutes in (*_taken_on(plan), *((r, -n) for r, n in _relieved(plan))):
        if speaker.is_outside(role):
            outside[role] = outside.get(role, 0) + minutes
    net = sum(map(net_minutes, plan.moves)) + sum(chosen.net for chosen in plan.alternatives)
    return Outcome(
        relieved=sum(n for role, n in _relieved(plan) if not speaker.is_outside(role)),
        net=net + sum(outside.values()),
        taken_up=sum(
            move.minutes.taken_on
            for move in plan.moves
            if move.giver is None and not speaker.is_outside(move.receiver)
        ),
        outside={role: n for role, n in outside.items() if abs(n) >= LEAST},
    )


def summary(plan: Plan, speaker: Speaker) -> str:
    """What the plan's moves come to together, in sentences."""
    say, hours = speaker.reader.say, speaker.reader.hours
    if not plan.moves and not plan.alternatives:
        return say("move.summary_none")
    found = outcome(plan, speaker)
    key = "move.summary"
    if abs(found.net) < LEAST:
        key = "move.summary_same"
    elif found.net < 0:
        key = "move.summary_taken_up" if -found.net <= found.taken_up else "move.summary_more"
    values = {"net": hours(found.net), "more": hours(-found.net), "taken_up": hours(found.taken_up)}
    lines = [parts_line(plan, speaker), say(key, gross=hours(found.relieved), **values)]
    return " ".join((*lines, *_outside(found, speaker)))


def _outside(found: Outcome, speaker: Speaker) -> Iterator[str]:
    """What those outside the staff spend more or less, a sentence for each."""
    for role, minutes in found.outside.items():
        key = "move.summary_outside" if minutes > 0 else "move.summary_outside_less"
        told = {"role": speaker.role_inside(role), "hours": speaker.reader.hours(abs(minutes))}
        yield speaker.reader.say(key, **told)


def _relieved(plan: Plan) -> Iterator[tuple[RoleId, MinutesPerWeek]]:
    for move in plan.moves:
        if move.giver is not None:
            yield move.giver, move.minutes.relieved
    for chosen in plan.alternatives:
        yield from chosen.relieved.items()


def _taken_on(plan: Plan) -> Iterator[tuple[RoleId, MinutesPerWeek]]:
    for move in plan.moves:
        yield move.receiver, move.minutes.taken_on
    for chosen in plan.alternatives:
        yield from chosen.taken_on.items()

"""Groups of professions and what they say of a task, in words."""

from collections.abc import Iterable

from taskmap.model.said import TaskSaid
from taskmap.model.units import RoleId
from taskmap.present.names import Speaker
from taskmap.present.phrases import capital
from taskmap.present.task_grid import cells

_COUNT, _TODAY = "count.", "today."


def group(roles: Iterable[RoleId], speaker: Speaker) -> str:
    """What a group is called: ``Ergoterapeut og fysioterapeut``."""
    return capital(speaker.roles(roles))


def said(aspect: str, task: TaskSaid, speaker: Speaker) -> str:
    """What is said of one aspect: ``3 om dagen (dag)``; empty where nothing is.

    Args:
        aspect: ``count``, ``minutes`` or ``today``.
        task: as a document writes it.
        speaker: names of the unit.
    """
    reader = speaker.reader
    roles = tuple(dict.fromkeys(role for by_role in task.today.values() for role in by_role))
    found = cells(task, roles, speaker)
    if aspect == "minutes":
        minutes = found["minutes"]
        return reader.say("input.minutes", minutes=minutes) if minutes else ""
    if aspect == "today":
        shares = (
            reader.say("input.share", role=speaker.role_inside(role), share=found[_TODAY + role])
            for role in roles
            if found[_TODAY + role]
        )
        return reader.list(shares)
    counts = (
        reader.say("input.in_band", times=found[_COUNT + band], band=speaker.bands([band]))
        for band in speaker.mapping.band_ids
        if found[_COUNT + band]
    )
    told = reader.list(counts)
    return reader.say("input.per", told=told, per=found["per"]) if told and found["per"] else told

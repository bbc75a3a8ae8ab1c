"""How far a mapping begun in a meeting has come, in words."""

from collections.abc import Iterable, Sequence

from taskmap.language import Reader
from taskmap.model.units import BandId, RoleId
from taskmap.present.names import Speaker
from taskmap.present.task_grid import figure


def band(name: str, reader: Reader) -> str:
    """What a new unit's band is called."""
    return reader.say(f"meeting.start.band.{name}")


def progress(whole: int, everything: int, reader: Reader) -> str:
    """How many tasks have everything said of them."""
    if not everything:
        return reader.say("meeting.progress_none")
    return reader.say("meeting.progress", whole=str(whole), all=str(everything))


def lacks(names: Iterable[str], bands: Sequence[BandId], speaker: Speaker) -> str:
    """What is still to be said of a task: ``mangler hvor lenge og hvem (natt)``."""
    reader = speaker.reader
    told = [reader.say(f"meeting.lacks.{name}") for name in names]
    if not told:
        return reader.say("meeting.whole")
    if bands:
        told[-1] = reader.say("meeting.lacks_in", lacks=told[-1], bands=speaker.bands(bands))
    return reader.say("meeting.lacks", lacks=reader.list(told))


def shares(shares: Iterable[tuple[RoleId, float]], speaker: Speaker) -> str:
    """How a task is shared: ``sykepleier 50 % og helsefagarbeider 50 %``."""
    reader = speaker.reader
    told = (
        reader.say(
            "meeting.one_share",
            role=speaker.role_inside(role),
            share=f"{figure(share * 100, reader)} %",
        )
        for role, share in shares
    )
    return reader.say("meeting.shares", shares=reader.list(told))

"""What was taken for granted, and what was relaxed, in words."""

from collections.abc import Iterable, Sequence

from taskmap.errors import Value
from taskmap.model.plan import Note
from taskmap.present.names import Speaker
from taskmap.present.phrases import capital
from taskmap.present.values import number_of, variant, worded

ABOVE = "relaxed.capacity"


def told(note: Note, speaker: Speaker) -> str:
    """One assumption or relaxed row, a sentence."""
    key = variant(f"note.{note.code}", note.values, speaker.reader)
    values = worded(note.values, speaker)
    return capital(speaker.reader.say(key, **values, **number_of(note.values)))


def all_told(notes: Iterable[Note], speaker: Speaker) -> tuple[str, ...]:
    """Several notes, each once, in the order given; a role above its ceiling is told once."""
    found = tuple(notes)
    above: dict[Value, list[Note]] = {}
    for note in found:
        if note.code == ABOVE:
            above.setdefault(note.values["role"], []).append(note)
    several = {role: some for role, some in above.items() if len(some) > 1}
    return tuple(
        dict.fromkeys(
            _above(several[note.values["role"]], speaker)
            if note.code == ABOVE and note.values["role"] in several
            else told(note, speaker)
            for note in found
        )
    )


def _above(notes: Sequence[Note], speaker: Speaker) -> str:
    """How far above its ceiling a role is in each part of the week."""
    say = speaker.reader.say
    values = [worded(note.values, speaker) for note in notes]
    bands = [say("load.above_in", minutes=one["minutes"], band=one["band"]) for one in values]
    return capital(
        say("note.above_ceiling", role=values[0]["role"], bands=speaker.reader.list(bands))
    )

"""What was taken for granted, and what was relaxed, in words."""

from collections.abc import Iterable

from taskmap.model.plan import Note
from taskmap.present.names import Speaker
from taskmap.present.phrases import capital
from taskmap.present.values import number_of, variant, worded


def told(note: Note, speaker: Speaker) -> str:
    """One assumption or relaxed row, a sentence."""
    key = variant(f"note.{note.code}", note.values, speaker.reader)
    values = worded(note.values, speaker)
    return capital(speaker.reader.say(key, **values, **number_of(note.values)))


def all_told(notes: Iterable[Note], speaker: Speaker) -> tuple[str, ...]:
    """Several notes, each once, in the order given."""
    return tuple(dict.fromkeys(told(note, speaker) for note in notes))

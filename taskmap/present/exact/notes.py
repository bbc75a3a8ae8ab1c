"""Notes and steps as JSON: a code, its sentence and its values."""

from collections.abc import Iterable

from taskmap.model.explanations import Step
from taskmap.model.plan import Note
from taskmap.present.assumptions import told as note_told
from taskmap.present.exact.text import Object, plain
from taskmap.present.freeing import step as step_told
from taskmap.present.names import Speaker


def notes_list(notes: Iterable[Note], speaker: Speaker) -> list[Object]:
    """What was taken for granted, or is broken today."""
    return [_coded(note, note_told(note, speaker)) for note in notes]


def steps_list(steps: Iterable[Step], speaker: Speaker) -> list[Object]:
    """Changes, or demands that clash."""
    return [_coded(step, step_told(step, speaker)) for step in steps]


def _coded(one: Note | Step, message: str) -> Object:
    values = {name: plain(value) for name, value in one.values.items()}
    return {"code": one.code, "message": message, "values": values}

"""The answer of ``taskmap suggest`` to an impossible question, as a JSON object."""

from collections.abc import Iterable

from taskmap.document import question_table
from taskmap.model.explanations import Step
from taskmap.model.question import Question
from taskmap.present.exact.notes import steps_list
from taskmap.present.exact.text import Object
from taskmap.present.names import Speaker

SCHEMA = "taskmap/clash/1"


def clash_object(question: Question, clash: Iterable[Step], speaker: Speaker) -> Object:
    """The smallest set of demands that cannot hold together."""
    unit = speaker.mapping.unit.id
    return {
        "schema": SCHEMA,
        "unit": unit,
        "question": question_table(question, unit),
        "clash": steps_list(clash, speaker),
    }

"""Every step of an explanation has a sentence in every language, with values it carries."""

import pytest

from taskmap.language import LANGUAGES, Reader
from taskmap.leon.explain.codes import CODES
from taskmap.model.explanations import Step
from taskmap.present.freeing import step
from taskmap.present.names import Speaker
from tests.leon.small import CATALOGUE, DAY, staff, task, unit

WARD = unit(task("stell", 1, 10, "sykepleier"), staffing=(staff("sykepleier", 10),), bands=DAY)
VALUES = {
    "leaf": "stell",
    "role": "sykepleier",
    "condition": "assess",
    "reason": "competence.not_stated",
    "competence": "legemiddelhandtering",
    "persons": 2,
    "band": "dag",
    "bands": ("dag",),
    "minutes": 180,
    "free_minutes": 153,
    "tasks": 3,
    "gate": "policy",
    "share": 0.5,
    "cost": 5000.0,
    "hours": 12.0,
    "course": "legemiddelhandtering",
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", CODES)
def test_a_step_is_a_sentence(code, language):
    speaker = Speaker(Reader(language), WARD, CATALOGUE)
    told = step(Step(code, {name: VALUES[name] for name in CODES[code]}), speaker)
    assert told[0].isupper() or told[0].isdigit() or told[0] in "«”“"
    assert told.endswith(".")
    assert "{" not in told
    assert code not in told

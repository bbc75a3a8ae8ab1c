"""A question as text, in the order of its fields: equal questions give equal text."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from enum import StrEnum
from typing import Any

from taskmap.document.as_written import as_written
from taskmap.document.fields.question import QUESTION
from taskmap.model.demands import Demands
from taskmap.model.question import Question
from taskmap.model.units import UnitId
from taskmap.yamltext import document_text

MINUTES_AN_HOUR = 60


class Form(StrEnum):
    """How a question document is written; both are read alike."""

    YAML = "yaml"
    JSON = "json"


def write_question(question: Question, unit: UnitId | None = None, form: Form = Form.YAML) -> str:
    """A question as a document; what is as it is when left out is not written.

    Args:
        question: to write.
        unit: id of the unit it is asked of.
        form: YAML for people, JSON for programs.
    """
    usual = question_table(Question(as_of=question.as_of))
    said = {
        key: value
        for key, value in question_table(question, unit).items()
        if key in _ALWAYS or value != usual[key]
    }
    if said["unit"] is None:
        del said["unit"]
    if form is Form.JSON:
        return json.dumps(said, ensure_ascii=False, indent=2) + "\n"
    written = {key: as_written(said[key], QUESTION.by_key[key].kind, key) for key in said}
    return document_text(written, compact=True)


def question_table(question: Question, unit: UnitId | None = None) -> dict[str, Any]:
    """Everything a question document can say, by its keys: text, numbers, flags, lists, tables."""
    known = asdict(question) | _demands(question.demands)
    known |= {"taskmap": "question/1", "unit": unit, "as_of": question.as_of.isoformat()}
    return {field.name: _plain(known[field.name]) for field in QUESTION.fields}


_ALWAYS = ("taskmap", "unit", "as_of")


def _demands(demands: Demands) -> dict[str, Any]:
    """Pairs as tables of their own, a role's cap in hours."""
    return asdict(demands) | {
        "forbidden": [{"task": leaf, "role": role} for leaf, role in sorted(demands.forbidden)],
        "forced": [
            {"task": leaf, "role": role, "share": share}
            for (leaf, role), share in sorted(demands.forced.items())
        ],
        "cap_task": demands.cap_leaf,
        "cap_role": {role: round(m / MINUTES_AN_HOUR, 4) for role, m in demands.cap_role.items()},
    }


def _plain(value: Any) -> Any:
    """Sets and tables in alphabetical order, words as text, whole numbers without a point."""
    if isinstance(value, Mapping):
        return {str(key): _plain(value[key]) for key in sorted(value)}
    if isinstance(value, frozenset):
        return sorted(map(str, value))
    if isinstance(value, list):
        return value
    if isinstance(value, StrEnum):
        return str(value)
    return int(value) if isinstance(value, float) and value.is_integer() else value

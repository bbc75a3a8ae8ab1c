"""A question as text, in the order of its fields: equal questions give equal text."""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict
from enum import StrEnum
from typing import Any

from taskmap.document.fields.question import QUESTION
from taskmap.model.demands import Demands
from taskmap.model.question import Question
from taskmap.model.units import UnitId

MINUTES_AN_HOUR = 60
# Other text stands in quotes: a reader might take it for a number, a flag or nothing.
_PLAIN = re.compile(r"[^\W\d_][\w.-]*(/[\w.-]+)?|\d{4}-\d\d-\d\d")
_WORDS = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})


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
    return "".join(f"{key}:{_field(value)}\n" for key, value in said.items())


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


def _field(value: Any) -> str:
    """A value after its key; a list of tables gets a line for each."""
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return "".join(f"\n  - {_inline(each)}" for each in value)
    return f" {_inline(value)}"


def _inline(value: Any) -> str:
    if isinstance(value, dict):
        inner = ", ".join(f"{_inline(key)}: {_inline(each)}" for key, each in value.items())
        return f"{{{inner}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(_inline, value))}]"
    if isinstance(value, str):
        plain = _PLAIN.fullmatch(value) and value.lower() not in _WORDS
        return value if plain else json.dumps(value, ensure_ascii=False)
    return json.dumps(value)

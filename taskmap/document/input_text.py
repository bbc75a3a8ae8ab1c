"""An input as text: a new one, the sheet a group fills in, and the answers out of the sheet."""

from datetime import date

from taskmap.document.as_written import as_written
from taskmap.document.editing.finishing import UNFINISHED, finish
from taskmap.document.editing.opened import opened
from taskmap.document.fields.input import ANSWER, ANSWERED
from taskmap.model.difference import Written
from taskmap.model.input import COMMENT, Input
from taskmap.yamltext import Plain, Value, document_text, named, visible

_OF_UNIT = ("taskmap", "unit", "date", "illustrative", "volumes", "bands", "staffing")
_OF_TASK = ("id", "library", "name", "group", "parent")
_NOTE = "note"
Said = dict[str, Value]


def new_input(input_: Input) -> bytes:
    """A document that says nothing of any task yet."""
    said: Said = {
        "taskmap": "input/1",
        "unit": input_.unit,
        "group": input_.id,
        "roles": list(input_.roles),
        "date": Plain(input_.on.isoformat()),
    }
    return document_text(said).encode()


def input_done(data: bytes, done: date | None) -> bytes:
    """A group's document that says it has finished, or answers again; the rest stays."""
    there = opened(data)
    said = {name: value for name, value in there.said.items() if name != "done"}
    if done is not None:
        said["done"] = Plain(done.isoformat())
    return there.saying(said).data


def answer_sheet(mapping: bytes, input_: Input) -> bytes:
    """A mapping of the same unit that says what one group does, and nothing else.

    Args:
        mapping: the unit's document.
        input_: the group's answers so far.
    """
    said = opened(mapping).said
    sheet: Said = {name: said[name] for name in _OF_UNIT if name in said}
    sheet[_NOTE] = input_.id  # two groups' sheets are two, also while both are empty
    listed = said.get("tasks", [])
    tasks = [each for each in listed if isinstance(each, dict)] if isinstance(listed, list) else []
    whole = {visible(named(each["parent"])) for each in tasks if "parent" in each}
    sheet["tasks"] = [
        _asked(each, input_, is_leaf=visible(named(each["id"])) not in whole) for each in tasks
    ]
    return document_text(sheet).encode()


def _asked(task: Said, input_: Input, *, is_leaf: bool) -> Value:
    found = {name: task[name] for name in _OF_TASK if name in task}
    if is_leaf:
        answer = input_.answers.get(visible(named(task["id"])), {})
        found |= {n: _value(answer[n], n) for n in ANSWERED if n in answer}
        if COMMENT in answer:
            found[_NOTE] = _value(answer[COMMENT], COMMENT)
        found[UNFINISHED] = Plain("true")
        finish(found)
    return found


def _value(said: Written, name: str) -> Value:
    return as_written(said, ANSWER.by_key[name].kind, name)


def answers_from(data: bytes, sheet: bytes) -> bytes:
    """A group's document with the answers that stand in its sheet; the rest stays.

    What it says of tasks that are no longer in the sheet is kept.
    """
    there = opened(data)
    filled = opened(sheet).said.get("tasks", [])
    asked = [each for each in filled if isinstance(each, dict)] if isinstance(filled, list) else []
    old = there.said.get("tasks")
    answers: Said = dict(old) if isinstance(old, dict) else {}
    for task in asked:
        answer: Said = {name: task[name] for name in ANSWERED if name in task}
        if _NOTE in task:
            answer[COMMENT] = task[_NOTE]
        own = visible(named(task["id"]))
        if answer:
            answers[own] = answer
        else:
            answers.pop(own, None)
    said = {name: value for name, value in there.said.items() if name != "tasks"}
    return there.saying({**said, "tasks": answers} if answers else said).data

"""Fields of an input document: what one group of professions says of a unit's tasks."""

from dataclasses import replace

from taskmap.document.fields.task import TASK_RECORD
from taskmap.document.fields.unit import NOTE
from taskmap.document.kinds import Choice, Day, Id
from taskmap.document.shapes import Field, ListOf, Record, Ref, TableOf
from taskmap.model.input import COMMENT

ANSWERED = ("count", "minutes", "today")  # of a task in a mapping
_NOT_SAID = "the group has not said"

ANSWER = Record(
    "answer",
    (
        *(replace(TASK_RECORD.by_key[n], required=False, default=_NOT_SAID) for n in ANSWERED),
        replace(NOTE, name=COMMENT, to=COMMENT, says="In words; never a person's name."),
    ),
    says="What a group says of one task; the fields are a task's in a mapping.",
)

INPUT = Record(
    "input",
    (
        Field(
            name="taskmap",
            kind=Choice(("input/1",), code="document.kind"),
            required=True,
            says="What kind of document this is.",
            example="input/1",
        ),
        Field(
            name="unit",
            kind=Id(),
            required=True,
            says="Id of the unit it is about.",
            example="havblikk-2",
        ),
        Field(
            name="group",
            kind=Id(),
            required=True,
            says="A short name without spaces, unique among the unit's groups.",
            example="sykepleier",
        ),
        Field(
            name="roles",
            kind=ListOf(Ref(what="role"), least=1),
            required=True,
            says="The professions that answer together; at least five persons in all.",
            example="[ergoterapeut, fysioterapeut]",
        ),
        Field(
            name="date",
            kind=Day(),
            required=True,
            to="on",
            says="The day the group began.",
            example="2026-11-22",
        ),
        Field(
            name="done",
            kind=Day(),
            default="the group still answers",
            says="The day the group said that it had finished.",
            example="2026-11-24",
        ),
        Field(
            name="tasks",
            kind=TableOf(Id(), ANSWER),
            default="nothing yet",
            says="Tasks by id, and what the group says of them.",
            example="{morgenstell: {minutes: 20, today: sykepleier}}",
        ),
    ),
    says="What one group of professions says of a unit's tasks, beside the others' answers.",
)

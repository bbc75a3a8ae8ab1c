"""Fields of a scenario document: what a unit's mapping would say otherwise."""

from dataclasses import replace

from taskmap.document.fields.mapping import MAPPING
from taskmap.document.fields.staffing import STAFFING
from taskmap.document.fields.task import TASK_RECORD
from taskmap.document.fields.unit import NOTE
from taskmap.document.kinds import Choice, Flag, Id, Text
from taskmap.document.numbers import Number
from taskmap.document.shapes import Field, ListOf, Record, Ref, TableOf

_AS_MAPPED = "as in the mapping"
_TASK, _ROLE = Ref(what="task"), Ref(what="role")


def _changed(record: Record, name: str, says: str) -> Record:
    """The fields of a record as they may be changed: none required, and the name stays."""
    kept = tuple(field for field in record.fields if field.name not in {"id", "role"})
    fields = tuple(replace(field, required=False, default=_AS_MAPPED) for field in kept)
    taken = Field(
        name="without",
        kind=ListOf(Choice(tuple(field.name for field in kept))),
        default="none",
        says="Fields that are taken away.",
        example=f"[{kept[-1].name}]",
    )
    return Record(name, (*fields, taken), says=says)


TASK_CHANGES = _changed(TASK_RECORD, "task_changes", "What a task would say otherwise.")
STAFFING_CHANGES = _changed(
    STAFFING, "staffing_changes", "What the staffing of a role would say otherwise."
)
OWN_FIELDS = ("date", "sick_share", "bands", "chains")  # of the mapping, from its top

CHANGES = Record(
    "changes",
    (
        Field(
            name="tasks",
            kind=TableOf(_TASK, TASK_CHANGES),
            default="none",
            says="Tasks by id, and the fields that change, each as a whole.",
            example="{morgenstell: {minutes: 30}}",
        ),
        Field(
            name="staffing",
            kind=TableOf(_ROLE, STAFFING_CHANGES),
            default="none",
            says="Roles by id, and the fields that change, each as a whole; `competences` line by "
            "line.",
            example="{sykepleier: {vacant: 2.8}}",
        ),
        Field(
            name="volumes",
            kind=TableOf(Ref(what="volume"), Number(high=10_000_000, unit="pieces")),
            default=_AS_MAPPED,
            says="Volumes that change, line by line.",
            example="{residents: 20}",
        ),
        *(replace(MAPPING.by_key[n], required=False, default=_AS_MAPPED) for n in OWN_FIELDS),
        Field(
            name="added_tasks",
            kind=ListOf(TASK_RECORD),
            default="none",
            says="New tasks, with the fields of a task in a mapping.",
        ),
        Field(
            name="removed_tasks",
            kind=ListOf(_TASK),
            default="none",
            says="Tasks that go, with their parts and their place in chains.",
            example="[fotpleie]",
        ),
        Field(
            name="added_staffing",
            kind=ListOf(STAFFING),
            default="none",
            says="Roles the unit would have, with the fields of staffing in a mapping.",
        ),
        Field(
            name="removed_staffing",
            kind=ListOf(_ROLE),
            default="none",
            says="Roles the unit would not have; what they do today must go to others.",
            example="[matvert]",
        ),
    ),
    says="What the mapping would say otherwise, by the names of its own fields.",
)

SCENARIO = Record(
    "scenario",
    (
        Field(
            name="taskmap",
            kind=Choice(("scenario/1",), code="document.kind"),
            required=True,
            says="What kind of document this is.",
            example="scenario/1",
        ),
        Field(
            name="id",
            kind=Id(),
            required=True,
            says="A short name without spaces, unique among the unit's scenarios.",
            example="sommer",
        ),
        Field(
            name="unit",
            kind=Id(),
            required=True,
            says="Id of the unit it is about.",
            example="havblikk-2",
        ),
        Field(
            name="name",
            kind=Text(),
            required=True,
            says="What people call it.",
            example="To stillinger vakant",
        ),
        Field(
            name="illustrative",
            kind=Flag(),
            default="false",
            says="An invented scenario: never a precedent for a real one.",
        ),
        NOTE,
        Field(name="changes", kind=CHANGES, required=True, says="What would be otherwise."),
    ),
    says="Named changes to one unit's mapping, tried out on a copy.",
)

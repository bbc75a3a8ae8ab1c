"""Fields of a question that say what stays, what must not or must move, and how much."""

from taskmap.document.kinds import Choice
from taskmap.document.leaf_name import LeafName
from taskmap.document.numbers import Number, Share, Whole
from taskmap.document.shapes import Field, ListOf, Record, Ref, TableOf
from taskmap.document.written import BAND, ROLE
from taskmap.model.ruling import Gate

TASK_FIELD = Field(
    name="task",
    kind=LeafName(),
    required=True,
    says="Id of a task, or of one of its cases as task/case.",
    example="dosett",
)
FORBIDDEN = Record(
    "forbidden",
    (
        TASK_FIELD,
        Field(
            name="role",
            kind=ROLE,
            required=True,
            says="The role that takes on no more of it.",
            example="helsefagarbeider",
        ),
    ),
    says="A task that a role takes on no more of.",
)
FORCED = Record(
    "forced",
    (
        TASK_FIELD,
        Field(
            name="role",
            kind=ROLE,
            required=True,
            says="The role that does it.",
            example="helsefagarbeider",
        ),
        Field(
            name="share",
            kind=Share(),
            default="100 %",
            says="Least share of the occurrences over the week.",
            example="50 %",
        ),
    ),
    says="A task that a role does, or does a share of, in the plan.",
)
CAP_GATE = Record(
    "cap_gate",
    tuple(
        Field(
            name=str(gate),
            kind=Whole(low=0, high=20_000),
            unit="tasks",
            says=f"At most so many tasks move on a condition of the gate {gate}.",
            default="no cap",
        )
        for gate in Gate
    ),
    says="How many tasks may move on a condition, by gate.",
)
DEMANDS = (
    Field(
        name="pinned",
        kind=ListOf(LeafName()),
        default="none",
        says="Tasks that stay as they are; a task with cases or parts means all of them.",
        example="[dosett, stell/ustabil]",
    ),
    Field(
        name="pinned_roles",
        kind=ListOf(ROLE),
        default="none",
        says="Roles that neither give nor get.",
        example="[lege]",
    ),
    Field(
        name="forbidden",
        kind=ListOf(FORBIDDEN),
        default="none",
        says="Tasks that a role takes on no more of.",
        example="[{task: dosett, role: matvert}]",
    ),
    Field(
        name="forbidden_roles",
        kind=ListOf(ROLE),
        default="none",
        says="Roles that take on nothing new.",
    ),
    Field(
        name="forbidden_gates",
        kind=ListOf(Choice(tuple(Gate))),
        default="none",
        says="Gates on whose conditions nothing new may rest.",
        example="[policy]",
    ),
    Field(
        name="forced",
        kind=ListOf(FORCED),
        default="none",
        says="What a role must do in the plan.",
        example="[{task: dosett, role: helsefagarbeider, share: 50 %}]",
    ),
    Field(
        name="cap_task",
        kind=TableOf(LeafName(), Share()),
        to="cap_leaf",
        default="none",
        says="At most this share of a task's occurrences changes hands.",
        example="{dosett: 50 %}",
    ),
    Field(
        name="cap_role",
        kind=TableOf(ROLE, Number(high=100_000)),
        unit="hours a week",
        default="none",
        says="New work a role takes on at most.",
        example="{helsefagarbeider: 6}",
    ),
    Field(
        name="cap_gate",
        kind=CAP_GATE,
        default="none",
        says="How many tasks may move on a condition of a gate.",
        example="{policy: 2}",
    ),
    Field(
        name="training_kroner",
        kind=Number(high=1e9),
        unit="kroner or kronor within the horizon",
        default="no limit",
        says="What the prices of courses may sum to.",
        example="40000",
    ),
    Field(
        name="training_hours",
        kind=Number(high=1e6),
        unit="hours within the horizon",
        default="no limit",
        says="What learners may spend on courses.",
        example="60",
    ),
    Field(
        name="seats",
        kind=TableOf(Ref(what="course"), Whole(low=0, high=100_000)),
        unit="persons",
        default="as many as need it",
        says="Seats on each course at most.",
    ),
    Field(
        name="registered_floor",
        kind=TableOf(BAND, Share()),
        default="none",
        says="Least share of registered professionals' hours in each band.",
        example="{natt: 40 %}",
    ),
    Field(
        name="taken_out",
        kind=TableOf(ROLE, TableOf(BAND, Number(high=100_000))),
        unit="hours a week",
        default="none",
        says="Hours of a role that leave the unit in each band once they are freed.",
        example="{sykepleier: {dag: 4}}",
    ),
)

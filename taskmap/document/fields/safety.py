"""Fields about who may do a task: risk, local decisions, supervision."""

from taskmap.document.kinds import Choice, Day, Text
from taskmap.document.numbers import Number, Whole
from taskmap.document.shapes import Field, Record
from taskmap.document.written import ROLE
from taskmap.model.judgement import DecisionKind

RISK = Record(
    "risk",
    (
        Field(
            name="likelihood",
            kind=Whole(low=1, high=5),
            required=True,
            says="How likely it is that something goes wrong, 1 to 5.",
        ),
        Field(
            name="consequence",
            kind=Whole(low=1, high=5),
            required=True,
            says="What it means for the patient when it does, 1 to 5.",
        ),
        Field(
            name="signed",
            kind=Day(),
            default="no assessment",
            says="Date of a signed assessment with measures.",
        ),
    ),
    says="Likelihood and consequence.",
)

DECIDED_ON = Field(name="date", kind=Day(), required=True, to="on", says="Date of the decision.")
OFFICE = Field(
    name="office",
    kind=Text(),
    required=True,
    says="Office that decided, never a person's name.",
    example="avdelingsleder",
)
DECISION = Record(
    "decision",
    (
        Field(name="role", kind=ROLE, required=True, says="The role it is about."),
        Field(
            name="decision",
            kind=Choice(tuple(DecisionKind)),
            required=True,
            to="kind",
            says="What was decided.",
            example="allowed",
        ),
        DECIDED_ON,
        OFFICE,
        Field(name="until", kind=Day(), default="no end", says="Last day; a pilot needs one."),
        Field(name="conditions", kind=Text(1000), default="none", says="On what conditions."),
    ),
    says="What the unit or its owner has decided about a role doing this task.",
)

SUPERVISION = Record(
    "supervision",
    (
        Field(name="by", kind=ROLE, required=True, says="The role that gives the time."),
        Field(
            name="minutes",
            kind=Number(high=10_080),
            required=True,
            unit="minutes",
            says="For each occurrence.",
        ),
        Field(
            name="of",
            kind=ROLE,
            default="whoever newly does the task",
            says="The role that is supervised.",
        ),
        Field(
            name="weeks",
            kind=Whole(low=1, high=520),
            unit="weeks",
            default="always",
            says="For how long.",
        ),
    ),
    says="Time a named role gives to another's work.",
)

"""Fields about another way of meeting a task's need."""

from taskmap.document.fields.safety import DECISION, RISK
from taskmap.document.fields.unit import ID
from taskmap.document.kinds import Choice, Id, Text
from taskmap.document.numbers import Number
from taskmap.document.shapes import Field, ListOf, Record, Ref, TableOf
from taskmap.document.written import ROLE, CountKind, DurationKind
from taskmap.model.alternative import AlternativeKind

KRONER = Number(high=100_000_000, unit="kroner")

ALTERNATIVE = Record(
    "alternative",
    (
        ID,
        Field(
            name="kind",
            kind=Choice(tuple(AlternativeKind)),
            required=True,
            says="What is done instead of giving it to another role.",
            example="move_in_time",
        ),
        Field(name="name", kind=Text(), default="the kind's", says="What people call it."),
        Field(
            name="count",
            kind=CountKind(),
            unit="times a week",
            default="nothing is done (`stop` only)",
            says="How often and in which bands, for the whole task with all its cases; required of "
            "every kind but `stop`.",
            example="{ettermiddag: 7}",
        ),
        Field(
            name="minutes",
            kind=DurationKind(),
            unit="minutes",
            default="nothing is done (`stop` only)",
            says="Minutes for one occurrence; required of every kind but `stop`.",
            example="{low: 3, likely: 5, high: 8}",
        ),
        Field(
            name="minutes_of",
            kind=ROLE,
            default="the task's; of `share_between_units` the other unit's role",
            says="The role the minutes belong to.",
        ),
        Field(
            name="factors",
            kind=TableOf(ROLE, Number(low=0, above=True, high=20)),
            default="the task's",
            says="Another role's minutes as a multiple of the minutes.",
        ),
        Field(
            name="competences",
            kind=ListOf(Ref(what="competence")),
            default="the task's",
            says="What it asks for.",
        ),
        Field(
            name="risk",
            kind=RISK,
            default="the task's, where the gate lets it stand in",
            says="Likelihood and consequence of this way of doing it.",
        ),
        Field(
            name="decisions",
            kind=ListOf(DECISION),
            default="none; the task's do not count",
            says="Local decisions about this way. Of `stop` the role is the one whose work it is.",
        ),
        Field(
            name="one_off_kroner",
            kind=KRONER,
            unit="kroner",
            default="0",
            says="What it costs to put it in place, spread over the weeks a plan looks ahead.",
        ),
        Field(
            name="one_off_hours",
            kind=TableOf(ROLE, Number(high=100_000, unit="hours")),
            unit="hours",
            default="none",
            says="Hours of a role in all to put it in place, spread over the same weeks.",
            example="{sykepleier: 20}",
        ),
        Field(
            name="running_kroner",
            kind=KRONER,
            unit="kroner a week",
            default="0",
            says="What it costs to keep.",
        ),
        Field(
            name="unit",
            kind=Id(),
            default="only of `share_between_units`, and required there",
            says="The other unit.",
        ),
        Field(
            name="unit_role",
            kind=ROLE,
            default="only of `share_between_units`, and required there",
            says="The role there that does it; its time is priced as here.",
        ),
        Field(
            name="unit_room",
            kind=Number(high=100_000, unit="hours"),
            unit="hours a week",
            default="only of `share_between_units`, and required there",
            says="What the other unit has said it has room for.",
        ),
    ),
    says="Another way of meeting a task's need, with figures of its own; used only where the "
    "question accepts its kind.",
)

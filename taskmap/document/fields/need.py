"""Fields of a need: what somebody asks a fund for, and what came of it."""

from taskmap.document.fields.spoken import COMMENT, OFFICE
from taskmap.document.fields.supply import YEAR
from taskmap.document.kinds import Choice, Day, Id, Text
from taskmap.document.numbers import Whole
from taskmap.document.shapes import ByShape, Field, ListOf, Record
from taskmap.model.fund import EffectBasis, NeedKind, Payer, Status, UnionStatus

_NOT_SAID = "not said, and told as missing"
_AMOUNT = Whole(low=0, high=10_000_000_000)
_COST = ByShape(one=_AMOUNT, many=ListOf(_AMOUNT, least=1, most=30))
_DAY = Field(name="date", kind=Day(), required=True, to="on", says="When.")

EFFECT = Record(
    "effect",
    (
        Field(
            name="hours", kind=Whole(low=0, high=10_000_000), required=True, unit="hours a year",
            says="Freed when the measure is done.", example="320",
        ),
        Field(
            name="basis", kind=Choice(tuple(EffectBasis)), required=True,
            says="Worked out from a plan, measured, stated by the sender, or an estimate.",
        ),
        Field(
            name="source", kind=Text(1000), default="not said",
            says="Which plan, which count, or who says so.",
        ),
    ),
    says="What the measure gives.",
)  # fmt: skip

GRANT = Record(
    "grant",
    (
        _DAY,
        OFFICE,
        Field(name="year", kind=YEAR, required=True, says="First year of the money."),
        Field(
            name="cost", kind=_COST, unit="kroner", default="what was asked for",
            says="Granted, in one sum or year by year.", example="[120000, 60000]",
        ),
    ),
    says="Money that was decided.",
)  # fmt: skip

UNION = Record(
    "union",
    (
        Field(
            name="status", kind=Choice(tuple(UnionStatus)), required=True,
            says="What the unions have said.",
        ),
        Field(name="date", kind=Day(), to="on", default=_NOT_SAID, says="When."),
        Field(
            name="office", kind=Text(), default=_NOT_SAID,
            says="Which union or reference group, never a person's name.",
        ),
        Field(name="note", kind=Text(4000), default="nothing more", says="In their words."),
    ),
    says="What the unions have said.",
)  # fmt: skip

SPENT = Record(
    "spent",
    (
        _DAY,
        Field(
            name="amount", kind=_AMOUNT, required=True, unit="kroner", says="Used.",
            example="48000",
        ),
        Field(name="note", kind=Text(1000), default="nothing", says="For what."),
    ),
    says="Money that was used.",
)  # fmt: skip

APPLICATION = Record(
    "application",
    (
        Field(
            name="to", kind=Choice(tuple(Payer)), required=True,
            says="Omställningsfonden, or another.",
        ),
        Field(name="group", kind=Text(1000), default=_NOT_SAID, says="Who takes part."),
        Field(
            name="aid", kind=Text(), default=_NOT_SAID,
            says="The group's field in AID, the Swedish employers' classification of work.",
        ),
        Field(
            name="participants", kind=Whole(low=1, high=1_000_000), default="the need's persons",
            unit="persons", says="How many.",
        ),
        Field(name="performer", kind=Text(1000), default=_NOT_SAID, says="Who carries it out."),
        Field(name="from", kind=Day(), to="start", default=_NOT_SAID, says="When it begins."),
        Field(name="until", kind=Day(), default=_NOT_SAID, says="When it ends."),
        Field(
            name="beyond", kind=Text(4000), default=_NOT_SAID,
            says="What goes beyond the ordinary development an employer pays for.",
        ),
    ),
    says="What an application says beside the need itself.",
)  # fmt: skip

NEED = Record(
    "need",
    (
        Field(
            name="id", kind=Id(), required=True, says="A short name without spaces, unique here.",
            example="handledare-med3",
        ),
        Field(name="name", kind=Text(), required=True, says="What people call it."),
        Field(name="date", kind=Day(), required=True, to="on", says="Day it was received."),
        Field(
            name="organisation", kind=Id(), required=True, says="Id of the kommune or region.",
            example="furuskar",
        ),
        Field(
            name="unit", kind=Id(), default="the whole organisation", says="Id of the unit.",
        ),
        OFFICE,
        Field(name="text", kind=Text(4000), required=True, says="The need, in the sender's words."),
        Field(
            name="kind", kind=Choice(tuple(NeedKind)), default="need", says="A need, or an idea."
        ),
        Field(name="measure", kind=Text(4000), default=_NOT_SAID, says="What would be done."),
        Field(name="area", kind=Id(), default="no area", says="Id of one of the areas."),
        Field(
            name="persons", kind=Whole(low=1, high=1_000_000), default=_NOT_SAID, unit="persons",
            says="How many it reaches.", example="12",
        ),
        Field(
            name="cost", kind=_COST, default=_NOT_SAID, unit="kroner",
            says="In one sum, or year by year from the year it begins.",
            example="[120000, 60000]",
        ),
        Field(
            name="earliest", kind=YEAR, default="the fund's first year",
            says="First year it can begin.",
        ),
        Field(
            name="latest", kind=YEAR, default="the fund's last year",
            says="Last year it can begin.",
        ),
        Field(
            name="effect", kind=EFFECT, default="not said, and the plan counts on nothing",
            says="What it gives.",
        ),
        Field(
            name="status", kind=Choice(tuple(Status)), default="received",
            says="How far it has come.",
        ),
        Field(name="answer", kind=COMMENT, default="none yet", says="What the sender was told."),
        Field(name="grant", kind=GRANT, default="nothing granted", says="What was granted."),
        Field(name="union", kind=UNION, default=_NOT_SAID, says="What the unions have said."),
        Field(
            name="application", kind=APPLICATION, default="none", says="For money from elsewhere."
        ),
        Field(name="spent", kind=ListOf(SPENT), default="nothing yet", says="Money used."),
        Field(name="comments", kind=ListOf(COMMENT), default="none", says="What others said."),
    ),
    says="One need or idea.",
)  # fmt: skip

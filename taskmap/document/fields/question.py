"""Fields of a question document: what was asked of a plan for one unit."""

from taskmap.document.fields.demands import DEMANDS
from taskmap.document.kinds import Choice, Day, Flag, Id
from taskmap.document.numbers import Number, Share, Whole
from taskmap.document.shapes import Field, ListOf, Record
from taskmap.model.alternative import AlternativeKind
from taskmap.model.question import Price
from taskmap.model.ruling import Condition

LEVEL_WEIGHTS = Record(
    "level_weights",
    tuple(
        Field(
            name=str(level),
            kind=Whole(low=1, high=10_000),
            says=f"Price of an hour at level {level}.",
            default=str(level),
        )
        for level in range(1, 9)
    ),
    says="Price of an hour by qualification level; it rises from each level to the next.",
)

QUESTION = Record(
    "question",
    (
        Field(
            name="taskmap",
            kind=Choice(("question/1",), code="document.kind"),
            required=True,
            says="What kind of document this is.",
            example="question/1",
        ),
        Field(
            name="unit",
            kind=Id(),
            default="any unit that has the names used here",
            says="Id of the unit it is asked of.",
            example="havblikk-2",
        ),
        Field(
            name="as_of",
            kind=Day(),
            required=True,
            says="The day rules and decisions are read on.",
            example="2026-11-02",
        ),
        Field(
            name="price",
            kind=Choice(tuple(Price)),
            default="level",
            says="What time is weighed by: qualification level, cost or scarcity.",
            example="scarcity",
        ),
        Field(
            name="level_weights",
            kind=LEVEL_WEIGHTS,
            default="each level's number",
            says="Price of an hour by level, where `price` is `level`.",
            example="{7: 9, 8: 12}",
        ),
        Field(
            name="hire_only",
            kind=Flag(),
            default="false",
            says="Whether scarcity counts hired posts alone, not vacant ones.",
        ),
        Field(
            name="max_changes",
            kind=Whole(low=0, high=20_000),
            unit="tasks",
            default="as many as pay",
            says="At most so many tasks change; a visit kept together counts once.",
            example="3",
        ),
        Field(
            name="min_move",
            kind=Whole(low=0, high=10_080),
            unit="minutes a week",
            default="30",
            says="What a change must relieve at least, or the whole task where it is less.",
        ),
        Field(
            name="few_moves",
            kind=Number(high=100),
            unit="per cent",
            default="0",
            says="What the price may rise for fewer changed tasks.",
            example="2",
        ),
        Field(
            name="accepted",
            kind=ListOf(Choice(tuple(Condition))),
            default="decide, train, supervise",
            says="Conditions a receiver may be under and still receive.",
            example="[decide, train]",
        ),
        Field(
            name="alternatives",
            kind=ListOf(Choice(tuple(AlternativeKind))),
            default="none",
            says="Other solutions than a new pair of hands that are accepted, where the mapping "
            "names them.",
            example="[simplify, digitise]",
        ),
        Field(
            name="horizon_weeks",
            kind=Whole(low=1, high=520),
            unit="weeks",
            default="52",
            says="What one-off hours are spread over.",
        ),
        Field(
            name="risk_limit",
            kind=Whole(low=1, high=25),
            default="9",
            says="Highest risk score (likelihood times consequence) that passes.",
        ),
        Field(
            name="staff_ceiling",
            kind=Share(above=True),
            default="85 %",
            says="Share of full hours a plan may fill in roles of the staff.",
        ),
        Field(
            name="upwards",
            kind=Flag(),
            default="false",
            says="Whether work may move to a dearer role only to leave room.",
        ),
        *DEMANDS,
        Field(
            name="open_unknown",
            kind=Flag(),
            default="false",
            says="Whether what nobody has assessed counts as allowed; to see what answers are "
            "worth, never to decide by.",
        ),
        Field(
            name="node_limit",
            kind=Whole(low=0, high=100_000_000),
            unit="nodes",
            default="20000",
            says="Work spent on proving each objective.",
        ),
    ),
    says="What was asked of a plan for one unit.",
)

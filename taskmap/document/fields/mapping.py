"""Fields of a mapping document, from the top."""

from taskmap.document.fields.staffing import STAFFING
from taskmap.document.fields.task import CHAIN, TASK_RECORD
from taskmap.document.fields.unit import BAND_RECORD, NOTE, UNIT, VOLUMES
from taskmap.document.kinds import Choice, Day, Flag, Text
from taskmap.document.numbers import Number, Share
from taskmap.document.shapes import Field, ListOf, Record
from taskmap.model.strain import Strain

REGISTERED_TOTAL = Record(
    "registered_total",
    (
        Field(
            name="hours",
            kind=Number(high=1_000_000, above=True),
            required=True,
            unit="hours a week",
            says="Of the whole week, as published.",
            example="1144.5",
        ),
        Field(name="source", kind=Text(1000), default="the mapping's", says="Where it was read."),
    ),
    says="What a source gives as the sum of a registered week, to hold against the parts.",
)

STRAIN_WEIGHTS = Record(
    "strain_weights",
    tuple(
        Field(
            name=mark.value,
            kind=Number(high=10),
            says=f"What `{mark.value}` weighs; 0 takes it away.",
            default="the catalogue's",
        )
        for mark in Strain
    ),
    says="What the marks of strain weigh in this unit.",
)

MAPPING = Record(
    "mapping",
    (
        Field(
            name="taskmap",
            kind=Choice(("mapping/1",), code="document.kind"),
            required=True,
            says="What kind of document this is.",
            example="mapping/1",
        ),
        Field(name="unit", kind=UNIT, required=True, says="The place that is mapped."),
        Field(
            name="date",
            kind=Day(),
            required=True,
            to="on",
            says="The day the mapping describes.",
            example="2026-10-15",
        ),
        Field(
            name="illustrative",
            kind=Flag(),
            default="false",
            says="An invented unit: never a precedent for a real one.",
        ),
        Field(
            name="source",
            kind=Text(1000),
            default="the unit itself",
            says="Where published figures come from.",
        ),
        Field(
            name="registered_total",
            kind=REGISTERED_TOTAL,
            default="none",
            says="The sum a source gives for the week; a difference from the parts is told.",
            example="{hours: 1144.5}",
        ),
        Field(
            name="purpose",
            kind=Text(1000),
            default="only where illustrative, or published with a source",
            says="What the mapping is for; a real unit says so.",
            example="Kartlegging for oppgavedeling, ikke tidskontroll",
        ),
        Field(
            name="delete_after",
            kind=Day(),
            default="only where illustrative, or published with a source",
            says="Last day the document is kept; a real unit says so.",
            example="2028-12-31",
        ),
        Field(
            name="sick_share",
            kind=Share(),
            default="the country's average",
            says="Sick leave of the unit as a share of working days.",
            example="9.5 %",
        ),
        Field(
            name="strain_weights",
            kind=STRAIN_WEIGHTS,
            default="the catalogue's",
            says="What the marks of strain weigh in this unit, where it differs.",
            example="{heavy_lifting: 2}",
        ),
        Field(
            name="volumes",
            kind=VOLUMES,
            default="none",
            says="What the work grows with: beds, residents, users, listed patients, visits.",
            example="{beds: 24, residents: 23}",
        ),
        Field(
            name="bands",
            kind=ListOf(BAND_RECORD, least=1, most=100),
            required=True,
            says="The parts of the week; together they fill it exactly once.",
        ),
        Field(
            name="staffing",
            kind=ListOf(STAFFING, most=500),
            default="none",
            says="The roles in the unit, each once.",
        ),
        Field(name="tasks", kind=ListOf(TASK_RECORD), default="none", says="The work."),
        Field(
            name="chains",
            kind=ListOf(CHAIN),
            default="none",
            says="Tasks that follow each other for one patient.",
        ),
        NOTE,
    ),
    says="One unit's tasks, staffing and facts at one time.",
)

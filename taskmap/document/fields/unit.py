"""Fields about the place: unit, organisation, the bands of its week."""

from taskmap.document.clock import Clock, Days
from taskmap.document.kinds import Choice, Id, Text
from taskmap.document.numbers import Number
from taskmap.document.shapes import ByShape, Field, ListOf, Record, TableOf
from taskmap.model.unit import Country, Setting

NAME = Field(name="name", kind=Text(), says="What people call it.", default="the id", example="Dag")
ID = Field(
    name="id",
    kind=Id(),
    required=True,
    says="A short name without spaces, unique here, that does not change.",
    example="dag",
)
NOTE = Field(
    name="note", kind=Text(4000), says="Anything a reader should know; never a person's name."
)

ORGANISATION = Record(
    "organisation",
    (ID, Field(name="name", kind=Text(), required=True, says="Name of the kommune or region.")),
    says="The kommune or region the unit belongs to.",
)

UNIT = Record(
    "unit",
    (
        ID,
        Field(name="name", kind=Text(), required=True, says="What people call the unit."),
        Field(
            name="country",
            kind=Choice(tuple(Country)),
            required=True,
            says="Whose laws, roles and working time apply.",
            example="NO",
        ),
        Field(
            name="setting",
            kind=Choice(tuple(Setting)),
            required=True,
            says="The kind of service; decides which tasks and rules apply.",
            example="nursing_home",
        ),
        Field(
            name="organisation",
            kind=ORGANISATION,
            required=True,
            says="The kommune or region the unit belongs to.",
            example="{id: provkommune, name: Prøve kommune}",
        ),
    ),
    says="The place that is mapped.",
)

STRETCH = Record(
    "stretch",
    (
        Field(
            name="days",
            kind=Days(),
            required=True,
            says="Days on which it starts: mon, tue, wed, thu, fri, sat, sun, or from-to.",
            example="mon-fri",
        ),
        Field(
            name="from",
            kind=Clock(),
            required=True,
            to="start",
            says="When it starts.",
            example="07:30",
        ),
        Field(
            name="to",
            kind=Clock(),
            required=True,
            to="end",
            says="When it ends; at or before the start means the next day.",
            example="15:00",
        ),
    ),
    says="A stretch of clock time on some days.",
)

REST = "rest"

BAND_RECORD = Record(
    "band",
    (
        ID,
        NAME,
        Field(
            name="when",
            kind=ByShape(one=Choice((REST,)), many=ListOf(STRETCH, least=1, most=100)),
            required=True,
            says="When in the week; `rest` is whatever the other bands leave.",
            example="[{days: mon-sun, from: 07:30, to: 15:00}]",
        ),
    ),
    says="A part of the week chosen by the unit; the bands together fill the week exactly once.",
)

VOLUMES = TableOf(Id(), Number(high=10_000_000, unit="pieces"))

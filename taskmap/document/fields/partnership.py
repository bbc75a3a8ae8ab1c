"""Fields of a partnership document: organisations that work together."""

from taskmap.document.fields.unit import ID, NOTE, ORGANISATION
from taskmap.document.kinds import Choice, Day, Flag, Id, Text
from taskmap.document.numbers import Whole
from taskmap.document.shapes import Field, ListOf, Record
from taskmap.model.unit import Country

MEMBER = Record(
    "member",
    (
        Field(
            name="organisation",
            kind=ORGANISATION,
            required=True,
            says="The kommune or region.",
            example="{id: provkommune, name: Prøve kommune}",
        ),
        Field(
            name="population",
            kind=Whole(low=1, high=100_000_000),
            required=True,
            unit="persons",
            says="How many live there.",
            example="5120",
        ),
        Field(
            name="population_date",
            kind=Day(),
            to="population_on",
            default="not known",
            says="The day the population was counted.",
        ),
        Field(
            name="units",
            kind=ListOf(Id()),
            default="none",
            says="Ids of its units, each mapped in a document of its own.",
            example="[havblikk-2, sone-nord]",
        ),
    ),
    says="An organisation with its population and units.",
)

PARTNERSHIP = Record(
    "partnership",
    (
        Field(
            name="taskmap",
            kind=Choice(("partnership/1",), code="document.kind"),
            required=True,
            says="What kind of document this is.",
            example="partnership/1",
        ),
        ID,
        Field(name="name", kind=Text(), required=True, says="What people call it."),
        Field(
            name="country",
            kind=Choice(tuple(Country)),
            required=True,
            says="The country all members are in.",
            example="NO",
        ),
        Field(
            name="illustrative",
            kind=Flag(),
            default="false",
            says="Invented: never a precedent for real ones.",
        ),
        Field(
            name="members",
            kind=ListOf(MEMBER, least=1),
            required=True,
            says="The organisations that work together.",
        ),
        NOTE,
    ),
    says="Organisations that work together on task division.",
)

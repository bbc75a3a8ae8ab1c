"""Fields of a file of staff groups for WISN."""

from typing import Any

from taskmap.document.kinds import One
from taskmap.document.numbers import Exact, Number, Share
from taskmap.document.reading import Reading
from taskmap.document.shapes import Field, ListOf, Record
from taskmap.model.wisn import HOURS_A_YEAR
from taskmap.yamltext import Node, Path, Scalar, Style, Table

MOST_UNITS = 1e12
MOST_STAFF = 1e6


class Label(One):
    """What the reader calls something: any words, or a whole number."""

    expected = "id"

    def value(self, node: Scalar, path: Path, reading: Reading) -> str | int:
        """The words or the number, to be given back as they came."""
        del path, reading
        number = node.style is Style.PLAIN and node.text.isdecimal() and node.text.isascii()
        return int(node.text) if number else node.text

    def schema(self) -> dict[str, object]:
        """Words or a number."""
        return {"type": ["string", "integer"], "minLength": 1}


class Group(Record):
    """A group of staff, also where some of it is missing: the rest is still looked at."""

    def read(self, node: Node, path: Path, reading: Reading) -> Any:
        """What could be read of it."""
        return (
            self.values(node, path, reading)
            if isinstance(node, Table)
            else super().read(node, path, reading)
        )


STAFF_SERVICE = Record(
    "service",
    (
        Field(
            name="volume",
            kind=Exact(Number(high=MOST_UNITS)),
            required=True,
            unit="units a year",
            says="How often it is done.",
            example="3200",
        ),
        Field(
            name="unit_hours",
            kind=Exact(Number(high=HOURS_A_YEAR)),
            required=True,
            unit="hours",
            says="Time of one unit in good practice, the service standard.",
            example="0.5",
        ),
    ),
    says="A health service activity with statistics of how often.",
)
INDIVIDUAL = Record(
    "individual_allowance",
    (
        Field(
            name="staff",
            kind=Exact(Number(high=MOST_STAFF)),
            required=True,
            unit="persons",
            says="How many of the group have it.",
            example="1",
        ),
        Field(
            name="hours",
            kind=Exact(Number(high=HOURS_A_YEAR)),
            required=True,
            unit="hours a year",
            says="Time it takes of each of them.",
            example="160",
        ),
    ),
    says="An additional activity that only some of the group have.",
)
STAFF_GROUP = Group(
    "staff_group",
    (
        Field(
            name="id",
            kind=Label(),
            required=True,
            says="What the group is called; given back in the answer.",
            example="ward-nurses",
        ),
        Field(
            name="awt_hours",
            kind=Exact(Number(low=1, high=HOURS_A_YEAR)),
            required=True,
            unit="hours a year",
            says="Available working time of one person, AWT.",
            example="1600",
        ),
        Field(
            name="services",
            kind=ListOf(STAFF_SERVICE),
            required=True,
            says="Health service activities.",
        ),
        Field(
            name="category_allowances",
            kind=ListOf(Exact(Share())),
            required=True,
            says="Shares of working time for support activities that all in the group have (CAS);"
            " together less than the whole.",
            example="[0.15, 0.05]",
        ),
        Field(
            name="individual_allowances",
            kind=ListOf(INDIVIDUAL),
            required=True,
            says="Additional activities that some in the group have (IAS).",
        ),
        Field(
            name="current",
            kind=Exact(Number(high=MOST_STAFF)),
            required=True,
            unit="full-time equivalents",
            says="Staff there are.",
            example="2",
        ),
    ),
    says="One group of staff at one place.",
)
WISN = Record(
    "wisn",
    (
        Field(
            name="cases",
            kind=ListOf(STAFF_GROUP),
            required=True,
            says="The groups of staff, answered in this order.",
        ),
    ),
    says="Groups of staff for WISN.",
)

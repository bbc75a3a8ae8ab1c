"""Fields of a file of staff groups for WISN."""

from typing import Any

from taskmap.document.fields.allowance import MOST, SaidOnce, said_once
from taskmap.document.kinds import One
from taskmap.document.numbers import Exact, Number, Share
from taskmap.document.reading import Reading
from taskmap.document.shapes import ByShape, Field, ListOf, Record
from taskmap.model.standard import Standard
from taskmap.model.wisn import HOURS_A_YEAR
from taskmap.yamltext import Node, Path, Scalar, Style, Table

MOST_UNITS = 1e12
MOST_STAFF = 1e6
SAYS = {
    Standard.MINUTES_A_UNIT: ("minutes", "Minutes of one unit.", "15"),
    Standard.UNITS_AN_HOUR: ("units", "How many are done in an hour.", "4"),
    Standard.UNITS_A_DAY: ("units", "How many are done in a day worked.", "30"),
}


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


class SaidStandard(SaidOnce):
    """A service standard, as minutes or as a rate."""

    ways = tuple(Standard)
    code = "wisn.standard_one"


SERVICE_STANDARD = SaidStandard(
    "service_standard",
    tuple(
        Field(
            name=way.value,
            kind=Exact(Number(high=HOURS_A_YEAR * 60, above=True)),
            unit=unit,
            default="said in another way",
            says=words,
            example=example,
        )
        for way, (unit, words, example) in SAYS.items()
    ),
    says="The service standard as minutes or as a rate.",
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
            kind=ByShape(one=Exact(Number(high=HOURS_A_YEAR)), table=SERVICE_STANDARD),
            required=True,
            unit="hours",
            says="Time of one unit in good practice, the service standard, or said in another way.",
            example="0.5",
        ),
    ),
    says="A health service activity with statistics of how often.",
)
ALLOWANCE_TIME = said_once(
    "allowance_time",
    "Time one person spends, said in one of these ways.",
    {per: Exact(Number(high=high)) for per, high in MOST.items()},
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
            kind=ByShape(one=Exact(Number(high=HOURS_A_YEAR)), table=ALLOWANCE_TIME),
            required=True,
            unit="hours a year",
            says="Time it takes of each of them, in a year or said in another way.",
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
            kind=ListOf(ByShape(one=Exact(Share()), table=ALLOWANCE_TIME)),
            required=True,
            says="Shares of working time for support activities that all in the group have (CAS), "
            "or the time itself; together less than the whole.",
            example="[0.15, {minutes_a_day: 20}]",
        ),
        Field(
            name="hours_a_day",
            kind=Exact(Number(high=24, above=True)),
            default="not known; no allowance is said by the day or week",
            unit="hours",
            says="Hours one person works in a day.",
            example="7.5",
        ),
        Field(
            name="days_a_week",
            kind=Exact(Number(high=7, above=True)),
            default="5",
            unit="days",
            says="Days one person works in a week.",
            example="4.5",
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

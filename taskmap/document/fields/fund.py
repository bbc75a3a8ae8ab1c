"""Fields of a fund: its budget and rules, and what people ask it for."""

from taskmap.document.fields.need import NEED
from taskmap.document.fields.spoken import COMMENT
from taskmap.document.fields.supply import SUPPLY, YEAR
from taskmap.document.fields.unit import ID, NOTE
from taskmap.document.kinds import Choice, Day, Flag, Id, Text
from taskmap.document.numbers import Share, Whole
from taskmap.document.shapes import Field, ListOf, Record
from taskmap.model.fund import Between, MeetingKind
from taskmap.model.unit import Country

_KRONER = Whole(low=0, high=100_000_000_000)

BUDGET_YEAR = Record(
    "budget_year",
    (
        Field(name="year", kind=YEAR, required=True, says="The year.", example="2027"),
        Field(
            name="amount", kind=_KRONER, required=True, unit="kroner", says="Money of that year.",
            example="2700000",
        ),
        Field(
            name="reserve", kind=_KRONER, unit="kroner", default="0",
            says="Of it, what is kept for what nobody knows yet.", example="270000",
        ),
    ),
    says="Money of one year.",
)  # fmt: skip

FAIRNESS = Record(
    "fairness",
    (
        Field(
            name="between", kind=Choice(tuple(Between)), default="organisation",
            says="Whom the rules are between.",
        ),
        Field(
            name="least", kind=Share(), default="no least share",
            says="Share of the money to be divided that each who asks is given, or all it asks "
            "for where that is less.",
            example="5 %",
        ),
        Field(
            name="most", kind=Share(above=True), default="no most share",
            says="Share of it that nobody is given more than.", example="40 %",
        ),
        Field(
            name="each_one", kind=Flag(), default="false",
            says="Everyone who asks is given at least one measure.",
        ),
    ),
    says="What the plan owes each unit or organisation that asks.",
)  # fmt: skip

AREA = Record(
    "area",
    (ID, Field(name="name", kind=Text(), required=True, says="What people call it.")),
    says="An area the money is for.",
)

HELD = Record(
    "held",
    (
        Field(name="date", kind=Day(), required=True, to="on", says="When they met."),
        Field(name="comments", kind=ListOf(COMMENT), default="none", says="What was said."),
    ),
    says="A meeting that took place.",
)

MEETINGS = Record(
    "meetings",
    (
        Field(
            name="kind", kind=Choice(tuple(MeetingKind)), required=True,
            says="The HR group, or the reference group with the unions.",
        ),
        Field(
            name="every", kind=Whole(low=1, high=24), required=True, unit="months",
            says="How often they meet.", example="3",
        ),
        Field(name="first", kind=Day(), required=True, says="The first meeting."),
        Field(name="held", kind=ListOf(HELD), default="none yet", says="Meetings that took place."),
    ),
    says="A group that meets every so many months.",
)  # fmt: skip

STORY = Record(
    "story",
    (
        Field(name="date", kind=Day(), required=True, to="on", says="When it was so."),
        Field(name="text", kind=Text(4000), required=True, says="What is worth telling."),
        Field(name="source", kind=Text(1000), required=True, says="Where it is known from."),
    ),
    says="Something worth telling in a newsletter.",
)

FUND = Record(
    "fund",
    (
        Field(
            name="taskmap", kind=Choice(("fund/1",), code="document.kind"), required=True,
            says="What kind of document this is.", example="fund/1",
        ),
        ID,
        Field(name="name", kind=Text(), required=True, says="What people call it."),
        Field(
            name="country", kind=Choice(tuple(Country)), required=True,
            says="Whose kroner and roles it is about.", example="SE",
        ),
        Field(
            name="partnership", kind=Id(), default="the fund stands alone",
            says="Id of the partnership whose units share it.",
        ),
        Field(
            name="illustrative", kind=Flag(), default="false",
            says="An invented fund: never a precedent for a real one.",
        ),
        Field(
            name="budget", kind=ListOf(BUDGET_YEAR, least=1, most=30), required=True,
            says="Money year by year.",
        ),
        Field(
            name="carries_over", kind=Flag(), default="false",
            says="What is not used in a year may be used in the next.",
        ),
        Field(
            name="fairness", kind=FAIRNESS, default="no rules",
            says="What the plan owes each who asks.",
        ),
        Field(name="areas", kind=ListOf(AREA, most=200), default="none", says="What it is for."),
        Field(
            name="needs", kind=ListOf(NEED, most=2000), required=True,
            says="Everything sent in, all year.",
        ),
        Field(name="meetings", kind=ListOf(MEETINGS), default="none", says="Who meets when."),
        Field(
            name="supply", kind=SUPPLY, default="not analysed",
            says="Who there will be, year by year.",
        ),
        Field(name="stories", kind=ListOf(STORY), default="none", says="What is worth telling."),
        NOTE,
    ),
    says="Money for some years, and what people ask it for.",
)  # fmt: skip

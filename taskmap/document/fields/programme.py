"""Fields of a programme document: a partnership's year of courses."""

from taskmap.document.fields.unit import ID, NOTE
from taskmap.document.kinds import Choice, Day, Flag, Id, Text
from taskmap.document.numbers import Number, Share, Whole
from taskmap.document.shapes import Field, ListOf, Record, Ref, TableOf
from taskmap.model.programme import VIDEO_FROM, Form, InKindKind, Key

_ORGANISATION = Ref(what="organisation")
_MEMBER = Ref(what="member")  # an organisation, or one of its units
_COURSE = Ref(what="offered")
_KRONER = Number(high=1e9)
_PERSONS = Whole(low=1, high=1_000_000)
_KEYS = "the programme's"

VENUE = Record(
    "venue",
    (
        ID,
        Field(name="name", kind=Text(), required=True, says="What people call the room."),
        Field(
            name="organisation", kind=_ORGANISATION, required=True,
            says="The member that lends it.", example="solvik",
        ),
        Field(
            name="seats", kind=Whole(low=1, high=10_000), required=True, unit="persons",
            says="How many have a seat.", example="24",
        ),
    ),
    says="A room a member lends for courses.",
)  # fmt: skip

ROAD = Record(
    "road",
    (
        Field(name="from", kind=_ORGANISATION, required=True, to="start", says="One member."),
        Field(name="to", kind=_ORGANISATION, required=True, to="end", says="The other."),
        Field(
            name="minutes", kind=Number(high=1440), required=True, unit="minutes one way",
            says="How long it takes, either way.", example="45",
        ),
    ),
    says="Travel between two members.",
)  # fmt: skip

LECTURER = Record(
    "lecturer",
    (
        Field(
            name="organisation", kind=_ORGANISATION, required=True,
            says="The member whose own people lecture.",
        ),
        Field(
            name="runs", kind=Whole(low=1, high=1000), required=True, unit="runs a year",
            says="How many times they can hold the course.", example="2",
        ),
    ),
    says="A lecturer from the members' own ranks.",
)  # fmt: skip

OFFERED = Record(
    "offered",
    (
        Field(
            name="id", kind=Id(), required=True, example="kurs_sarstell",
            says="A course of the catalogue, or a short name of one's own.",
        ),
        Field(
            name="name", kind=Text(), default="the catalogue's",
            says="What people call it; required for one's own.",
        ),
        Field(
            name="gives", kind=Ref(what="competence"), default="the catalogue's, else none",
            says="The competence it gives.", example="sarstell",
        ),
        Field(
            name="hours", kind=Number(high=2000, above=True), unit="hours",
            default="the catalogue's", says="Length for a participant; required for one's own.",
            example="8",
        ),
        Field(
            name="form", kind=Choice(tuple(Form)), default="the catalogue's, else `on_site`",
            says="On site, by `video`, `mixed` (on site or by video), or `online` at one's own "
            "pace, without runs.",
            example="on_site",
        ),
        Field(
            name="seats", kind=Whole(low=1, high=10_000), unit="participants", default="20",
            says="The most in one run; a smaller room holds fewer.",
        ),
        Field(
            name="least", kind=Whole(low=1, high=10_000), unit="participants", default="1",
            says="The fewest a run is held for.",
        ),
        Field(
            name="most_runs", kind=Whole(low=0, high=1000), default="as many as are needed",
            unit="runs a year", says="How many times it can be held at most.",
        ),
        Field(
            name="price", kind=_KRONER, unit="kr a participant", default="the catalogue's, else 0",
            says="Paid for each participant.",
        ),
        Field(
            name="run_cost", kind=_KRONER, unit="kr a run", default="0",
            says="Paid for each run, whoever lectures: room, food, material.",
        ),
        Field(
            name="lecturers", kind=ListOf(LECTURER), default="none",
            says="Lecturers from own ranks.", example="[{organisation: solvik, runs: 2}]",
        ),
        Field(
            name="hired_fee", kind=_KRONER, unit="kr a run",
            default="nobody from outside; without own lecturers none is needed",
            says="Fee of a lecturer from outside.",
        ),
        Field(
            name="requires", kind=ListOf(_COURSE), default="what its competence requires",
            says="Courses that come first.",
        ),
        Field(
            name="valid_years", kind=Whole(low=1, high=100), unit="years",
            default="the catalogue's, else for ever", says="How long it holds.",
        ),
        Field(
            name="required_by", kind=Text(), default="nobody",
            says="The law or agreement that demands it.", example="aml. § 6-5",
        ),
        Field(
            name="key", kind=Choice(tuple(Key)), default=_KEYS,
            says="By what its bill is shared.",
        ),
    ),
    says="A course as the partnership offers it.",
)  # fmt: skip

NEED = Record(
    "need",
    (
        Field(name="course", kind=_COURSE, required=True, says="What is asked for."),
        Field(
            name="persons", kind=TableOf(_MEMBER, _PERSONS), required=True, unit="persons",
            says="How many, by organisation or unit.", example="{solvik: 6, lia-bosenter: 2}",
        ),
        Field(
            name="by", kind=Whole(low=1, high=2), default="either", unit="half-year",
            says="The half-year it is needed by: 1 to June, 2 to December.",
        ),
    ),
    says="Participants ordered beside what the units' plans ask for.",
)  # fmt: skip

EXPIRES = Record(
    "expires",
    (
        Field(name="course", kind=_COURSE, required=True, says="What must be renewed."),
        Field(
            name="on", kind=Day(), required=True, says="The last day it holds.",
            example="2027-05-31",
        ),
        Field(
            name="persons", kind=TableOf(_MEMBER, _PERSONS), required=True, unit="persons",
            says="How many, by organisation or unit; never who.", example="{solvik: 9}",
        ),
    ),
    says="How many hold a course that runs out.",
)  # fmt: skip

CAME = Record(
    "came",
    (
        Field(
            name="from", kind=_MEMBER, required=True, to="member",
            says="The member they came from, or one of its units.", example="solvik",
        ),
        Field(
            name="persons", kind=_PERSONS, required=True, unit="persons",
            says="How many; never who.", example="6",
        ),
        Field(
            name="role", kind=Ref(what="role"), default="not said",
            says="Their role, by its id in the catalogue.", example="helsefagarbeider",
        ),
    ),
    says="How many came to a run.",
)  # fmt: skip

HELD = Record(
    "held",
    (
        Field(name="course", kind=_COURSE, required=True, says="What was to be held."),
        Field(
            name="on", kind=Day(), required=True, says="The day, or the last of them.",
            example="2027-03-11",
        ),
        Field(
            name="cancelled", kind=Flag(), default="false",
            says="It was not held after all; the need stands.",
        ),
        Field(
            name="venue", kind=Ref(what="venue"), default="by video, or not said",
            says="The room, by its id.", example="salen",
        ),
        Field(
            name="lecturer", kind=_ORGANISATION, default="nobody of the members' own",
            says="The member whose own people lectured.",
        ),
        Field(
            name="hired", kind=Flag(), default="false",
            says="A lecturer from outside was paid.",
        ),
        Field(
            name="came", kind=ListOf(CAME), default="none",
            says="How many came, by member and role; never who.",
            example="[{from: solvik, role: helsefagarbeider, persons: 6}]",
        ),
    ),
    says="A run of a course that was held, or cancelled.",
)  # fmt: skip

BILL = Record(
    "bill",
    (
        ID,
        Field(name="name", kind=Text(), required=True, says="What it is for."),
        Field(name="kroner", kind=_KRONER, required=True, unit="kr", says="How much."),
        Field(
            name="key", kind=Choice(tuple(Key)), default=_KEYS, says="By what it is shared."
        ),
    ),
    says="A cost of the programme that belongs to no single course.",
)  # fmt: skip

IN_KIND = Record(
    "in_kind",
    (
        Field(
            name="organisation", kind=_ORGANISATION, required=True, says="The member that gives."
        ),
        Field(
            name="kind", kind=Choice(tuple(InKindKind)), required=True,
            says="What it is.", example="post",
        ),
        Field(
            name="what", kind=Text(), required=True, says="In words; never a person's name.",
            example="Kurskoordinator",
        ),
        Field(
            name="share", kind=Share(), default="not said", says="Part of a full post.",
            example="20 %",
        ),
        Field(
            name="value", kind=_KRONER, default="not valued", unit="kr a year",
            says="What it is worth, where the members have agreed on it.",
        ),
    ),
    says="What a member gives that is no money.",
)  # fmt: skip

PROGRAMME = Record(
    "programme",
    (
        Field(
            name="taskmap", kind=Choice(("programme/1",), code="document.kind"), required=True,
            says="What kind of document this is.", example="programme/1",
        ),
        ID,
        Field(name="name", kind=Text(), required=True, says="What people call it."),
        Field(
            name="partnership", kind=Id(), required=True,
            says="Id of the partnership whose members share it.", example="kystlinjen",
        ),
        Field(name="year", kind=Whole(low=1990, high=2200), required=True, says="The year."),
        Field(
            name="illustrative", kind=Flag(), default="false",
            says="Invented: never a precedent for real ones.",
        ),
        Field(
            name="key", kind=Choice(tuple(Key)), default="`population`",
            says="By what bills are shared: `population`, `staff`, `participants`, or `fixed` "
            "shares.",
        ),
        Field(
            name="fixed", kind=TableOf(_ORGANISATION, Share()), default="none",
            says="Shares of the fixed key; together 100 %.", example="{solvik: 40 %}",
        ),
        Field(
            name="staff", kind=TableOf(_ORGANISATION, Whole(low=1, high=10_000_000)),
            default="none", unit="persons", says="Employees, for the staff key.",
        ),
        Field(name="venues", kind=ListOf(VENUE), default="none", says="Rooms for courses."),
        Field(
            name="travel", kind=ListOf(ROAD), default="none", says="Travel between the members."
        ),
        Field(
            name="hosted", kind=TableOf(_ORGANISATION, Whole(high=100_000)), default="none",
            unit="runs", says="How many runs each member has hosted before this year.",
        ),
        Field(
            name="video_from", kind=Number(high=1440), default=str(VIDEO_FROM),
            unit="minutes there and back",
            says="For mixed courses: who would travel longer meets by video.",
        ),
        Field(
            name="most_travel", kind=Number(high=1440), default="no limit",
            unit="minutes one way", says="Nobody is asked to travel longer.",
        ),
        Field(
            name="travel_hour", kind=_KRONER, default="0", unit="kr an hour",
            says="What an hour of participants' and lecturers' travel weighs against the bills. At "
            "0 travel decides between programmes that cost the same.",
        ),
        Field(
            name="hosting_slack", kind=Share(), default="0 %",
            says="How much dearer the programme may be for hosting to alternate.", example="2 %",
        ),
        Field(
            name="courses", kind=ListOf(OFFERED), default="none", says="What is offered."
        ),
        Field(
            name="needs", kind=ListOf(NEED), default="none",
            says="Participants ordered beside what the units' plans ask for.",
        ),
        Field(
            name="expires", kind=ListOf(EXPIRES), default="none",
            says="How many hold a course that runs out.",
        ),
        Field(
            name="held", kind=ListOf(HELD), default="none",
            says="Runs that were held or cancelled, and how many came.",
        ),
        Field(
            name="bills", kind=ListOf(BILL), default="none",
            says="Costs that belong to no single course.",
        ),
        Field(
            name="in_kind", kind=ListOf(IN_KIND), default="none",
            says="What members give that is no money.",
        ),
        NOTE,
    ),
    says="A partnership's courses for a year: offered, needed, placed and paid together.",
)  # fmt: skip

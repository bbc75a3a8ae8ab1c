"""Fields about a role in the unit: posts, hours, absence, competences."""

from taskmap.document.fields.allowance import MOST, said_once
from taskmap.document.fields.safety import DECIDED_ON, OFFICE
from taskmap.document.fields.unit import NOTE
from taskmap.document.kinds import Choice, Flag, Id
from taskmap.document.numbers import Number, Share, Whole
from taskmap.document.shapes import ByShape, Field, Record, Ref, TableOf
from taskmap.document.written import BAND, ROLE

HOURS = Number(high=100_000, unit="hours a week")
POSTS = Number(high=10_000, unit="full-time posts")
DAYS_A_YEAR = Number(high=260, unit="days a person and year")
_PER = {per: Number(high=high) for per, high in MOST.items()}
SUPPORT_TIME = said_once(
    "support_time",
    "Time every person of the role spends on a support activity, said in one of these ways.",
    {**_PER},
)
OWN_TIME = said_once(
    "own_time",
    "Time of single persons' duties, said in one of these ways.",
    {**_PER},
    (
        Field(
            name="persons",
            kind=Number(high=10_000),
            default="1",
            unit="persons",
            says="How many have the duty.",
            example="2",
        ),
    ),
)

ABSENCE = Record(
    "absence",
    (
        Field(
            name="sick_share",
            kind=Share(),
            default="the unit's, else the country's average",
            says="Sick leave as a share of working days. Not stored for fewer than 5 persons.",
            example="8 %",
        ),
        Field(
            name="other_days",
            kind=DAYS_A_YEAR,
            unit="days a person and year",
            default="0",
            says="Other paid absence, beside holidays.",
        ),
        Field(
            name="training_days",
            kind=DAYS_A_YEAR,
            unit="days a person and year",
            default="0",
            says="Days in courses.",
        ),
    ),
    says="What takes days from a working year, beside holidays.",
)

ACCEPTANCE = Record(
    "acceptance",
    (
        OFFICE,
        DECIDED_ON,
        Field(
            name="consent",
            kind=Flag(),
            required=True,
            says="Whether those concerned have consented.",
        ),
    ),
    says="The dated decision that opens a role outside the staff.",
)

STAFFING = Record(
    "staffing",
    (
        Field(
            name="role",
            kind=ROLE,
            required=True,
            says="The role, by its id in the catalogue.",
            example="sykepleier",
        ),
        Field(
            name="persons",
            kind=Whole(high=10_000),
            default="0",
            unit="persons",
            says="Heads, hired included.",
            example="7",
        ),
        Field(
            name="posts",
            kind=POSTS,
            default="0",
            unit="full-time posts",
            says="Posts in the plan.",
            example="5.6",
        ),
        Field(
            name="vacant",
            kind=POSTS,
            default="0",
            unit="full-time posts",
            says="Of the posts, those nobody holds.",
            example="0.8",
        ),
        Field(
            name="hourly",
            kind=POSTS,
            default="0",
            unit="full-time posts",
            says="Covered by staff paid by the hour.",
        ),
        Field(
            name="hired",
            kind=POSTS,
            default="0",
            unit="full-time posts",
            says="Covered by staff hired from agencies.",
        ),
        Field(
            name="overtime",
            kind=HOURS,
            default="0",
            unit="hours a week",
            says="Overtime of the role, on an average over the year.",
            example="6",
        ),
        Field(
            name="hours_profile",
            kind=Ref(what="profile"),
            default="the role's usual one",
            says="Weekly working time, by its id in the catalogue.",
            example="no_turnus_35_5",
        ),
        Field(
            name="mapping",
            kind=Choice(("complete", "partial")),
            default="partial",
            says="Whether every task this role does is in the document. The unmapped time of a "
            "partly mapped role is no free room.",
            example="complete",
        ),
        Field(
            name="bands",
            kind=TableOf(BAND, Share()),
            to="band_shares",
            default="as the rostered hours fall; in a week of one band, all of it",
            says="How the role's hours fall over the bands; the shares make 100 %.",
            example="{dag: 60 %, kveld: 30 %, natt: 10 %}",
        ),
        Field(
            name="rostered",
            kind=TableOf(BAND, HOURS),
            unit="hours a week",
            default="not known; posts times working time instead",
            says="Hours at hand in each band by the staffing plan, substitutes included.",
            example="{dag: 112.5, kveld: 75}",
        ),
        Field(
            name="hours_assumed",
            kind=Flag(),
            default="false",
            says="The rostered hours are assumed: no staffing plan or source gives them. It is "
            "told wherever figures follow from them.",
        ),
        Field(
            name="support",
            kind=TableOf(Id(), ByShape(one=Share(), table=SUPPORT_TIME)),
            default="none",
            says="Share of working time for each support activity, or the time itself; together "
            "below 100 %.",
            example="{meetings: 4 %, reading_up: {minutes_a_day: 15}}",
        ),
        Field(
            name="allowance_hours",
            kind=TableOf(Id(), ByShape(one=HOURS, table=OWN_TIME)),
            unit="hours a week",
            default="none",
            says="Time for duties of single persons: hours in every week of the year, or of the "
            "persons' own time.",
            example="{union_representative: 4, wound_contact: {hours_a_month: 6}}",
        ),
        Field(
            name="absence",
            kind=ABSENCE,
            default="the unit's sick leave",
            says="What takes days from a working year.",
            example="{training_days: 2}",
        ),
        Field(
            name="free_hours",
            kind=TableOf(BAND, HOURS),
            unit="hours a week",
            default="none",
            says="Hours a partly mapped role is known to have free.",
            example="{dag: 8}",
        ),
        Field(
            name="ceiling",
            kind=Share(),
            default="85 % for staff, 100 % for others",
            says="Share of the hours at hand a plan may fill.",
        ),
        Field(
            name="dedicated",
            kind=Flag(),
            default="false",
            says="Hired for one purpose: the ceiling is 100 %.",
        ),
        Field(
            name="competences",
            kind=TableOf(Ref(what="competence"), Whole(high=10_000)),
            unit="persons",
            default="none beyond the role's education",
            says="How many persons hold each competence.",
            example="{legemiddelhandtering: 9}",
        ),
        Field(
            name="stated_hours",
            kind=TableOf(BAND, HOURS),
            unit="hours a week",
            default="0: not available",
            says="Hours a role outside the staff (patient, family, machine, volunteer) can do.",
        ),
        Field(
            name="acceptance",
            kind=ACCEPTANCE,
            default="none: the role stays closed",
            says="The dated decision that opens a role outside the staff.",
            example="{office: avdelingsleder, date: 2026-03-01, consent: true}",
        ),
        Field(
            name="running_cost",
            kind=Number(high=10_000_000),
            unit="kroner or kronor a week",
            default="0",
            says="What a role outside the staff costs to run.",
        ),
        NOTE,
    ),
    says="One role in the unit.",
)

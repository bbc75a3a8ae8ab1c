"""Fields about a task: how often, how long, who does it, what it asks for."""

from taskmap.document.clock import Clock
from taskmap.document.fields.alternative import ALTERNATIVE
from taskmap.document.fields.safety import DECISION, RISK, SUPERVISION
from taskmap.document.fields.unit import ID, NOTE
from taskmap.document.kinds import Choice, Flag, Text
from taskmap.document.numbers import Number, Share, Whole
from taskmap.document.shapes import Field, ListOf, Record, Ref, TableOf
from taskmap.document.written import (
    MINUTES,
    ROLE,
    CountKind,
    DurationKind,
    MissedKind,
    TodayKind,
)
from taskmap.model.strain import Strain

TASK = Ref(what="task")
COMPETENCES = ListOf(Ref(what="competence"))
FACTOR = Number(low=0, above=True, high=20)

WINDOW = Record(
    "window",
    (
        Field(name="from", kind=Clock(), required=True, to="start", says="Earliest start."),
        Field(name="to", kind=Clock(), required=True, to="end", says="Latest end."),
        Field(name="movable", kind=Flag(), default="false", says="Whether the time may change."),
    ),
    says="When in the day a task falls.",
)

TODAY = Field(
    name="today",
    kind=TodayKind(),
    says="Who does it today: a role, shares of the occurrences by role, or these by band. Shares "
    "without bands hold in every band where the role works.",
    example="{sykepleier: 25 %, helsefagarbeider: 75 %}",
)

CASE = Record(
    "case",
    (
        ID,
        Field(name="name", kind=Text(), default="the id", says="What people call it."),
        Field(
            name="share",
            kind=Share(),
            required=True,
            says="Part of the task's occurrences; the cases make 100 %.",
            example="70 %",
        ),
        Field(
            name="minutes",
            kind=DurationKind(),
            unit="minutes",
            default="the task's",
            says="Minutes for one occurrence.",
        ),
        Field(name="competences", kind=COMPETENCES, default="the task's", says="What it asks for."),
        Field(name="risk", kind=RISK, default="the task's", says="Likelihood and consequence."),
        Field(name="today", kind=TodayKind(), default="the task's", says="Who does it today."),
        Field(
            name="decisions",
            kind=ListOf(DECISION),
            default="none beside the task's",
            says="Local decisions about this case.",
        ),
    ),
    says="A share of a task's occurrences by complexity.",
)

TASK_RECORD = Record(
    "task",
    (
        ID,
        Field(
            name="library",
            kind=Ref(what="library"),
            default="a task of the unit's own",
            says="Code in the task library; gives name, group, rules and, where you write none, "
            "competences.",
            example="nh_morning_care",
        ),
        Field(name="name", kind=Text(), default="the library's", says="The unit's own words."),
        Field(
            name="group",
            kind=Ref(what="group"),
            default="the library's",
            says="Task group, by its code in the library.",
        ),
        Field(
            name="parent",
            kind=TASK,
            default="none",
            says="The task this is a part of. Only tasks without parts carry counts and minutes.",
        ),
        Field(
            name="count",
            kind=CountKind(),
            unit="times a week",
            says="How often: a number (in a week of one band), times a week by band, or with "
            "`every` and `per`.",
            example="{per: residents, every: day, bands: {dag: 1}}",
        ),
        Field(
            name="minutes",
            kind=DurationKind(),
            unit="minutes",
            says="Minutes for one occurrence: a number, or low, likely and high.",
            example="{low: 18, likely: 25, high: 40, basis: estimate}",
        ),
        Field(
            name="minutes_of",
            kind=ROLE,
            default="the role with the largest share today",
            says="The role the minutes belong to.",
        ),
        Field(
            name="factors",
            kind=TableOf(ROLE, FACTOR),
            default="1",
            says="Another role's minutes as a multiple of the minutes.",
            example="{helsefagarbeider: 1.2}",
        ),
        Field(
            name="minutes_by_role",
            kind=TableOf(ROLE, MINUTES),
            unit="minutes",
            default="as the factors say",
            says="Another role's minutes, when you know them; instead of a factor.",
            example="{helsefagarbeider: 14}",
        ),
        TODAY,
        Field(
            name="missed",
            kind=MissedKind(),
            default="0 %",
            says="Share of the occurrences that nobody does today, in all or by band.",
            example="10 %",
        ),
        Field(
            name="competences",
            kind=COMPETENCES,
            default="the library's; for a task of your own: nobody has said",
            says="What the task asks for; an empty list says that it asks for nothing.",
            example="[legemiddelhandtering]",
        ),
        Field(
            name="divisible",
            kind=Flag(),
            default="true",
            says="Whether several roles may share it within a band.",
        ),
        Field(
            name="one_role_all_bands",
            kind=Flag(),
            default="false",
            says="Whether one role must do it over the whole week.",
        ),
        Field(
            name="cases",
            kind=ListOf(CASE),
            default="one case",
            says="The occurrences divided by complexity.",
            example="[{id: stabil, share: 70 %}, {id: ustabil, share: 30 %}]",
        ),
        Field(
            name="weight_if_missed",
            kind=Whole(low=1, high=5),
            default="3",
            says="What it means for the patient when it is not done, 1 to 5.",
        ),
        Field(
            name="risk",
            kind=RISK,
            default="not assessed",
            says="Likelihood and consequence in the hands that do it today.",
            example="{likelihood: 2, consequence: 3}",
        ),
        Field(
            name="risk_of",
            kind=TableOf(ROLE, RISK),
            default="not assessed",
            says="The same in the hands of a named role.",
            example="{helsefagarbeider: {likelihood: 2, consequence: 3, signed: 2026-09-01}}",
        ),
        Field(
            name="decisions",
            kind=ListOf(DECISION),
            default="none",
            says="Local decisions about who may do it.",
            example="[{role: matvert, decision: allowed, date: 2026-09-01, office: leder}]",
        ),
        Field(
            name="supervision",
            kind=ListOf(SUPERVISION),
            default="none",
            says="Time a named role gives each occurrence in another's hands.",
            example="[{by: sykepleier, minutes: 3, weeks: 8}]",
        ),
        Field(
            name="window",
            kind=WINDOW,
            default="any time in the band",
            says="When in the day it falls.",
            example="{from: 08:00, to: 10:00, movable: true}",
        ),
        Field(
            name="min_volume",
            kind=Whole(low=1, high=100_000),
            unit="times a person and year",
            default="none",
            says="What a person needs to stay in practice.",
        ),
        Field(
            name="alternatives",
            kind=ListOf(ALTERNATIVE),
            default="none",
            says="Other ways of meeting the need; used only where the question accepts their kind.",
            example="[{id: kveld, kind: move_in_time, count: {kveld: 7}, minutes: 10}]",
        ),
        Field(
            name="unfinished",
            kind=Flag(),
            default="false",
            says="Still on its way: how often, how long or who may be missing. It counts nowhere "
            "until that is said.",
        ),
        Field(
            name="strain",
            kind=ListOf(Choice(tuple(Strain))),
            default="none",
            says="Marks of what makes it hard beside its minutes: " + ", ".join(Strain) + ".",
            example="[heavy_lifting, alone]",
        ),
        Field(
            name="rules",
            kind=ListOf(Ref(what="rule")),
            default="the library's",
            says="Rules of law beside the library's, by their id in the catalogue.",
        ),
        Field(
            name="tags",
            kind=ListOf(Ref(what="tag")),
            default="the library's",
            says="Marks beside the library's that rules are found by.",
        ),
        Field(
            name="reason",
            kind=Text(4000),
            says="Why it is these hands here; told where units are compared.",
            example="Legen går uansett innom hver morgen.",
        ),
        NOTE,
    ),
    says="The smallest meaningful piece of work.",
)

CHAIN = Record(
    "chain",
    (
        ID,
        Field(name="name", kind=Text(), default="the id", says="What people call it."),
        Field(
            name="tasks",
            kind=ListOf(TASK, least=2),
            required=True,
            says="Ids of the tasks, in order.",
            example="[morgenstell, medisin]",
        ),
        Field(
            name="keep_together",
            kind=Flag(),
            default="false",
            says="One visit that is not split: the tasks move as one.",
        ),
        Field(
            name="handover_minutes",
            kind=Number(high=1440),
            unit="minutes",
            default="0",
            says="What each role beyond the first costs, for each time through the chain.",
        ),
    ),
    says="Tasks that follow each other for one patient.",
)

"""Fields of a follow-up document: what was decided about a unit, and what came of it."""

from taskmap.document.fields.indicator import INDICATOR
from taskmap.document.fields.participation import LONG, PARTICIPATION
from taskmap.document.fields.unit import NOTE
from taskmap.document.kinds import Choice, Day, Id, Kind, Text
from taskmap.document.numbers import Whole
from taskmap.document.shapes import Field, ListOf, Record
from taskmap.model.followup import Decision, FreedFor, Judgement, MeasureKind, Theme

_NOT_SAID = "not said, and told as missing"
_WEEK = Whole(low=0, high=1_000_000)
_NEVER = "A role or function, never a person's name."


def _said(name: str, kind: Kind, says: str, *, to: str | None = None, example: str = "") -> Field:
    """A field that may wait, and is told as missing until then."""
    return Field(name=name, kind=kind, says=says, default=_NOT_SAID, to=to, example=example)


SCORE = Record(
    "score",
    (
        Field(
            name="likelihood", kind=Whole(low=1, high=5), required=True,
            says="How likely it is that something goes wrong, 1 to 5.",
        ),
        Field(
            name="consequence", kind=Whole(low=1, high=5), required=True,
            says="What it means for the patient when it does, 1 to 5.",
        ),
    ),
    says="Likelihood and consequence.",
)  # fmt: skip

ASSESSMENT = Record(
    "assessment",
    (
        _said(
            "before", SCORE, "Before anything is done.", example="{likelihood: 3, consequence: 3}"
        ),
        _said("after", SCORE, "With what is done about it."),
        _said("measure", LONG, "What is done about it."),
        _said("owner", Text(), f"Who sees to it. {_NEVER}", example="fagsykepleier"),
        _said("date", Day(), "Day of the assessment.", to="on"),
        _said("review", Day(), "When it is looked at again."),
    ),
    says="What could go wrong, on five times five steps, before and after what is done about it.",
)

INSTRUCTION = Record(
    "instruction",
    (
        _said("purpose", LONG, "What the task is for."),
        _said("training", LONG, "What must be in place and learnt first."),
        _said("check", LONG, "How it is made sure that they can."),
        _said("steps", LONG, "How it is done, step by step; or `procedure`."),
        _said("procedure", Text(1000), "Where the procedure stands; or `steps`."),
        _said("supervision", LONG, "Who helps and follows along, and how."),
        _said("call_for_help", LONG, "When somebody else must be called."),
        _said("version", Text(), "Version of the instruction.", example="1.0"),
        _said("review", Day(), "When it is looked at again."),
    ),
    says="How the task is done in its new hands.",
)

BASELINE = Record(
    "baseline",
    (
        Field(
            name="minutes", kind=_WEEK, required=True, unit="minutes a week",
            says="Of the role that is to be relieved, when it was decided.",
        ),
        Field(
            name="promised", kind=_WEEK, unit="minutes a week", default="nothing is promised",
            says="What it would be relieved of.",
        ),
        Field(name="date", kind=Day(), required=True, to="on", says="When this was written down."),
        Field(
            name="version", kind=Whole(low=1, high=10_000_000),
            default="the mapping was never saved by Taskmap",
            says="Version of the mapping's document.",
        ),
        *(
            Field(name=name, kind=Text(64), default="no plan", says=f"Hash of the {name}.")
            for name in ("mapping", "catalogue", "question")
        ),
    ),
    says="How it was when the decision was taken, and what that rests on. Never changed later.",
)  # fmt: skip

RESULT = Record(
    "result",
    (
        Field(
            name="months", kind=Whole(low=1, high=120), required=True, unit="months",
            says="So long after the start.",
        ),
        Field(name="date", kind=Day(), required=True, to="on", says="When it was counted."),
        Field(
            name="minutes", kind=_WEEK, required=True, unit="minutes a week",
            says="Now, counted as the baseline's.",
        ),
        Field(
            name="judgement", kind=Choice(tuple(Judgement)), default="not judged",
            says="What is done with the measure then.",
        ),
        NOTE,
    ),
    says="What was measured some months after the start.",
)  # fmt: skip

MEASURE = Record(
    "measure",
    (
        Field(
            name="id", kind=Id(), required=True, says="A short name without spaces, unique here.",
            example="dosett-helsefagarbeider",
        ),
        Field(
            name="kind", kind=Choice(tuple(MeasureKind)), required=True,
            says="A move of a task, or other work: a course, recruitment, a digital solution, "
            "something to stop doing, the rota.",
        ),
        Field(
            name="name", kind=Text(), default="a move is called by its task",
            says="What people call it; required of everything but a move.",
        ),
        Field(
            name="theme", kind=Choice(tuple(Theme)), default="no theme",
            says="Area of Helsepersonellkommisjonen, NOU 2023: 4, or of Swedish regions.",
        ),
        Field(name="task", kind=Id(), default="only of a move", says="Task that moves."),
        Field(name="case", kind=Id(), default="the whole task", says="Case of the task."),
        Field(
            name="from", kind=Id(), to="giver", default="nobody does it today",
            says="Role that gives it.",
        ),
        Field(
            name="to", kind=Id(), to="receiver", default="only of a move",
            says="Role that takes it.",
        ),
        Field(
            name="decision", kind=Choice(tuple(Decision)), required=True, says="What was decided.",
            example="pilot",
        ),
        Field(name="decided", kind=Day(), required=True, says="When."),
        Field(
            name="office", kind=Text(), required=True,
            says="Office that decided, never a person's name.", example="avdelingsleder",
        ),
        Field(name="reason", kind=LONG, required=True, says="Why."),
        _said("owner", Text(), f"Who sees to it. {_NEVER}", example="fagsykepleier"),
        _said("start", Day(), "When it begins."),
        Field(
            name="until", kind=Day(), default="no end",
            says="Last day of a pilot, or the day a postponed measure is taken up again; both need "
            "one.",
        ),
        Field(name="baseline", kind=BASELINE, default="not counted", says="How it was."),
        _said("freed_for", ListOf(Choice(tuple(FreedFor))), "What freed hours are for."),
        _said("job_description", Day(), "When job descriptions were talked through."),
        _said("pay", Day(), "When pay was talked through."),
        _said("gives_up", LONG, "What those who take the task do less of."),
        _said("risk", ASSESSMENT, "What could go wrong."),
        _said("instruction", INSTRUCTION, "How the task is done in its new hands."),
        Field(
            name="results", kind=ListOf(RESULT), default="none yet",
            says="What was measured after 3, 6 and 12 months.",
        ),
    ),
    says="One thing decided about.",
)  # fmt: skip

FOLLOWUP = Record(
    "followup",
    (
        Field(
            name="taskmap", kind=Choice(("followup/1",), code="document.kind"), required=True,
            says="What kind of document this is.", example="followup/1",
        ),
        Field(
            name="unit", kind=Id(), required=True, says="Id of the unit it is about.",
            example="havblikk-2",
        ),
        NOTE,
        Field(
            name="measures", kind=ListOf(MEASURE, most=2000), required=True,
            says="Everything decided about.",
        ),
        Field(
            name="indicators", kind=ListOf(INDICATOR, most=100), default="nothing is followed",
            says="What the unit follows over time.",
        ),
        Field(
            name="participation", kind=PARTICIPATION, default="nobody has had a say yet",
            says="Who took part, what they said, and what they hold back.",
        ),
    ),
    says="What was decided about one unit's work, and what came of it.",
)  # fmt: skip

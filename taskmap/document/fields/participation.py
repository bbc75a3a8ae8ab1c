"""Fields of participation in a follow-up document: meetings, comments, holds and duties."""

from taskmap.document.fields.unit import NOTE
from taskmap.document.kinds import Choice, Day, Flag, Id, Text
from taskmap.document.shapes import Field, ListOf, Record
from taskmap.model.participation import MAY_HOLD, DutyState, MeetingKind, Party

LONG = Text(4000)
MOST = 2000
_OFFICE = Field(
    name="office", kind=Text(), required=True, example="verneombud",
    says="Function, union, council or profession; never a person's name.",
)  # fmt: skip
_ID = Field(
    name="id", kind=Id(), required=True, says="A short name without spaces, unique in its list."
)


def _party(*, of: tuple[Party, ...]) -> Field:
    return Field(
        name="party", kind=Choice(of), required=True, example="safety",
        says="In what capacity.",
    )  # fmt: skip


def _day(says: str) -> Field:
    return Field(name="date", kind=Day(), required=True, to="on", says=says)


ABOUT = Record(
    "about",
    (
        Field(name="measure", kind=Id(), default="not a measure", says="Id of a measure."),
        Field(name="task", kind=Id(), default="not a move", says="Task of a move."),
        Field(name="case", kind=Id(), default="the whole task", says="Case of the task."),
        Field(
            name="from", kind=Id(), to="giver", default="nobody does it today",
            says="Role that gives it.",
        ),
        Field(
            name="to", kind=Id(), to="receiver", default="not a move",
            says="Role that takes it.",
        ),
    ),
    says="What is spoken of: a measure, or a move (`task`, `to` and, where it has one, `from`).",
)  # fmt: skip

_ABOUT = Field(
    name="about", kind=ABOUT, default="the whole plan", says="What it is about.",
    example="{task: dosett, from: sykepleier, to: helsefagarbeider}",
)  # fmt: skip
_MEETING = Field(name="meeting", kind=Id(), default="no meeting", says="Id of the meeting.")

VOICE = Record(
    "voice",
    (_party(of=tuple(Party)), _OFFICE),
    says="Somebody who took part, by office.",
)

MEETING = Record(
    "meeting",
    (
        _ID,
        _day("When."),
        Field(
            name="kind", kind=Choice(tuple(MeetingKind)), required=True, says="What it was for.",
            example="discussion",
        ),
        Field(
            name="present", kind=ListOf(VOICE, least=1, most=100), required=True,
            says="Who took part.", example="[{party: safety, office: verneombud}]",
        ),
        Field(name="discussed", kind=LONG, default="not said", says="What was talked about."),
        _ABOUT,
    ),
    says="One time people met about the plan.",
)  # fmt: skip

COMMENT = Record(
    "comment",
    (
        _ID,
        _day("When it was said."),
        _party(of=tuple(Party)),
        _OFFICE,
        Field(name="text", kind=LONG, required=True, says="What was said, word for word."),
        Field(
            name="dissent", kind=Flag(), default="`false`", says="Whether they disagree.",
            example="true",
        ),
        _ABOUT,
        _MEETING,
    ),
    says="What somebody said, kept word for word.",
)  # fmt: skip

HOLD = Record(
    "hold",
    (
        _ID,
        _day("From when."),
        _party(of=MAY_HOLD),
        _OFFICE,
        Field(name="reason", kind=LONG, required=True, says="Why."),
        _ABOUT,
        Field(name="lifted", kind=Day(), default="it still holds", says="When it was let go on."),
        Field(name="lifted_why", kind=LONG, default="not said", says="Why it was let go on."),
        _MEETING,
    ),
    says="Something a committee or a representative has put on hold.",
)

DUTY = Record(
    "duty",
    (
        Field(
            name="duty", kind=Id(), required=True, example="no_aml_4_2",
            says="Id of a duty in the catalogue of the unit's country.",
        ),
        Field(
            name="state", kind=Choice(tuple(DutyState)), required=True, example="done",
            says="Done, not done, or does not apply to this plan.",
        ),
        Field(
            name="date", kind=Day(), to="on", default="not said; required of what is done",
            says="When it was met.",
        ),
        _MEETING,
        NOTE,
    ),
    says="What was said of one statutory duty; one that is not named here is not known.",
)  # fmt: skip

PARTICIPATION = Record(
    "participation",
    (
        Field(
            name="meetings", kind=ListOf(MEETING, most=MOST), default="none",
            says="Who met when, and in what capacity.",
        ),
        Field(
            name="comments", kind=ListOf(COMMENT, most=MOST), default="none",
            says="What was said, word for word.",
        ),
        Field(
            name="holds", kind=ListOf(HOLD, most=MOST), default="nothing",
            says="What waits because a committee or a representative asked for it.",
        ),
        Field(
            name="duties", kind=ListOf(DUTY, most=MOST), default="not known",
            says="Which statutory duties were met.",
        ),
    ),
    says="Who took part, what they said, what they hold back, and which duties were met.",
)  # fmt: skip

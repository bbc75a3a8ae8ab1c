"""Who took part in a unit's plan and when, what they said, and what they hold back."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from taskmap.model.units import DutyId, LeafId, MeasureId, RoleId, TaskId


class Party(StrEnum):
    """In what capacity somebody takes part."""

    LEADER = "leader"
    EMPLOYER = "employer"  # HR, or the leader's leader
    SAFETY = "safety"  # verneombud, skyddsombud
    UNION = "union"  # tillitsvalgt, facklig företrädare
    COMMITTEE = "committee"  # AMU, HMS-utvalg, skyddskommitté
    PROFESSION = "profession"
    USERS = "users"  # brukerråd, eldreråd, patient- och brukarråd
    OCCUPATIONAL_HEALTH = "occupational_health"


MAY_HOLD = (Party.SAFETY, Party.UNION, Party.COMMITTEE)


class MeetingKind(StrEnum):
    """What a meeting was for."""

    INFORMATION = "information"
    DISCUSSION = "discussion"  # drøfting, samråd
    NEGOTIATION = "negotiation"  # förhandling
    COMMITTEE = "committee"
    STAFF = "staff"  # personalmøte, arbetsplatsträff
    RISK = "risk"
    USERS = "users"


class DutyState(StrEnum):
    """What somebody said of a duty; one nobody spoke of is not known."""

    DONE = "done"
    NOT_DONE = "not_done"
    NOT_HERE = "not_here"  # it does not apply to this plan


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What somebody speaks of: a measure, a move, or the whole plan where nothing is named.

    Args:
        measure: its id.
        task, case, giver, receiver: of a move; no giver where missed work is taken up.
    """

    measure: MeasureId | None = None
    task: TaskId | None = None
    case: str | None = None
    giver: RoleId | None = None
    receiver: RoleId | None = None

    @property
    def whole(self) -> bool:
        """Whether the whole plan is spoken of."""
        return self.measure is None and self.task is None

    @property
    def leaf(self) -> LeafId | None:
        """The leaf of the move spoken of."""
        return f"{self.task}/{self.case}" if self.case else self.task


WHOLE = About()


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Somebody who took part, by office, never by name.

    Args:
        office: function, union, council, or the profession's name.
    """

    party: Party
    office: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """One time people met about the plan.

    Args:
        discussed: what was talked about, word for word.
        about: the measure or move it was about.
    """

    id: str
    on: date
    kind: MeetingKind
    present: tuple[Voice, ...]
    discussed: str | None = None
    about: About = WHOLE


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """What somebody said, word for word.

    Args:
        dissent: they disagree.
        meeting: where it was said.
    """

    id: str
    on: date
    party: Party
    office: str
    text: str
    dissent: bool = False
    about: About = WHOLE
    meeting: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """Something a committee or a representative has put on hold.

    Args:
        lifted: when it was let go on; None: it still holds.
        lifted_why: why.
        meeting: where it was asked for.
    """

    id: str
    on: date
    party: Party
    office: str
    reason: str
    about: About = WHOLE
    lifted: date | None = None
    lifted_why: str | None = None
    meeting: str | None = None

    @property
    def stands(self) -> bool:
        """Whether it still holds."""
        return self.lifted is None


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyMet:
    """What was said of one statutory duty.

    Args:
        duty: id in the catalogue of the unit's country.
        on: when it was met.
        meeting: that met it.
    """

    duty: DutyId
    state: DutyState
    on: date | None = None
    meeting: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Participation:
    """Everything said and done by those who have a say, in the document's order."""

    meetings: tuple[Meeting, ...] = ()
    comments: tuple[Comment, ...] = ()
    holds: tuple[Hold, ...] = ()
    duties: tuple[DutyMet, ...] = ()

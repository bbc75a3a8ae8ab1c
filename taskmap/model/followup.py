"""What was decided about a unit's work, how it is made safe, and what came of it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from taskmap.model.indicator import Indicator
from taskmap.model.participation import Hold, Participation
from taskmap.model.units import LeafId, MeasureId, MinutesPerWeek, RoleId, TaskId, UnitId


class MeasureKind(StrEnum):
    """What is done: a task to other hands, or other work on how the unit works."""

    MOVE = "move"
    COURSE = "course"
    RECRUITMENT = "recruitment"
    DIGITAL = "digital"
    STOP = "stop"
    ROTA = "rota"


class Theme(StrEnum):
    """The six areas of Helsepersonellkommisjonen (NOU 2023: 4, chapter 1), then four Swedish ones.

    The four are the kinds of measure Swedish regions told had lowered the use of hired staff
    (Vårdfokus, July 2019). That their plans use just these headings was not checked.
    """

    ORGANISATION = "organisation"
    TASK_SHARING = "task_sharing"
    WORKING_TIME = "working_time"
    EDUCATION = "education"
    PRIORITIES = "priorities"
    DIGITAL = "digital"
    WAYS_OF_WORKING = "ways_of_working"
    SCHEDULING = "scheduling"
    STAFF_POOL = "staff_pool"
    PAY = "pay"


class Decision(StrEnum):
    """What was decided about a measure."""

    ACCEPTED = "accepted"
    PILOT = "pilot"  # until a date
    POSTPONED = "postponed"  # until a date
    REJECTED = "rejected"


class FreedFor(StrEnum):
    """What freed hours are for; nobody assumes one of them."""

    DIRECT_CARE = "direct_care"
    LESS_OVERTIME = "less_overtime"
    LESS_HIRE = "less_hire"
    UNMET_TASKS = "unmet_tasks"
    POSTS = "posts"


class Judgement(StrEnum):
    """What is done with a measure once it was measured."""

    KEEP = "keep"
    ADJUST = "adjust"
    ROLL_BACK = "roll_back"


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Likelihood times consequence, each 1 to 5."""

    likelihood: int
    consequence: int

    @property
    def product(self) -> int:
        """The score, 1 to 25."""
        return self.likelihood * self.consequence


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskAssessment:
    """What could go wrong, before and after what is done about it; None: not said."""

    before: Score | None = None
    after: Score | None = None
    measure: str | None = None
    owner: str | None = None
    on: date | None = None
    review: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Instruction:
    """How a task is done in its new hands; None: not said."""

    purpose: str | None = None
    training: str | None = None
    check: str | None = None
    steps: str | None = None
    procedure: str | None = None
    supervision: str | None = None
    call_for_help: str | None = None
    version: str | None = None
    review: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """How it was when the decision was taken; never changed afterwards.

    Args:
        minutes: a week, of the role that is to be relieved.
        promised: minutes a week it would be relieved of.
        on: when this was written down.
        version: of the mapping's document; None where Taskmap never saved it.
        mapping, catalogue, question: hashes of what the plan was worked out from.
    """

    minutes: MinutesPerWeek
    promised: MinutesPerWeek | None = None
    on: date
    version: int | None = None
    mapping: str | None = None
    catalogue: str | None = None
    question: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What was measured so many months after the start.

    Args:
        minutes: a week, counted as the baseline's.
    """

    months: int
    on: date
    minutes: MinutesPerWeek
    judgement: Judgement | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One thing decided about.

    Args:
        name: what people call it; None for a move, which is told by its task.
        task, case, giver, receiver: of a move; no giver where missed work is taken up.
        office: that decided, never a person's name.
        owner: role or function that sees to it, never a person's name.
        until: last day of a pilot; the day a postponed measure is taken up again.
        job_description, pay: when they were talked through.
        gives_up: what those who take the task do less of.
        holds: what a committee or a representative has put on hold about it, and stands.
    """

    id: MeasureId
    kind: MeasureKind
    decision: Decision
    decided: date
    office: str
    reason: str
    name: str | None = None
    theme: Theme | None = None
    task: TaskId | None = None
    case: str | None = None
    giver: RoleId | None = None
    receiver: RoleId | None = None
    owner: str | None = None
    start: date | None = None
    until: date | None = None
    baseline: Baseline | None = None
    freed_for: tuple[FreedFor, ...] = ()
    job_description: date | None = None
    pay: date | None = None
    gives_up: str | None = None
    risk: RiskAssessment | None = None
    instruction: Instruction | None = None
    results: tuple[Result, ...] = ()
    holds: tuple[Hold, ...] = ()

    @property
    def goes_on(self) -> bool:
        """Whether it is to be done: accepted, or tried."""
        return self.decision in {Decision.ACCEPTED, Decision.PILOT}

    @property
    def leaf(self) -> LeafId | None:
        """The leaf a move is about."""
        return f"{self.task}/{self.case}" if self.case else self.task


NOBODY_YET = Participation()


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """A unit's measures in the document's order, and who had a say in them."""

    unit: UnitId
    measures: tuple[Measure, ...] = ()
    participation: Participation = NOBODY_YET
    indicators: tuple[Indicator, ...] = ()

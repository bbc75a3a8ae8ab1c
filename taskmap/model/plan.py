"""A plan: the moves suggested together, with their effect, as data."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from taskmap.errors import Value
from taskmap.model.alternative import AlternativeKind
from taskmap.model.question import Question
from taskmap.model.ruling import Answerer, Gate, Ruling
from taskmap.model.units import (
    BandId,
    CompetenceId,
    Fte,
    Hours,
    LeafId,
    MinutesPerWeek,
    PerWeek,
    RoleId,
    Share,
    TaskId,
)


class MoveKind(StrEnum):
    """Puts a breach right, or gains."""

    REPAIR = "repair"
    GAIN = "gain"


class Status(StrEnum):
    """How far a plan is proved."""

    OPTIMAL = "optimal"  # every level's gap is 0
    GAP = "gap"  # a work limit ended the proof; the gap is told
    STOPPED = "stopped"  # the emergency clock ended it; not repeatable


@dataclass(frozen=True, slots=True, kw_only=True)
class Objective:
    """One level of the strict order: today's value, the plan's, and what is proved."""

    name: str
    baseline: int
    value: int
    bound: float
    gap: float


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveMinutes:
    """From gross to net, minutes a week; ``net`` is what is left after all the move costs."""

    relieved: MinutesPerWeek
    taken_on: MinutesPerWeek
    supervision: MinutesPerWeek = 0
    handover: MinutesPerWeek = 0
    training: MinutesPerWeek = 0

    @property
    def net(self) -> MinutesPerWeek:
        """Relieved less taken on, supervision, hand-over and training."""
        return self.relieved - self.taken_on - self.supervision - self.handover - self.training


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainFaces:
    """How many roles a patient meets in a chain or visit in one band, before and after.

    Args:
        minutes_before, minutes_after: of hand-over a week; 0 where the chain is kept together.
    """

    chain: str
    band: BandId
    before: int
    after: int
    minutes_before: MinutesPerWeek = 0
    minutes_after: MinutesPerWeek = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Mix:
    """Registered professionals' part of a band, before and after.

    Args:
        present_before, present_after: of the staff's hours at hand; less what is taken out.
        work_before, work_after: of the staff's mapped work.
    """

    band: BandId
    present_before: Share
    present_after: Share
    work_before: Share
    work_after: Share


@dataclass(frozen=True, slots=True, kw_only=True)
class BandMove:
    """The part of a move that falls in one band."""

    band: BandId
    occurrences: PerWeek
    relieved: MinutesPerWeek
    taken_on: MinutesPerWeek


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadChange:
    """What a move adds to a role's load in a band, or takes off it (-), minutes a week."""

    role: RoleId
    band: BandId
    minutes: MinutesPerWeek


@dataclass(frozen=True, slots=True, kw_only=True)
class Training:
    """Whole persons of a role to train in one competence for a plan."""

    role: RoleId
    competence: CompetenceId
    persons: int
    hours_per_person: Hours
    price_per_person: float
    course: str | None
    weekly_minutes: MinutesPerWeek


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """So many occurrences of a leaf from one role to another.

    Args:
        giver: None when work that is missed today is taken up.
        receiver: the role that takes it.
        from_minutes: minutes of one occurrence in the giver's hands.
        to_minutes: minutes of one occurrence in the receiver's hands.
        share: of the leaf's occurrences, over all bands.
        breakeven_factor: how many times the giver's minutes the receiver may use before the
            price of time no longer falls; None when there is no giver.
        breakeven_weeks: weeks until one-off hours are earned; None: none, or never.
        price_saved: in the unit of the question's price, a week.
        needs_company: negative net without the plan's other moves.
        flips_if_level_wrong: would not pay with an unverified level one step off.
        rulings: all six gates, in order.
        cut_by: roles or bands that stopped more from moving, as (band, reason code).
        loads: its part of what the plan changes in each role's load, all it costs included; with
            the alternatives' the moves' make the plan's loads less today's, to the minute.
    """

    kind: MoveKind
    leaf: LeafId
    giver: RoleId | None
    receiver: RoleId
    occurrences: PerWeek
    share: Share
    bands: tuple[BandMove, ...]
    from_minutes: float | None
    to_minutes: float
    minutes: MoveMinutes
    freed_fte_gross: Fte
    freed_fte_net: Fte
    breakeven_factor: float | None
    breakeven_weeks: float | None
    price_saved: int
    needs_company: bool = False
    flips_if_level_wrong: bool = False
    training: tuple[Training, ...] = ()
    rulings: tuple[Ruling, ...] = ()
    cut_by: tuple[tuple[BandId, str], ...] = ()
    loads: tuple[LoadChange, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """An alternative a plan takes: what it relieves and what it takes instead.

    Args:
        task: whose need is met in another way; all of its cases.
        alternative: its id in the task.
        relieved: minutes a week of the task as it is done today, by role.
        taken_on: minutes a week of the alternative, by role.
        one_off: minutes a week of putting it in place, spread over the horizon, by role.
        supervision: minutes a week given beside it, less those it makes needless, by role.
        handover: minutes a week of hand-over it adds to its chains, or saves (-), by role.
        training: minutes a week of learning what it asks for, by role.
        trainings: those courses, and the persons.
        elsewhere: minutes a week in the other unit.
        missed: share of the task's occurrences that nobody does today.
        kroner: running and one-off cost a week.
        price_saved: in the unit of the question's price, a week.
        rulings: of the way itself, whoever does it.
        hands: the six gates' rulings of each role that does it.
    """

    task: TaskId
    alternative: str
    kind: AlternativeKind
    relieved: Mapping[RoleId, MinutesPerWeek]
    taken_on: Mapping[RoleId, MinutesPerWeek]
    one_off: Mapping[RoleId, MinutesPerWeek]
    supervision: Mapping[RoleId, MinutesPerWeek] = field(default_factory=dict)
    handover: Mapping[RoleId, MinutesPerWeek] = field(default_factory=dict)
    training: Mapping[RoleId, MinutesPerWeek] = field(default_factory=dict)
    trainings: tuple[Training, ...] = ()
    elsewhere: MinutesPerWeek = 0
    missed: Share = 0.0
    kroner: float
    price_saved: int
    rulings: tuple[Ruling, ...] = ()
    hands: Mapping[RoleId, tuple[Ruling, ...]] = field(default_factory=dict)

    @property
    def net(self) -> MinutesPerWeek:
        """Relieved less taken on, and less all the time that goes with it."""
        costs = (self.taken_on, self.one_off, self.supervision, self.handover, self.training)
        return sum(self.relieved.values()) - sum(sum(cost.values()) for cost in costs)


@dataclass(frozen=True, slots=True, kw_only=True)
class WayLeft:
    """Another way of doing a task that was accepted and is not taken, and what holds it."""

    task: TaskId
    alternative: str
    kind: AlternativeKind
    rulings: tuple[Ruling, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Breach:
    """Minutes done today by a role that fails law, policy or risk."""

    leaf: LeafId
    role: RoleId
    minutes: MinutesPerWeek
    left: MinutesPerWeek  # still so in the plan, because no passing role has room
    rulings: tuple[Ruling, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A task that stays though a cheaper role exists, and what holds it."""

    leaf: LeafId
    role: RoleId  # the role nearest to being allowed, then the next level down
    giver: RoleId
    minutes: MinutesPerWeek  # that would be relieved
    rulings: tuple[Ruling, ...]  # only those that hold it, first gate first


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenQuestion:
    """A question whose answer would free hours: one list, never counted as a suggestion."""

    leaf: LeafId
    role: RoleId
    gate: Gate
    code: str
    minutes: MinutesPerWeek  # the plan could free if answered with yes
    who: Answerer
    also_answers: tuple[LeafId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BandLoad:
    """A role's load in one band, before and after."""

    band: BandId
    full: MinutesPerWeek
    room: MinutesPerWeek
    other: MinutesPerWeek
    baseline: MinutesPerWeek
    plan: MinutesPerWeek


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleLoad:
    """A role's load before and after, summed and by band; ``other`` is not in the loads."""

    role: RoleId
    level: int
    bands: tuple[BandLoad, ...]

    def total(self, name: str) -> MinutesPerWeek:
        """Sum over bands of ``full``, ``room``, ``other``, ``baseline`` or ``plan``."""
        return sum(getattr(band, name) for band in self.bands)


@dataclass(frozen=True, slots=True, kw_only=True)
class LeafLevel:
    """Where a leaf is done today and where it could be (the LEON matrix and the ladder).

    Args:
        today: minutes a week by role.
        effective: cheapest role that passes law, policy and risk and holds or can learn it.
        ready: the same with competence held today.
        permitted: lowest level by law, policy and risk alone.
        needs_training: the effective role must learn first.
    """

    leaf: LeafId
    today: Mapping[RoleId, MinutesPerWeek]
    effective: RoleId | None
    effective_level: int | None
    ready: RoleId | None
    ready_level: int | None
    permitted_level: int | None
    planned: Mapping[RoleId, MinutesPerWeek]
    needs_training: bool


@dataclass(frozen=True, slots=True)
class Note:
    """An assumption or a relaxed row, as code and values."""

    code: str
    values: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The answer to a question about a mapping; equal input gives equal bytes.

    Args:
        alternatives: tasks met in another way; none of them is among the moves.
        shares: leaf to band to role, in millionths that sum to a million with missed work; to
            nothing where an alternative is taken, whose own leaf stands beside.
        missed: leaf to band, in millionths.
        faces: of every chain and visit, by band.
        mixes: registered professionals' part of every band.
        versions: of taskmap, programme and solver.
    """

    unit: str
    question: Question
    status: Status
    hashes: Mapping[str, str]
    versions: Mapping[str, str]
    objectives: tuple[Objective, ...]
    breaches: tuple[Breach, ...]
    moves: tuple[Move, ...]
    alternatives: tuple[Chosen, ...] = ()
    ways_left: tuple[WayLeft, ...] = ()
    held: tuple[Held, ...]
    open_questions: tuple[OpenQuestion, ...]
    trainings: tuple[Training, ...]
    roles: tuple[RoleLoad, ...]
    levels: tuple[LeafLevel, ...]
    assumptions: tuple[Note, ...]
    relaxed: tuple[Note, ...]
    shares: Mapping[LeafId, Mapping[BandId, Mapping[RoleId, int]]]
    missed: Mapping[LeafId, Mapping[BandId, int]]
    faces: tuple[ChainFaces, ...] = ()
    mixes: tuple[Mix, ...] = ()

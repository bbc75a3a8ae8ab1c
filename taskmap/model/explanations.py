"""Answers to "why" and "what if" about a plan: data only, worded by present."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from taskmap.errors import Value
from taskmap.model.plan import Note
from taskmap.model.units import (
    BandId,
    CompetenceId,
    LeafId,
    MinutesPerWeek,
    RoleId,
    Share,
    TaskId,
)


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to change, as code and values (``free.course``: role, competence, persons …)."""

    code: str
    values: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Freeing:
    """The smallest change found by re-solving that lets a held leaf move.

    Args:
        minutes: a week that the giver is relieved of once it is freed.
        steps: all of them together are needed; leaving one out holds the leaf again.
        tried: every change in the list of possible ones was tried within the work limit; when
            ``steps`` is empty and this is true, nothing the unit decides frees it.
    """

    leaf: LeafId
    role: RoleId
    giver: RoleId
    minutes: MinutesPerWeek
    steps: tuple[Step, ...]
    tried: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Worth:
    """What one more of something short is worth.

    Args:
        of: "hour" of a role at work in a band; "free_hour", where its mapping is partial and the
            hour is entered as free too; "person" of a role who holds a competence; "krone".
        amount: how many more: 1, or the kroner that one more place on a course costs.
        relaxation: price units a week by dual values with the plan's whole numbers held; where
            they hide it, by those of the relaxation.
        checked: price units a week by solving again with so much more; None where the work limit
            came, or beyond the most valuable.
        minutes: of load a week saved by the same solve.
    """

    of: str
    role: RoleId | None = None
    band: BandId | None = None
    competence: CompetenceId | None = None
    amount: float = 1
    relaxation: float = 0.0
    checked: int | None = None
    minutes: MinutesPerWeek | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PathStep:
    """One decision on the way to a plan: the tasks that change together, and what is reached.

    Args:
        tasks: the smallest bundle after which every row holds.
        relieved: minutes a week this step relieves; ``net`` of what it costs.
        price_saved: by this step alone.
        price: of all steps so far, in the unit of the question's price.
        trained: (role, competence, persons) to train before it.
        rights: it puts something right (a breach, missed work, overload), and may cost.
        demanded: before it, what the question demands is not met; it may cost.
    """

    tasks: tuple[TaskId, ...]
    relieved: MinutesPerWeek
    net: MinutesPerWeek
    price_saved: int
    price: int
    trained: tuple[tuple[RoleId, CompetenceId, int], ...] = ()
    rights: bool = False
    demanded: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Path:
    """The next three decisions, and the way from there to the full plan.

    Args:
        first: how many steps make up the best plan with three changes; those that put something
            right are outside the three.
        left: tasks of the full plan that the way does not come to.
        loss: price units a week the full plan loses against the free optimum by starting so.
        gap: largest proven gap of the solves behind it.
        at_once: minutes a week that the free optimum relieves.
    """

    steps: tuple[PathStep, ...]
    first: int
    loss: int
    gap: float
    at_once: MinutesPerWeek
    left: tuple[TaskId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """One way of dividing the work between few and many hands, to compare.

    Args:
        weight: 0 is the plan as it is; more asks for fewer faces and roles.
        price: of time, in the unit of the question's price.
        tasks_per_role: leaves a role has a part in.
        faces: roles a patient meets in a chain or visit, summed over chains and bands.
        met_in: chains and bands the sum is over; 0: no chain is mapped, so nothing is counted.
        fragile: frequent leaves that hang on one role, or on one capable person.
    """

    weight: float
    price: int
    tasks_per_role: Mapping[RoleId, int]
    faces: int
    met_in: int
    fragile: int
    moves: int
    gap: float


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveSureness:
    """How a move fares when minutes and counts are drawn anew.

    Args:
        stays: share of samples in which the receiver takes at least half as much of the leaf.
        low, middle, high: net minutes a week of the move as planned: nine samples of ten lie
            between low and high, and as many below the middle as above it.
    """

    leaf: LeafId
    giver: RoleId | None
    receiver: RoleId
    stays: Share
    low: MinutesPerWeek
    middle: MinutesPerWeek
    high: MinutesPerWeek


@dataclass(frozen=True, slots=True, kw_only=True)
class Measurement:
    """An estimate worth measuring: what knowing it would be worth in the plan.

    Args:
        field: "minutes", "count" or "factor".
        role: whose factor.
        value: price units a week that knowing it beforehand saves, on average over samples.
    """

    leaf: LeafId
    field: str
    role: RoleId | None
    value: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sureness:
    """How sure a plan is, from a seeded sample of minutes and counts.

    Args:
        net_low, net_high: the plan's net minutes a week in 90 of 100 samples.
        assumed: ranges nobody has stated, taken for granted.
    """

    samples: int
    seed: int
    moves: tuple[MoveSureness, ...]
    measure_first: tuple[Measurement, ...]
    net_low: MinutesPerWeek
    net_high: MinutesPerWeek
    assumed: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortage:
    """A role and band that a strain overfills, or a leaf that would go undone."""

    role: RoleId | None
    band: BandId
    minutes: MinutesPerWeek  # above full hours, or undone
    leaf: LeafId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stress:
    """One thing that can happen, and whether today and the plan stand it.

    Args:
        code: "stress.ill", "stress.vacancy", "stress.summer".
        today: shortages with work divided as today; ``plan``: as the plan divides it.
        holds: the plan has no shortage that today does not have, nor a larger one.
        first: what breaks first: the largest shortage relative to full hours.
        left: shortages that remain when the plan may be re-divided under the strain.
        gap: proven gap of the overload in ``left``.
    """

    code: str
    values: Mapping[str, Value]
    today: tuple[Shortage, ...]
    plan: tuple[Shortage, ...]
    holds: bool
    first: Shortage | None
    left: tuple[Shortage, ...] = ()
    gap: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontPoint:
    """One plan on the trade-off between changes, training money and gain.

    Args:
        max_changes, training_kroner: what to ask for to get this plan; None: no limit.
        changes: tasks that change; ``kroner``: what its courses cost within the horizon.
        price_saved: price units a week against today; ``relieved``: minutes a week.
        righted: minutes a week of breaches put right; ``eased``: of work above somebody's hours.
        taken_up: minutes a week spent on work that is not done today. These three come before
            the gain, so money may go to them alone.
        gap: proven gap of its price.
        rough: what comes before the price is not proved; then neither is the gap.
    """

    max_changes: int | None
    training_kroner: float | None
    changes: int
    kroner: float
    price_saved: int
    relieved: MinutesPerWeek
    gap: float
    righted: MinutesPerWeek = 0
    taken_up: MinutesPerWeek = 0
    eased: MinutesPerWeek = 0
    rough: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """Points none of which is beaten on changes, money and gain at once; fewest changes first."""

    points: tuple[FrontPoint, ...]

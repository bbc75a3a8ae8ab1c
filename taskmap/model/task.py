"""Tasks: what is done, how often, how long it takes, and who does it today."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from taskmap.model.alternative import Alternative
from taskmap.model.amount import Count, Duration
from taskmap.model.judgement import LocalDecision, Risk
from taskmap.model.strain import Strain
from taskmap.model.units import (
    BandId,
    CompetenceId,
    Minutes,
    RoleId,
    RuleId,
    Share,
    TaskId,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Supervision:
    """Time a named role gives each occurrence in the hands of another role."""

    by: RoleId
    minutes: Minutes
    of: RoleId | None = None  # None: whoever newly does the task
    weeks: int | None = None  # None: as long as the plan looks ahead


@dataclass(frozen=True, slots=True)
class Window:
    """When in the day a task falls, minutes after midnight."""

    start: int
    end: int
    movable: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A share of a task's occurrences by complexity; None means as the task has it."""

    id: str
    name: str
    share: Share
    minutes: Duration | None = None
    competences: tuple[CompetenceId, ...] | None = None
    risk: Risk | None = None
    today: Mapping[BandId, Mapping[RoleId, Share]] | None = None
    decisions: tuple[LocalDecision, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """The smallest meaningful piece of work.

    Args:
        id: unique in the mapping.
        library: code in the task library, None for a task of the unit's own.
        name: the unit's own words; None: the library's.
        group: code of the task group; None: the library's.
        parent: id of the task this is a part of; only leaves carry counts and minutes.
        count: None on a parent.
        minutes: of ``minutes_of``; None on a parent.
        minutes_of: role the minutes belong to; None: the largest share today.
        factors: another role's minutes as a multiple of ``minutes``.
        today: shares of occurrences by role, by band; with missed work they make 1.
        missed: share of occurrences nobody does today, by band.
        competences: None: nobody has said; empty: none needed.
        divisible: False: one role in each band.
        one_role_all_bands: one role over the whole week.
        weight_if_missed: 1 to 5, what it means when the task is not done.
        risk: in the hands that do it today; ``risk_of`` in named hands.
        min_volume: occurrences a year a person needs to stay in practice.
        alternatives: other ways of meeting the need; used only where the question accepts them.
        unfinished: what is said of it so far may lack something; it counts nowhere.
        strain: marks of what makes it hard beside its minutes.
        rules, tags: beside those of the library.
        reason: why it is these hands here, for those who do it otherwise.
    """

    id: TaskId
    library: str | None = None
    name: str | None = None
    group: str | None = None
    parent: TaskId | None = None
    count: Count | None = None
    minutes: Duration | None = None
    minutes_of: RoleId | None = None
    factors: Mapping[RoleId, float] = field(default_factory=dict)
    today: Mapping[BandId, Mapping[RoleId, Share]] = field(default_factory=dict)
    missed: Mapping[BandId, Share] = field(default_factory=dict)
    competences: tuple[CompetenceId, ...] | None = None
    divisible: bool = True
    one_role_all_bands: bool = False
    cases: tuple[Case, ...] = ()
    weight_if_missed: int = 3
    risk: Risk | None = None
    risk_of: Mapping[RoleId, Risk] = field(default_factory=dict)
    decisions: tuple[LocalDecision, ...] = ()
    supervision: tuple[Supervision, ...] = ()
    window: Window | None = None
    min_volume: int | None = None
    alternatives: tuple[Alternative, ...] = ()
    unfinished: bool = False
    strain: tuple[Strain, ...] = ()
    rules: tuple[RuleId, ...] = ()
    tags: tuple[str, ...] = ()
    reason: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """Tasks that follow each other for one patient."""

    id: str
    name: str
    tasks: tuple[TaskId, ...]
    keep_together: bool = False
    handover_minutes: Minutes = 0.0

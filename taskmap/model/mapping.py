"""One unit's tasks, staffing and facts at one time."""

from collections.abc import Mapping as MappingOf
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from taskmap.model.leaf import Leaf, leaves_of
from taskmap.model.other_way import OtherWay, other_ways
from taskmap.model.staffing import Staffing
from taskmap.model.strain import Strain
from taskmap.model.task import Chain, Task
from taskmap.model.unit import Band, Unit
from taskmap.model.units import BandId, Hours, HoursPerWeek, LeafId, RoleId, Share, TaskId, VolumeId


@dataclass(frozen=True, slots=True)
class RegisteredTotal:
    """What a source gives as the sum of a registered week, to hold against the parts.

    Args:
        hours: of the whole week, as published.
        source: where it was read; None: the mapping's own source.
    """

    hours: Hours
    source: str | None = None


@dataclass(frozen=True, kw_only=True)
class Mapping:
    """One unit's tasks, staffing and facts at one time; one YAML document.

    Not slotted, so that the derived views are computed once.
    """

    unit: Unit
    on: date
    bands: tuple[Band, ...]
    volumes: MappingOf[VolumeId, float] = field(default_factory=dict)
    staffing: tuple[Staffing, ...] = ()
    tasks: tuple[Task, ...] = ()
    chains: tuple[Chain, ...] = ()
    sick_share: Share | None = None
    strain_weights: MappingOf[Strain, float] = field(default_factory=dict)  # the unit's own
    illustrative: bool = False
    source: str | None = None  # where published figures come from
    registered_total: RegisteredTotal | None = None  # of a published week
    purpose: str | None = None
    delete_after: date | None = None
    note: str | None = None

    @cached_property
    def band_ids(self) -> tuple[BandId, ...]:
        """The bands' ids in the document's order."""
        return tuple(band.id for band in self.bands)

    @cached_property
    def by_role(self) -> dict[RoleId, Staffing]:
        """Staffing by role."""
        return {staffing.role: staffing for staffing in self.staffing}

    @property
    def hours_assumed(self) -> dict[RoleId, HoursPerWeek]:
        """Rostered hours a week of roles whose hours are assumed."""
        return {
            one.role: sum((one.rostered or {}).values())
            for one in self.staffing
            if one.hours_assumed and one.rostered
        }

    @cached_property
    def by_task(self) -> dict[TaskId, Task]:
        """Tasks by id."""
        return {task.id: task for task in self.tasks}

    @cached_property
    def leaves(self) -> tuple[Leaf, ...]:
        """The tasks and cases that carry counts and minutes."""
        return leaves_of(self.tasks, self.volumes)

    @cached_property
    def other_ways(self) -> tuple[OtherWay, ...]:
        """The alternatives of all tasks, each with the work it brings instead."""
        return other_ways(self.leaves, self.volumes)

    @cached_property
    def by_leaf(self) -> dict[LeafId, Leaf]:
        """Leaves by id."""
        return {leaf.id: leaf for leaf in self.leaves}

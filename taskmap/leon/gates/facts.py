"""What the gates read: one frozen object for a mapping, a catalogue and a question."""

from collections.abc import Mapping as MappingOf
from dataclasses import dataclass

from taskmap.leon.gates.named import named_roles
from taskmap.model.capacity import Capacity
from taskmap.model.catalogue import Catalogue, LibraryTask, Role, Rule
from taskmap.model.covering import covering, library_task, tags_of
from taskmap.model.judgement import LocalDecision
from taskmap.model.leaf import Leaf
from taskmap.model.mapping import Mapping
from taskmap.model.question import Question
from taskmap.model.staffing import Staffing
from taskmap.model.task import Chain
from taskmap.model.units import BandId, RoleId, TaskId
from taskmap.workload import capacities


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """All a gate may look at.

    Args:
        capacities: hours of each role in each band.
        rules: rules in force that cover each task, by listing or by tag, in the catalogue's order.
        tags: of each task, its library task's included.
        chains: the chains each task is part of.
        named: roles somebody has named for each task of the library.
    """

    mapping: Mapping
    catalogue: Catalogue
    question: Question
    capacities: MappingOf[tuple[RoleId, BandId], Capacity]
    rules: MappingOf[TaskId, tuple[Rule, ...]]
    tags: MappingOf[TaskId, frozenset[str]]
    chains: MappingOf[TaskId, tuple[Chain, ...]]
    named: MappingOf[TaskId, frozenset[RoleId]]

    def staffing(self, role: Role) -> Staffing:
        """The role's staffing in the unit."""
        return self.mapping.by_role[role.id]

    def library(self, leaf: Leaf) -> LibraryTask | None:
        """The leaf's task in the library."""
        return library_task(leaf.task, self.catalogue)

    def decision(self, leaf: Leaf, role: Role) -> LocalDecision | None:
        """The latest decision about the role in force; a later line wins on the same day."""
        return self._latest(leaf, role, in_force=True)

    def coming_decision(self, leaf: Leaf, role: Role) -> LocalDecision | None:
        """The latest decision dated after the day asked about."""
        return self._latest(leaf, role, in_force=False)

    def _latest(self, leaf: Leaf, role: Role, *, in_force: bool) -> LocalDecision | None:
        day = self.question.as_of
        known = [d for d in leaf.decisions if d.role == role.id and (d.on <= day) == in_force]
        return max(reversed(known), key=lambda d: d.on, default=None)


def gather(mapping: Mapping, catalogue: Catalogue, question: Question) -> Facts:
    """Look everything up once."""
    tasks = [task for task in mapping.tasks if task.count is not None]
    return Facts(
        mapping=mapping,
        catalogue=catalogue,
        question=question,
        capacities=capacities(mapping, catalogue, question),
        rules={task.id: covering(task, catalogue) for task in tasks},
        tags={task.id: tags_of(task, catalogue) for task in tasks},
        chains={task.id: tuple(c for c in mapping.chains if task.id in c.tasks) for task in tasks},
        named=named_roles(mapping.leaves, catalogue),
    )

"""The price of one occurrence of a leaf in a role's hands, all that follows counted in."""

from collections.abc import Mapping as MappingOf
from dataclasses import dataclass
from math import ceil

from taskmap.leon.price import exchange, weights
from taskmap.model.catalogue import Catalogue, Course
from taskmap.model.leaf import Leaf
from taskmap.model.learning import to_learn
from taskmap.model.mapping import Mapping
from taskmap.model.question import Question
from taskmap.model.task import Chain, Supervision
from taskmap.model.unit import WEEKS_A_YEAR
from taskmap.model.units import RoleId
from taskmap.workload import handover_minutes

# Tasks done so often need two who can (method, section 4).
FREQUENT, CAPABLE = 2, 2


@dataclass(frozen=True, slots=True)
class Prices:
    """Prices in the unit of the question: level minutes, øre or scarcity minutes."""

    mapping: Mapping
    catalogue: Catalogue
    question: Question
    weights: MappingOf[RoleId, int]
    krone: float  # price of one krone

    def of(self, leaf: Leaf, role: RoleId) -> float:
        """``w x minutes`` + supervision + hand-over + training, for one occurrence."""
        direct = self.weights[role] * leaf.minutes.likely * leaf.factor(role)
        return direct + sum(
            part(leaf, role) for part in (self.supervision, self.handover, self.training)
        )

    def supervision(self, leaf: Leaf, role: RoleId) -> float:
        """Minutes of those who supervise, in their hands' price, over the horizon."""
        horizon = self.question.horizon_weeks
        new = role not in leaf.roles_today()
        return sum(
            self.weights.get(s.by, 0) * s.minutes * _weeks(s, horizon) / horizon
            for s in leaf.task.supervision
            if s.by != role and (s.of == role or (s.of is None and new))
        )

    def handover(self, leaf: Leaf, role: RoleId) -> float:
        """Hand-over minutes of chains the role is new in, spread over the leaf's occurrences."""
        per_week = sum(leaf.count.values())
        minutes = sum(
            handover_minutes(self.mapping, chain)
            for chain in self.mapping.chains
            if leaf.task_id in chain.tasks
            and not chain.keep_together
            and not self._takes_part(chain, role)
        )
        return self.weights[role] * minutes / per_week if minutes and per_week else 0.0

    def training(self, leaf: Leaf, role: RoleId) -> float:
        """Courses of those who must learn, spread over the occurrences of the horizon."""
        staffing, catalogue = self.mapping.by_role[role], self.catalogue
        missing = to_learn(staffing, leaf.competences or (), catalogue.competences)
        courses = [catalogue.course_for[c] for c in missing if c in catalogue.course_for]
        per_week = sum(leaf.count.values())
        occurrences = per_week * self.question.horizon_weeks
        if not courses or not occurrences:
            return 0.0
        persons = min(CAPABLE, max(1, staffing.persons)) if per_week >= FREQUENT else 1
        return persons * sum(self._course(course, role) for course in courses) / occurrences

    def _course(self, course: Course, role: RoleId) -> float:
        """Price of one person's course, renewals within the horizon counted in."""
        once = self.weights[role] * course.hours * 60 + self.krone * course.price
        if course.valid_years is None:
            return once
        valid_weeks = course.valid_years * WEEKS_A_YEAR
        return once * max(1, ceil(self.question.horizon_weeks / valid_weeks))

    def _takes_part(self, chain: Chain, role: RoleId) -> bool:
        return any(
            role in leaf.roles_today()
            for leaf in self.mapping.leaves
            if leaf.task_id in chain.tasks
        )


def _weeks(supervision: Supervision, horizon: int) -> int:
    return horizon if supervision.weeks is None else min(supervision.weeks, horizon)


def prices(mapping: Mapping, catalogue: Catalogue, question: Question) -> Prices:
    """Look the weights up once."""
    return Prices(
        mapping,
        catalogue,
        question,
        weights(mapping, catalogue, question),
        exchange(mapping, catalogue, question),
    )

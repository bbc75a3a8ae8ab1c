"""Where each leaf is done today, and the lowest effective level (matrix and ladder)."""

from collections.abc import Callable, Iterable
from collections.abc import Mapping as MappingOf
from dataclasses import dataclass

from taskmap.leon.occurrence_price import Prices, prices
from taskmap.model.catalogue import Catalogue
from taskmap.model.leaf import Leaf
from taskmap.model.mapping import Mapping
from taskmap.model.plan import LeafLevel
from taskmap.model.question import Question
from taskmap.model.ruling import Condition, Gate, Ruling, Rulings, Verdict
from taskmap.model.today import minutes_today, occurrences_today
from taskmap.model.units import LeafId, MinutesPerWeek, RoleId

PERMITTING = (Gate.LAW, Gate.POLICY, Gate.RISK)


def levels(
    mapping: Mapping,
    catalogue: Catalogue,
    question: Question,
    rulings: Rulings,
    planned: MappingOf[LeafId, MappingOf[RoleId, MinutesPerWeek]] | None = None,
) -> tuple[LeafLevel, ...]:
    """The level of every leaf, in the document's order (method, section 3, effective level).

    The matrix shows the goal: capacity, limits, budgets and continuity are left out.

    Args:
        mapping: the unit.
        catalogue: levels and courses.
        question: the price, the accepted conditions and the horizon.
        rulings: of every leaf and role.
        planned: minutes a week by leaf and role in a plan; None: as today.
    """
    view = _View(mapping, catalogue, question, rulings, prices(mapping, catalogue, question))
    return tuple(_level(leaf, view, planned) for leaf in mapping.leaves)


@dataclass(frozen=True, slots=True)
class _View:
    mapping: Mapping
    catalogue: Catalogue
    question: Question
    rulings: Rulings
    prices: Prices

    def roles(self, leaf: Leaf, allows: Callable[[Ruling], bool]) -> list[RoleId]:
        """Roles of the unit whose rulings are all allowed; outside the staff with hours only."""
        return [
            s.role
            for s in self.mapping.staffing
            if all(allows(ruling) for ruling in self.rulings[leaf.id, s.role])
            and self._at_hand(leaf, s.role)
        ]

    def _at_hand(self, leaf: Leaf, role: RoleId) -> bool:
        """A role outside the staff counts only with stated hours and written staff minutes."""
        if self.catalogue.roles[role].is_staff:
            return True
        return all(
            ruling.verdict is Verdict.PASS
            for ruling in self.rulings[leaf.id, role]
            if ruling.gate is Gate.CAPACITY
        )

    def permits(self, ruling: Ruling) -> bool:
        """Law, policy and risk let it through; the other gates are not asked."""
        return ruling.gate not in PERMITTING or accepted(ruling, self.question)

    def effective(self, ruling: Ruling) -> bool:
        """The same, and the competence is held or can be learned."""
        learned = ruling.verdict is Verdict.PASS or accepted(ruling, self.question)
        return self.permits(ruling) and (ruling.gate is not Gate.COMPETENCE or learned)

    def ready(self, ruling: Ruling) -> bool:
        """The same with competence held today."""
        held = ruling.gate is not Gate.COMPETENCE or ruling.verdict is Verdict.PASS
        return self.permits(ruling) and held

    def cheapest(self, leaf: Leaf, roles: Iterable[RoleId]) -> RoleId | None:
        """Lowest price of one occurrence; on a tie today's main role, then the lower level."""
        ranked = sorted(
            roles,
            key=lambda role: (
                round(self.prices.of(leaf, role), 6),
                -round(occurrences_today(leaf, role), 9),
                self.level(role),
                role,
            ),
        )
        return ranked[0] if ranked else None

    def level(self, role: RoleId) -> int:
        """The role's level in the catalogue."""
        return self.catalogue.roles[role].level


def accepted(ruling: Ruling, question: Question) -> bool:
    """Whether the question lets a receiver through this gate."""
    if ruling.verdict is Verdict.UNKNOWN:
        return question.open_unknown
    return ruling.verdict is Verdict.PASS or (
        ruling.verdict is Verdict.CONDITION and ruling.condition in question.accepted
    )


def _level(
    leaf: Leaf, view: _View, planned: MappingOf[LeafId, MappingOf[RoleId, MinutesPerWeek]] | None
) -> LeafLevel:
    today = {
        s.role: minutes_today(leaf, s.role)
        for s in view.mapping.staffing
        if s.role in leaf.roles_today()
    }
    effective = view.cheapest(leaf, view.roles(leaf, view.effective))
    ready = view.cheapest(leaf, view.roles(leaf, view.ready))
    permitted = view.roles(leaf, view.permits)
    return LeafLevel(
        leaf=leaf.id,
        today=today,
        effective=effective,
        effective_level=None if effective is None else view.level(effective),
        ready=ready,
        ready_level=None if ready is None else view.level(ready),
        permitted_level=min((view.level(role) for role in permitted), default=None),
        planned=dict(planned.get(leaf.id, {})) if planned is not None else today,
        needs_training=effective is not None and _must_learn(view.rulings[leaf.id, effective]),
    )


def _must_learn(rulings: tuple[Ruling, ...]) -> bool:
    return any(
        ruling.gate is Gate.COMPETENCE and ruling.condition is Condition.TRAIN for ruling in rulings
    )

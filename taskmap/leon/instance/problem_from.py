"""A mapping, a question and its rulings as a problem in whole numbers."""

from collections.abc import Callable
from collections.abc import Mapping as MappingOf
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

import numpy as np

from taskmap.leon.breaches import breaching
from taskmap.leon.instance.demands_from import Axes, demands_from
from taskmap.leon.instance.named import thought_of
from taskmap.leon.instance.option import Option
from taskmap.leon.instance.options import Options, comes_to_something, open_ways
from taskmap.leon.instance.passing import Passing
from taskmap.leon.instance.practice import Practice
from taskmap.leon.instance.problem import Flags, Problem, Watch, Whole
from taskmap.leon.instance.teaching import Learners, Teaching, teaching
from taskmap.leon.instance.units_of_change import units_of_change
from taskmap.leon.instance.upwards import only_upwards
from taskmap.leon.levels import accepted
from taskmap.leon.price import exchange, weights
from taskmap.model.capacity import Capacity
from taskmap.model.catalogue import Catalogue
from taskmap.model.leaf import Leaf
from taskmap.model.learning import holders
from taskmap.model.mapping import Mapping
from taskmap.model.other_way import OtherWay
from taskmap.model.question import Question
from taskmap.model.ruling import Condition, Rulings
from taskmap.model.task import Supervision
from taskmap.model.today import millionths
from taskmap.model.units import MILLION, BandId, CompetenceId, RoleId, TaskId
from taskmap.workload import capacities, handovers, reference_role
from taskmap.workload.asked import supervised_minutes


def problem_from(
    mapping: Mapping, catalogue: Catalogue, question: Question, rulings: Rulings
) -> Problem:
    """The problem a question asks of a mapping, in the document's order.

    Args:
        mapping: without errors; every role it names is in its staffing and in the catalogue.
        catalogue: competences, courses, kinds of role.
        question: price, limits, pins, accepted conditions.
        rulings: of every leaf and role of the staffing.
    """
    return _Assembly(mapping, catalogue, question, rulings).problem()


@dataclass(frozen=True)
class _Assembly:
    mapping: Mapping
    catalogue: Catalogue
    question: Question
    rulings: Rulings

    def problem(self) -> Problem:
        question, leaves = self.question, self.leaves
        units, group = units_of_change(self.mapping, self.ways)
        today, missed = self._today()
        lesson = self._teaching()
        return Problem(
            leaves=tuple(leaf.id for leaf in leaves),
            roles=self.roles,
            bands=self.bands,
            competences=self.competences,
            minutes=self._minutes(),
            occurrences=self._by_band(lambda leaf, b: round(leaf.count.get(b, 0.0) * MILLION)),
            missed_minutes=self._by_band(self._own_minutes),
            today=today,
            missed=missed,
            may_grow=self._may_grow,
            breach=self._pairs(lambda t, r: bool(breaching(self.rulings[t.id, r]))),
            missed_weight=np.array([leaf.task.weight_if_missed for leaf in leaves], dtype=int),
            change_unit=np.array(units, dtype=int),
            group=np.array(group, dtype=int),
            divisible=np.array([leaf.task.divisible for leaf in leaves], dtype=bool),
            one_role=np.array([leaf.task.one_role_all_bands for leaf in leaves], dtype=bool),
            pinned=np.array([leaf.id in question.demands.pinned for leaf in leaves], dtype=bool),
            needs=self._needs(),
            persons=np.array([s.persons if self._staff(s.role) else 0
                              for s in self.mapping.staffing], dtype=int),
            held=lesson.held,
            trainable=lesson.trainable,
            requires=lesson.requires,
            training=lesson.minutes,
            training_price=lesson.price,
            room=self._hours("room"),
            full=self._hours("full"),
            other=self._hours("other"),
            staff=np.array([self._staff(role) for role in self.roles], dtype=bool),
            price=self._prices(),
            watches=self._watches(),
            passings=self._passings(),
            practices=self._practices(),
            options=self._options(),
            rank=np.arange(1, max(units, default=-1) + 2),
            asked=demands_from(question, self._axes()),
            max_changes=question.max_changes,
            min_move=question.min_move,
            few_moves=question.few_moves,
        )  # fmt: skip

    @cached_property
    def leaves(self) -> tuple[Leaf, ...]:
        """Today's, and after them the work of every alternative that may be chosen."""
        return (*self.mapping.leaves, *(way.here for way in self.ways if way.here is not None))

    @cached_property
    def ways(self) -> tuple[OtherWay, ...]:
        """Alternatives that may be chosen."""
        known = open_ways(self.mapping, self.question, self.rulings)
        return tuple(way for way in known if comes_to_something(way, self.capacities))

    @cached_property
    def roles(self) -> tuple[RoleId, ...]:
        return tuple(staffing.role for staffing in self.mapping.staffing)

    @cached_property
    def bands(self) -> tuple[BandId, ...]:
        return self.mapping.band_ids

    @cached_property
    def competences(self) -> tuple[CompetenceId, ...]:
        """Competences some leaf asks for, and all they build on."""
        found: dict[CompetenceId, None] = {}
        waiting = [c for leaf in self.leaves for c in leaf.competences or ()]
        while waiting:
            competence = waiting.pop(0)
            if competence not in found:
                found[competence] = None
                known = self.catalogue.competences.get(competence)
                waiting.extend(known.requires if known else ())
        return tuple(found)

    @cached_property
    def capacities(self) -> MappingOf[tuple[RoleId, BandId], Capacity]:
        return capacities(self.mapping, self.catalogue, self.question)

    @cached_property
    def weights(self) -> MappingOf[RoleId, int]:
        return weights(self.mapping, self.catalogue, self.question)

    def _staff(self, role: RoleId) -> bool:
        return self.catalogue.roles[role].is_staff

    def _by_band(self, number: Callable[[Leaf, BandId], int]) -> Whole:
        rows = [[number(leaf, band) for band in self.bands] for leaf in self.leaves]
        return np.array(rows, dtype=np.int64).reshape(len(self.leaves), len(self.bands))

    def _pairs(self, holds: Callable[[Leaf, RoleId], bool]) -> Flags:
        rows = [[holds(leaf, role) for role in self.roles] for leaf in self.leaves]
        return np.array(rows, dtype=np.bool_).reshape(len(self.leaves), len(self.roles))

    def _own_minutes(self, leaf: Leaf, band: BandId) -> int:
        role = reference_role(leaf, self.catalogue)
        return leaf.whole_minutes(role or "", band)

    def _minutes(self) -> Whole:
        found = np.zeros((len(self.leaves), len(self.roles), len(self.bands)), dtype=np.int64)
        for t, leaf in enumerate(self.leaves):
            for b, band in enumerate(self.bands):
                if leaf.count.get(band, 0.0) > 0:
                    found[t, :, b] = [leaf.whole_minutes(role, band) for role in self.roles]
        return found

    def _today(self) -> tuple[Whole, Whole]:
        today = np.zeros((len(self.leaves), len(self.roles), len(self.bands)), dtype=np.int64)
        missed = np.zeros((len(self.leaves), len(self.bands)), dtype=np.int64)
        for t, leaf in enumerate(self.leaves):
            for b, band in enumerate(self.bands):
                # Fewer than one in a million weeks is none: the problem counts in millionths.
                if round(leaf.count.get(band, 0.0) * MILLION) > 0:
                    shares, left = millionths(leaf, band)
                    today[t, :, b] = [shares.get(role, 0) for role in self.roles]
                    missed[t, b] = left
        return today, missed

    @cached_property
    def _may_grow(self) -> Flags:
        def allowed(leaf: Leaf, role: RoleId) -> bool:
            if not all(accepted(ruling, self.question) for ruling in self.rulings[leaf.id, role]):
                return False
            if not thought_of(leaf, role, self.catalogue):
                return False
            watched = all(
                s.by in self.roles for s in leaf.task.supervision if _covers(s, leaf, role)
            )
            return watched and not self._too_high(leaf, role)

        return self._pairs(allowed)

    def _too_high(self, leaf: Leaf, role: RoleId) -> bool:
        # What must move may move up: the one who asks has seen it.
        if self.question.upwards or (leaf.id, role) in self.question.demands.forced:
            return False
        return only_upwards(leaf, role, self.weights, self.rulings, self.capacities)

    def _axes(self) -> Axes:
        return Axes(
            leaves=self.leaves,
            roles=self.roles,
            bands=self.bands,
            competences=self.competences,
            rulings=self.rulings,
            capacities=self.capacities,
            catalogue=self.catalogue,
        )

    def _hours(self, name: str) -> Whole:
        rows = [[getattr(self.capacities[r, b], name) for b in self.bands] for r in self.roles]
        return np.array(rows, dtype=np.int64).reshape(len(self.roles), len(self.bands))

    def _prices(self) -> Whole:
        return np.array([self.weights[role] for role in self.roles], dtype=np.int64)

    def _teaching(self) -> Teaching:
        held = np.array(
            [[holders(s, c, self.catalogue.competences) if self._staff(s.role) else 0
              for c in self.competences] for s in self.mapping.staffing],
            dtype=np.int64,
        ).reshape(len(self.roles), len(self.competences))  # fmt: skip
        accepted_training = Condition.TRAIN in self.question.accepted
        learners = Learners(
            competences=self.competences,
            held=held,
            wanted=self._wanted(),
            full=self._hours("full"),
            krone=exchange(self.mapping, self.catalogue, self.question)
            if accepted_training
            else None,
        )
        return teaching(self.mapping, self.catalogue, self.question, learners)

    def _wanted(self) -> Flags:
        """``[r, c]`` whether the role does, or may take, a leaf that asks for the competence."""
        takes = self._may_grow | self._pairs(lambda leaf, role: role in leaf.roles_today())
        return np.asarray(takes.T @ self._needs())

    def _needs(self) -> Flags:
        rows = [[c in (leaf.competences or ()) for c in self.competences] for leaf in self.leaves]
        return np.array(rows, dtype=bool).reshape(len(self.leaves), len(self.competences))

    def _options(self) -> tuple[Option, ...]:
        return Options(
            mapping=self.mapping,
            catalogue=self.catalogue,
            question=self.question,
            number={leaf.id: t for t, leaf in enumerate(self.leaves)},
            roles=self.roles,
            bands=self.bands,
            full=self._hours("full"),
        ).of(self.ways)

    def _practices(self) -> tuple[Practice, ...]:
        """By task; the work of its alternatives is other work."""
        found: dict[TaskId, list[int]] = {}
        for t, leaf in enumerate(self.mapping.leaves):
            if leaf.task.min_volume and any(round(n * MILLION) for n in leaf.count.values()):
                found.setdefault(leaf.task_id, []).append(t)
        tasks = self.mapping.by_task
        return tuple(
            Practice(name=task, leaves=tuple(leaves), volume=tasks[task].min_volume or 0)
            for task, leaves in found.items()
        )

    def _passings(self) -> tuple[Passing, ...]:
        return tuple(
            Passing(
                name=found.chain,
                leaves=tuple(t for t, x in enumerate(self.leaves) if x.task_id in found.tasks),
                minutes=tuple(found.minutes[band] for band in self.bands),
                order=tuple(self.roles.index(role) for role in found.order),
            )
            for found in handovers(self.mapping)
            if any(found.minutes.values())
        )

    def _watches(self) -> tuple[Watch, ...]:
        return tuple(
            self._watch(t, r, supervision)
            for t, leaf in enumerate(self.leaves)
            for r, role in enumerate(self.roles)
            for supervision in leaf.task.supervision
            if _covers(supervision, leaf, role) and supervision.by in self.roles
        )

    def _watch(self, t: int, r: int, supervision: Supervision) -> Watch:
        weeks, horizon = supervision.weeks, self.question.horizon_weeks
        part = Fraction(min(weeks, horizon), horizon) if weeks is not None else Fraction(1)
        minutes = (supervised_minutes(self.leaves[t], supervision, band) for band in self.bands)
        return Watch(
            leaf=t,
            role=r,
            by=self.roles.index(supervision.by),
            minutes=tuple(int(n * part + Fraction(1, 2)) for n in minutes),
            always=supervision.of == self.roles[r] and weeks is None,
        )


def _covers(supervision: Supervision, leaf: Leaf, role: RoleId) -> bool:
    """Whether it is asked of this role: the one named, or whoever does not do the leaf today."""
    if role == supervision.by:
        return False
    if supervision.of is None:
        return role not in leaf.roles_today() | leaf.before
    return supervision.of == role

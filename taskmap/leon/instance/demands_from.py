"""A question's demands on the axes of a problem."""

from collections.abc import Iterator
from collections.abc import Mapping as MappingOf
from dataclasses import dataclass

from taskmap.leon.instance.asked import Asked, Budget, Floor, GateCap
from taskmap.leon.instance.teaching import renewals
from taskmap.model.capacity import Capacity
from taskmap.model.catalogue import Catalogue
from taskmap.model.demands import Demands
from taskmap.model.leaf import Leaf
from taskmap.model.question import Question
from taskmap.model.ruling import Gate, Rulings, Verdict
from taskmap.model.units import MILLION, BandId, CompetenceId, LeafId, RoleId


@dataclass(frozen=True, slots=True, kw_only=True)
class Axes:
    """What the numbers of a problem stand for, and what the demands are read against."""

    leaves: tuple[Leaf, ...]
    roles: tuple[RoleId, ...]
    bands: tuple[BandId, ...]
    competences: tuple[CompetenceId, ...]
    rulings: Rulings
    capacities: MappingOf[tuple[RoleId, BandId], Capacity]
    catalogue: Catalogue


def demands_from(question: Question, axes: Axes) -> Asked:
    """The demands in whole numbers; what the unit does not have is left out."""
    demands = question.demands
    leaf = {found.id: t for t, found in enumerate(axes.leaves) if any(found.count.values())}
    role = {name: r for r, name in enumerate(axes.roles)}
    return Asked(
        pinned_roles=_known(demands.pinned_roles, role),
        forbidden=_forbidden(demands, axes, leaf, role),
        forbidden_roles=_known(demands.forbidden_roles, role),
        forced=_forced(demands, leaf, role),
        cap_leaf=tuple(
            sorted((leaf[t], round(s * MILLION)) for t, s in demands.cap_leaf.items() if t in leaf)
        ),
        cap_role=tuple(sorted((role[r], n) for r, n in demands.cap_role.items() if r in role)),
        gates=tuple(_gates(demands, axes)),
        budgets=tuple(_budgets(question, axes)),
        taken_out=tuple(
            (r, b, minutes)
            for r, name in enumerate(axes.roles)
            for b, band in enumerate(axes.bands)
            if (minutes := round(60 * demands.taken_out.get(name, {}).get(band, 0.0))) > 0
        ),
        floors=tuple(_floors(demands, axes)),
    )


def _known(names: frozenset[str], number: dict[str, int]) -> tuple[int, ...]:
    return tuple(sorted(number[name] for name in names if name in number))


def _forbidden(
    demands: Demands, axes: Axes, leaf: dict[LeafId, int], role: dict[RoleId, int]
) -> tuple[tuple[int, int], ...]:
    """The pairs as named; what a role must not take of a task, it must not take in another way."""
    found = {(leaf[t], role[r]) for t, r in demands.forbidden if t in leaf and r in role}
    tasks = {known.id: known.task_id for known in axes.leaves if known.alternative is None}
    other = [known for known in axes.leaves if known.alternative is not None and known.id in leaf]
    for name, r in demands.forbidden:
        ways = [way for way in other if tasks.get(name) == way.task_id and r in role]
        found.update((leaf[way.id], role[r]) for way in ways)
    return tuple(sorted(found))


def _forced(
    demands: Demands, leaf: dict[LeafId, int], role: dict[RoleId, int]
) -> tuple[tuple[int, int, int], ...]:
    return tuple(
        sorted(
            (leaf[t], role[r], round(share * MILLION))
            for (t, r), share in demands.forced.items()
            if t in leaf and r in role
        )
    )


def _gates(demands: Demands, axes: Axes) -> Iterator[GateCap]:
    for gate in Gate:
        pairs = tuple(
            (t, r)
            for t, leaf in enumerate(axes.leaves)
            for r, role in enumerate(axes.roles)
            if _on_condition(axes.rulings, gate, leaf.id, role)
        )
        if gate in demands.forbidden_gates:
            yield GateCap(gate=gate.value, most=0, pairs=pairs, banned=True)
        if gate in demands.cap_gate:
            yield GateCap(gate=gate.value, most=demands.cap_gate[gate], pairs=pairs)


def _on_condition(rulings: Rulings, gate: Gate, leaf: LeafId, role: RoleId) -> bool:
    return any(
        ruling.gate is gate and ruling.verdict is Verdict.CONDITION
        for ruling in rulings[leaf, role]
    )


def _budgets(question: Question, axes: Axes) -> Iterator[Budget]:
    """What one person's course takes of each budget, renewals within the horizon counted in."""
    demands = question.demands
    courses = [axes.catalogue.course_for.get(competence) for competence in axes.competences]
    times = [renewals(course, question) if course else 0 for course in courses]
    pairs = list(zip(courses, times, strict=True))
    if demands.training_kroner is not None:
        cents = tuple(round(100 * course.price) * n if course else 0 for course, n in pairs)
        most = round(100 * demands.training_kroner)
        yield Budget(kind="training_kroner", subject="", most=most, each=cents)
    if demands.training_hours is not None:
        minutes = tuple(round(60 * course.hours) * n if course else 0 for course, n in pairs)
        most = round(60 * demands.training_hours)
        yield Budget(kind="training_hours", subject="", most=most, each=minutes)
    for name in sorted(demands.seats):
        each = tuple(int(course is not None and course.id == name) for course in courses)
        yield Budget(kind="seats", subject=name, most=demands.seats[name], each=each)


def _floors(demands: Demands, axes: Axes) -> Iterator[Floor]:
    known = [axes.catalogue.roles[role] for role in axes.roles]
    for b, band in enumerate(axes.bands):
        if band in demands.registered_floor:
            yield Floor(
                band=b,
                presence=tuple(
                    axes.capacities[role.id, band].at_hand if role.is_staff else 0 for role in known
                ),
                registered=tuple(role.registered for role in known),
                share=round(demands.registered_floor[band] * MILLION),
            )

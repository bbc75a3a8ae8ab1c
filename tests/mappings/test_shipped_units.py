"""The invented units that ship: whole, staffed, unlike each other, and each with a story to tell.

``illustrative`` units are invented; the others carry published figures and have tests of their own.
Every unit is read and solved once, whatever number of tests ask for it.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest

from taskmap.catalogue import load
from taskmap.document import read_mapping, read_partnership
from taskmap.leon.suggest import suggest
from taskmap.model.amount import Basis
from taskmap.model.catalogue import Catalogue, RoleKind
from taskmap.model.finding import Finding, Severity
from taskmap.model.mapping import Mapping
from taskmap.model.partnership import Partnership
from taskmap.model.plan import BandMove, Move, MoveKind, Plan, RoleLoad
from taskmap.model.question import Question
from taskmap.model.ruling import Gate
from taskmap.model.today import minutes_today
from taskmap.model.unit import Country, Setting
from taskmap.model.units import RoleId, TaskId
from taskmap.workload import capacities

SHIPPED = Path(__file__).parents[2] / "mappings"
QUESTION = Question(as_of=date(2026, 11, 21))
# What holds some task wherever people share work; continuity holds where records and driving
# follow the visit.
GATES_EVERYWHERE = (Gate.LAW, Gate.POLICY, Gate.COMPETENCE, Gate.RISK, Gate.CAPACITY)


def documents(kind: bytes) -> tuple[Path, ...]:
    return tuple(
        p for p in sorted(SHIPPED.rglob("*.yaml")) if b"taskmap: " + kind in p.read_bytes()
    )


@cache
def read(path: Path) -> tuple[Mapping, tuple[Finding, ...]]:
    mapping, findings = read_mapping(path.read_bytes(), file=path.name)
    assert mapping is not None, findings
    return mapping, findings


@cache
def invented() -> tuple[Mapping, ...]:
    found = (read(path)[0] for path in documents(b"mapping"))
    return tuple(mapping for mapping in found if mapping.illustrative)


@cache
def partnerships() -> tuple[Partnership, ...]:
    found = (read_partnership(p.read_bytes(), file=p.name)[0] for p in documents(b"partnership"))
    return tuple(partnership for partnership in found if partnership is not None)


@cache
def plan_of(unit: str) -> Plan:
    mapping = by_id()[unit]
    return suggest(mapping, catalogue(mapping), QUESTION)


@cache
def by_id() -> dict[str, Mapping]:
    return {mapping.unit.id: mapping for mapping in invented()}


def catalogue(mapping: Mapping) -> Catalogue:
    return load(mapping.unit.country)


def each_unit() -> Iterator[Mapping]:
    return iter(invented())


each = pytest.mark.parametrize("mapping", invented(), ids=lambda m: m.unit.id)


def test_three_norwegian_municipalities_have_a_unit_of_each_kind() -> None:
    kinds = defaultdict(set)
    for mapping in each_unit():
        if mapping.unit.country is Country.NO:
            kinds[mapping.unit.organisation.id].add(mapping.unit.setting)
    assert len(kinds) == 3
    everyday = {Setting.NURSING_HOME, Setting.HOME_CARE, Setting.GP_HEALTH_CENTRE}
    assert all(settings == everyday for settings in kinds.values())


def test_sweden_has_a_hospital_ward_and_a_health_centre() -> None:
    swedish = {m.unit.setting for m in each_unit() if m.unit.country is Country.SE}
    assert swedish == {Setting.HOSPITAL_WARD, Setting.GP_HEALTH_CENTRE}


def test_every_invented_unit_belongs_to_a_partnership_that_tells_its_population() -> None:
    members = [member for partnership in partnerships() for member in partnership.members]
    named = {unit: member.organisation.id for member in members for unit in member.units}
    assert named == {m.unit.id: m.unit.organisation.id for m in each_unit()}
    assert all(member.population > 0 for member in members)
    assert all(partnership.illustrative for partnership in partnerships())


@pytest.mark.parametrize("path", documents(b"mapping"), ids=lambda p: p.stem)
def test_a_document_has_no_error_and_is_either_invented_or_sourced(path: Path) -> None:
    mapping, findings = read(path)
    assert [f for f in findings if f.severity is Severity.ERROR] == []
    assert mapping.illustrative != bool(mapping.source)
    assert mapping.purpose


@each
def test_tasks_come_from_the_library_in_both_levels(mapping: Mapping) -> None:
    assert 35 <= len(mapping.tasks) <= 90
    known = [catalogue(mapping).tasks[task.library] for task in mapping.tasks if task.library]
    assert len(known) >= 0.7 * len(mapping.tasks)
    assert {bool(task.parent) for task in known} == {True, False}
    parents = {task.parent for task in mapping.tasks if task.parent}
    assert parents, "no task is split into parts"
    assert all(mapping.by_task[parent].count is None for parent in parents)


@each
def test_minutes_are_estimates_and_the_purpose_is_no_control_of_time(mapping: Mapping) -> None:
    bases = {leaf.minutes.basis for leaf in mapping.leaves}
    assert bases == {Basis.ESTIMATE}
    assert mapping.purpose
    assert mapping.purpose.endswith(("ikke tidskontroll", "inte tidskontroll"))
    assert mapping.delete_after is not None
    assert mapping.delete_after > mapping.on


@each
def test_complete_roles_use_70_to_115_per_cent_of_their_hours(mapping: Mapping) -> None:
    full: dict[RoleId, int] = defaultdict(int)
    load_: dict[RoleId, int] = defaultdict(int)
    for (role, _), capacity in capacities(mapping, catalogue(mapping), QUESTION).items():
        full[role] += capacity.full
        load_[role] += capacity.load
    staff = catalogue(mapping).roles
    used = {
        role: load_[role] / full[role]
        for role, staffing in mapping.by_role.items()
        if staffing.complete and staff[role].kind is RoleKind.STAFF
    }
    assert len(used) >= 3, "too few roles are mapped completely"
    assert {role: round(u, 2) for role, u in used.items() if not 0.7 <= u <= 1.15} == {}


def divisions(mapping: Mapping) -> tuple[dict[str, dict[RoleId, float]], dict[str, float]]:
    """Each library code's minutes by role as shares, and its share of the unit's minutes."""
    minutes: dict[str, dict[RoleId, int]] = defaultdict(lambda: defaultdict(int))
    for leaf in mapping.leaves:
        for role in leaf.roles_today():
            if leaf.task.library:
                minutes[leaf.task.library][role] += minutes_today(leaf, role)
    total = {code: sum(by_role.values()) for code, by_role in minutes.items()}
    shares = {
        code: {role: n / total[code] for role, n in by_role.items()}
        for code, by_role in minutes.items()
        if total[code]
    }
    return shares, {code: total[code] / sum(total.values()) for code in shares}


def overlap(one: Mapping, other: Mapping) -> float:
    """How alike two units divide the work they both do, 0 to 1.

    For each library code that both have: the part of its minutes that lies with the same role in
    both (the sum over roles of the smaller share). The mean over those codes, each weighing its
    share of either unit's hours. Two units that share no code share nothing.
    """
    (a, weight_a), (b, weight_b) = divisions(one), divisions(other)
    both = sorted(set(a) & set(b))
    weight = {code: weight_a[code] + weight_b[code] for code in both}
    same = {code: sum(min(a[code][r], b[code].get(r, 0)) for r in a[code]) for code in both}
    return sum(weight[c] * same[c] for c in both) / sum(weight.values()) if both else 0.0


def test_a_unit_overlaps_wholly_with_itself() -> None:
    first = invented()[0]
    assert overlap(first, first) == pytest.approx(1)


def test_no_two_units_share_more_than_70_per_cent_of_their_divisions() -> None:
    alike = {
        (a.unit.id, b.unit.id): round(overlap(a, b), 3)
        for a, b in combinations(invented(), 2)
        if overlap(a, b) > 0.7
    }
    assert alike == {}


@each
def test_a_unit_gives_at_least_three_moves_of_some_size(mapping: Mapping) -> None:
    moves = plan_of(mapping.unit.id).moves
    tasks = {task_of(move) for move in moves if move.giver and move.minutes.relieved >= 30}
    assert len(tasks) >= 3


@each
def test_every_gate_that_applies_holds_a_task(mapping: Mapping) -> None:
    holding = {r.gate for held in plan_of(mapping.unit.id).held for r in held.rulings}
    assert set(GATES_EVERYWHERE) - holding == set()


def test_continuity_holds_tasks_in_wards_and_home_care() -> None:
    for mapping in each_unit():
        if mapping.unit.setting in {Setting.NURSING_HOME, Setting.HOME_CARE}:
            plan = plan_of(mapping.unit.id)
            gates = {r.gate for held in plan.held for r in held.rulings}
            kept = [chain for chain in mapping.chains if chain.keep_together]
            assert Gate.CONTINUITY in gates or kept


def test_a_breach_is_told_and_put_right_first() -> None:
    plans = [plan_of(m.unit.id) for m in each_unit()]
    breached = [plan for plan in plans if plan.breaches]
    assert breached
    repaired = [p for p in breached if any(b.left < b.minutes for b in p.breaches)]
    assert repaired
    assert all(plan.moves[0].kind is MoveKind.REPAIR for plan in repaired)


def test_a_breach_without_room_tells_the_hours_that_lack() -> None:
    assert any(breach.left for m in each_unit() for breach in plan_of(m.unit.id).breaches)


def test_a_cascade_fits_only_because_another_move_makes_room() -> None:
    assert any(cascade(plan_of(m.unit.id)) for m in each_unit())


def test_a_move_is_cut_in_one_band_and_goes_through_in_another() -> None:
    moves = [move for m in each_unit() for move in plan_of(m.unit.id).moves]
    cut = [m for m in moves if 0 < len({band for band, _ in m.cut_by}) < len(m.bands)]
    assert any("full" in code for move in cut for _, code in move.cut_by)


def test_roles_mapped_in_part_are_no_free_room() -> None:
    halves = [
        (m, staffing.role)
        for m in each_unit()
        for staffing in m.staffing
        if not staffing.complete and staffing.posts and staffing.free_hours
    ]
    assert halves
    for mapping, role in halves:
        free = sum(mapping.by_role[role].free_hours.values()) * 60
        gained = net_gain(plan_of(mapping.unit.id), role)
        assert gained <= free + 1


def test_the_units_together_use_what_a_mapping_can_say() -> None:
    tasks = [task for m in each_unit() for task in m.tasks]
    assert any(task.cases for task in tasks)
    assert any(not task.divisible for task in tasks)
    assert any(task.supervision for task in tasks)
    assert any(task.missed for task in tasks)
    assert any(task.count and task.competences is None for task in tasks)
    assert any(task.factors for task in tasks)
    assert any(task.window for task in tasks)
    assert any(chain.keep_together for m in each_unit() for chain in m.chains)
    assert any(chain.handover_minutes for m in each_unit() for chain in m.chains)


def task_of(move: Move) -> TaskId:
    return move.leaf.partition("/")[0]


def moved_into(plan: Plan, role: RoleId, band: str) -> int:
    return sum(part.taken_on for part in parts(plan, band, receiver=role))


def moved_out(plan: Plan, role: RoleId, band: str) -> int:
    return sum(part.relieved for part in parts(plan, band, giver=role))


def parts(
    plan: Plan, band: str, *, receiver: RoleId | None = None, giver: RoleId | None = None
) -> list[BandMove]:
    return [
        part
        for move in plan.moves
        for part in move.bands
        if part.band == band and (move.receiver == receiver or (giver and move.giver == giver))
    ]


def net_gain(plan: Plan, role: RoleId) -> int:
    """Minutes a week a role has more of in the plan than today."""
    return role_load(plan, role).total("plan") - role_load(plan, role).total("baseline")


def role_load(plan: Plan, role: RoleId) -> RoleLoad:
    return next(found for found in plan.roles if found.role == role)


def cascade(plan: Plan) -> list[tuple[RoleId, str]]:
    """Roles and bands that take on more than they had room for, since they give work away."""
    return [
        (loads.role, band.band)
        for loads in plan.roles
        for band in loads.bands
        if moved_out(plan, loads.role, band.band) >= 30
        and moved_into(plan, loads.role, band.band)
        > max(0, band.room - band.baseline - band.other) + 30
    ]

"""Questions whose answers would free minutes (*Avklares*): asked, never counted as moves."""

from collections import defaultdict
from collections.abc import Hashable
from dataclasses import dataclass

from taskmap.leon.telling.flows import flows
from taskmap.leon.telling.moves import Moving
from taskmap.model.covering import library_task
from taskmap.model.leaf import Leaf
from taskmap.model.plan import OpenQuestion
from taskmap.model.ruling import Answerer, Gate, Ruling, Verdict
from taskmap.model.units import LeafId, RoleId

# What one answer settles: the unit, the task, the task in one role's hands, the role, the values.
WHOLE_UNIT = frozenset({"law.not_covered"})
WHOLE_TASK = frozenset({"competence.not_stated", "risk.not_assessed"})
WHOLE_ROLE = frozenset({"policy.not_opened", "competence.nobody"})
BY_VALUES = frozenset({"law.unverified", "competence.no_course"})
GRAVE = 4  # consequence from which a doctor answers for the risk of treatment
TREATMENT = frozenset(
    {"medication", "prescribing", "assessment", "procedure", "emergency", "wound"}
)


@dataclass(frozen=True, slots=True)
class _Gain:
    leaf: LeafId
    role: RoleId
    ruling: Ruling
    minutes: int


def has_unknown(moving: Moving) -> bool:
    """Whether any ruling is unknown, so that asking again with them open can differ."""
    return any(r.verdict is Verdict.UNKNOWN for rulings in moving.rulings.values() for r in rulings)


def open_questions(opened: Moving) -> tuple[OpenQuestion, ...]:
    """The questions of a plan made with ``unknown`` taken as allowed, most minutes first."""
    grouped: dict[Hashable, list[_Gain]] = defaultdict(list)
    for gain in _gains(opened):
        grouped[_settles(opened.mapping.by_leaf[gain.leaf], gain)].append(gain)
    found = [_question(opened, gains) for gains in grouped.values()]
    place = {leaf: i for i, leaf in enumerate(opened.problem.leaves)}
    return tuple(sorted(found, key=lambda q: (-q.minutes, place[q.leaf], q.gate, q.role)))


def _gains(opened: Moving) -> list[_Gain]:
    p = opened.problem
    found: list[_Gain] = []
    for route, bands in flows(p, opened.solution).items():
        if not route.is_move:
            continue
        leaf, role = p.leaves[route.leaf], p.roles[route.receiver]
        minutes = sum(flow.relieved for flow in bands.values())
        unknown = [r for r in opened.rulings[leaf, role] if r.verdict is Verdict.UNKNOWN]
        found.extend(_Gain(leaf, role, ruling, minutes) for ruling in unknown if minutes > 0)
    return found


def _settles(leaf: Leaf, gain: _Gain) -> Hashable:
    code = gain.ruling.code
    if code in WHOLE_UNIT:
        return code
    if code in WHOLE_TASK:
        return code, leaf.task_id
    if code in WHOLE_ROLE:
        return code, gain.role
    if code in BY_VALUES:
        return code, repr(sorted(gain.ruling.values.items()))
    return code, leaf.task_id, gain.role


def _question(opened: Moving, gains: list[_Gain]) -> OpenQuestion:
    first = max(gains, key=lambda gain: gain.minutes)
    others = dict.fromkeys(gain.leaf for gain in gains if gain.leaf != first.leaf)
    return OpenQuestion(
        leaf=first.leaf,
        role=first.role,
        gate=first.ruling.gate,
        code=first.ruling.code,
        minutes=sum(gain.minutes for gain in gains),
        who=_who(opened, opened.mapping.by_leaf[first.leaf], first.ruling),
        also_answers=tuple(others),
    )


def _who(opened: Moving, leaf: Leaf, ruling: Ruling) -> Answerer:
    """The leader; a doctor for grave risk in treatment; the committee for law and what is opened.

    A demanding shower is grave too, and no matter for a doctor: staff and leader know it best.
    """
    if ruling.gate is Gate.RISK:
        grave = leaf.risk is not None and leaf.risk.consequence >= GRAVE
        library = library_task(leaf.task, opened.catalogue)
        group = leaf.task.group or (library.group if library else None)
        return Answerer.DOCTOR if grave and group in TREATMENT else Answerer.LEADER
    if ruling.gate is Gate.LAW or ruling.code == "policy.not_opened":
        return Answerer.COMMITTEE
    return Answerer.LEADER

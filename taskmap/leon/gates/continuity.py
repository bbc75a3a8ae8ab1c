"""Gate 5, continuity: visits that stay whole, hand-overs, and at least two who can."""

from taskmap.errors import Value
from taskmap.leon.gates.facts import Facts
from taskmap.model.catalogue import Role
from taskmap.model.leaf import Leaf
from taskmap.model.mapping import Mapping
from taskmap.model.ruling import Gate, Ruling, Verdict
from taskmap.model.task import Chain
from taskmap.workload import handover_minutes

# From so many occurrences a week a task must not hang on one person.
FREQUENT = 2
CAPABLE = 2


def rule(leaf: Leaf, role: Role, facts: Facts) -> Ruling:
    """What the move would mean for the patient's visit, the chain and the number who can.

    Why: many faces and split visits cost quality, and a frequent task that one person can do
    stops when that person is away.
    Source: the mapping's chains; the plan keeps groups together, pays for hand-overs and counts
    capable persons, so this gate tells and does not block what the plan handles. It blocks one
    thing: records, driving, reports and meetings follow those whose work they belong to.
    Example: a visit of shower, wound and medicine marked ``keep_together`` moves as one or stays.
    """
    library = facts.library(leaf)
    kept = any(chain.keep_together for chain in facts.chains[leaf.task_id])
    if library is not None and library.follows_work and not kept and role.id not in leaf.before:
        return Ruling(gate=Gate.CONTINUITY, verdict=Verdict.FAIL, code="continuity.follows_work")
    persons = facts.staffing(role).persons
    per_week = sum(leaf.count.values())
    if role.is_staff and per_week >= FREQUENT and persons < CAPABLE:
        return _told("continuity.few_persons", persons=persons, per_week=round(per_week, 6))
    for chain in facts.chains[leaf.task_id]:
        if chain.keep_together:
            return _told("continuity.together", group=chain.id, tasks=chain.tasks)
    for chain in facts.chains[leaf.task_id]:
        if chain.handover_minutes > 0 and role.id not in _roles_in(chain, facts.mapping):
            minutes = handover_minutes(facts.mapping, chain)
            return _told("continuity.handover", chain=chain.id, minutes=minutes)
    return _told("continuity.free")


def _roles_in(chain: Chain, mapping: Mapping) -> set[str]:
    return {
        role
        for leaf in mapping.leaves
        if leaf.task_id in chain.tasks
        for role in leaf.roles_today()
    }


def _told(code: str, **values: Value) -> Ruling:
    return Ruling(gate=Gate.CONTINUITY, verdict=Verdict.PASS, code=code, values=values)

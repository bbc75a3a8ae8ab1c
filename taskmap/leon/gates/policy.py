"""Gate 2, policy: what the unit or its owner has decided."""

from taskmap.leon.gates.facts import Facts
from taskmap.model.catalogue import Role
from taskmap.model.judgement import DecisionKind, LocalDecision
from taskmap.model.leaf import Leaf
from taskmap.model.ruling import Condition, Gate, Ruling, Verdict
from taskmap.model.today import occurrences_today
from taskmap.workload.capacity import is_open


def rule(leaf: Leaf, role: Role, facts: Facts) -> Ruling:
    """Local decisions open and close; silence asks for a decision, where somebody named the role.

    Why: who does what is the employer's to decide, and the one who decides answers for it.
    Source: the mapping's ``decisions``, dated, with the office that decided.
    Example: a decision of 1 September 2026 allows food hosts to take the kitchen: ``pass`` from
    that day. A pilot until 31 December is the condition ``pilot`` until then, and asks for a new
    decision after. Practice is as good as a decision for a role that does the task today. For a
    task of the library, a role that neither the library nor practice nor education names needs a
    decision first: nobody has ever said that cleaners write the records. So does a role hired for
    one purpose, whose hours are filled to the brim with it. Another way of doing a task rests on a
    decision of its own: practice of the old way is none, and only decisions about it count.
    """
    if not role.is_staff and not is_open(facts.staffing(role), facts.question):
        return Ruling(
            gate=Gate.POLICY,
            verdict=Verdict.UNKNOWN,
            code="policy.not_opened",
            values={"kind": role.kind.value},
        )
    decision = facts.decision(leaf, role)
    return _silence(leaf, role, facts) if decision is None else said(decision, facts)


def said(decision: LocalDecision, facts: Facts) -> Ruling:
    """What a decision made by the day asked about says on that day."""
    if decision.until is not None and decision.until < facts.question.as_of:
        return _decide("policy.ended", decision, until=decision.until.isoformat())
    return _in_force(decision)


def _in_force(decision: LocalDecision) -> Ruling:
    match decision.kind:
        case DecisionKind.ALLOWED:
            return _told("policy.allowed", Verdict.PASS, decision)
        case DecisionKind.NOT_ALLOWED:
            return _told("policy.not_allowed", Verdict.FAIL, decision)
        case DecisionKind.CONDITIONS:
            return _decide("policy.conditions", decision, conditions=decision.conditions)
        case DecisionKind.PILOT:
            until = decision.until.isoformat() if decision.until else None
            return Ruling(
                gate=Gate.POLICY,
                verdict=Verdict.CONDITION,
                condition=Condition.PILOT,
                code="policy.pilot",
                values={**_who(decision), "until": until},
            )


def _silence(leaf: Leaf, role: Role, facts: Facts) -> Ruling:
    coming = facts.coming_decision(leaf, role)
    if role.id in leaf.roles_today():
        done = occurrences_today(leaf, role.id) / sum(leaf.count.values())
        return Ruling(
            gate=Gate.POLICY,
            verdict=Verdict.PASS,
            code="policy.practice_today",
            values={"share": round(done, 6)},
        )
    if coming is not None:
        return _decide("policy.not_yet", coming)
    if leaf.alternative is not None and (role.id in leaf.before or leaf.alternative.names(role.id)):
        return _undecided("policy.way_undecided")
    if facts.staffing(role).dedicated:
        return Ruling(gate=Gate.POLICY, verdict=Verdict.FAIL, code="policy.dedicated")
    if _unheard_of(leaf, role, facts):
        library = facts.library(leaf)
        return Ruling(
            gate=Gate.POLICY,
            verdict=Verdict.FAIL,
            code="policy.not_named",
            values={"roles": library.usual_roles if library else ()},
        )
    return _undecided("policy.undecided")


def _undecided(code: str) -> Ruling:
    return Ruling(
        gate=Gate.POLICY,
        verdict=Verdict.CONDITION,
        condition=Condition.DECIDE,
        code=code,
    )


def _unheard_of(leaf: Leaf, role: Role, facts: Facts) -> bool:
    """Not among those named; for a task of the unit's own, whoever is outside the staff."""
    named = facts.named.get(leaf.task_id)
    return not role.is_staff if named is None else role.id not in named


def _who(decision: LocalDecision) -> dict[str, str]:
    return {"office": decision.office, "date": decision.on.isoformat()}


def _told(code: str, verdict: Verdict, decision: LocalDecision) -> Ruling:
    return Ruling(gate=Gate.POLICY, verdict=verdict, code=code, values=_who(decision))


def _decide(code: str, decision: LocalDecision, **values: str | None) -> Ruling:
    return Ruling(
        gate=Gate.POLICY,
        verdict=Verdict.CONDITION,
        condition=Condition.DECIDE,
        code=code,
        values={**_who(decision), **values},
    )

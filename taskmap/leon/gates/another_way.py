"""What is asked of another way of doing a task, whoever does it."""

from collections.abc import Iterator

from taskmap.leon.gates.facts import Facts
from taskmap.leon.gates.policy import said
from taskmap.model.alternative import AlternativeKind
from taskmap.model.catalogue import Effect
from taskmap.model.judgement import DecisionKind, LocalDecision
from taskmap.model.other_way import OtherWay
from taskmap.model.ruling import Condition, Gate, Ruling, Verdict

GRAVE = 4  # of 5: a consequence from which doing less is weighed by those who answer for it
DOES_LESS = frozenset({AlternativeKind.STOP, AlternativeKind.SIMPLIFY})
BINDING = frozenset({Effect.EXCLUSIVE, Effect.REQUIRES})


def rulings(way: OtherWay, facts: Facts) -> tuple[Ruling, ...]:
    """The way's own rulings: whether less may be done, by whose decision, and with what visit.

    Why: to stop or simplify is no move between hands, so no role's gates would stop it. A task a
    rule of law speaks of, or whose omission is grave, is not dropped because it saves time.
    Source: the mapping's decisions about the alternative; the rules that cover the task; its weight
    when missed and its consequence.
    Example: to stop weighing everybody each week asks for a decision. To stop a weekly round that
    weighs 4 of 5 when missed asks for one that names it, and tells so.
    """
    return tuple(_all(way, facts))


# By whether a rule binds, and whether it has been decided.
_LESS = {
    (True, False): "law.less",
    (True, True): "law.less_decided",
    (False, False): "risk.less",
    (False, True): "risk.less_decided",
}


def _all(way: OtherWay, facts: Facts) -> Iterator[Ruling]:
    if way.alternative.kind in DOES_LESS:
        yield from _weighed(way, facts)
    if way.alternative.kind is AlternativeKind.STOP:
        yield _decided(way, facts)
    group = [chain for chain in facts.chains[way.task.id] if chain.keep_together]
    if group:
        yield Ruling(
            gate=Gate.CONTINUITY,
            verdict=Verdict.FAIL,
            code="continuity.visit_kept",
            values={"group": group[0].id, "tasks": group[0].tasks},
        )


def _weighed(way: OtherWay, facts: Facts) -> Iterator[Ruling]:
    rules = [rule for rule in facts.rules[way.task.id] if rule.effect in BINDING]
    risks = [leaf.risk.consequence for leaf in way.stands_for if leaf.risk is not None]
    weight = max(way.task.weight_if_missed, *risks, 0)
    if not rules and weight < GRAVE:
        return
    decision = _latest(way, facts)
    decided = decision is not None and decision.kind is DecisionKind.ALLOWED
    yield Ruling(
        gate=Gate.LAW if rules else Gate.RISK,
        verdict=Verdict.PASS if decided else Verdict.CONDITION,
        condition=None if decided else Condition.DECIDE,
        code=_LESS[bool(rules), decided],
        values={"rules": tuple(rule.id for rule in rules)} if rules else {"weight": weight},
        sources=tuple(rule.id for rule in rules),
    )


def _decided(way: OtherWay, facts: Facts) -> Ruling:
    """What is stopped has no receiver: any role's decision about it is a decision."""
    decision = _latest(way, facts)
    if decision is not None:
        return said(decision, facts)
    return Ruling(
        gate=Gate.POLICY,
        verdict=Verdict.CONDITION,
        condition=Condition.DECIDE,
        code="policy.stop_undecided",
    )


def _latest(way: OtherWay, facts: Facts) -> LocalDecision | None:
    """The latest decision about the alternative that is in force."""
    day = facts.question.as_of
    known = [
        decision
        for decision in way.alternative.decisions
        if decision.on <= day and (decision.until is None or decision.until >= day)
    ]
    return max(reversed(known), key=lambda decision: decision.on, default=None)

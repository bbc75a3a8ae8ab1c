"""Gate 1, law: what the rule catalogue says of a task in a role's hands."""

from collections.abc import Iterator

from taskmap.errors import Value
from taskmap.leon.gates.facts import Facts
from taskmap.leon.gates.lifting import Lift, lift
from taskmap.model.catalogue import Effect, Role, Rule
from taskmap.model.judgement import DecisionKind
from taskmap.model.leaf import Leaf
from taskmap.model.learning import holders
from taskmap.model.ruling import Condition, Gate, Ruling, Verdict

# A tag says the task is the act; listed without the tag, the rule stands behind the task and the
# named role may leave the carrying out to others where the rule shares it.
SHARED = frozenset(
    {"decision_not_carrying_out", "carrying_out_shared", "shared", "follows_the_care"}
)
STRICTNESS = (Condition.DECIDE, Condition.TRAIN, Condition.SUPERVISE, Condition.ASSESS)
# Which pass is told when several rules let the role through.
TELLING = ("law.delegated", "law.permitted", "law.condition_met", "law.named")


def rule(leaf: Leaf, role: Role, facts: Facts) -> Ruling:
    """The worst of what the covering rules say; silence in a covered setting passes.

    Why: a task the law reserves stays with the roles it names, unless a rule in force lifts that.
    Source: the country's rule catalogue, dated; each ruling names its rule.
    Example: in Sweden giving medicines is reserved to nurses and doctors. The delegation rule lifts
    that for an undersköterska who is assessed and taught: condition ``train``. In Norway the death
    certificate is the doctor's, and nothing lifts it: ``fail``.
    """
    said = [
        found
        for covering in facts.rules[leaf.task_id]
        for found in _say(covering, leaf, role, facts)
    ]
    setting = facts.mapping.unit.setting.value
    if setting not in facts.catalogue.covered_settings:
        said.append(_told(Verdict.UNKNOWN, "law.not_covered", (), facts, setting=setting))
    if not said:
        return _told(Verdict.PASS, "law.no_special_rule", (facts.catalogue.general_duty,), facts)
    return max(said, key=_weight)


def _weight(ruling: Ruling) -> tuple[int, int]:
    if ruling.condition in STRICTNESS:
        return ruling.verdict.rank, STRICTNESS.index(ruling.condition)
    if ruling.code in TELLING:
        return ruling.verdict.rank, -TELLING.index(ruling.code)
    return ruling.verdict.rank, 0


def _say(rule: Rule, leaf: Leaf, role: Role, facts: Facts) -> Iterator[Ruling]:
    """What one covering rule says of the role; nothing when it neither blocks nor asks."""
    match rule.effect:
        case Effect.EXCLUSIVE if rule.roles is not None:
            yield _exclusive(rule, leaf, role, facts)
        case Effect.REQUIRES if rule.needs and role.id not in (rule.roles or ()):
            yield _needs(rule, Condition(rule.needs), leaf, role, facts)
        case Effect.PERMITS if _asks(rule, leaf, role, facts):
            yield _needs(rule, Condition(rule.needs or Condition.ASSESS), leaf, role, facts)
        case _:
            return


def _asks(rule: Rule, leaf: Leaf, role: Role, facts: Facts) -> bool:
    """Whether a rule on delegation asks something although nothing is reserved."""
    reserved = {r.id for r in facts.rules[leaf.task_id] if r.effect is Effect.EXCLUSIVE}
    by_tag = not facts.tags[leaf.task_id].isdisjoint(rule.tags)
    asks = rule.roles_are == "delegator" and rule.needs is not None and by_tag
    return asks and role.id not in (rule.roles or ()) and reserved.isdisjoint(rule.exception_to)


def _exclusive(rule: Rule, leaf: Leaf, role: Role, facts: Facts) -> Ruling:
    named = rule.roles or ()
    if role.id in named:
        return _told(Verdict.PASS, "law.named", (rule.id,), facts, **_rule(rule))
    lifted = lift(rule, role, facts.rules[leaf.task_id])
    if lifted is not None:
        return _lifted(lifted, rule, leaf, role, facts)
    behind = facts.tags[leaf.task_id].isdisjoint(rule.tags)
    if behind and rule.delegation in SHARED:
        if role.id in leaf.roles_today():
            return _met(rule, Condition.SUPERVISE, facts)
        return _condition("law.carried_out", Condition.SUPERVISE, rule, facts, roles=named)
    if rule.verified:
        verdict, code = Verdict.FAIL, "law.exclusive"
    else:
        # A rule whose text nobody saw stops new moves; work done today is no breach of it.
        today = role.id in leaf.roles_today()
        verdict, code = (Verdict.UNKNOWN if today else Verdict.FAIL), "law.unverified"
    return _told(verdict, code, (rule.id, *rule.sources), facts, **_rule(rule), roles=named)


def _lifted(lifted: Lift, reserved: Rule, leaf: Leaf, role: Role, facts: Facts) -> Ruling:
    by, needs = lifted.by, lifted.needs
    values: dict[str, Value] = {**_rule(by), "lifts": reserved.id}
    sources = (by.id, reserved.id)
    if needs is None:
        return _told(Verdict.PASS, "law.permitted", sources, facts, **values)
    decision = facts.decision(leaf, role)
    ended = decision and decision.until is not None and decision.until < facts.question.as_of
    if decision and decision.kind is DecisionKind.ALLOWED and not ended:
        who: dict[str, Value] = {"office": decision.office, "date": decision.on.isoformat()}
        return _told(Verdict.PASS, "law.delegated", sources, facts, **values, **who)
    if _fulfilled(needs, leaf, role, facts):
        if by.roles_are != "delegator" or role.id in leaf.practised_by():
            return _met(by, needs, facts)
        needs = Condition.DECIDE  # the knowledge is there; the personal delegation is not
    code = "law.self_care" if by.roles_are == "assessor" else "law.delegation"
    return _condition(
        code, needs, by, facts, sources=sources, lifts=reserved.id, roles=by.roles or ()
    )


def _needs(rule: Rule, needs: Condition, leaf: Leaf, role: Role, facts: Facts) -> Ruling:
    if _fulfilled(needs, leaf, role, facts):
        return _met(rule, needs, facts)
    return _condition("law.requires", needs, rule, facts)


def _fulfilled(needs: Condition, leaf: Leaf, role: Role, facts: Facts) -> bool:
    """Whether the unit already meets what a rule asks: it is practice, or it is taught."""
    if role.id in leaf.practised_by():
        return True
    if needs is not Condition.TRAIN or not leaf.competences or not role.is_staff:
        return False
    staffing, known = facts.staffing(role), facts.catalogue.competences
    return all(holders(staffing, competence, known) > 0 for competence in leaf.competences)


def _met(rule: Rule, needs: Condition, facts: Facts) -> Ruling:
    values: dict[str, Value] = {**_rule(rule), "needs": needs.value}
    return _told(Verdict.PASS, "law.condition_met", (rule.id, *rule.sources), facts, **values)


def _rule(rule: Rule) -> dict[str, Value]:
    return {"rule": rule.id, "reference": rule.reference}


def _condition(
    code: str,
    needs: Condition,
    rule: Rule,
    facts: Facts,
    *,
    sources: tuple[str, ...] = (),
    **values: Value,
) -> Ruling:
    return Ruling(
        gate=Gate.LAW,
        verdict=Verdict.CONDITION,
        condition=needs,
        code=code,
        values={
            **_rule(rule),
            "needs": needs.value,
            **values,
            "on": facts.catalogue.on.isoformat(),
        },
        sources=sources or (rule.id, *rule.sources),
    )


def _told(
    verdict: Verdict, code: str, sources: tuple[str, ...], facts: Facts, **values: Value
) -> Ruling:
    on = facts.catalogue.on.isoformat()
    return Ruling(
        gate=Gate.LAW, verdict=verdict, code=code, values={**values, "on": on}, sources=sources
    )

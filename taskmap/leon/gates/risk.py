"""Gate 4, risk: likelihood times consequence of this task in these hands."""

from taskmap.errors import Value
from taskmap.leon.gates.facts import Facts
from taskmap.model.catalogue import Role
from taskmap.model.judgement import Risk
from taskmap.model.leaf import Leaf
from taskmap.model.ruling import Condition, Gate, Ruling, Verdict

# Up to this consequence a score made for other hands may stand in for these.
STAND_IN_CONSEQUENCE = 3


def rule(leaf: Leaf, role: Role, facts: Facts) -> Ruling:
    """The score stays within the limit, or a signed assessment covers what is above it.

    Why: a move changes the risk, and what was never assessed is not known to be safe.
    Source: the mapping's ``risk`` and ``risk_of``, 5 x 5, consequences 1 to 5.
    Example: a dosette scored 2 x 3 in nurses' hands passes with 6 of 9 in other hands too, for its
    consequence is at most 3. Scored 2 x 4 it is ``unknown`` until somebody scores it for the new
    role. 3 x 4 is above 9: the condition ``mitigate``, until an assessment is signed.
    """
    own = _in_these_hands(leaf, role)
    if own is None and leaf.risk is None:
        return _told(Verdict.UNKNOWN, "risk.not_assessed")
    if own is None and leaf.risk is not None and leaf.risk.consequence > STAND_IN_CONSEQUENCE:
        return _told(
            Verdict.UNKNOWN,
            "risk.not_assessed_here",
            consequence=leaf.risk.consequence,
            highest=STAND_IN_CONSEQUENCE,
        )
    score = own or leaf.risk
    return (
        _scored(score, facts, own=own is not None)
        if score
        else _told(Verdict.UNKNOWN, "risk.not_assessed")
    )


def _in_these_hands(leaf: Leaf, role: Role) -> Risk | None:
    """The score made for this role; the leaf's own where the role does it today.

    A case with a score of its own may be graver than the task as a whole: the higher score holds.
    """
    named = leaf.task.risk_of.get(role.id)
    of_case = leaf.case.risk if leaf.case else None
    if named is not None and of_case is not None:
        return max(named, of_case, key=lambda risk: (risk.score, risk.signed is None))
    return named or (leaf.risk if leaf.scored_for(role.id) else None)


def _scored(risk: Risk, facts: Facts, *, own: bool) -> Ruling:
    limit = facts.question.risk_limit
    values: dict[str, Value] = {
        "likelihood": risk.likelihood,
        "consequence": risk.consequence,
        "score": risk.score,
        "limit": limit,
    }
    if risk.score <= limit:
        return _told(Verdict.PASS, "risk.within_limit", **values, own=own)
    # A signature covers the hands it was given for, and no others.
    if own and risk.signed is not None and risk.signed <= facts.question.as_of:
        return _told(Verdict.PASS, "risk.signed", **values, signed=risk.signed.isoformat())
    return Ruling(
        gate=Gate.RISK,
        verdict=Verdict.CONDITION,
        condition=Condition.MITIGATE,
        code="risk.above_limit",
        values=values,
    )


def _told(verdict: Verdict, code: str, **values: Value) -> Ruling:
    return Ruling(gate=Gate.RISK, verdict=verdict, code=code, values=values)

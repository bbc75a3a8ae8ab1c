"""Limits of rest and intensity that a plan passes, as JSON."""

from taskmap.model.limit_passed import LimitPassed
from taskmap.model.plan import Plan
from taskmap.present.exact.text import Object, number
from taskmap.present.names import Speaker
from taskmap.workload import limits_passed


def limits_list(plan: Plan, speaker: Speaker) -> list[Object]:
    """Every limit the plan passes, role by role."""
    return [_limit(one) for one in limits_passed(plan, speaker.mapping, speaker.catalogue)]


def _limit(one: LimitPassed) -> Object:
    return {
        "limit": one.limit.id,
        "kind": one.limit.kind.value,
        "hours": one.limit.hours,
        "reference": one.limit.reference,
        "source": one.limit.source,
        "verified": one.limit.verified,
        "role": one.role,
        "persons": one.persons,
        "bands": list(one.bands or ()),
        "today": number(one.today, 4),
        "plan": number(one.plan, 4),
    }

"""The six gates a move must pass, in the order they are explained."""

from collections.abc import Callable

from taskmap.leon.gates import capacity, competence, continuity, law, policy, risk
from taskmap.leon.gates.facts import Facts
from taskmap.model.catalogue import Role
from taskmap.model.leaf import Leaf
from taskmap.model.ruling import Gate, Ruling

GATES: dict[Gate, Callable[[Leaf, Role, Facts], Ruling]] = {
    Gate.LAW: law.rule,
    Gate.POLICY: policy.rule,
    Gate.COMPETENCE: competence.rule,
    Gate.RISK: risk.rule,
    Gate.CONTINUITY: continuity.rule,
    Gate.CAPACITY: capacity.rule,
}

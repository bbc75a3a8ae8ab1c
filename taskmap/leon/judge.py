"""The rulings of every gate for every leaf and every role in the unit's staffing."""

from taskmap.leon.gates import GATES, another_way, elsewhere
from taskmap.leon.gates.facts import Facts, gather
from taskmap.model.catalogue import Catalogue, Role
from taskmap.model.leaf import Leaf
from taskmap.model.mapping import Mapping
from taskmap.model.other_way import OtherWay
from taskmap.model.question import Question
from taskmap.model.ruling import ITSELF, Ruling, Rulings
from taskmap.model.units import LeafId, RoleId


def judge(mapping: Mapping, catalogue: Catalogue, question: Question) -> Rulings:
    """Six rulings, in the gates' order, for each leaf and each role of the staffing.

    Alternatives of the kinds the question accepts are judged like any other leaf, and besides by
    themselves, whoever does them (under the role ``ITSELF``).

    Args:
        mapping: the unit; every role in it is in the catalogue.
        catalogue: rules, competences and courses.
        question: the day rules and decisions are read, and the risk limit. Conditions are told
            as they are: whether the question accepts them is for whoever reads the rulings.
    """
    facts = gather(mapping, catalogue, question)
    roles = [catalogue.roles[staffing.role] for staffing in mapping.staffing]
    found = {
        (leaf.id, role.id): of_pair(leaf, role, facts) for leaf in mapping.leaves for role in roles
    }
    for way in mapping.other_ways:
        if way.alternative.kind in question.alternatives:
            found.update(_of_way(way, roles, facts))
    return found


def _of_way(
    way: OtherWay, roles: list[Role], facts: Facts
) -> dict[tuple[LeafId, RoleId], tuple[Ruling, ...]]:
    """Rulings of the way itself, and of every role that could do it."""
    found = {(way.id, ITSELF): another_way.rulings(way, facts)}
    there = facts.catalogue.roles.get(way.alternative.unit_role or "")
    if way.here is not None:
        found.update({(way.id, role.id): of_pair(way.here, role, facts) for role in roles})
    elif way.leaf is not None and there is not None:
        found[way.id, there.id] = elsewhere.judged(way.leaf, there, facts)
    return found


def of_pair(leaf: Leaf, role: Role, facts: Facts) -> tuple[Ruling, ...]:
    """The six rulings for one leaf and one role."""
    return tuple(gate(leaf, role, facts) for gate in GATES.values())

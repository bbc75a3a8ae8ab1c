"""The rulings of every gate for every leaf and every role in the unit's staffing."""

from taskmap.leon.gates import GATES
from taskmap.leon.gates.facts import Facts, gather
from taskmap.model.catalogue import Catalogue, Role
from taskmap.model.leaf import Leaf
from taskmap.model.mapping import Mapping
from taskmap.model.question import Question
from taskmap.model.ruling import Ruling, Rulings


def judge(mapping: Mapping, catalogue: Catalogue, question: Question) -> Rulings:
    """Six rulings, in the gates' order, for each leaf and each role of the staffing.

    Args:
        mapping: the unit; every role in it is in the catalogue.
        catalogue: rules, competences and courses.
        question: the day rules and decisions are read, and the risk limit. Conditions are told
            as they are: whether the question accepts them is for whoever reads the rulings.
    """
    facts = gather(mapping, catalogue, question)
    roles = [catalogue.roles[staffing.role] for staffing in mapping.staffing]
    return {
        (leaf.id, role.id): of_pair(leaf, role, facts) for leaf in mapping.leaves for role in roles
    }


def of_pair(leaf: Leaf, role: Role, facts: Facts) -> tuple[Ruling, ...]:
    """The six rulings for one leaf and one role."""
    return tuple(gate(leaf, role, facts) for gate in GATES.values())

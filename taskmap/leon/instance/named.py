"""Whether anybody has thought of a role for a leaf: asked of roles outside the staff."""

from taskmap.model.catalogue import Catalogue
from taskmap.model.leaf import Leaf
from taskmap.model.units import RoleId


def thought_of(leaf: Leaf, role: RoleId, catalogue: Catalogue) -> bool:
    """Staff always; a machine, patient, relative or volunteer only where the mapping names it.

    A patient who fills a dosette is no candidate for reading the ECG. Named means: does it today,
    has a local decision or a risk score for it, staff minutes beside it are written, or another way
    of doing it is described in its hands.
    """
    if catalogue.roles[role].is_staff:
        return True
    return (
        role in leaf.roles_today()
        or (leaf.alternative is not None and leaf.alternative.names(role))
        or any(decision.role == role for decision in leaf.decisions)
        or role in leaf.task.risk_of
        or any(supervision.of == role for supervision in leaf.task.supervision)
    )

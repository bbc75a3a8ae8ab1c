"""Work that another unit would do, judged in the hands of its role."""

from dataclasses import replace

from taskmap.leon.gates import GATES
from taskmap.leon.gates.facts import Facts
from taskmap.model.capacity import Capacity
from taskmap.model.catalogue import Role
from taskmap.model.leaf import Leaf
from taskmap.model.ruling import Condition, Gate, Ruling, Verdict
from taskmap.model.staffing import Staffing
from taskmap.model.units import HoursPerWeek

ENOUGH = 2  # persons; how many the other unit has is its own to know


def judged(leaf: Leaf, role: Role, facts: Facts) -> tuple[Ruling, ...]:
    """The six gates for a role of another unit, in the gates' order.

    Why: law, decisions and risk follow the work wherever it is done. Of the other unit's people
    and hours we know only what it has said.
    Example: one joint ordering for two wards, done by the neighbour's secretary with 2 hours set
    aside. A competence that no education gives her is the neighbour's to confirm (``decide``).
    """
    room = leaf.alternative.unit_room if leaf.alternative else None
    there = _there(leaf, role, facts, room or 0.0)
    return tuple(
        _competence(leaf, role, facts) if gate is Gate.COMPETENCE else rule(leaf, role, there)
        for gate, rule in GATES.items()
    )


def _there(leaf: Leaf, role: Role, facts: Facts, room: HoursPerWeek) -> Facts:
    """The same facts, with the other unit's role in place of our own staffing."""
    bands = [band for band in facts.mapping.band_ids if leaf.count.get(band, 0.0) > 0]
    staffing = Staffing(role=role.id, persons=ENOUGH, posts=1.0)
    minutes = int(room * 60)
    hours = {
        (role.id, band): Capacity(
            role=role.id,
            band=band,
            at_hand=minutes,
            computed=minutes,
            full=minutes,
            room=minutes // max(1, len(bands)),
            other=0,
            load=0,
        )
        for band in bands
    }
    mapping = replace(facts.mapping, staffing=(staffing,))
    return replace(facts, mapping=mapping, capacities=hours)


def _competence(leaf: Leaf, role: Role, facts: Facts) -> Ruling:
    known = facts.catalogue.competences
    needed = leaf.competences
    if not needed:
        return GATES[Gate.COMPETENCE](leaf, role, facts)
    educated = [c for c in needed if c in known and role.id in known[c].included_in]
    if len(educated) == len(needed):
        return Ruling(
            gate=Gate.COMPETENCE,
            verdict=Verdict.PASS,
            code="competence.educated",
            values={"competences": needed},
        )
    return Ruling(
        gate=Gate.COMPETENCE,
        verdict=Verdict.CONDITION,
        condition=Condition.DECIDE,
        code="competence.elsewhere",
        values={"competences": tuple(c for c in needed if c not in educated)},
    )

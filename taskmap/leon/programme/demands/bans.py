"""Where the question lets no new work go."""

from taskmap.leon.programme.columns import Sheet
from taskmap.solver.family import Family


def rows(sheet: Sheet) -> Family:
    """A forbidden pair or role takes on nothing, nor does anyone on a banned gate's condition.

    Why: what a unit will not do is told once, and the plan is then made without it. Work done
    there today may stay or shrink.
    Source: method, section 4; the question's ``forbidden``, ``forbidden_roles`` and
    ``forbidden_gates``.

    Example: assistants take no meals; with ``competence`` banned nothing waits for a course.
    """
    p, c = sheet.problem, sheet.columns
    family = Family("demand")
    for t, r in p.asked.forbidden:
        family.at_most(f"forbidden/{p.leaves[t]}/{p.roles[r]}", 0.0, (c.added[t, r], 1.0))
    for r in p.asked.forbidden_roles:
        family.at_most(f"forbidden_role/{p.roles[r]}", 0.0, (c.added[:, r].ravel(), 1.0))
    for cap in p.asked.gates:
        if cap.banned:
            pairs = ((c.added[t, r], 1.0) for t, r in cap.pairs)
            family.at_most(f"forbidden_gate/{cap.gate}", 0.0, *pairs)
    return family

"""What the question says must move."""

from taskmap.leon.programme.columns import Sheet
from taskmap.model.units import MILLION
from taskmap.solver.family import Family


def rows(sheet: Sheet) -> Family:
    """At least the share asked for of a leaf's occurrences lies with the role, over the week.

    Why: some moves are decided already, and the rest of the plan is to fit them. A role that some
    gate holds cannot grow, so that the row cannot be met: the question is then impossible.
    Source: method, section 4; the question's ``forced``.

    Example: 14 meals a week, half to the assistant: at least 7, in the bands where there is room.
    """
    p, c = sheet.problem, sheet.columns
    family = Family("demand")
    for t, r, share in p.asked.forced:
        often = p.occurrences[t] / p.occurrences[t].sum()
        now = float((p.today[t, r] * often).sum())
        family.at_least(f"forced/{p.leaves[t]}/{p.roles[r]}", (share - now) / MILLION,
                        (c.added[t, r], often), (c.given[t, r], -often))  # fmt: skip
    return family

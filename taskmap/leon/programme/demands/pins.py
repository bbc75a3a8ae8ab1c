"""What the question says stays as it is."""

from taskmap.leon.programme.columns import Sheet
from taskmap.solver.family import Family


def rows(sheet: Sheet) -> Family:
    """A pinned leaf keeps its shares, and a pinned role neither gives nor gets.

    Why: the one who asks knows what is not to be touched. A visit that is kept together is pinned
    by any of its tasks.
    Source: method, section 2 of the words (``keep`` is a pin), section 4.

    Example: wound care is pinned: nothing added, nothing given, nothing taken up.
    """
    p, c = sheet.problem, sheet.columns
    family = Family("demand")
    for t, leaf in enumerate(p.leaves):
        if p.pinned[t]:
            part = list(p.kept_with(t))
            family.at_most(f"pinned/{leaf}", 0.0, *((columns[part].ravel(), 1.0) for columns in
                                                    (c.added, c.given, c.taken_up)))  # fmt: skip
    for r in p.asked.pinned_roles:
        moving = ((c.added[:, r].ravel(), 1.0), (c.given[:, r].ravel(), 1.0))
        family.at_most(f"pinned_role/{p.roles[r]}", 0.0, *moving)
    return family

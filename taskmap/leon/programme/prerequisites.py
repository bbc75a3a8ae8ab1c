"""What must be learned first is learned first."""

from taskmap.leon.programme.columns import Sheet
from taskmap.solver.family import Family


def rows(sheet: Sheet) -> Family:
    """No more persons hold a competence than hold what it builds on.

    Why: a course that asks for another is of no use without it. Where more hold it today, that
    difference may not grow.
    Source: method, section 4, ``held_c + y_c ≤ held_p + y_p``.

    Example: insulin builds on medicines; 2 and 9 hold them: 7 may learn insulin at once.
    """
    p, c = sheet.problem, sheet.columns
    family = Family("prerequisite")
    for after, first in p.requires:
        for r, role in enumerate(p.roles):
            if not p.trainable[r, after]:
                continue
            ahead = max(0.0, float(p.held[r, first] - p.held[r, after]))
            family.at_most(
                f"{role}/{p.competences[after]}/{p.competences[first]}",
                ahead,
                (c.trained[r, after], 1.0),
                (c.trained[r, first], -1.0),
            )
    return family

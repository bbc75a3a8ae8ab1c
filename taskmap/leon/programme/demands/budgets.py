"""What training may take: kroner, learners' hours, seats on a course."""

import numpy as np

from taskmap.leon.programme.columns import Sheet
from taskmap.solver.family import Family


def rows(sheet: Sheet) -> Family:
    """Courses' prices, learners' hours and seats within the horizon stay within what is given.

    Why: money and places are set aside once a year, whatever the courses would free.
    Source: method, section 4, "Seats; budget in money and hours".

    Example: 20,000 kroner, a course of 6,000 a person: three may learn.
    """
    p, c = sheet.problem, sheet.columns
    family = Family("demand")
    for budget in p.asked.budgets:
        each = np.broadcast_to(np.array(budget.each, dtype=np.float64), c.trained.shape)
        subject = f"{budget.kind}/{budget.subject}" if budget.subject else budget.kind
        family.at_most(subject, float(budget.most), (c.trained.ravel(), each.ravel()))
    return family

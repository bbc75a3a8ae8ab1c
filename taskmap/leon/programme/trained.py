"""Work that asks for a competence fits within the hours of those who hold it."""

import numpy as np

from taskmap.leon.programme.columns import Sheet
from taskmap.model.units import MILLION
from taskmap.solver.family import Family


def rows(sheet: Sheet) -> Family:
    """Minutes on tasks asking for c are at most the holders' part of the role's hours.

    Why: nine of fourteen who may give medicines cannot do a whole role's medicine rounds.
    Several competences: a row each, holders taken as nested.
    Source: method, section 4, ``≤ (held + y) / persons x max(room, load⁰)``.
    Broken today: held at today's minutes until enough are trained to lift the row above them;
    a binary says which of the two holds.

    Example: 2 of 10 hold it, room 1,000: 200 minutes; each person trained gives 100 more.
    """
    p, c = sheet.problem, sheet.columns
    family = Family("trained")
    asking = [np.flatnonzero(p.needs[:, k]) for k in range(len(p.competences))]
    could = [(c.added[asks] >= 0).any(axis=0) & (p.persons > 0)[:, None] for asks in asking]
    for k, r, b in np.argwhere(np.array(could).reshape(len(asking), *p.room.shape)):
        asks = asking[k]
        minutes = p.minutes[asks, r, b]
        work = ((c.added[asks, r, b], minutes), (c.given[asks, r, b], -minutes))
        today = float((minutes * p.today[asks, r, b]).sum()) / MILLION
        each = float(p.most[r, b]) / MILLION / float(p.persons[r])
        subject = f"{p.roles[r]}/{p.competences[k]}/{p.bands[b]}"
        slack = today - each * float(p.held[r, k])
        if slack <= 0:
            family.at_most(subject, -slack, *work, (c.trained[r, k], -each))
        elif not p.trainable[r, k]:
            family.at_most(subject, 0.0, *work)
        else:
            most = each * float(p.held[r, k] + p.trainable[r, k]) - today
            _broken(sheet, family, subject, work, (int(c.trained[r, k]), each, slack, most))
    return family


def _broken(
    sheet: Sheet,
    family: Family,
    subject: str,
    work: tuple[tuple[np.ndarray, np.ndarray], ...],
    people: tuple[int, float, float, float],
) -> None:
    column, each, slack, most = people
    lifted = int(sheet.programme.add_columns([f"lifted/{subject}"], 0, 1, whole=True)[0])
    family.at_most(subject, 0.0, *work, (lifted, -max(most, 0.0)))
    family.at_most(f"{subject}/lifted", 0.0, *work, (column, -each), (lifted, slack))

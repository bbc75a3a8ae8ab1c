"""At most K tasks change."""

import numpy as np

from taskmap.leon.programme.columns import Sheet
from taskmap.model.units import MILLION
from taskmap.solver.family import ABSENT, Family
from taskmap.solver.names import named
from taskmap.solver.programme import Ints


def rows(sheet: Sheet) -> Family:
    """At most K tasks change hands; repairs, relief of overload and missed work are not counted.

    Why: a ward can carry through a few changes at a time. A group kept together, or the cases of
    one task, count once. A task with a breach is never counted. Minutes taken from a role above
    its full hours are not counted until the overload is gone, and taking up what nobody does
    today takes it from nobody. To do a task in another way always counts.
    Source: method, section 4, "K limits the tasks with z = 1"; decision 13.

    Example: K = 3, a breach to repair and a nurse 40 minutes over: three changes, the repair, and
    up to 40 minutes from the nurse beside.
    """
    p = sheet.problem
    family = Family("limit")
    if p.max_changes is None:
        return family
    counted = [u for u, leaves in enumerate(p.leaves_of_unit) if not _breach(sheet, leaves)]
    names = [f"counted/{p.leaves[p.leaves_of_unit[u][0]]}" for u in counted]
    columns = sheet.programme.add_columns(names, 0, 1, whole=True)
    of_leaf = np.full(len(p.leaves), ABSENT)
    for u, column in zip(counted, columns, strict=True):
        of_leaf[list(p.leaves_of_unit[u])] = column
    _count(sheet, family, of_leaf)
    family.at_most("tasks", float(p.max_changes), (columns, 1.0))
    return family


def _breach(sheet: Sheet, leaves: tuple[int, ...]) -> bool:
    p, part = sheet.problem, list(leaves)
    return bool((p.breach[part][:, :, None] & (p.today[part] > 0)).any())


def _count(sheet: Sheet, family: Family, counted: Ints) -> None:
    """A leaf whose work is given away, or stood in for, counts."""
    p, c = sheet.problem, sheet.columns
    t, r, b = np.nonzero((c.given >= 0) & (counted != ABSENT)[:, None, None])
    relief = _relief(sheet, family, counted)
    family.each_at_most(
        named((p.leaves, t), (p.roles, r), (p.bands, b)),
        0.0,
        (c.given[t, r, b], 1.0),
        (counted[t], -p.today[t, r, b] / MILLION),
        (relief[t, r, b], -1.0),
    )
    for i in np.flatnonzero(counted != ABSENT):
        for k in p.options_of[i]:
            family.at_most(f"{p.options[k].name}/{p.leaves[i]}", 0.0,
                           (c.chosen[k], 1.0), (int(counted[i]), -1.0))  # fmt: skip


def _relief(sheet: Sheet, family: Family, counted: Ints) -> Ints:
    """``[t, r, b]`` columns for shares given that relieve overload, with the row that ends them."""
    p, c = sheet.problem, sheet.columns
    found = np.full(c.given.shape, ABSENT)
    for r, b in np.argwhere(p.filled_today > p.full * MILLION):
        there = np.flatnonzero((c.given[:, r, b] >= 0) & (counted != ABSENT))
        names = [f"relief/{p.leaves[t]}/{p.roles[r]}/{p.bands[b]}" for t in there]
        found[there, r, b] = columns = sheet.programme.add_columns(names, 0, 1)
        above = float(p.filled_today[r, b]) / MILLION - float(p.full[r, b])
        family.at_most(
            f"relief/{p.roles[r]}/{p.bands[b]}", above, (columns, p.minutes[there, r, b])
        )
    return found

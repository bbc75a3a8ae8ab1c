"""At most K tasks change."""

import numpy as np

from taskmap.leon.programme.columns import Sheet
from taskmap.model.units import MILLION
from taskmap.solver.family import Family


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
    relief = _relief(sheet, family, counted)
    for u, column in zip(counted, columns, strict=True):
        for t in p.leaves_of_unit[u]:
            _count(sheet, family, t, int(column), relief)
            for k in p.options_of[t]:
                family.at_most(
                    f"{p.options[k].name}/{p.leaves[t]}",
                    0.0,
                    (sheet.columns.chosen[k], 1.0),
                    (column, -1.0),
                )
    family.at_most("tasks", float(p.max_changes), (columns, 1.0))
    return family


def _breach(sheet: Sheet, leaves: tuple[int, ...]) -> bool:
    p, part = sheet.problem, list(leaves)
    return bool((p.breach[part][:, :, None] & (p.today[part] > 0)).any())


def _relief(sheet: Sheet, family: Family, counted: list[int]) -> dict[tuple[int, int, int], int]:
    """Columns for shares given that relieve overload, with the row that ends them there."""
    p, c = sheet.problem, sheet.columns
    found: dict[tuple[int, int, int], int] = {}
    leaves = [t for u in counted for t in p.leaves_of_unit[u]]
    for r, b in np.argwhere(p.filled_today > p.full * MILLION):
        there = [t for t in leaves if c.given[t, r, b] >= 0]
        names = [f"relief/{p.leaves[t]}/{p.roles[r]}/{p.bands[b]}" for t in there]
        columns = sheet.programme.add_columns(names, 0, 1)
        found.update({(t, int(r), int(b)): int(n) for t, n in zip(there, columns, strict=True)})
        above = float(p.filled_today[r, b]) / MILLION - float(p.full[r, b])
        family.at_most(
            f"relief/{p.roles[r]}/{p.bands[b]}", above, (columns, p.minutes[there, r, b])
        )
    return found


def _count(
    sheet: Sheet,
    family: Family,
    t: int,
    counted: int,
    relief: dict[tuple[int, int, int], int],
) -> None:
    p, c = sheet.problem, sheet.columns
    for r, b in np.argwhere(c.given[t] >= 0):
        free = [(relief[key], -1.0)] if (key := (t, int(r), int(b))) in relief else []
        family.at_most(f"{p.leaves[t]}/{p.roles[r]}/{p.bands[b]}", 0.0, (c.given[t, r, b], 1.0),
                       (counted, -float(p.today[t, r, b]) / MILLION), *free)  # fmt: skip

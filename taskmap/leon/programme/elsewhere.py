"""Work that another unit does fits within the hours it has said it has."""

from taskmap.leon.programme.columns import Sheet
from taskmap.solver.family import Family


def rows(sheet: Sheet) -> Family:
    """What is left to another unit is at most the room stated for it.

    Why: work sent away loads nobody here, so nothing else would bound it; a neighbour's hours are
    promised for one purpose and cannot be taken for granted beyond that.
    Source: method, section 4, "work sent to another unit ... needs its stated room".

    Example: a joint ordering of 90 minutes a week fits in 2 hours at the neighbour's, not in 1.
    """
    p, c = sheet.problem, sheet.columns
    family = Family("elsewhere")
    for k, option in enumerate(p.options):
        if option.room is not None:
            minutes = float(option.elsewhere)
            family.at_most(option.name, float(option.room), (c.chosen[k], minutes))
    return family

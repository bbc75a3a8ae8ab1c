"""What a plan is worth on each objective, in exact whole-number arithmetic."""

import numpy as np

from taskmap.leon.instance.option import Option
from taskmap.leon.instance.problem import Flags, Problem, Whole
from taskmap.model.units import MILLION

BEFORE_PRICE = ("breach", "missed", "over")  # what is put right whatever it costs, in its order
HAIR = 3  # millionths that a told share, or a sum of such, may be off by rounding


def load_of(problem: Problem, shares: Whole, trained: Whole, chosen: Whole | None = None) -> Whole:
    """``[r, b]`` millionths of minutes: direct work, and all that comes with it.

    ``chosen`` is 0 or 1 for each option; None: none is.
    """
    p = problem
    load = (p.minutes * shares).sum(axis=0)
    for watch in p.watches:
        now = shares[watch.leaf, watch.role]
        part = now if watch.always else np.maximum(now - p.today[watch.leaf, watch.role], 0)
        load[watch.by] += np.array(watch.minutes, dtype=np.int64) * part
    load = load + (p.training * trained[:, :, None]).sum(axis=1) + p.passed(shares)
    return np.asarray(load if chosen is None else load + np.tensordot(chosen, p.once, axes=1))


def changed_units(problem: Problem, shares: Whole, missed: Whole) -> Flags:
    """``[u]`` which tasks are not exactly as today."""
    differs = (shares != problem.today).any(axis=(1, 2)) | (missed != problem.missed).any(axis=1)
    found = np.zeros(problem.units, dtype=np.bool_)
    found[problem.change_unit[differs]] = True
    return found


def values_of(
    problem: Problem, shares: Whole, missed: Whole, trained: Whole, chosen: Whole | None = None
) -> dict[str, int]:
    """Every objective by name: minutes, price units, tasks, millionths of full hours."""
    exact = exact_values(problem, shares, missed, trained, chosen)
    small = (*BEFORE_PRICE, "price", "hands")
    return {name: whole(n) if name in small else n for name, n in exact.items()}


def exact_values(
    problem: Problem, shares: Whole, missed: Whole, trained: Whole, chosen: Whole | None = None
) -> dict[str, int]:
    """As :func:`values_of`, with minutes and price in millionths."""
    p = problem
    load = load_of(p, shares, trained, chosen)
    filled = load + p.other * MILLION
    changed = changed_units(p, shares, missed)
    given = np.maximum(p.today - shares, 0)
    price = (p.price[:, None] * load).sum() + (p.training_price * trained).sum()
    taken = [option for option, n in zip(p.options, _none(p, chosen), strict=True) if n]
    undone = missed + _dropped(p, taken)
    return {
        "breach": int((p.minutes * p.breach[:, :, None] * shares).sum()),
        "missed": int((p.missed_minutes * p.missed_weight[:, None] * undone).sum()),
        "over": int(np.maximum(filled - p.full * MILLION, 0).sum()),
        "price": int(price) + sum(option.price for option in taken),
        "changed": int(changed.sum()),
        "peak": _peak(p, filled),
        "hands": int((p.minutes * given).sum()),
        "rank": int(p.rank[changed].sum()),
    }


def _none(problem: Problem, chosen: Whole | None) -> Whole:
    return np.zeros(len(problem.options), dtype=np.int64) if chosen is None else chosen


def _dropped(problem: Problem, taken: list[Option]) -> Whole:
    """Missed work of tasks that are stopped: dropping the need does not make it good."""
    found = np.zeros_like(problem.missed)
    for option in taken:
        if option.stops:
            found[list(option.leaves)] = problem.missed[list(option.leaves)]
    return found


def whole(millionths: int) -> int:
    """Whole units from millionths, half up."""
    return (2 * millionths + MILLION) // (2 * MILLION)


def _peak(problem: Problem, filled: Whole) -> int:
    p = problem
    counts = (p.filled_today <= p.room * MILLION) & (p.full > 0) & p.staff[:, None]
    loads = [
        (2 * int(x) + int(f)) // (2 * int(f))
        for x, f in zip(filled[counts], p.full[counts], strict=True)
    ]
    return max(loads, default=0)

"""The strict order of what a plan is judged by (method, section 4)."""

from dataclasses import replace

import numpy as np
from numpy.typing import ArrayLike

from taskmap.leon.programme.columns import Sheet
from taskmap.model.units import MILLION
from taskmap.solver.family import ABSENT
from taskmap.solver.level import Level
from taskmap.solver.programme import Floats, Ints

# What a level may lose to later ones by rounding, in minutes. Each is more than all before it can
# leak into it: equal ones would let a ten-thousandth of a minute decide whether a task changes.
HOLD = {"breach": 1e-4, "missed": 1e-3, "over": 2e-3, "price": 4e-3}
NAMES = ("breach", "missed", "over", "price", "changed", "peak", "hands", "rank")


def stages(sheet: Sheet, last: str = NAMES[-1]) -> tuple[tuple[Level, ...], ...]:
    """The objectives in order, each with its value today as constant.

    Two pairs share a solve: tasks are counted in ones and the peak is at most 1; minutes changing
    hands are counted in ones and the ranks are scaled to less than one in all.

    Args:
        sheet: the programme.
        last: the last objective that is asked for.
    """
    price, changed = _price(sheet), _changed(sheet)
    # What a tolerance gives away is for fewer changes alone: the price is pressed down once more.
    fewer: tuple[tuple[Level, ...], ...] = ((changed, _peak(sheet)),)
    if price.slack:
        fewer = ((changed,), (replace(price, slack=0.0),), (_peak(sheet),))
    order = (
        (_breach(sheet),),
        (_missed(sheet),),
        (_over(sheet),),
        (price,),
        *fewer,
        (_hands(sheet), _rank(sheet)),
    )
    names = [[level.name for level in stage] for stage in order]
    return order[: 1 + next(i for i, stage in enumerate(names) if last in stage)]


def _cost(sheet: Sheet, *parts: tuple[Ints, ArrayLike]) -> Floats:
    cost = np.zeros(sheet.programme.width)
    for columns, values in parts:
        there = columns != ABSENT
        worth: Floats = np.broadcast_to(np.asarray(values, dtype=np.float64), columns.shape)
        np.add.at(cost, columns[there], worth[there])
    return cost


def _breach(sheet: Sheet) -> Level:
    """Minutes done by a role that fails law, policy or risk."""
    p = sheet.problem
    minutes = p.minutes * p.breach[:, :, None]
    today = float((minutes * p.today).sum()) / MILLION
    cost = _cost(sheet, (sheet.columns.given, -minutes))
    return Level(
        name="breach", cost=cost, constant=today, floor=0.0, hold=HOLD["breach"], relaxes=True
    )


def _missed(sheet: Sheet) -> Level:
    """Minutes nobody does, times what it means when they are not done."""
    p = sheet.problem
    minutes = p.missed_minutes * p.missed_weight[:, None]
    today = float((minutes * p.missed).sum()) / MILLION
    # To stop a task is no way of making good what is missed of it.
    dropped = [
        float((minutes[list(o.leaves)] * p.missed[list(o.leaves)]).sum()) / MILLION * o.stops
        for o in p.options
    ]
    cost = _cost(sheet, (sheet.columns.taken_up, -minutes), (sheet.columns.chosen, dropped))
    return Level(
        name="missed", cost=cost, constant=today, floor=0.0, hold=HOLD["missed"], relaxes=True
    )


def _over(sheet: Sheet) -> Level:
    """Minutes above full hours."""
    cost = _cost(sheet, (sheet.columns.over, 1.0))
    return Level(name="over", cost=cost, floor=0.0, hold=HOLD["over"], relaxes=True)


def _price(sheet: Sheet) -> Level:
    """Every minute of load at its role's price, and what courses and options cost.

    With a tolerance the price may rise again for fewer changes, but not above today's unless it
    had to for what comes before.
    """
    p, c = sheet.problem, sheet.columns
    today = float((p.price[:, None] * p.load_today).sum()) / MILLION
    money = np.array([option.price for option in p.options]) / MILLION
    cost = _cost(
        sheet,
        (c.load, p.price[:, None]),
        (c.trained, p.training_price / MILLION),
        (c.chosen, money),
    )
    hold = HOLD["price"] * float(p.price.max(initial=1))  # of a minute in the dearest hands
    return Level(name="price", cost=cost, slack=p.few_moves / 100.0, ceiling=today, hold=hold)


def _changed(sheet: Sheet) -> Level:
    """Tasks that are not exactly as today."""
    cost = _cost(sheet, (sheet.columns.changed, 1.0))
    return Level(name="changed", cost=cost, floor=0.0, grain=1.0)


def _peak(sheet: Sheet) -> Level:
    """The fullest role in the fullest band; at most 1, since room is at most full."""
    cost = _cost(sheet, (np.array([sheet.columns.peak]), 1.0))
    return Level(name="peak", cost=cost, floor=0.0, span=1.0)


def _hands(sheet: Sheet) -> Level:
    """Minutes that change hands, counted at the giver."""
    cost = _cost(sheet, (sheet.columns.given, sheet.problem.minutes))
    return Level(name="hands", cost=cost, floor=0.0, grain=1.0)


def _rank(sheet: Sheet) -> Level:
    """Of equal plans the one whose tasks come first in the canonical order."""
    rank = sheet.problem.rank
    cost = _cost(sheet, (sheet.columns.changed, rank))
    return Level(name="rank", cost=cost, floor=0.0, span=float(rank.sum()) or 1.0)

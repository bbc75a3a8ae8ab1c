"""The strict order of what a plan is judged by (method, section 4)."""

import numpy as np

from taskmap.leon.problem import MILLION
from taskmap.leon.programme.columns import Sheet
from taskmap.solver.family import ABSENT
from taskmap.solver.order import Level
from taskmap.solver.programme import Floats, Ints

NAMES = ("breach", "missed", "over", "price", "changed", "peak", "hands", "rank", "trained")


def levels(sheet: Sheet) -> tuple[Level, ...]:
    """The objectives in order, each with its value today as constant.

    The last one is ours: of plans equal in all else, the one that trains fewest persons.
    """
    return (
        _breach(sheet),
        _missed(sheet),
        _over(sheet),
        _price(sheet),
        _level(sheet, "changed", (sheet.columns.changed, 1.0), floor=0.0),
        _level(sheet, "peak", (np.array([sheet.columns.peak]), 1.0), floor=0.0),
        _level(sheet, "hands", (sheet.columns.given, sheet.problem.minutes), floor=0.0),
        _level(sheet, "rank", (sheet.columns.changed, sheet.problem.rank), floor=0.0),
        _level(sheet, "trained", (sheet.columns.trained, 1.0), floor=0.0),
    )


def _level(
    sheet: Sheet,
    name: str,
    *parts: tuple[Ints, object],
    constant: float = 0.0,
    floor: float = -np.inf,
    slack: float = 0.0,
    ceiling: float = np.inf,
) -> Level:
    cost = np.zeros(len(sheet.programme.column_names))
    for columns, values in parts:
        there = columns != ABSENT
        worth: Floats = np.broadcast_to(np.asarray(values, dtype=np.float64), columns.shape)
        np.add.at(cost, columns[there], worth[there])
    return Level(name=name, cost=cost, constant=constant, floor=floor, slack=slack, ceiling=ceiling)


def _breach(sheet: Sheet) -> Level:
    p = sheet.problem
    minutes = p.minutes * p.breach[:, :, None]
    today = float((minutes * p.today).sum()) / MILLION
    return _level(sheet, "breach", (sheet.columns.given, -minutes), constant=today, floor=0.0)


def _missed(sheet: Sheet) -> Level:
    p = sheet.problem
    minutes = p.missed_minutes * p.missed_weight[:, None]
    today = float((minutes * p.missed).sum()) / MILLION
    return _level(sheet, "missed", (sheet.columns.taken_up, -minutes), constant=today, floor=0.0)


def _over(sheet: Sheet) -> Level:
    return _level(sheet, "over", (sheet.columns.over, 1.0), floor=0.0)


def _price(sheet: Sheet) -> Level:
    """Every minute of load at its role's price, and what courses cost.

    With a tolerance the price may rise again for fewer changes, but not above today's unless it
    had to for what comes before.
    """
    p, c = sheet.problem, sheet.columns
    today = float((p.price[:, None] * p.load_today).sum()) / MILLION
    return _level(
        sheet,
        "price",
        (c.load, p.price[:, None]),
        (c.trained, p.training_price / MILLION),
        slack=p.few_moves / 100.0,
        ceiling=today,
    )

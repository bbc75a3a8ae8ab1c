"""Comparing 10, 100 and 1,000 units in one run: how the time grows."""

import time
from collections.abc import Sequence
from dataclasses import replace
from math import log

from taskmap.catalogue import load
from taskmap.comparison import Content, compare
from taskmap.leon.judge import judge
from taskmap.leon.levels import levels
from taskmap.model.amount import Basis
from taskmap.model.mapping import Mapping
from taskmap.model.question import Question
from taskmap.model.unit import Country
from taskmap.workload import capacities

SIZES = (10, 100, 1000)
TIMED = 10  # every tenth unit has tasks timed in the hands of few


def comparing(mapping: Mapping, question: Question) -> None:
    """Print the time of each size, and the exponent of its growth."""
    taken = []
    for size in SIZES:
        units = contents(mapping, question, size)
        start = time.process_time()
        found = compare(units)
        taken.append(time.process_time() - start)
        print(f"compare {size} units: {taken[-1]:.2f} s, {len(found.together)} shared tasks")
    power = log(taken[-1] / taken[0]) / log(SIZES[-1] / SIZES[0])
    each = taken[-1] / SIZES[-1]
    print(f"growth exponent in units: {power:.2f}; one of the last {each:.4f} s")


def contents(mapping: Mapping, question: Question, size: int) -> Sequence[Content]:
    """So many units of the same tasks, each judged once for all."""
    catalogue = load(Country(mapping.unit.country))
    timed = _timed(mapping)
    judged = {
        id(each): levels(each, catalogue, question, judge(each, catalogue, question))
        for each in (mapping, timed)
    }
    made = []
    for number in range(size):
        origin = mapping if number % TIMED else timed
        unit = replace(origin.unit, id=f"unit-{number}", name=f"Unit {number}")
        made.append(
            Content(
                mapping=replace(origin, unit=unit, illustrative=False),
                catalogue=catalogue,
                capacities=capacities(origin, catalogue, question),
                levels=judged[id(origin)],
            )
        )
    return made


def _timed(mapping: Mapping) -> Mapping:
    """The same unit with every tenth task timed, and one role of three persons."""
    tasks = tuple(
        replace(task, minutes=replace(task.minutes, basis=Basis.MEASURED))
        if task.minutes is not None and not at % TIMED
        else task
        for at, task in enumerate(mapping.tasks)
    )
    first, *rest = mapping.staffing
    return replace(mapping, tasks=tasks, staffing=(replace(first, persons=3), *rest))

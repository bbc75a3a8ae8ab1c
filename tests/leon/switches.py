"""Every kind of constraint as a switch: whether a unit has it, and the unit without it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import numpy as np

from taskmap.leon.instance.problem import Problem
from tests.leon.generated import problem

ENOUGH = 3000  # minutes, more than all the work of a generated unit


@dataclass(frozen=True)
class Switch:
    """One kind of constraint."""

    there: Callable[[Problem], bool]
    off: Callable[[Problem], Problem]


def _array(name: str, neutral: int) -> Switch:
    """A field whose neutral value asks for nothing."""

    def off(p: Problem) -> Problem:
        return replace(p, **{name: np.full_like(getattr(p, name), neutral)})

    return Switch(lambda p: bool((getattr(p, name) != neutral).any()), off)


def _list(name: str) -> Switch:
    return Switch(lambda p: bool(getattr(p, name)), lambda p: replace(p, **{name: ()}))


def _demand(name: str) -> Switch:
    return Switch(
        lambda p: bool(getattr(p.asked, name)),
        lambda p: replace(p, asked=replace(p.asked, **{name: ()})),
    )


def _roomy(p: Problem) -> Problem:
    """Hours for everything, and not so many that a hair of the peak is many minutes."""
    return replace(p, room=np.full_like(p.room, ENOUGH), full=np.full_like(p.full, ENOUGH))


SWITCHES = {
    "capacity": Switch(lambda p: bool((p.room < p.minutes.sum(axis=0)).any()), _roomy),
    "competence": _array("needs", 0),
    "prerequisite": _list("requires"),
    "heads": Switch(
        lambda p: bool((p.persons < 2).any()),
        lambda p: replace(p, persons=np.maximum(p.persons, 5)),
    ),
    "indivisible": _array("divisible", 1),
    "one_role": _array("one_role", 0),
    "together": _array("group", -1),
    "smallest_move": Switch(lambda p: p.min_move > 0, lambda p: replace(p, min_move=0)),
    "limit": Switch(lambda p: p.max_changes is not None, lambda p: replace(p, max_changes=None)),
    "supervision": _list("watches"),
    "handover": _list("passings"),
    "practice": _list("practices"),
    "breach": _array("breach", 0),
    "pinned": _array("pinned", 0),
    **{
        name: _demand(name)
        for name in (
            "pinned_roles", "forbidden", "forbidden_roles", "forced", "cap_leaf", "cap_role",
            "gates", "budgets", "taken_out", "floors",
        )
    },
}  # fmt: skip


def only(p: Problem, kinds: tuple[str, ...]) -> Problem:
    """The unit with these kinds of constraints, and no other."""
    for name, switch in SWITCHES.items():
        if name not in kinds:
            p = switch.off(p)
    return p


def having(kinds: tuple[str, ...], tries: int = 600) -> Iterator[tuple[int, Problem]]:
    """Generated units in which all these kinds are there, with their seeds."""
    for seed in range(tries):
        p = problem(seed, must=True)
        if all(SWITCHES[name].there(p) for name in kinds):
            yield seed, only(p, kinds)

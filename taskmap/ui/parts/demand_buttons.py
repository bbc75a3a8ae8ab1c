"""Stays here, not there, goes there: a click on a task, and a click takes it away again."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import floor

import streamlit as st

from taskmap.model.demand import Demand
from taskmap.model.plan import Held, Move, Plan
from taskmap.model.units import MILLION, LeafId, RoleId, Share, TaskId
from taskmap.ui import state
from taskmap.ui.parts import demanding
from taskmap.ui.parts.guard import Ready

WHOLE_TASK = 1.0
ICONS = {"stays": ":material/keep:", "not_to": ":material/block:", "goes_to": ":material/lock:"}


@dataclass(frozen=True, slots=True)
class Will:
    """What a click says about a task: ``stays``, ``not_to`` or ``goes_to`` a role."""

    what: str
    role: RoleId
    demands: tuple[Demand, ...]


def for_moves(moves: Iterable[Move], plan: Plan, ready: Ready, name: str) -> None:
    """Buttons under a task that moves: it stays, it goes nowhere near, or at least as much goes.

    Args:
        moves: of one task.
        plan: what a role is to keep at least, is its share here.
        ready: the unit.
        name: unique on the page.
    """
    found = tuple(moves)
    leaves = tuple(dict.fromkeys(move.leaf for move in found))
    receivers: dict[RoleId, list[LeafId]] = {}
    for move in found:
        receivers.setdefault(move.receiver, []).append(move.leaf)
    with st.container(horizontal=True, gap="xsmall", key=f"will_{name}"):
        _stays(leaves, ready, name)
        for role, taken in receivers.items():
            own = tuple(dict.fromkeys(taken))
            _not_to(role, own, ready, name)
            shares = {leaf: planned_share(leaf, role, plan, ready) for leaf in own}
            _goes_to(role, shares, ready, name)


def for_held(held: Held, ready: Ready, name: str) -> None:
    """Buttons under a task that stays: leave it be, or let it go all the same."""
    with st.container(horizontal=True, gap="xsmall", key=f"will_{name}"):
        _stays((held.leaf,), ready, name)
        _not_to(held.role, (held.leaf,), ready, name)
        _goes_to(held.role, {held.leaf: WHOLE_TASK}, ready, name)


def for_task(task: TaskId, ready: Ready, name: str) -> None:
    """The button under a task that is done in another way: it stays as it is."""
    leaves = tuple(leaf.id for leaf in ready.mapping.leaves if leaf.task_id == task)
    with st.container(horizontal=True, gap="xsmall", key=f"will_{name}"):
        _stays(leaves, ready, name)


def planned_share(leaf: LeafId, role: RoleId, plan: Plan, ready: Ready) -> Share:
    """A role's share of a leaf over the week in a plan, rounded down to whole per cent."""
    count = ready.mapping.by_leaf[leaf].count
    whole = sum(count.values())
    shares = plan.shares.get(leaf, {})
    done = sum(n * shares.get(band, {}).get(role, 0) for band, n in count.items())
    return floor(done / MILLION / whole * 100) / 100 if whole else 0.0


def _stays(leaves: tuple[LeafId, ...], ready: Ready, name: str) -> None:
    demands = tuple(Demand(field="pinned", about=(leaf,)) for leaf in leaves)
    _button(Will("stays", "", demands), ready, name)


def _not_to(role: RoleId, leaves: tuple[LeafId, ...], ready: Ready, name: str) -> None:
    demands = tuple(Demand(field="forbidden", about=(leaf, role)) for leaf in leaves)
    _button(Will("not_to", role, demands), ready, name)


def _goes_to(role: RoleId, shares: dict[LeafId, Share], ready: Ready, name: str) -> None:
    demands = tuple(
        Demand(field="forced", about=(leaf, role), amount=share) for leaf, share in shares.items()
    )
    _button(Will("goes_to", role, demands), ready, name)


def _button(will: Will, ready: Ready, name: str) -> None:
    words = state.words()
    there = demanding.has(ready, *will.demands)
    role = ready.naming.role_inside(will.role) if will.role else ""
    label = words.say(f"ui.will.{will.what}", role=role)
    st.button(
        words.say("ui.will.undo", will=label) if there else label,
        icon=":material/close:" if there else ICONS[will.what],
        key=f"{will.what}_{will.role}_{name}",
        type="tertiary",
        on_click=demanding.take_away if there else demanding.add,
        args=(ready, *will.demands),
    )

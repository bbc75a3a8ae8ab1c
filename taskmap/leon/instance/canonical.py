"""An order of leaves, roles, bands and competences that comes from their content alone.

Permuting rows or renaming things must not change a plan, and solvers pick among equal plans by
position. So everything is placed by what it is and what it is linked to; only where two things
cannot be told apart at all does their id decide.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

import numpy as np

from taskmap.leon.instance import option_order
from taskmap.leon.instance.asked import renumbered
from taskmap.leon.instance.demand_keys import DemandKeys
from taskmap.leon.instance.passing import Passing
from taskmap.leon.instance.practice import Practice
from taskmap.leon.instance.problem import Problem, Whole

Key: TypeAlias = tuple[object, ...]
Colours: TypeAlias = dict[str, list[int]]


@dataclass(frozen=True, kw_only=True, eq=False)
class Canonical:
    """A problem in canonical order, and where each thing stood: ``leaves[new] = old``."""

    problem: Problem
    leaves: Whole
    roles: Whole
    bands: Whole
    competences: Whole
    options: Whole

    def back(self, shares: Whole, missed: Whole, trained: Whole) -> tuple[Whole, Whole, Whole]:
        """A solution in the order the problem came in."""
        t, r, b, c = self.leaves, self.roles, self.bands, self.competences
        old_shares, old_missed, old_trained = map(np.empty_like, (shares, missed, trained))
        old_shares[np.ix_(t, r, b)] = shares
        old_missed[np.ix_(t, b)] = missed
        old_trained[np.ix_(r, c)] = trained
        return old_shares, old_missed, old_trained

    def chosen(self, taken: Whole) -> Whole:
        """Which options are taken, in the order the problem came in."""
        old = np.empty_like(taken)
        old[self.options] = taken
        return old


def canonical(problem: Problem) -> Canonical:
    """Put a problem in canonical order."""
    colours = _refined(problem)
    order = {
        kind: np.array(
            sorted(range(len(ids)), key=lambda i: (colours[kind][i], ids[i])), dtype=np.int64
        )
        for kind, ids in _ids(problem).items()
    }
    place = {kind: np.argsort(numbers) for kind, numbers in order.items()}
    return Canonical(
        problem=_permuted(problem, order),
        leaves=order["t"],
        roles=order["r"],
        bands=order["b"],
        competences=order["c"],
        options=np.array(option_order.order(problem.options, place), dtype=np.int64),
    )


def _ids(p: Problem) -> dict[str, tuple[str, ...]]:
    return {"t": p.leaves, "r": p.roles, "b": p.bands, "c": p.competences}


def _refined(problem: Problem) -> Colours:
    """Colours from own numbers, then from the neighbours' colours until nothing more splits."""
    colours: Colours = {kind: [0] * len(ids) for kind, ids in _ids(problem).items()}
    classes = 0
    while True:
        keys = _keys(problem, colours)
        colours = {kind: _ranked(keys[kind]) for kind in colours}
        now = sum(len(set(of_kind)) for of_kind in colours.values())
        if now == classes:
            return colours
        classes = now


def _ranked(keys: Sequence[Key]) -> list[int]:
    place = {key: i for i, key in enumerate(sorted(set(keys)))}
    return [place[key] for key in keys]


def _keys(p: Problem, colours: Colours) -> dict[str, list[Key]]:
    """One comparable key each: the old colour, own numbers, then sorted numbers of all links."""
    t, r, b, c = (range(len(ids)) for ids in _ids(p).values())
    ct, cr, cb, cc = colours["t"], colours["r"], colours["b"], colours["c"]
    cell = {
        (i, j, k): (int(p.minutes[i, j, k]), int(p.today[i, j, k]))
        for i in t for j in r for k in b if p.occurs[i, k]
    }  # fmt: skip
    said = DemandKeys(p.asked)
    pair = [[(bool(p.may_grow[i, j]), bool(p.breach[i, j]), said.pair(i, j)) for j in r] for i in t]
    links: dict[str, list[list[Key]]] = {kind: [[] for _ in ids] for kind, ids in _ids(p).items()}
    for (i, j, k), numbers in cell.items():
        links["t"][i].append((0, cr[j], cb[k], *pair[i][j], *numbers))
        links["r"][j].append((0, ct[i], cb[k], *pair[i][j], *numbers))
        links["b"][k].append((0, ct[i], cr[j], *numbers))
    for i, k in np.argwhere(p.needs):
        links["t"][i].append((1, cc[k]))
        links["c"][k].append((1, ct[i]))
    for j in r:
        for k in c:
            people = (int(p.held[j, k]), int(p.trainable[j, k]), int(p.training_price[j, k]))
            hours = tuple(sorted((cb[m], int(p.training[j, k, m])) for m in b))
            links["r"][j].append((2, cc[k], *people, *_flat(hours)))
            links["c"][k].append((2, cr[j], *people, *_flat(hours)))
    _watch_links(p, colours, links)
    _mates(p, colours, links)
    _passing_links(p, colours, links)
    for option in p.options:
        for kind, told in option_order.links(option, colours).items():
            for i, key in told.items():
                links[kind][i].append(key)
    own = _own(p, colours)
    return {
        kind: [
            (colours[kind][i], own[kind][i], tuple(sorted(links[kind][i])))
            for i in range(len(colours[kind]))
        ]
        for kind in colours
    }


def _own(p: Problem, colours: Colours) -> dict[str, list[Key]]:
    """What each thing is by itself."""
    bands = colours["b"]
    leaf = zip(p.missed_weight, p.divisible, p.one_role, p.pinned, strict=True)
    at_leaf = (p.occurrences, p.missed_minutes, p.missed)
    at_role = (p.room, p.full, p.other)
    role = zip(p.price, p.staff, p.persons, strict=True)
    first = [k for k, _ in p.requires]
    said = DemandKeys(p.asked)
    return {
        "t": [
            (*map(int, own), *said.leaf(t), *_over(bands, at_leaf, t)) for t, own in enumerate(leaf)
        ],
        "r": [
            (*map(int, own), *said.role(r, bands), *_over(bands, at_role, r))
            for r, own in enumerate(role)
        ],
        "b": [
            (int(p.room[:, b].sum()), int(p.full[:, b].sum()), *said.band(b))
            for b in range(len(p.bands))
        ],
        "c": [(first.count(k), *said.competence(k)) for k in range(len(p.competences))],
    }


def _over(bands: list[int], arrays: tuple[Whole, ...], i: int) -> Iterable[int]:
    rows = sorted((bands[b], *(int(a[i, b]) for a in arrays)) for b in range(len(bands)))
    return _flat(tuple(rows))


def _flat(rows: tuple[tuple[int, ...], ...]) -> tuple[int, ...]:
    return tuple(number for row in rows for number in row)


def _watch_links(p: Problem, colours: Colours, links: dict[str, list[list[Key]]]) -> None:
    for watch in p.watches:
        t, r, by = colours["t"][watch.leaf], colours["r"][watch.role], colours["r"][watch.by]
        hours = _flat(tuple(sorted((colours["b"][b], n) for b, n in enumerate(watch.minutes))))
        links["t"][watch.leaf].append((3, r, by, int(watch.always), *hours))
        links["r"][watch.role].append((3, t, by, int(watch.always), *hours))
        links["r"][watch.by].append((4, t, r, int(watch.always), *hours))


def _passing_links(p: Problem, colours: Colours, links: dict[str, list[list[Key]]]) -> None:
    """A chain's leaves and roles, its roles by their place in it; and what asks for practice."""
    for practice in p.practices:
        for t in practice.leaves:
            links["t"][t].append((9, practice.volume))
    for passing in p.passings:
        mates = tuple(sorted(colours["t"][t] for t in passing.leaves))
        hours = _flat(tuple(sorted((colours["b"][b], n) for b, n in enumerate(passing.minutes))))
        for t in passing.leaves:
            links["t"][t].append((8, *hours, *mates))
        for place, r in enumerate(passing.order):
            links["r"][r].append((8, place, *hours, *mates))


def _mates(p: Problem, colours: Colours, links: dict[str, list[list[Key]]]) -> None:
    """Leaves of one unit or group, and competences that build on each other."""
    for leaves in p.leaves_of_unit:
        mates = tuple(sorted(colours["t"][t] for t in leaves))
        for t in leaves:
            links["t"][t].append((5, int(p.group[t] >= 0), *mates))
    for after, first in p.requires:
        links["c"][after].append((6, colours["c"][first]))
        links["c"][first].append((7, colours["c"][after]))


def _permuted(p: Problem, order: dict[str, Whole]) -> Problem:
    t, r, b, c = (order[kind] for kind in "trbc")
    place = {kind: np.argsort(numbers) for kind, numbers in order.items()}
    unit, group = _renumbered(p.change_unit[t]), _renumbered(p.group[t])
    watches = sorted(
        (
            replace(
                watch,
                leaf=int(place["t"][watch.leaf]),
                role=int(place["r"][watch.role]),
                by=int(place["r"][watch.by]),
                minutes=tuple(watch.minutes[i] for i in b),
            )
            for watch in p.watches
        ),
        key=lambda w: (w.leaf, w.role, w.by, w.always, w.minutes),
    )
    return replace(
        p,
        options=option_order.renumbered(p.options, place),
        leaves=tuple(p.leaves[i] for i in t),
        roles=tuple(p.roles[i] for i in r),
        bands=tuple(p.bands[i] for i in b),
        competences=tuple(p.competences[i] for i in c),
        **{name: getattr(p, name)[np.ix_(t, r, b)] for name in ("minutes", "today")},
        **{
            name: getattr(p, name)[np.ix_(t, b)]
            for name in ("occurrences", "missed_minutes", "missed")
        },
        **{name: getattr(p, name)[np.ix_(t, r)] for name in ("may_grow", "breach")},
        **{
            name: getattr(p, name)[t]
            for name in ("missed_weight", "divisible", "one_role", "pinned")
        },
        **{name: getattr(p, name)[np.ix_(r, b)] for name in ("room", "full", "other")},
        **{name: getattr(p, name)[r] for name in ("persons", "staff", "price")},
        **{
            name: getattr(p, name)[np.ix_(r, c)] for name in ("held", "trainable", "training_price")
        },
        needs=p.needs[np.ix_(t, c)],
        training=p.training[np.ix_(r, c, b)],
        requires=tuple(sorted((int(place["c"][x]), int(place["c"][y])) for x, y in p.requires)),
        watches=tuple(watches),
        passings=_passings(p, order, place),
        practices=_practices(p, place),
        change_unit=unit,
        group=group,
        asked=renumbered(p.asked, order),
        rank=np.arange(1, p.units + 1),
    )


def _passings(p: Problem, order: dict[str, Whole], place: dict[str, Whole]) -> tuple[Passing, ...]:
    found = (
        replace(
            passing,
            leaves=tuple(sorted(int(place["t"][t]) for t in passing.leaves)),
            minutes=tuple(passing.minutes[b] for b in order["b"]),
            order=tuple(int(place["r"][r]) for r in passing.order),
        )
        for passing in p.passings
    )
    return tuple(sorted(found, key=lambda x: (x.leaves, x.minutes, x.order, x.name)))


def _practices(p: Problem, place: dict[str, Whole]) -> tuple[Practice, ...]:
    found = (
        replace(practice, leaves=tuple(sorted(int(place["t"][t]) for t in practice.leaves)))
        for practice in p.practices
    )
    return tuple(sorted(found, key=lambda practice: practice.leaves))


def _renumbered(numbers: Whole) -> Whole:
    """The same partition, numbered in order of first appearance; -1 stays."""
    seen: dict[int, int] = {-1: -1}
    return np.array([seen.setdefault(int(n), len(seen) - 1) for n in numbers], dtype=np.int64)

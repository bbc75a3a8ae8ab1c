"""The best plan of a small instance by brute force: every integer decision, then exact arithmetic.

Written from the method's text and the arrays of a problem alone. Every whole decision (which tasks
change, who is trained, who has the whole of an indivisible task, which way a share goes, which
roles practise, which tasks count against K) is tried; what is left is linear and solved exactly.
Shares are counted in millionths, loads in millionths of minutes.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations, product

import numpy as np

from taskmap.leon.problem import Problem
from tests.leon.exact import NoPoint, least

M = 1_000_000
Row = tuple[dict[int, int], int]
# What the levels may lose to later ones, as documented: millionths of a unit, and of the peak.
HOLD = {"breach": 1000, "missed": 1000, "over": 1000, "price": 1000, "changed": 0, "peak": 1000}


class TooLarge(Exception):
    """More integer decisions than brute force should try."""


def best(problem: Problem, *, most: int = 3000) -> dict[str, float]:
    """The value of every objective at the optimum; ``hands`` with the scaled rank in it."""
    cases = list(_cases(problem, most))
    found: dict[str, float] = {}
    for name in ("breach", "missed", "over", "price", "changed", "peak", "hands"):
        values = []
        for case in cases:
            try:
                values.append((case.least(name), case))
            except NoPoint:
                continue
        found[name] = min(value for value, _ in values)
        hold = HOLD.get(name, 0)
        cases = [case for value, case in values if value <= found[name] + hold / M + 1e-12]
        for case in cases:
            case.hold(name, found[name] + hold / M)
    return found


@dataclass
class _Case:
    """One choice of all whole decisions, as a linear programme over changes of shares."""

    p: Problem
    changed: tuple[int, ...]
    trained: np.ndarray
    variables: dict[tuple, int] = field(default_factory=dict)
    rows: list[Row] = field(default_factory=list)
    costs: dict[str, tuple[dict[int, int], int, int]] = field(default_factory=dict)

    def variable(self, *key) -> int:
        return self.variables.setdefault(key, len(self.variables))

    def at_most(self, row: dict[int, int], most: int) -> None:
        self.rows.append((dict(row), int(most)))

    def equal(self, row: dict[int, int], value: int) -> None:
        self.at_most(row, value)
        self.at_most({j: -a for j, a in row.items()}, -value)

    def least(self, name: str) -> float:
        coefficients, constant, scale = self.costs[name]
        if not coefficients:
            self._feasible()
            return constant / scale
        cost = [coefficients.get(j, 0) for j in range(len(self.variables))]
        top, bottom = least(cost, self.rows)
        return (top / bottom + constant) / scale

    def _feasible(self) -> None:
        if not getattr(self, "known", False):
            least([0] * len(self.variables), self.rows)
            self.known = True

    def hold(self, name: str, value: float) -> None:
        coefficients, constant, scale = self.costs[name]
        if coefficients:
            # Rounded up to a millionth of the smallest unit: never tighter than documented.
            self.at_most(coefficients, int(np.ceil(value * scale)) - constant + 1)
            self.known = False

    # --- shares as expressions: (coefficients, constant) in millionths
    def share(self, t: int, r: int, b: int) -> tuple[dict[int, int], int]:
        row = {}
        if ("in", t, r, b) in self.variables:
            row[self.variables["in", t, r, b]] = 1
        if ("out", t, r, b) in self.variables:
            row[self.variables["out", t, r, b]] = -1
        return row, int(self.p.today[t, r, b])


def _cases(p: Problem, most: int) -> Iterator[_Case]:
    """Every combination of whole decisions that could matter."""
    free = [u for u in range(p.units) if not all(p.pinned[t] for t in p.leaves_of_unit[u])]
    wanted = [(r, k) for r, k in np.argwhere(p.trainable > 0) if _useful(p, r, k)]
    count = 0
    for size in range(len(free) + 1):
        for changed in combinations(free, size):
            leaves = [t for u in changed for t in p.leaves_of_unit[u] if not p.pinned[t]]
            learning = list(product(*(range(p.trainable[r, k] + 1) for r, k in wanted)))
            for people in learning if changed else learning[:1]:
                trained = np.zeros_like(p.trainable)
                for (r, k), number in zip(wanted, people, strict=True):
                    trained[r, k] = number
                if not _in_sequence(p, trained):
                    continue
                for choice in _choices(p, changed, leaves, trained):
                    count += 1
                    if count > most:
                        raise TooLarge
                    yield _case(p, changed, leaves, trained, choice)


def _useful(p: Problem, r: int, k: int) -> bool:
    after = {k} | {a for a, first in p.requires if first == k}
    return any(p.needs[t, list(after)].any() for t in range(len(p.leaves)))


def _in_sequence(p: Problem, trained: np.ndarray) -> bool:
    return all(
        trained[r, a] == 0
        or p.held[r, a] + trained[r, a] - p.held[r, f] - trained[r, f]
        <= max(0, p.held[r, a] - p.held[r, f])
        for a, f in p.requires
        for r in range(len(p.roles))
    )


def _choices(p: Problem, changed, leaves, trained) -> Iterator[dict]:
    """Ways of the shares, holders of whole tasks, practice, visits, and what counts against K."""
    roles, bands = range(len(p.roles)), range(len(p.bands))
    both = [
        (t, r, b) for t in leaves for r in roles for b in bands
        if 0 < p.today[t, r, b] < M and p.may_grow[t, r]
    ]  # fmt: skip
    parts = {
        "ways": [dict(zip(both, signs, strict=True))
                 for signs in product((1, -1), repeat=len(both))],
        "whole": _per(
            {(t, b): _whole(p, t, b) for t in leaves for b in bands
             if not p.divisible[t] and p.occurrences[t, b]}
        ),
        "one": _per({t: _one(p, t) for t in leaves if p.one_role[t]}),
        "two": _per({t: _two(p, t, trained) for t in leaves if _frequent(p, t)}),
        "visit": _per(_visits(p, leaves)),
        "counted": _counted(p, changed),
    }  # fmt: skip
    for choice in product(*parts.values()):
        yield dict(zip(parts, choice, strict=True))


def _per(options: dict) -> list[dict]:
    return [dict(zip(options, pick, strict=True)) for pick in product(*options.values())]


def _whole(p: Problem, t: int, b: int) -> list:
    split = sum(p.today[t, :, b] > 0) > 1
    takers = [r for r in range(len(p.roles)) if p.may_grow[t, r] or p.today[t, r, b]]
    return takers + (["as today"] if split else [])


def _one(p: Problem, t: int) -> list:
    split = sum(p.today[t].any(axis=1)) > 1
    takers = [r for r in range(len(p.roles)) if p.may_grow[t, r] or p.today[t, r].any()]
    return takers + (["as today"] if split else [])


def _frequent(p: Problem, t: int) -> bool:
    return p.occurrences[t].sum() >= 2 * M


def _able(p: Problem, t: int, r: int, holders: np.ndarray) -> int:
    return 2 if p.persons[r] == 0 else min([2, p.persons[r], *holders[r][p.needs[t]]])


def _weekly(p: Problem, t: int, r: int) -> int:
    return sum(int(x) * int(n) for x, n in zip(p.today[t, r], p.occurrences[t], strict=True))


def _asked(p: Problem, t: int) -> int:
    all_of_it = int(p.occurrences[t].sum())
    able = [_able(p, t, r, p.held) for r in range(len(p.roles))]
    strong = sum(_weekly(p, t, r) for r, a in enumerate(able) if a >= 2)
    if strong * 20 >= M * all_of_it:
        return 2
    weak = [a for r, a in enumerate(able) if a < 2 and _weekly(p, t, r) * 20 >= M * all_of_it]
    return min(2, sum(weak))


def _two(p: Problem, t: int, trained: np.ndarray) -> list:
    """Sets of roles that together keep a twentieth each: any one of the sets is enough."""
    asked = _asked(p, t)
    if not asked:
        return [()]
    roles = range(len(p.roles))
    strong = tuple(r for r in roles if _able(p, t, r, p.held) >= asked)
    weak = [r for r in roles if r not in strong]
    now = {r: _able(p, t, r, p.held + trained) for r in weak}
    options = [(strong,)] if strong else []
    sets = [some for size in (1, 2) for some in combinations(weak, size)]
    options.extend(
        tuple((r,) for r in some)
        for some in sets
        if sum(now[r] for r in some) >= asked and all(now[r] for r in some)
    )
    return options


def _visits(p: Problem, leaves) -> dict:
    """For groups in several hands today: the roles that may have a part when it changes."""
    found = {}
    for g in {int(p.group[t]) for t in leaves if p.group[t] >= 0}:
        for b in range(len(p.bands)):
            there = [t for t in range(len(p.leaves)) if p.group[t] == g and p.occurrences[t, b]]
            now = sum(p.today[there, :, b].any(axis=0)) if there else 0
            if now > 1:
                found[g, b] = list(combinations(range(len(p.roles)), int(now)))
    return found


def _breaching(p: Problem, u: int) -> bool:
    return any(
        p.breach[t, r] and p.today[t, r].any()
        for t in p.leaves_of_unit[u]
        for r in range(len(p.roles))
    )


def _counted(p: Problem, changed) -> list:
    if p.max_changes is None:
        return [None]
    ordinary = [u for u in changed if not _breaching(p, u)]
    return list(combinations(ordinary, min(p.max_changes, len(ordinary))))


def _case(p: Problem, changed, leaves, trained, choice) -> _Case:
    case = _Case(p, changed, trained)
    _shares(case, leaves, choice["ways"])
    _whole_rows(case, choice)
    _two_rows(case, choice["two"])
    _visit_rows(case, leaves, choice["visit"])
    load = _load_rows(case)
    _people_rows(case)
    _change_rows(case, choice["counted"])
    _costs(case, load)
    return case


def _shares(case: _Case, leaves, ways) -> None:
    p = case.p
    for t in leaves:
        for b in range(len(p.bands)):
            if not p.occurrences[t, b]:
                continue
            balance = {}
            for r in range(len(p.roles)):
                now = int(p.today[t, r, b])
                way = ways.get((t, r, b))
                if p.may_grow[t, r] and now < M and way != -1:
                    x = case.variable("in", t, r, b)
                    case.at_most({x: 1}, M - now)
                    balance[x] = 1
                if now and way != 1:
                    x = case.variable("out", t, r, b)
                    case.at_most({x: 1}, now)
                    balance[x] = -1
            if p.missed[t, b]:
                x = case.variable("taken", t, b)
                case.at_most({x: 1}, p.missed[t, b])
                balance[x] = -1
            case.equal(balance, 0)


def _whole_rows(case: _Case, choice) -> None:
    p = case.p
    cells = [(t, b, who) for (t, b), who in choice["whole"].items()]
    cells += [
        (t, b, who) for t, who in choice["one"].items() for b in range(len(p.bands))
        if p.occurrences[t, b]
    ]  # fmt: skip
    for t, b, who in cells:
        for r in range(len(p.roles)):
            row, now = case.share(t, r, b)
            if who == "as today":
                case.equal(row, 0)
            elif r != who:
                case.equal(row, -now)


def _two_rows(case: _Case, two) -> None:
    p = case.p
    for t, sides in two.items():
        for roles in sides:
            row, constant = {}, 0
            for r in roles:
                for b in range(len(p.bands)):
                    part, now = case.share(t, r, b)
                    n = int(p.occurrences[t, b])
                    constant += now * n
                    for j, a in part.items():
                        row[j] = row.get(j, 0) - a * n
            least_part = M // 20 * int(p.occurrences[t].sum())
            case.at_most(row, constant - least_part)


def _visit_rows(case: _Case, leaves, visit) -> None:
    p = case.p
    for g in {int(p.group[t]) for t in leaves if p.group[t] >= 0}:
        for b in range(len(p.bands)):
            there = [t for t in range(len(p.leaves)) if p.group[t] == g and p.occurrences[t, b]]
            for r in range(len(p.roles)):
                for t in there[1:]:
                    first, now_first = case.share(there[0], r, b)
                    other, now_other = case.share(t, r, b)
                    row = dict(first)
                    for j, a in other.items():
                        row[j] = row.get(j, 0) - a
                    case.equal(row, now_other - now_first)
                if there and (g, b) in visit and r not in visit[g, b]:
                    row, now = case.share(there[0], r, b)
                    case.equal(row, -now)


def _load_rows(case: _Case) -> dict:
    """Change of load by role and band: (coefficients, constant) in millionths of minutes."""
    p = case.p
    load = {}
    for r in range(len(p.roles)):
        for b in range(len(p.bands)):
            row: dict[int, int] = {}
            for (kind, *key), j in case.variables.items():
                if kind in {"in", "out"} and key[1] == r and key[2] == b:
                    sign = 1 if kind == "in" else -1
                    row[j] = row.get(j, 0) + sign * int(p.minutes[key[0], r, b])
            for watch in p.watches:
                if watch.by == r:
                    for kind, sign in (("in", 1), ("out", -1 if watch.always else 0)):
                        j = case.variables.get((kind, watch.leaf, watch.role, b))
                        if j is not None:
                            row[j] = row.get(j, 0) + sign * watch.minutes[b]
            taught = int((case.trained[r] * p.training[r, :, b]).sum())
            load[r, b] = (row, taught)
            today = _today(p, r, b)
            room = max(int(p.room[r, b]) * M, today)
            case.at_most(row, room - today - taught)
    return load


def _today(p: Problem, r: int, b: int) -> int:
    """Millionths of minutes a role is loaded with today, unmapped work included."""
    total = int(p.other[r, b]) * M
    total += sum(int(p.minutes[t, r, b]) * int(p.today[t, r, b]) for t in range(len(p.leaves)))
    total += sum(
        w.minutes[b] * int(p.today[w.leaf, w.role, b]) for w in p.watches if w.always and w.by == r
    )
    return total


def _people_rows(case: _Case) -> None:
    p = case.p
    for r in range(len(p.roles)):
        if not p.persons[r]:
            continue
        for k in range(len(p.competences)):
            for b in range(len(p.bands)):
                row, today = {}, 0
                for t in range(len(p.leaves)):
                    if p.needs[t, k]:
                        part, now = case.share(t, r, b)
                        today += now * int(p.minutes[t, r, b])
                        for j, a in part.items():
                            row[j] = row.get(j, 0) + a * int(p.minutes[t, r, b])
                people = int(p.persons[r])
                most = max(int(p.room[r, b]) * M, _today(p, r, b))
                holders = int(p.held[r, k] + case.trained[r, k])
                allowed = max(today * people, holders * most)
                case.at_most({j: a * people for j, a in row.items()}, allowed - today * people)


def _change_rows(case: _Case, counted) -> None:
    p = case.p
    _relief_rows(case)
    if counted is None:
        return
    over: dict[tuple[int, int], dict[int, int]] = {}
    free = [u for u in case.changed if u not in counted and not _breaching(p, u)]
    leaves = {t for u in free for t in p.leaves_of_unit[u]}
    for (kind, *key), j in case.variables.items():
        if key[0] not in leaves or kind == "in":
            continue
        if kind == "taken" or _today(p, *key[1:]) <= int(p.full[tuple(key[1:])]) * M:
            case.equal({j: 1}, 0)
        else:
            over.setdefault(tuple(key[1:]), {})[j] = int(p.minutes[tuple(key)])
    for (r, b), row in over.items():
        case.at_most(row, _today(p, r, b) - int(p.full[r, b]) * M)


def _relief_rows(case: _Case) -> None:
    p = case.p
    for u in case.changed:
        relief = {}
        for (kind, *key), j in case.variables.items():
            if key[0] in p.leaves_of_unit[u]:
                if kind == "out":
                    relief[j] = int(p.minutes[tuple(key)])
                if kind == "taken":
                    relief[j] = int(p.missed_minutes[tuple(key)])
        case.at_most({j: -a for j, a in relief.items()}, -_threshold(p, u))


def _threshold(p: Problem, u: int) -> int:
    if _breaching(p, u):
        return 0
    leaves = p.leaves_of_unit[u]
    done = sum(int((p.minutes[t] * p.today[t]).sum()) for t in leaves)
    missed = sum(int((p.missed_minutes[t] * p.missed[t]).sum()) for t in leaves)
    smallest = min(p.min_move * M, done + missed)
    return min(smallest, missed) if missed else smallest


def _costs(case: _Case, load: dict) -> None:
    """The objectives as (coefficients, constant, scale)."""
    p = case.p
    breach, missed, hands = {}, {}, {}
    for (kind, *key), j in case.variables.items():
        if kind == "out":
            hands[j] = int(p.minutes[tuple(key)])
            if p.breach[key[0], key[1]]:
                breach[j] = -int(p.minutes[tuple(key)])
        if kind == "taken":
            missed[j] = -int(p.missed_minutes[tuple(key)] * p.missed_weight[key[0]])
    rank = sum(int(p.rank[u]) for u in case.changed)
    case.costs = {
        "breach": (breach, int((p.minutes * p.breach[:, :, None] * p.today).sum()), M),
        "missed": (
            missed, int((p.missed_minutes * p.missed_weight[:, None] * p.missed).sum()), M
        ),
        "over": (_over_cost(case, load), 0, M),
        "price": (*_price_cost(case, load), M),
        "changed": ({}, len(case.changed), 1),
        "peak": (_peak_cost(case, load), 0, M),
        "hands": (hands, round(rank / (2 * (int(p.rank.sum()) or 1)) * M), M),
    }  # fmt: skip


def _price_cost(case: _Case, load: dict) -> tuple[dict, int]:
    p, row_of = case.p, {}
    today = int((case.trained * p.training_price).sum())
    for (r, b), (row, taught) in load.items():
        today += int(p.price[r]) * (_today(p, r, b) - int(p.other[r, b]) * M + taught)
        for j, a in row.items():
            row_of[j] = row_of.get(j, 0) + a * int(p.price[r])
    return row_of, today


def _over_cost(case: _Case, load: dict) -> dict:
    p, cost = case.p, {}
    for (r, b), (row, taught) in load.items():
        filled = _today(p, r, b)
        if filled > int(p.full[r, b]) * M:
            x = case.variable("over", r, b)
            case.at_most({**row, x: -1}, int(p.full[r, b]) * M - filled - taught)
            cost[x] = 1
    return cost


def _peak_cost(case: _Case, load: dict) -> dict:
    p, cost = case.p, {}
    for (r, b), (row, taught) in load.items():
        filled, full = _today(p, r, b), int(p.full[r, b])
        if p.staff[r] and full and filled <= int(p.room[r, b]) * M:
            peak = case.variable("peak")
            case.at_most({**row, peak: -full}, -filled - taught)
            cost[peak] = 1
    return cost

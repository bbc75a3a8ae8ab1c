"""Whether a division is a lawful plan of a problem: plain loops over whole numbers, and no more.

Knows nothing of the programme, the solver or the product's own re-check. Says every rule that is
broken, so that a test can ask for the one it expects. A minute for each role and band, and a few
millionths of a share, are allowed for rounding.
"""

from taskmap.leon.instance.problem import Problem
from tests.leon.checker_demands import DEMANDS
from tests.leon.checker_practice import practice
from tests.leon.checker_two import two_capable

M = 1_000_000
HAIR = 4


def broken(p: Problem, shares, missed, trained, chosen=None) -> list[str]:
    """Names of the rules the plan breaks, rule first."""
    taken = [0] * len(p.options) if chosen is None else chosen.tolist()
    plan = _Plan(p, shares.tolist(), missed.tolist(), trained.tolist(), taken)
    return [f"{rule.__name__.strip('_')}/{where}" for rule in RULES for where in rule(plan)]


class _Plan:
    def __init__(self, p: Problem, shares, missed, trained, chosen) -> None:
        self.p, self.s, self.miss, self.y = p, shares, missed, trained
        self.taken = [option for option, n in zip(p.options, chosen, strict=True) if n]
        self.numbers = chosen
        self.work_of = {option.work: option for option in p.options if option.work is not None}
        self.today, self.miss0 = p.today.tolist(), p.missed.tolist()
        self.minutes, self.n = p.minutes.tolist(), p.occurrences.tolist()
        self.T, self.R, self.B = (range(len(x)) for x in (p.leaves, p.roles, p.bands))
        self.K = range(len(p.competences))

    def changed(self, t: int) -> bool:
        return self.s[t] != self.today[t] or self.miss[t] != self.miss0[t]

    def stands(self, t: int) -> bool:
        """Whether the leaf is to be done."""
        if t in self.work_of:
            return self.work_of[t] in self.taken
        return not any(t in option.leaves for option in self.taken)

    def load(self, r: int, b: int, shares, *, with_plan: bool) -> int:
        total = sum(shares[t][r][b] * self.minutes[t][r][b] for t in self.T)
        for w in self.p.watches:
            if w.by == r:
                part = shares[w.leaf][w.role][b]
                if not w.always:
                    part = max(0, part - self.today[w.leaf][w.role][b]) if with_plan else 0
                total += part * w.minutes[b]
        for passing in self.p.passings:
            there = [i for i in passing.order if any(shares[t][i][b] for t in passing.leaves)]
            total += passing.minutes[b] * M * (r in there[1:])
        if with_plan:
            total += sum(self.y[r][k] * int(self.p.training[r, k, b]) for k in self.K)
            total += sum(n for o in self.taken for i, j, n in o.once if (i, j) == (r, b))
        return total + int(self.p.other[r, b]) * M

    def before(self, r: int, b: int) -> int:
        return self.load(r, b, self.today, with_plan=False)

    def after(self, r: int, b: int) -> int:
        return self.load(r, b, self.s, with_plan=True)

    def most(self, r: int, b: int) -> int:
        return max(int(self.p.room[r, b]) * M, self.before(r, b))

    def mates(self, t: int) -> list[int]:
        return [i for i in self.T if self.p.change_unit[i] == self.p.change_unit[t]]

    def has_breach(self, t: int) -> bool:
        return any(
            self.p.breach[i, r] and any(self.today[i][r]) for i in self.mates(t) for r in self.R
        )


def _division(x: _Plan):
    for t in x.T:
        for b in x.B:
            column = [x.s[t][r][b] for r in x.R] + [x.miss[t][b]]
            if min(column) < 0 or sum(column) != (M if x.n[t][b] and x.stands(t) else 0):
                yield f"{t}/{b}"
            if x.miss[t][b] > x.miss0[t][b]:
                yield f"{t}/{b}/missed"


def _otherwise(x: _Plan):
    if any(n not in (0, 1) for n in x.numbers):
        yield "number"
    for t in x.T:
        if sum(t in option.leaves for option in x.taken) > 1:
            yield f"{t}"
    for option in x.taken:
        if option.room is not None and option.elsewhere > option.room:
            yield f"{option.name}/room"


def _forbidden(x: _Plan):
    for t in x.T:
        for r in x.R:
            if not x.p.may_grow[t, r] and any(x.s[t][r][b] > x.today[t][r][b] for b in x.B):
                yield f"{t}/{r}"


def _capacity(x: _Plan):
    for r in x.R:
        for b in x.B:
            if x.after(r, b) > x.most(r, b) + M:
                yield f"{r}/{b}"


def _trained(x: _Plan):
    for r in x.R:
        for k in x.K:
            if not 0 <= x.y[r][k] <= x.p.trainable[r, k]:
                yield f"{r}/{k}/number"
            for b in x.B if x.p.persons[r] else ():
                asks = [t for t in x.T if x.p.needs[t, k]]
                now = sum(x.s[t][r][b] * x.minutes[t][r][b] for t in asks)
                then = sum(x.today[t][r][b] * x.minutes[t][r][b] for t in asks)
                holders = int(x.p.held[r, k]) + x.y[r][k]
                if now > then + M and (now - M) * int(x.p.persons[r]) > holders * x.most(r, b):
                    yield f"{r}/{k}/{b}"


def _prerequisite(x: _Plan):
    for a, f in x.p.requires:
        for r in x.R:
            ahead = max(0, int(x.p.held[r, a] - x.p.held[r, f]))
            now = int(x.p.held[r, a] - x.p.held[r, f]) + x.y[r][a] - x.y[r][f]
            if x.y[r][a] and now > ahead:
                yield f"{r}/{a}/{f}"


def _indivisible(x: _Plan):
    for t in x.T:
        for b in x.B:
            now = [x.s[t][r][b] for r in x.R]
            same = now == [x.today[t][r][b] for r in x.R]
            if not x.p.divisible[t] and not same and sum(n > 0 for n in now) > 1:
                yield f"{t}/{b}"


def _one_role(x: _Plan):
    for t in x.T:
        if x.p.one_role[t] and x.s[t] != x.today[t] and sum(any(x.s[t][r]) for r in x.R) > 1:
            yield f"{t}"


def _keep_together(x: _Plan):
    for t in x.T:
        group = [i for i in x.T if x.p.group[i] == x.p.group[t] >= 0]
        if not any(x.s[i] != x.today[i] for i in group):
            continue
        for b in x.B:
            there = [i for i in group if x.n[i][b]]
            if t in there:
                now = [x.s[t][r][b] for r in x.R]
                if now != [x.s[there[0]][r][b] for r in x.R]:
                    yield f"{t}/{b}"
                hands = {r for i in there for r in x.R if x.today[i][r][b]}
                if 1 < len(hands) < sum(n > 0 for n in now):
                    yield f"{t}/{b}/roles"


def _smallest_move(x: _Plan):
    for u in {int(x.p.change_unit[t]) for t in x.T if x.changed(t)}:
        leaves = [t for t in x.T if x.p.change_unit[t] == u]
        relieved = sum(
            max(0, x.today[t][r][b] - x.s[t][r][b]) * x.minutes[t][r][b]
            for t in leaves for r in x.R for b in x.B
        ) + sum((x.miss0[t][b] - x.miss[t][b]) * int(x.p.missed_minutes[t, b])
                for t in leaves for b in x.B)  # fmt: skip
        done = sum(x.today[t][r][b] * x.minutes[t][r][b]
                   for t in leaves for r in x.R for b in x.B)  # fmt: skip
        missed = sum(x.miss0[t][b] * int(x.p.missed_minutes[t, b]) for t in leaves for b in x.B)
        least = min(x.p.min_move * M, done + missed, missed or done)
        if relieved < least - M and not x.has_breach(leaves[0]):
            yield f"{u}"


def _limit(x: _Plan):
    if x.p.max_changes is None:
        return
    units = sorted({int(x.p.change_unit[t]) for t in x.T if x.changed(t) and not x.has_breach(t)})
    otherwise = {int(x.p.change_unit[option.leaves[0]]) for option in x.taken}
    over = {(r, b): max(0, x.before(r, b) - int(x.p.full[r, b]) * M) for r in x.R for b in x.B}

    def let_off(rest: list[int], left: dict) -> int:
        if not rest:
            return 0
        u, *others = rest
        skip = let_off(others, left)
        if u in otherwise:
            return skip
        now = dict(left)
        for t in x.T:
            if x.p.change_unit[t] != u:
                continue
            for r, b in now:
                given = max(0, x.today[t][r][b] - x.s[t][r][b])
                now[r, b] -= given * x.minutes[t][r][b]
        return max(skip, 1 + let_off(others, now)) if min(now.values()) >= -M else skip

    if len(units) - let_off(units, over) > x.p.max_changes:
        yield "tasks"


def _no_worse(x: _Plan):
    p = x.p
    cells = [(t, r, b) for t in x.T for r in x.R for b in x.B]
    breach = [
        sum(s[t][r][b] * x.minutes[t][r][b] for t, r, b in cells if p.breach[t, r])
        for s in (x.today, x.s)
    ]
    missed = [
        sum(m[t][b] * int(p.missed_minutes[t, b] * p.missed_weight[t]) for t in x.T for b in x.B)
        for m in (x.miss0, x.miss)
    ]
    missed[1] += sum(
        x.miss0[t][b] * int(p.missed_minutes[t, b] * p.missed_weight[t])
        for option in x.taken if option.stops for t in option.leaves for b in x.B
    )  # fmt: skip
    loads = [[(r, b, f(r, b)) for r in x.R for b in x.B] for f in (x.before, x.after)]
    over = [sum(max(0, load - int(p.full[r, b]) * M) for r, b, load in side) for side in loads]
    price = [sum(load * int(p.price[r]) for r, b, load in side) for side in loads]
    price[1] += sum(option.price for option in x.taken)
    price[1] += sum(x.y[r][k] * int(p.training_price[r, k]) for r in x.R for k in x.K)
    pairs = {"breach": breach, "missed": missed, "over": over}
    for name, (then, now) in pairs.items():
        if now > then + M:
            yield name
    must = p.asked.forced or p.asked.taken_out  # what must move may cost
    better = any(now < then for then, now in pairs.values())
    if price[1] > price[0] + M and not (must or better):
        yield "price"


RULES = (
    _division, _otherwise, _forbidden, _capacity, _trained, _prerequisite, two_capable,
    _indivisible, _one_role, _keep_together, _smallest_move, _limit, _no_worse, practice, *DEMANDS,
)  # fmt: skip

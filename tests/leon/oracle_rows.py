"""The rows and objectives of one case of the oracle, written from the method's text."""

from taskmap.leon.instance.problem import Problem
from tests.leon.oracle_case import Case, M, breaching
from tests.leon.oracle_chains import hand_rows, spent, spent_today
from tests.leon.oracle_options import all_of, dropped, money, once


def shares(case: Case, leaves, ways) -> None:
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
            case.equal(balance, all_of(p, t, b))


def whole_rows(case: Case, choice) -> None:
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


def two_rows(case: Case, two) -> None:
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


def visit_rows(case: Case, leaves, visit) -> None:
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


def load_rows(case: Case, hands: dict) -> dict:
    """Change of load by role and band: (coefficients, constant) in millionths of minutes."""
    p = case.p
    hand_rows(case, hands)
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
            taught += spent(p, hands, r, b) - spent_today(p, r, b) + once(case, r, b)
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
    return total + spent_today(p, r, b)


def people_rows(case: Case) -> None:
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


def change_rows(case: Case, counted) -> None:
    p = case.p
    _relief_rows(case)
    if counted is None:
        return
    over: dict[tuple[int, int], dict[int, int]] = {}
    free = [u for u in case.changed if u not in counted and not breaching(p, u)]
    leaves = {t for u in free for t in p.leaves_of_unit[u]}
    for (kind, *key), j in case.variables.items():
        if key[0] not in leaves or kind != "out":
            continue
        if _today(p, *key[1:]) <= int(p.full[tuple(key[1:])]) * M:
            case.equal({j: 1}, 0)
        else:
            over.setdefault(tuple(key[1:]), {})[j] = int(p.minutes[tuple(key)])
    for (r, b), row in over.items():
        case.at_most(row, _today(p, r, b) - int(p.full[r, b]) * M)


def _relief_rows(case: Case) -> None:
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
    if breaching(p, u):
        return 0
    leaves = p.leaves_of_unit[u]
    done = sum(int((p.minutes[t] * p.today[t]).sum()) for t in leaves)
    missed = sum(int((p.missed_minutes[t] * p.missed[t]).sum()) for t in leaves)
    smallest = min(p.min_move * M, done + missed)
    return min(smallest, missed) if missed else smallest


def costs(case: Case, load: dict) -> None:
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
            missed,
            int((p.missed_minutes * p.missed_weight[:, None] * p.missed).sum()) + dropped(case),
            M,
        ),
        "over": (_over_cost(case, load), 0, M),
        "price": (*_price_cost(case, load), M),
        "changed": ({}, len(case.changed), 1),
        "peak": (_peak_cost(case, load), 0, M),
        "hands": (hands, round(rank / (2 * (int(p.rank.sum()) or 1)) * M), M),
    }  # fmt: skip


def _price_cost(case: Case, load: dict) -> tuple[dict, int]:
    p, row_of = case.p, {}
    today = int((case.trained * p.training_price).sum()) + money(case)
    for (r, b), (row, taught) in load.items():
        today += int(p.price[r]) * (_today(p, r, b) - int(p.other[r, b]) * M + taught)
        for j, a in row.items():
            row_of[j] = row_of.get(j, 0) + a * int(p.price[r])
    return row_of, today


def _over_cost(case: Case, load: dict) -> dict:
    p, cost = case.p, {}
    for (r, b), (row, taught) in load.items():
        filled = _today(p, r, b)
        if filled > int(p.full[r, b]) * M:
            x = case.variable("over", r, b)
            case.at_most({**row, x: -1}, int(p.full[r, b]) * M - filled - taught)
            cost[x] = 1
    return cost


def _peak_cost(case: Case, load: dict) -> dict:
    p, cost = case.p, {}
    for (r, b), (row, taught) in load.items():
        filled, full = _today(p, r, b), int(p.full[r, b])
        if p.staff[r] and full and filled <= int(p.room[r, b]) * M:
            peak = case.variable("peak")
            case.at_most({**row, peak: -full}, -filled - taught)
            cost[peak] = 1
    return cost

"""Whether a plan meets what was demanded: plain loops, read from the question's own words."""

M = 1_000_000
HAIR = 4


def pinned(x):
    for t in x.T:
        mates = [i for i in x.T if i == t or x.p.group[i] == x.p.group[t] >= 0]
        if x.p.pinned[t] and any(x.changed(i) for i in mates):
            yield f"{t}"
    for r in x.p.asked.pinned_roles:
        if any(x.s[t][r] != x.today[t][r] for t in x.T):
            yield f"role/{r}"


def _grows(x, t: int, r: int) -> bool:
    return any(now > then for now, then in zip(x.s[t][r], x.today[t][r], strict=True))


def banned(x):
    for t, r in x.p.asked.forbidden:
        if _grows(x, t, r):
            yield f"{t}/{r}"
    for r in x.p.asked.forbidden_roles:
        if any(_grows(x, t, r) for t in x.T):
            yield f"role/{r}"


def forced(x):
    for t, r, least in x.p.asked.forced:
        done = sum(share * n for share, n in zip(x.s[t][r], x.n[t], strict=True))
        if done < (least - HAIR) * sum(x.n[t]):
            yield f"{t}/{r}"


def capped(x):
    for t, most in x.p.asked.cap_leaf:
        left = sum(max(0, x.today[t][r][b] - x.s[t][r][b]) * x.n[t][b] for r in x.R for b in x.B)
        if left > (most + HAIR * len(x.R)) * sum(x.n[t]):
            yield f"leaf/{t}"
    for r, minutes in x.p.asked.cap_role:
        new = sum(
            max(0, x.s[t][r][b] - x.today[t][r][b]) * x.minutes[t][r][b] for t in x.T for b in x.B
        )
        if new > (minutes + 1) * M:
            yield f"role/{r}"
    for cap in x.p.asked.gates:
        resting = {int(x.p.change_unit[t]) for t, r in cap.pairs if _grows(x, t, r)}
        if len(resting) > cap.most:
            yield f"gate/{cap.gate}"


def budgets(x):
    for budget in x.p.asked.budgets:
        if sum(x.y[r][k] * budget.each[k] for r in x.R for k in x.K) > budget.most:
            yield f"{budget.kind}/{budget.subject}"


def presence(x):
    for r, b, minutes in x.p.asked.taken_out:
        if x.before(r, b) - x.after(r, b) < (minutes - 1) * M:
            yield f"{r}/{b}"
    for floor in x.p.asked.floors:
        left = list(floor.presence)
        for r, b, minutes in x.p.asked.taken_out:
            left[r] -= minutes if b == floor.band else 0
        then = sum(n for n, yes in zip(floor.presence, floor.registered, strict=True) if yes)
        now = sum(n for n, yes in zip(left, floor.registered, strict=True) if yes)
        below = now * M < floor.share * sum(left)
        worse = now * sum(floor.presence) < then * sum(left)
        if below and worse:
            yield f"floor/{floor.band}"
        # What was above the floor must not end below it.
        if below and then * M >= floor.share * sum(floor.presence):
            yield f"floor/{floor.band}"


DEMANDS = (pinned, banned, forced, capped, budgets, presence)

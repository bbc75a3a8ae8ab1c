"""The finished plan against every row, in whole numbers, before anyone sees it.

Shares no code with the programme: it asks of the plan itself what the rows were meant to hold.
A minute for each role and band is allowed, since shares are rounded to millionths.
"""

from collections.abc import Iterator

import numpy as np

from taskmap.leon.checking.demands import demanded
from taskmap.leon.checking.practice import in_practice, practised
from taskmap.leon.checking.values import (
    BEFORE_PRICE,
    HAIR,
    changed_units,
    exact_values,
    load_of,
)
from taskmap.leon.instance.problem import OFTEN, PRACTISING, Flags, Problem, Whole
from taskmap.model.units import MILLION

MINUTE = MILLION


def complaints(
    problem: Problem, shares: Whole, missed: Whole, trained: Whole, chosen: Whole | None = None
) -> list[str]:
    """Rows the plan breaks, by name; none when it holds."""
    taken = np.zeros(len(problem.options), dtype=np.int64) if chosen is None else chosen
    if shares.shape != problem.today.shape or missed.shape != problem.missed.shape:
        return ["shape"]
    plan = (problem, shares, missed, trained)
    return [
        *_options(problem, taken),
        *_division(problem, shares, missed, taken),
        *_rulings(*plan),
        *_capacity(*plan, taken),
        *_people(*plan, taken),
        *_whole_tasks(*plan),
        *_groups(*plan),
        *_changes(problem, shares, missed, taken),
        *_no_worse(*plan, taken),
        *demanded(*plan, taken),
    ]


def _options(p: Problem, chosen: Whole) -> Iterator[str]:
    if ((chosen != 0) & (chosen != 1)).any():
        yield "options/number"
    for t, leaf in enumerate(p.leaves):
        if sum(int(chosen[k]) for k in p.options_of[t]) > 1:
            yield f"options/{leaf}"
    for option, taken in zip(p.options, chosen, strict=True):
        if taken and option.room is not None and option.elsewhere > option.room:
            yield f"elsewhere/{option.name}"


def _division(p: Problem, shares: Whole, missed: Whole, chosen: Whole) -> Iterator[str]:
    if (shares < 0).any() or (missed < 0).any():
        yield "division/negative"
    whole = np.where(p.occurs & p.stands(chosen)[:, None], MILLION, 0)
    for t, b in np.argwhere(shares.sum(axis=1) + missed != whole):
        yield f"division/{p.leaves[t]}/{p.bands[b]}"
    for t, b in np.argwhere(missed > p.missed):
        yield f"division/{p.leaves[t]}/{p.bands[b]}/missed"


def _rulings(p: Problem, shares: Whole, _: Whole, __: Whole) -> Iterator[str]:
    for t, r, b in np.argwhere((shares > p.today) & ~p.may_grow[:, :, None]):
        yield f"rulings/{p.leaves[t]}/{p.roles[r]}/{p.bands[b]}"


def _capacity(p: Problem, shares: Whole, _: Whole, trained: Whole, chosen: Whole) -> Iterator[str]:
    filled = load_of(p, shares, trained, chosen) + p.other * MILLION
    for r, b in np.argwhere(filled > p.most + MINUTE):
        yield f"capacity/{p.roles[r]}/{p.bands[b]}"


def _people(p: Problem, shares: Whole, _: Whole, trained: Whole, chosen: Whole) -> Iterator[str]:
    if (trained < 0).any() or (trained > p.trainable).any():
        yield "trained/number"
    holders = p.held + trained
    for r, k, b in np.ndindex(*p.held.shape, len(p.bands)):
        asks = p.needs[:, k]
        now = int((p.minutes[asks, r, b] * shares[asks, r, b]).sum())
        today = int((p.minutes[asks, r, b] * p.today[asks, r, b]).sum())
        people = int(p.persons[r])
        # Multiplied out, so that nothing is rounded: now <= holders / persons * most.
        within = (now - MINUTE) * people <= int(holders[r, k]) * int(p.most[r, b])
        if people and now > today + MINUTE and not within:
            yield f"trained/{p.roles[r]}/{p.competences[k]}/{p.bands[b]}"
    for after, first in p.requires:
        missing = np.maximum(p.held[:, after] - p.held[:, first], 0)
        short = holders[:, after] - holders[:, first] > missing
        for r in np.flatnonzero(short & (trained[:, after] > 0)):
            yield f"prerequisite/{p.roles[r]}/{p.competences[after]}/{p.competences[first]}"
    yield from practised(p, shares, holders)
    yield from _two_capable(p, shares, holders, p.stands(chosen))


def _two_capable(p: Problem, shares: Whole, holders: Whole, stands: Flags) -> Iterator[str]:
    moved = (shares != p.today).any(axis=(1, 2))
    for t, leaf in enumerate(p.leaves):
        # As today, and nobody forgets: whoever could do it still can, but for want of practice.
        kept = not moved[t] and not p.works_of[t] and p.practice_of[t] is None
        if kept or p.occurrences[t].sum() < OFTEN:
            continue
        # What an option does keeps as many as what it stands in for has today.
        stood_for = [i for k in p.works_of[t] for i in p.options[k].leaves] or [t]
        asked = min(_capable(p, i, p.today, p.held, (2, 0)) for i in stood_for)
        asked = min(2, asked) if stands[t] else 0
        if _capable(p, t, shares, holders, (asked, HAIR)) < asked:
            yield f"two_capable/{leaf}"


def _capable(p: Problem, t: int, shares: Whole, holders: Whole, ask: tuple[int, int]) -> int:
    """Persons who can do a leaf: enough at once where the strong roles keep a part together."""
    asked, hair = ask
    n = p.occurrences[t]
    least = (PRACTISING - hair) * int(n.sum())
    part: list[int] = (shares[t] @ n).tolist()
    before = [_sure(p, t, r) for r in range(len(p.roles))]
    if sum(x for x, able in zip(part, before, strict=True) if able >= asked) >= least:
        return asked
    return sum(
        _able(p, t, r, shares, holders)
        for r in range(len(p.roles))
        if before[r] < asked and part[r] >= least
    )


def _sure(p: Problem, t: int, r: int) -> int:
    """Persons a role has whatever the plan does: in a task that asks for practice, nobody."""
    gone = p.practice_of[t] is not None and p.persons[r] > 0
    return 0 if gone else _able(p, t, r, p.today, p.held)


def _able(p: Problem, t: int, r: int, shares: Whole, holders: Whole) -> int:
    if not p.persons[r]:
        return 2
    able = holders[r][p.needs[t]].tolist()
    if (m := p.practice_of[t]) is not None:
        able.append(in_practice(p, (m, r), shares, holders))
    return int(min(2, p.persons[r], *able))


def _whole_tasks(p: Problem, shares: Whole, _: Whole, __: Whole) -> Iterator[str]:
    differs = shares != p.today
    for t in np.flatnonzero(~p.divisible):
        for b in np.flatnonzero(differs[t].any(axis=0)):
            if np.count_nonzero(shares[t, :, b]) > 1:
                yield f"indivisible/{p.leaves[t]}/{p.bands[b]}"
    for t in np.flatnonzero(p.one_role & differs.any(axis=(1, 2))):
        if np.count_nonzero(shares[t].any(axis=1)) > 1:
            yield f"one_role/{p.leaves[t]}"


def _groups(p: Problem, shares: Whole, _: Whole, __: Whole) -> Iterator[str]:
    for leaves in p.groups:
        part = list(leaves)
        if (shares[part] == p.today[part]).all():
            continue
        for b in range(len(p.bands)):
            there = [t for t in leaves if p.occurs[t, b]]
            if not there:
                continue
            if (shares[there, :, b] != shares[there[0], :, b]).any():
                yield f"keep_together/{p.leaves[leaves[0]]}/{p.bands[b]}"
            before = np.count_nonzero(p.today[there, :, b].any(axis=0))
            if 1 < before < np.count_nonzero(shares[there[0], :, b]):
                yield f"keep_together/{p.leaves[leaves[0]]}/{p.bands[b]}/roles"


def _changes(p: Problem, shares: Whole, missed: Whole, chosen: Whole) -> Iterator[str]:
    changed = changed_units(p, shares, missed)
    given = np.maximum(p.today - shares, 0) * p.minutes
    taken = (p.missed - missed) * p.missed_minutes
    for u in np.flatnonzero(changed):
        part = list(p.leaves_of_unit[u])
        if int(given[part].sum() + taken[part].sum()) < p.threshold[u] - MINUTE:
            yield f"smallest_move/{p.leaves[part[0]]}"
    if p.max_changes is not None and _counted(p, shares, missed, chosen) > p.max_changes:
        yield "limit/tasks"


def _counted(p: Problem, shares: Whole, missed: Whole, chosen: Whole) -> int:
    """Tasks that count against K, when the overload let off is spent where it saves most."""
    given = np.maximum(p.today - shares, 0) * p.minutes
    over = np.maximum(p.filled_today - p.full * MILLION, 0)
    otherwise = {int(p.change_unit[p.options[k].leaves[0]]) for k in np.flatnonzero(chosen)}
    counted, light = 0, []
    for u in np.flatnonzero(changed_units(p, shares, missed)):
        part = list(p.leaves_of_unit[u])
        if (p.breach[part][:, :, None] & (p.today[part] > 0)).any():
            continue
        counted += 1
        takes = given[part].sum(axis=0)
        if u not in otherwise and (takes <= over + MINUTE).all():
            light.append(takes)
    # Those the overload lets off need not be counted; so many must be let off to keep the limit.
    need = counted - (p.max_changes or 0)
    return counted - need if _fit(light, over + MINUTE, need) else counted


def _fit(reliefs: list[Whole], left: Whole, need: int) -> bool:
    """Whether so many of the reliefs fit together in the overload that is left."""
    ordered = sorted(reliefs, key=lambda takes: int(takes.sum()))
    if need <= 0 or len(ordered) < need:
        return need <= 0
    if (np.sum(ordered, axis=0) <= left).all():
        return True
    first, rest = ordered[0], ordered[1:]
    if (first <= left).all() and _fit(rest, left - first, need - 1):
        return True
    return _fit(rest, left, need)


def _no_worse(
    p: Problem, shares: Whole, missed: Whole, trained: Whole, chosen: Whole
) -> Iterator[str]:
    now = exact_values(p, shares, missed, trained, chosen)
    none = np.zeros_like(trained)
    today = exact_values(p, p.today, p.missed, none)
    for name in BEFORE_PRICE:
        if now[name] > today[name] + MINUTE:
            yield f"no_worse/{name}"
    # What must move may cost.
    better = p.asked.may_break_today or any(now[name] < today[name] for name in BEFORE_PRICE)
    slack = MILLION * max(1, int(p.price.max(initial=1)))
    if not better and now["price"] > today["price"] + slack:
        yield "no_worse/price"

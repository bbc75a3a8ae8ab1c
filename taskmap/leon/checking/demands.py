"""The finished plan against what the question demanded, in whole numbers."""

from collections.abc import Iterator

import numpy as np

from taskmap.leon.checking.values import HAIR, load_of
from taskmap.leon.instance.asked import Floor
from taskmap.leon.instance.problem import Problem, Whole
from taskmap.model.units import MILLION

MINUTE = MILLION


def demanded(
    p: Problem, shares: Whole, missed: Whole, trained: Whole, chosen: Whole
) -> Iterator[str]:
    """Demands the plan does not meet, named as their rows."""
    yield from _staying(p, shares, missed)
    yield from _shares(p, shares)
    yield from _gates(p, shares)
    for budget in p.asked.budgets:
        if int((trained * np.array(budget.each, dtype=np.int64)).sum()) > budget.most:
            yield f"demand/{budget.kind}/{budget.subject}".rstrip("/")
    yield from _presence(p, load_of(p, shares, trained, chosen))


def _staying(p: Problem, shares: Whole, missed: Whole) -> Iterator[str]:
    moved = (shares != p.today).any(axis=(1, 2)) | (missed != p.missed).any(axis=1)
    for leaf in np.flatnonzero(p.pinned):
        if moved[list(p.kept_with(int(leaf)))].any():
            yield f"demand/pinned/{p.leaves[leaf]}"
    for role in p.asked.pinned_roles:
        if (shares[:, role] != p.today[:, role]).any():
            yield f"demand/pinned_role/{p.roles[role]}"
    more = np.asarray((shares > p.today).any(axis=2))
    for t, r in p.asked.forbidden:
        if more[t, r]:
            yield f"demand/forbidden/{p.leaves[t]}/{p.roles[r]}"
    for r in p.asked.forbidden_roles:
        if more[:, r].any():
            yield f"demand/forbidden_role/{p.roles[r]}"


def _shares(p: Problem, shares: Whole) -> Iterator[str]:
    for t, r, least in p.asked.forced:
        n = p.occurrences[t]
        if int((shares[t, r] * n).sum()) < (least - HAIR) * int(n.sum()):
            yield f"demand/forced/{p.leaves[t]}/{p.roles[r]}"
    given, added = np.maximum(p.today - shares, 0), np.maximum(shares - p.today, 0)
    for t, most in p.asked.cap_leaf:
        n = p.occurrences[t]
        # Every role's share is rounded by itself.
        if int((given[t] * n).sum()) > (most + HAIR * len(p.roles)) * int(n.sum()):
            yield f"demand/cap_leaf/{p.leaves[t]}"
    for r, minutes in p.asked.cap_role:
        if int((added[:, r] * p.minutes[:, r]).sum()) > minutes * MILLION + MINUTE:
            yield f"demand/cap_role/{p.roles[r]}"


def _gates(p: Problem, shares: Whole) -> Iterator[str]:
    more = np.asarray((shares > p.today).any(axis=2))
    for cap in p.asked.gates:
        if len({int(p.change_unit[t]) for t, r in cap.pairs if more[t, r]}) > cap.most:
            kind = "forbidden_gate" if cap.banned else "cap_gate"
            yield f"demand/{kind}/{cap.gate}"


def _presence(p: Problem, load: Whole) -> Iterator[str]:
    for r, b, minutes in p.asked.taken_out:
        if load[r, b] > p.load_today[r, b] - minutes * MILLION + MINUTE:
            yield f"demand/taken_out/{p.roles[r]}/{p.bands[b]}"
    for floor in p.asked.floors:
        if not _kept(floor, {r: n for r, b, n in p.asked.taken_out if b == floor.band}):
            yield f"demand/registered_floor/{p.bands[floor.band]}"


def _kept(floor: Floor, out: dict[int, int]) -> bool:
    left = [n - out.get(r, 0) for r, n in enumerate(floor.presence)]
    registered = sum(n for n, yes in zip(left, floor.registered, strict=True) if yes)
    top, bottom = floor.least()
    return registered * bottom >= top * sum(left)

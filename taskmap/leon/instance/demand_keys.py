"""What the demands say of each leaf, role, band and competence, as numbers to order by."""

from dataclasses import dataclass
from functools import cached_property

from taskmap.leon.instance.asked import Asked

NOTHING = -1


@dataclass(frozen=True)
class DemandKeys:
    """Keys without names. Not slotted, so that the pairs are gathered once."""

    asked: Asked

    @cached_property
    def pairs(self) -> dict[tuple[int, int], tuple[tuple[int, int], ...]]:
        """Forbidden (0), forced share (1), and the gates whose conditions are counted (2 …)."""
        a = self.asked
        found: dict[tuple[int, int], list[tuple[int, int]]] = {}
        for t, r in a.forbidden:
            found.setdefault((t, r), []).append((0, 0))
        for t, r, share in a.forced:
            found.setdefault((t, r), []).append((1, share))
        for number, cap in enumerate(a.gates, start=2):
            for t, r in cap.pairs:
                found.setdefault((t, r), []).append((number, cap.most))
        return {key: tuple(values) for key, values in found.items()}

    def pair(self, t: int, r: int) -> tuple[tuple[int, int], ...]:
        """What is asked of a leaf in a role's hands."""
        return self.pairs.get((t, r), ())

    def leaf(self, t: int) -> tuple[int, ...]:
        """The share that may change hands."""
        return (dict(self.asked.cap_leaf).get(t, NOTHING),)

    def role(self, r: int, bands: list[int]) -> tuple[int, ...]:
        """Pinned, banned, capped; its presence and what is taken out, by band's colour."""
        a = self.asked
        own = (r in a.pinned_roles, r in a.forbidden_roles, dict(a.cap_role).get(r, NOTHING))
        out = sorted((bands[b], minutes) for j, b, minutes in a.taken_out if j == r)
        there = sorted((bands[f.band], f.presence[r], int(f.registered[r])) for f in a.floors)
        return (*map(int, own), *(n for row in (*out, *there) for n in row))

    def band(self, b: int) -> tuple[int, ...]:
        """The floor of registered presence."""
        return (next((f.share for f in self.asked.floors if f.band == b), NOTHING),)

    def competence(self, k: int) -> tuple[int, ...]:
        """What a person's course takes of each budget."""
        found = sorted((x.kind, x.most, x.each[k]) for x in self.asked.budgets)
        return tuple(n for _, most, each in found for n in (most, each))

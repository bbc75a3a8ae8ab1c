"""What the graph is built from, looked up once."""

from collections import Counter
from collections.abc import Mapping as MappingOf
from dataclasses import dataclass
from typing import Self

from taskmap.model.catalogue import Catalogue, Effect, Rule
from taskmap.model.covering import covering, library_task
from taskmap.model.leaf import Leaf
from taskmap.model.mapping import Mapping
from taskmap.model.plan import Plan
from taskmap.model.ruling import Rulings
from taskmap.model.today import millionths, minutes_today, whole
from taskmap.model.units import CompetenceId, LeafId, MinutesPerWeek, RoleId

# Rules that act on the law gate; principles and proposals would only clutter the picture.
ACTING = frozenset({Effect.EXCLUSIVE, Effect.PERMITS, Effect.REQUIRES})


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """A unit's facts in the form nodes and edges need them.

    Args:
        today: minutes a week by leaf and role.
        planned: the same in the plan; None without a plan.
    """

    mapping: Mapping
    catalogue: Catalogue
    rulings: Rulings
    plan: Plan | None
    today: MappingOf[tuple[LeafId, RoleId], MinutesPerWeek]
    planned: MappingOf[tuple[LeafId, RoleId], MinutesPerWeek] | None
    sums_today: Counter[tuple[RoleId | None, str | None]]
    sums_planned: Counter[tuple[RoleId | None, str | None]]

    @classmethod
    def of(
        cls, mapping: Mapping, catalogue: Catalogue, rulings: Rulings, plan: Plan | None
    ) -> Self:
        """Count today's and the plan's minutes once."""
        pairs = [(leaf, staffing.role) for leaf in mapping.leaves for staffing in mapping.staffing]
        today = {(leaf.id, role): minutes_today(leaf, role) for leaf, role in pairs}
        planned = (
            {(leaf.id, role): _planned(leaf, role, plan) for leaf, role in pairs} if plan else None
        )
        return cls(
            mapping=mapping,
            catalogue=catalogue,
            rulings=rulings,
            plan=plan,
            today=today,
            planned=planned,
            sums_today=_sums(today, mapping, catalogue),
            sums_planned=_sums(planned or {}, mapping, catalogue),
        )

    def group(self, leaf: Leaf) -> str | None:
        """Code of the leaf's task group, when the catalogue knows it."""
        return group_of(leaf, self.catalogue)

    def rules(self, leaf: Leaf) -> tuple[Rule, ...]:
        """Rules that cover the leaf and act on the law gate."""
        known = covering(leaf.task, self.catalogue)
        return tuple(rule for rule in known if rule.effect in ACTING)

    def competences(self) -> tuple[CompetenceId, ...]:
        """Those needed or held in the unit, with all they require, in the catalogue's order."""
        wanted = {c for leaf in self.mapping.leaves for c in leaf.competences or ()}
        wanted |= {c for staffing in self.mapping.staffing for c in staffing.competences}
        known, grown = self.catalogue.competences, True
        while grown:
            more = {r for c in wanted if c in known for r in known[c].requires} - wanted
            wanted |= more
            grown = bool(more)
        return tuple(c for c in known if c in wanted)

    def minutes(self, *, of_role: RoleId | None = None, of_group: str | None = None) -> int:
        """Minutes a week today, of a role, of a group, or of a role in a group."""
        return self.sums_today[of_role, of_group]

    def planned_minutes(self, *, of_role: RoleId | None = None, of_group: str | None = None) -> int:
        """The same in the plan; 0 without one."""
        return self.sums_planned[of_role, of_group]

    def bands(self, leaf: Leaf, role: RoleId) -> dict[str, int]:
        """Minutes a week today in each band where there are any."""
        found: Counter[str] = Counter()
        for band in self.mapping.band_ids:
            share = millionths(leaf, band)[0].get(role, 0)
            found[band] = whole(leaf.whole_minutes(role, band) * share)
        return {band: n for band, n in found.items() if n}


def _planned(leaf: Leaf, role: RoleId, plan: Plan) -> MinutesPerWeek:
    by_band = plan.shares.get(leaf.id, {})
    units = sum(leaf.whole_minutes(role, b) * shares.get(role, 0) for b, shares in by_band.items())
    return whole(units)


def group_of(leaf: Leaf, catalogue: Catalogue) -> str | None:
    """Code of the leaf's task group: its own, else the library's; None when unknown."""
    library = library_task(leaf.task, catalogue)
    code = leaf.task.group or (library.group if library else None)
    return code if code in catalogue.groups else None


def _sums(
    known: MappingOf[tuple[LeafId, RoleId], MinutesPerWeek], mapping: Mapping, catalogue: Catalogue
) -> Counter[tuple[RoleId | None, str | None]]:
    """Totals by role, by group, and by both."""
    groups = {leaf.id: group_of(leaf, catalogue) for leaf in mapping.leaves}
    found: Counter[tuple[RoleId | None, str | None]] = Counter()
    for (leaf, role), minutes in known.items():
        found[role, None] += minutes
        if groups[leaf] is not None:
            found[None, groups[leaf]] += minutes
            found[role, groups[leaf]] += minutes
    return found

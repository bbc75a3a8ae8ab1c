"""The tasks of a unit as one long table, and which of them a reader asks for."""

from collections.abc import Mapping
from dataclasses import dataclass

from taskmap.model.leaf import Leaf
from taskmap.model.plan import LeafLevel
from taskmap.model.units import LeafId, RoleId
from taskmap.present.figures.map_group import lower_role
from taskmap.present.figures.naming import Naming, hours_cell
from taskmap.present.figures.picture import beside
from taskmap.present.table import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """Which leaves a reader asks for: a name that holds the text, a group, a role's, or lower."""

    text: str = ""
    group: str | None = None
    role: RoleId | None = None
    only_lower: bool = False


def asked(
    naming: Naming,
    levels: Mapping[LeafId, LeafLevel],
    wish: Wish,
) -> tuple[Leaf, ...]:
    """The leaves a reader asks for, in the document's order."""
    wanted = wish.text.casefold().strip()
    return tuple(
        leaf
        for leaf in naming.mapping.leaves
        if wanted in naming.task(leaf.id).casefold()
        and (wish.group in (None, naming.group_of(leaf.task_id)))
        and (wish.role is None or wish.role in leaf.roles_today())
        and (not wish.only_lower or lower_role(leaf.id, levels, naming))
    )


def inventory(
    leaves: tuple[Leaf, ...], levels: Mapping[LeafId, LeafLevel], naming: Naming
) -> Table:
    """Every leaf with how often, how long, by whom, and how low it could be done."""
    say = naming.reader.say
    headings = ("task", "today", "could", "week", "often", "minutes", "group", "figures")
    return beside(
        say("figure.inventory.title"),
        [say(f"figure.inventory.{heading}") for heading in headings],
        [_row(leaf, levels, naming) for leaf in leaves],
        naming.reader,
    )


def _row(
    leaf: Leaf, levels: Mapping[LeafId, LeafLevel], naming: Naming
) -> tuple[str | int | float | None, ...]:
    effective, spent = levels[leaf.id].effective, levels[leaf.id].today
    return (
        naming.task(leaf.id),
        ", ".join(naming.short_role(role) for role in spent),
        naming.short_role(effective) if effective else naming.reader.say("figure.matrix.open"),
        hours_cell(sum(spent.values())),
        round(sum(leaf.count.values()), 1),
        round(leaf.minutes.likely, 1),
        naming.group(naming.group_of(leaf.task_id)),
        naming.reader.say(f"figure.basis.{leaf.minutes.basis}"),
    )

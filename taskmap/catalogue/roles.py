"""Roles, their groups and their levels, from the data files."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from taskmap.catalogue.entry import Entry
from taskmap.model.catalogue import HourlyCost, Level, Role, RoleKind
from taskmap.model.units import RoleId


@dataclass(frozen=True, slots=True)
class Roles:
    """A country's roles, and the groups its rules and competences name them by."""

    by_id: Mapping[RoleId, Role]
    groups: Mapping[str, tuple[RoleId, ...]]

    def spelled_out(self, named: Iterable[str], place: str) -> tuple[RoleId, ...]:
        """Role ids with groups replaced by their members, each once, in the order named.

        Raises:
            ValueError: a name is neither a role nor a group.
        """
        found: dict[RoleId, None] = {}
        for name in named:
            if name not in self.groups and name not in self.by_id:
                raise ValueError(f"{place}: {name} is neither a role nor a group")
            found.update(dict.fromkeys(self.groups.get(name, (name,))))
        return tuple(found)


def roles(file: Entry) -> Roles:
    """The roles of a country's file, groups checked against them."""
    currency = file.text("currency")
    groups = {name: tuple(members) for name, members in file.part("groups").rest().items()}
    by_id = {role.id: role for role in (_role(e, currency) for e in file.each("roles"))}
    unknown = {m for members in groups.values() for m in members} - set(by_id)
    if unknown:
        raise ValueError(f"{file.place}: groups name {sorted(unknown)}, which are no roles")
    return Roles(by_id, groups)


def levels(file: Entry) -> dict[int, Level]:
    """Levels by number."""
    found = [
        Level(
            number=entry.whole("number"),
            names=entry.names("names"),
            description=entry.names("description"),
            source=entry.maybe_text("source"),
        )
        for entry in file.each("levels", known_by="number")
    ]
    return {level.number: level for level in found}


def _role(entry: Entry, currency: str) -> Role:
    return Role(
        id=entry.text("id"),
        names=entry.names("names"),
        synonyms=entry.ids("synonyms"),
        kind=RoleKind(entry.text("kind", "staff")),
        level=entry.whole("level"),
        level_verified=entry.yes("level_verified", default=True),
        licensed=entry.yes("licensed", default=False),
        registered=entry.yes("registered", default=False),
        settings=entry.ids("settings"),
        hours_profiles=entry.ids("hours_profiles"),
        hourly_cost=_cost(entry.maybe_part("hourly_cost"), currency),
        isco08=entry.maybe_text("isco08"),
        national_code=entry.maybe_text("national_code"),
        sources=entry.ids("sources"),
    )


def _cost(entry: Entry | None, currency: str) -> HourlyCost | None:
    if entry is None:
        return None
    cost = HourlyCost(
        value=entry.number("value"),
        currency=currency,
        pay_year=entry.whole("pay_year"),
        source=entry.text("source"),
    )
    entry.done()
    return cost

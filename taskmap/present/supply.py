"""Who there will be, in words and tables."""

from collections.abc import Iterable, Mapping
from datetime import date

from taskmap.funding import RoleAhead, Sharing, next_due
from taskmap.language import Reader
from taskmap.model.catalogue import Catalogue
from taskmap.model.supply import Supply
from taskmap.model.units import Minutes, RoleId
from taskmap.present.table import Cell, Column, Table, table

_STEPS = ("begin", "retire", "leave", "intake", "trained", "end", "needed", "lacking")


def role_name(role: str, catalogue: Catalogue, reader: Reader) -> str:
    """What a role is called."""
    found = catalogue.roles.get(role)
    return reader.role(found) if found is not None else role


def roles_table(roles: Iterable[RoleAhead], catalogue: Catalogue, reader: Reader) -> Table:
    """A row for each role: today, what moves give, and what is lacking each year."""
    found = tuple(roles)
    years = [year.year for year in found[0].years] if found else []
    columns = [
        Column(reader.say("supply.column.role")),
        *(Column(reader.say(f"supply.column.{n}"), True) for n in ("posts", "vacant", "hired")),
        Column(reader.say("supply.column.moved"), figures=True),
        *(Column(reader.say("supply.column.lacking_in", year=str(y)), True) for y in years),
        Column(reader.say("supply.column.source")),
    ]
    rows = [
        (
            Cell(role_name(role.role, catalogue, reader), key=role.role),
            *(_fte(value, reader) for value in (role.today.posts, role.today.vacant)),
            _fte(role.today.hired, reader),
            _fte(role.moved, reader),
            *(_fte(year.lacking, reader) for year in role.years),
            Cell(role.source or reader.say("supply.estimate")),
        )
        for role in found
    ]
    return table(reader.say("supply.title"), columns, rows)


def years_table(role: RoleAhead, catalogue: Catalogue, reader: Reader) -> Table:
    """One role's years, step by step."""
    names = [Column(reader.say("supply.column.year"))]
    names += [Column(reader.say(f"supply.column.{name}"), figures=True) for name in _STEPS]
    rows = [
        (Cell(str(year.year)), *(_fte(getattr(year, name), reader) for name in _STEPS))
        for year in role.years
    ]
    title = reader.say("supply.role", role=role_name(role.role, catalogue, reader))
    return table(title, names, rows, sentence(role, catalogue, reader))


def sentence(role: RoleAhead, catalogue: Catalogue, reader: Reader) -> str:
    """What a role's years come to."""
    last = role.years[-1]
    key = "supply.lacks" if round(last.lacking, 1) > 0 else "supply.enough"
    return reader.say(
        key, role=role_name(role.role, catalogue, reader), year=str(last.year),
        needed=round(last.needed, 1), end=round(last.end, 1), lacking=round(abs(last.lacking), 1),
    )  # fmt: skip


def due(supply: Supply, today: date, reader: Reader) -> str:
    """When the analysis was made, and when it is due."""
    on = next_due(supply)
    if on is None:
        return reader.say("supply.never", every=supply.every_years)
    key = "supply.late" if on < today else "supply.due"
    return reader.say(key, last=max(supply.done), day=on, every=supply.every_years)


def sharing_table(
    found: Iterable[Sharing],
    catalogue: Catalogue,
    names: Mapping[str, str],
    reader: Reader,
    trips: Mapping[RoleId, Minutes] | None = None,
) -> Table:
    """Roles units could share: what hangs on one person before and after.

    Args:
        found: the roles.
        catalogue: their names.
        names: of the units.
        reader: the language.
        trips: minutes one way between the places, by role; None: travel is not told. Where it is,
            so is what is left after a trip there and back once a week.
    """
    last = () if trips is None else ("trip", "after_trip")
    figures = {"before", "after", "lent", *last}
    columns = [
        Column(reader.say(f"supply.column.{name}"), figures=name in figures)
        for name in ("role", "units", "competences", "before", "after", "lent", *last)
    ]
    rows = [
        (
            Cell(role_name(each.role, catalogue, reader), key=each.role),
            Cell(reader.list(names.get(unit, unit) for unit in each.units)),
            Cell(_competences(each, catalogue, reader)),
            Cell(reader.number(each.before), value=each.before),
            Cell(reader.number(each.after), value=each.after),
            Cell(reader.hours(each.lent), value=each.lent),
            *(() if trips is None else _trip(each, trips.get(each.role), reader)),
        )
        for each in found
    ]
    return table(reader.say("supply.sharing"), columns, rows)


def _trip(found: Sharing, minutes: Minutes | None, reader: Reader) -> tuple[Cell, Cell]:
    """Minutes one way, and minutes a week of the tasks less one trip there and back."""
    if minutes is None:
        unsaid = Cell(reader.say("supply.trip_unsaid"))
        return unsaid, unsaid
    left = found.lent - 2 * minutes
    return Cell(reader.number(minutes), value=minutes), Cell(reader.hours(left), value=left)


def _competences(found: Sharing, catalogue: Catalogue, reader: Reader) -> str:
    known = (catalogue.competences.get(each) for each in found.competences)
    names = [reader.name(each.names) for each in known if each is not None]
    return reader.list(names[:4]) if names else reader.plain(None)


def _fte(value: float, reader: Reader) -> Cell:
    return Cell(reader.number(value, 1), value=value)

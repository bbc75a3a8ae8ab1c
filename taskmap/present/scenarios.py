"""Scenarios in words: a unit as mapped beside the same unit as it would be."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from taskmap.language import Reader
from taskmap.model.capacity import Capacity
from taskmap.model.difference import Difference
from taskmap.model.plan import LeafLevel, Plan
from taskmap.model.scenario import Scenario
from taskmap.model.units import BandId, MinutesPerWeek, RoleId
from taskmap.present.levels import cells, level_name, split
from taskmap.present.moves import pair
from taskmap.present.names import Speaker, lowered
from taskmap.present.table import Cell, Table, table
from taskmap.present.table import Column as Head


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A unit under scenarios; under none, as mapped.

    Args:
        differences: what it says otherwise than the mapping.
        plan: None where the question's demands cannot all be had.
        speaker: names of the unit as it would be.
    """

    scenarios: tuple[Scenario, ...]
    differences: tuple[Difference, ...]
    capacities: Mapping[tuple[RoleId, BandId], Capacity]
    levels: tuple[LeafLevel, ...]
    plan: Plan | None
    speaker: Speaker

    @property
    def staff(self) -> list[Capacity]:
        """Capacities of roles of the staff."""
        catalogue = self.speaker.catalogue
        return [c for (role, _), c in self.capacities.items() if catalogue.is_staff(role)]


def title(scenarios: Sequence[Scenario], reader: Reader) -> str:
    """What a column is called."""
    names = " + ".join(scenario.name for scenario in scenarios)
    return names or reader.say("scenario.as_mapped")


def under_line(scenarios: Sequence[Scenario], reader: Reader) -> str:
    """That what follows is no description of today."""
    return reader.say("scenario.under", names=reader.list(s.name for s in scenarios))


def figures_table(columns: Sequence[Column], reader: Reader) -> Table:
    """Hours, levels and plan of each column."""
    rows = (
        (Cell(reader.say(f"scenario.figure.{name}")), *(_cell(of(c), reader) for c in columns))
        for name, of in _FIGURES.items()
    )
    return table(reader.say("scenario.figures_title"), _heads(columns, reader), rows)


def load_table(columns: Sequence[Column], reader: Reader) -> Table:
    """How much of each role's hours the work takes, in each column."""
    roles = dict.fromkeys(role for column in columns for role, _ in column.capacities)
    level = {role: max(c.speaker.level(role) for c in columns) for role in roles}
    rows = (
        (
            Cell(columns[0].speaker.short_role(role), key=role),
            *(_share(_used(column, role), reader) for column in columns),
        )
        for role in sorted(roles, key=lambda role: (-level[role], role))
    )
    return table(reader.say("scenario.load_title"), _heads(columns, reader), rows)


def load_by_band_table(columns: Sequence[Column], reader: Reader) -> Table:
    """The same for each role in each band."""
    speaker = columns[0].speaker
    places = dict.fromkeys(place for column in columns for place in column.capacities)
    bands = list(dict.fromkeys(b for c in columns for b in c.speaker.mapping.band_ids))
    level = {role: max(c.speaker.level(role) for c in columns) for role, _ in places}
    rows = (
        (
            Cell(_role_and_band(role, band, speaker), key=f"{role}/{band}"),
            *(_share(_used(column, role, band), reader) for column in columns),
        )
        for role, band in sorted(places, key=lambda p: (-level[p[0]], p[0], bands.index(p[1])))
        if any(_used(column, role, band) for column in columns)
    )
    return table(reader.say("scenario.load_by_band_title"), _heads(columns, reader), rows)


def plan_table(columns: Sequence[Column], reader: Reader) -> Table:
    """Every move that a plan of some column has, and the hours it relieves in each."""
    found: dict[tuple[str, str], dict[int, MinutesPerWeek]] = {}
    for at, column in enumerate(columns):
        for move in column.plan.moves if column.plan is not None else ():
            task = column.speaker.mapping.by_leaf[move.leaf].task_id
            place = column.speaker.whole_task(task), pair(move, column.speaker)
            hours = found.setdefault(place, {})
            hours[at] = hours.get(at, 0) + move.minutes.relieved
    rows = (
        (
            Cell(f"{task}: {lowered(moved)}"),
            *(_cell(hours.get(at), reader) for at in range(len(columns))),
        )
        for (task, moved), hours in found.items()
    )
    return table(reader.say("scenario.plan_title"), _heads(columns, reader), rows)


def levels_table(columns: Sequence[Column], reader: Reader) -> Table:
    """Work done above its lowest effective level, by the level it is done on today."""
    above = [_above(column) for column in columns]
    rows = (
        (
            Cell(level_name(level, columns[0].speaker), level),
            *(_cell(found.get(level, 0), reader) for found in above),
        )
        for level in sorted({level for found in above for level in found}, reverse=True)
    )
    return table(reader.say("scenario.levels_title"), _heads(columns, reader), rows)


def _heads(columns: Iterable[Column], reader: Reader) -> list[Head]:
    titles = (title(column.scenarios, reader) for column in columns)
    return [Head(""), *(Head(each, figures=True) for each in titles)]


def _role_and_band(role: RoleId, band: BandId, speaker: Speaker) -> str:
    known = band in speaker.mapping.band_ids
    named = lowered(speaker.band(band)) if known else band
    return speaker.reader.say(
        "scenario.in_role_and_band", role=speaker.short_role(role), band=named
    )


def _used(column: Column, role: RoleId, band: BandId | None = None) -> float | None:
    """The share of a role's hours that the work takes, in one band or the whole week."""
    by_place = column.capacities.items()
    found = [c for (each, at), c in by_place if each == role and band in (None, at)]
    full = sum(c.full for c in found)
    return sum(c.load + c.other for c in found) / full if full else None


def _above(column: Column) -> dict[int, MinutesPerWeek]:
    found: dict[int, MinutesPerWeek] = {}
    for cell in cells(column.levels, column.speaker):
        if cell.effective is not None and cell.today > cell.effective:
            found[cell.today] = found.get(cell.today, 0) + cell.minutes
    return found


def _relieved(column: Column) -> MinutesPerWeek | None:
    plan = column.plan
    return None if plan is None else sum(move.minutes.relieved for move in plan.moves)


_FIGURES: dict[str, Callable[[Column], MinutesPerWeek | None]] = {
    "full": lambda column: sum(c.full for c in column.staff),
    "load": lambda column: sum(c.load for c in column.staff),
    "above": lambda column: split(column.levels, column.speaker).above,
    "relieved": _relieved,
}


def _cell(minutes: MinutesPerWeek | None, reader: Reader) -> Cell:
    return Cell(reader.plain(None) if minutes is None else reader.hours(minutes), minutes)


def _share(share: float | None, reader: Reader) -> Cell:
    return Cell(reader.plain(None) if share is None else reader.percent(share), share)

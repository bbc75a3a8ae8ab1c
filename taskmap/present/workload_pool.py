"""Staff required in several units counted as one, in words."""

from collections.abc import Iterable, Mapping

from taskmap.language import Reader
from taskmap.model.pressure import PressureBands
from taskmap.model.staffing import PRIVACY_FLOOR
from taskmap.model.units import Share, UnitId
from taskmap.model.wisn import Balance
from taskmap.model.workload import Hire, PooledNeeds
from taskmap.present.names import Speaker
from taskmap.present.table import Cell, Column, Table, table
from taskmap.present.workload import hired_lines
from taskmap.present.workload_need import balance_cells, summary

NAMES = ("required", "current", "difference", "ratio", "pressure")
HIRE = ("filled_hours", "hired_hours", "hired_share", "of_cost", "overtime", "overtime_share")
DECIMALS = 2


def role_pool_table(
    found: PooledNeeds, bands: PressureBands, speakers: Mapping[UnitId, Speaker]
) -> Table:
    """Each role over all the units, and everything as one."""
    rows = ((_role(role, speakers), balance) for role, balance in found.roles.items())
    return _table("role", rows, found, bands, speakers)


def unit_pool_table(
    found: PooledNeeds, bands: PressureBands, speakers: Mapping[UnitId, Speaker]
) -> Table:
    """Each unit over its roles, and everything as one."""
    rows = ((speakers[unit].mapping.unit.name, one) for unit, one in found.units.items())
    return _table("unit", rows, found, bands, speakers)


def hire_pool_table(found: PooledNeeds, kind: str, speakers: Mapping[UnitId, Speaker]) -> Table:
    """Hired hours and overtime by ``role`` or by ``area`` (kind of service), and of everyone."""
    reader = next(iter(speakers.values())).reader
    say = reader.say
    rows: list[tuple[str, Hire]] = (
        [(_role(role, speakers), one) for role, one in found.role_hires.items()]
        if kind == "role"
        else [(say(f"word.setting.{area}"), one) for area, one in found.area_hires.items()]
    )
    heads = [Column(say(f"wisn.pool.{kind}"))]
    heads += [Column(say(f"workload.column.{name}"), figures=True) for name in HIRE]
    drawn = (
        (Cell(name), Cell(reader.hours(one.filled * 60), one.filled), *_hire(one, reader))
        for name, one in (*rows, (say("wisn.pooled"), found.hire))
    )
    speaker = next(s for unit, s in speakers.items() if unit in found.units)
    told = " ".join(hired_lines(found.hire, found.hired_line, speaker))
    return table(say(f"wisn.pool.hire_{kind}"), heads, drawn, told)


def left_out_lines(found: PooledNeeds, speakers: Mapping[UnitId, Speaker]) -> tuple[str, ...]:
    """The roles that are not counted, unit by unit, and why."""
    return tuple(
        speakers[unit].reader.say(
            code,
            unit=speakers[unit].mapping.unit.name,
            roles=speakers[unit].roles(roles),
            floor=PRIVACY_FLOOR,
        )
        for code, named in (("wisn.pool.left_out", found.left_out), ("wisn.pool.few", found.few))
        for unit, roles in named.items()
    )


def invented_line(found: PooledNeeds, speakers: Mapping[UnitId, Speaker]) -> str:
    """The examples that are not counted beside real units; empty where there are none."""
    if not found.invented:
        return ""
    reader = next(iter(speakers.values())).reader
    names = reader.list(speakers[unit].mapping.unit.name for unit in found.invented)
    return reader.say("wisn.pool.invented", units=names)


def _table(
    kind: str,
    rows: Iterable[tuple[str, Balance]],
    found: PooledNeeds,
    bands: PressureBands,
    speakers: Mapping[UnitId, Speaker],
) -> Table:
    reader = next(iter(speakers.values())).reader
    heads = [Column(reader.say(f"wisn.pool.{kind}"))]
    heads += [
        Column(reader.say(f"wisn.column.{name}"), figures=name != "pressure") for name in NAMES
    ]
    every = (*rows, (reader.say("wisn.pooled"), found.whole))
    drawn = ((Cell(name), *_cells(one, bands, reader)) for name, one in every)
    return table(reader.say(f"wisn.pool.{kind}_title"), heads, drawn, summary(bands, reader))


def _cells(one: Balance, bands: PressureBands, reader: Reader) -> tuple[Cell, ...]:
    required = float(one.required)
    return (
        Cell(reader.number(required, DECIMALS), required),
        *balance_cells(one, bands, reader),
    )


def _hire(one: Hire, reader: Reader) -> tuple[Cell, ...]:
    def share(part: Share | None) -> Cell:
        return Cell(reader.plain(None)) if part is None else Cell(reader.percent(part, 1), part)

    return (
        Cell(reader.hours(one.hired * 60), one.hired),
        share(one.of_hours),
        share(one.of_cost),
        Cell(reader.hours(one.overtime * 60), one.overtime),
        share(one.overtime_of_hours),
    )


def _role(role: str, speakers: Mapping[UnitId, Speaker]) -> str:
    """What the first unit that has the role calls it."""
    known = (s for s in speakers.values() if any(x.role == role for x in s.mapping.staffing))
    return next(known).short_role(role)

"""How often, how long and who, said band by band; what is missing of an unfinished task."""

from collections.abc import Collection, Sequence
from collections.abc import Mapping as MappingOf
from dataclasses import dataclass, replace
from enum import StrEnum

from taskmap.document.figures import figure
from taskmap.document.staffing import works as staffing_works
from taskmap.model.edit import Edit, EditValue, SetField
from taskmap.model.finding import Finding, Place
from taskmap.model.mapping import Mapping
from taskmap.model.said import TaskSaid, share_of
from taskmap.model.unit import Band
from taskmap.model.units import BandId, Minutes, RoleId, TaskId
from taskmap.workspace.editing_typed import (
    COUNT,
    SHARE_NOT_UNDERSTOOD,
    TODAY,
    Typed,
    group_of,
    typed,
)

Shares = MappingOf[RoleId, str | None]  # as written; None: all of it


class Lacks(StrEnum):
    """What has not been said of a task."""

    COUNT = "count"
    MINUTES = "minutes"
    WHO = "who"


@dataclass(frozen=True, slots=True)
class Missing:
    """A task that is not finished.

    Args:
        lacks: what is to be said.
        bands: where nobody is named though it happens; empty where it never happens.
    """

    task: TaskId
    lacks: tuple[Lacks, ...]
    bands: tuple[BandId, ...] = ()


def missing(said: MappingOf[TaskId, TaskSaid], mapping: Mapping) -> tuple[Missing, ...]:
    """Every task that lacks something, in the document's order."""
    found = (_missing(each, mapping) for task, each in said.items() if task in mapping.by_task)
    return tuple(each for each in found if each.lacks)


def _missing(said: TaskSaid, mapping: Mapping) -> Missing:
    counted = counted_bands(said, mapping.bands)
    nobody = tuple(band for band in counted if not who_in(said, band, mapping))
    lacks = {
        Lacks.COUNT: not counted,
        Lacks.MINUTES: said.minutes is None,
        # A task measured in cases says who there; only one on its way is asked here.
        Lacks.WHO: mapping.by_task[said.id].unfinished and bool(nobody or not said.today),
    }
    return Missing(said.id, tuple(name for name, is_so in lacks.items() if is_so), nobody)


def counted_bands(said: TaskSaid, bands: Sequence[Band]) -> tuple[BandId, ...]:
    """Bands in which a task happens."""
    only = said.count.get(None, 0) > 0
    return tuple(band.id for band in bands if only or said.count.get(band.id, 0) > 0)


def who_in(said: TaskSaid, band: BandId, mapping: Mapping) -> dict[RoleId, str | None]:
    """Who does a task in a band, with shares as written; a single role does all of it."""
    if None not in said.today:
        return dict(said.today.get(band, {}))
    found = {r: s for r, s in said.today[None].items() if works(r, band, mapping)}
    return dict.fromkeys(found) if len(found) == 1 and not said.missed else found


def works(role: RoleId, band: BandId, mapping: Mapping) -> bool:
    """Whether a role has hours in a band."""
    staffing = mapping.by_role.get(role)
    return staffing is not None and staffing_works(staffing, band)


def said_amount(said: TaskSaid, column: str, text: str, mapping: Mapping) -> Typed:
    """What was typed of how often in a band, or of how long.

    Args:
        said: the task as it is written.
        column: ``count.day`` or ``minutes``.
        text: as typed.
        mapping: the unit.
    """
    found = typed(said, {column: text}, mapping.bands)
    if found.findings or group_of(column) != COUNT:
        return replace(found, edits=_unfinished(said.id, found.edits))
    band = column.partition(".")[2]
    counted = {*counted_bands(said, mapping.bands)} - {band}
    if not text.strip():
        return Typed(_unfinished(said.id, (*found.edits, *_divided(said, counted, mapping))))
    alike = None in said.today and bool(who_in(said, band, mapping))
    more = () if alike or not said.today else _divided(said, counted | {band}, mapping)
    return Typed(_unfinished(said.id, (*found.edits, *more)))


def said_minutes(task: TaskId, minutes: Minutes) -> tuple[Edit, ...]:
    """The library's minutes taken over, marked as the estimate they are."""
    figures: dict[str, EditValue] = {"likely": minutes, "basis": "estimate"}
    return _unfinished(task, (SetField(task, "minutes", figures),))


def said_who(said: TaskSaid, band: BandId, who: Shares, mapping: Mapping) -> tuple[Edit, ...]:
    """Who does a task in a band; told once where it is the same in every band."""
    counted = {*counted_bands(said, mapping.bands), band}
    return _unfinished(said.id, _divided(said, counted, mapping, {band: who}))


def said_shares(said: TaskSaid, band: BandId, role: RoleId, text: str, mapping: Mapping) -> Typed:
    """What was typed of one role's share; the last role has what the others leave."""
    doing = who_in(said, band, mapping)
    share = figure(text.strip().removesuffix("%"))
    shares = {each: share_of(told or "100 %") * 100 for each, told in doing.items()}
    last = next(reversed(shares))
    shares[role] = -1 if share is None else share
    shares[last] = round(100 - sum(part for each, part in shares.items() if each != last), 4)
    if any(part <= 0 for part in shares.values()):
        place, values = Place("", field=f"{TODAY}.{role}"), {"value": text, "nearest": None}
        return Typed(findings=(Finding(SHARE_NOT_UNDERSTOOD, place, values),))
    told = {each: f"{part:g} %" for each, part in shares.items()}
    return Typed(said_who(said, band, told, mapping))


def said_together(  # noqa: PLR0913 - the three things a task lacks
    said: TaskSaid,
    mapping: Mapping,
    *,
    count: EditValue = None,
    counted: Collection[BandId] | None = None,
    minutes: EditValue = None,
    who: MappingOf[BandId, Shares] | None = None,
) -> tuple[Edit, ...]:
    """Several things said of a task at once; who does it follows where it now happens.

    Args:
        said: the task as it is written.
        mapping: the unit.
        count: as a mapping writes it; None: as it is.
        counted: bands in which it happens by that count.
        minutes: as a mapping writes them; None: as they are.
        who: by band; None: as it is.
    """
    values = {COUNT: count, "minutes": minutes}
    edits: tuple[Edit, ...] = tuple(
        SetField(said.id, name, value) for name, value in values.items() if value is not None
    )
    bands = {*(counted_bands(said, mapping.bands) if counted is None else counted)}
    if who is not None or (count is not None and said.today):
        edits += _divided(said, bands or {*(who or {})}, mapping, who)
    return _unfinished(said.id, edits)


def evenly(roles: Sequence[RoleId]) -> dict[RoleId, str | None]:
    """The same share to each, in whole per cents that make a hundred; one role does all of it."""
    if len(roles) == 1:
        return {roles[0]: None}
    share, over = divmod(100, max(1, len(roles)))
    return {role: f"{share + (at < over)} %" for at, role in enumerate(roles)}


def _divided(
    said: TaskSaid,
    bands: set[BandId],
    mapping: Mapping,
    new: MappingOf[BandId, Shares] | None = None,
) -> tuple[Edit, ...]:
    by_band: dict[BandId, Shares] = {
        band.id: (new or {}).get(band.id, who_in(said, band.id, mapping))
        for band in mapping.bands
        if band.id in bands
    }
    told = {band: _shares(shares) for band, shares in by_band.items() if shares}
    values = list(told.values())
    once = len(told) == len(by_band) and all(value == values[0] for value in values)
    value: EditValue = values[0] if values and once else told or None
    return (SetField(said.id, "today", value),)


def _shares(shares: Shares) -> EditValue:
    if len(shares) == 1 and None in shares.values():
        return next(iter(shares))
    return {role: share or "100 %" for role, share in shares.items()}


def _unfinished(task: TaskId, edits: Sequence[Edit]) -> tuple[Edit, ...]:
    """The edits, and a mark that goes by itself where nothing is missing."""
    return (*edits, SetField(task, "unfinished", True)) if edits else ()

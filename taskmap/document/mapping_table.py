"""A mapping as the tables its document is made of: every field by its key, the long way.

What is as it is when left out is left out. Read back, the tables give an equal mapping.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any

from taskmap.document.clock import days_of
from taskmap.document.fields.alternative import ALTERNATIVE
from taskmap.document.fields.mapping import MAPPING
from taskmap.document.fields.safety import DECISION
from taskmap.document.fields.staffing import ACCEPTANCE, STAFFING
from taskmap.document.fields.task import CASE, CHAIN, TASK_RECORD
from taskmap.document.fields.unit import UNIT
from taskmap.document.shapes import Record
from taskmap.document.week import days_in
from taskmap.model.alternative import Alternative
from taskmap.model.amount import Basis, Count, Duration
from taskmap.model.judgement import LocalDecision, Risk
from taskmap.model.mapping import Mapping as UnitMapping
from taskmap.model.mapping import RegisteredTotal
from taskmap.model.staffing import Absence, Acceptance, Staffing
from taskmap.model.task import Case, Chain, Supervision, Task, Window
from taskmap.model.unit import WEEKS_A_YEAR, Band, Stretch
from taskmap.model.units import BandId

Table = dict[str, Any]

_TIMES = {"week": WEEKS_A_YEAR, "month": 12, "quarter": 4, "year": 1}  # a year
# What a field is when it is left out, beside nothing at all.
_USUAL: dict[str, Any] = {
    "weight_if_missed": 3,
    "divisible": True,
    **dict.fromkeys(("persons", "posts", "vacant", "hourly", "hired", "running_cost"), 0),
    **dict.fromkeys(("other_days", "training_days", "handover_minutes"), 0),
    **dict.fromkeys(("one_off_kroner", "running_kroner"), 0),
    **dict.fromkeys(("illustrative", "dedicated", "one_role_all_bands"), False),
    **dict.fromkeys(("keep_together", "movable", "unfinished", "hours_assumed"), False),
}
_SHORT = 6  # decimals a person would write


def mapping_table(mapping: UnitMapping) -> Table:
    """Everything a mapping's document says."""
    write = _Writer(mapping.bands)
    said = write.record(mapping, MAPPING)
    said["taskmap"] = "mapping/1"
    said["date"] = mapping.on
    said["unit"] = _said({f.name: getattr(mapping.unit, f.attribute) for f in UNIT.fields})
    said["unit"]["organisation"] = {
        "id": mapping.unit.organisation.id,
        "name": mapping.unit.organisation.name,
    }
    said["bands"] = [_band(band) for band in mapping.bands]
    return _in_order(said, MAPPING)


class _Writer:
    """Writes the parts of one mapping; counts need its bands."""

    def __init__(self, bands: Iterable[Band]) -> None:
        self.days = {band.id: days_in(band) for band in bands}

    def record(self, item: object, kind: Record) -> Table:
        """A part of the model by its fields, what is empty or usual left out."""
        named = ((f.name, getattr(item, f.attribute, None)) for f in kind.fields)
        told = {name: self.value(value) for name, value in named if value is not None}
        return _said(told)

    def value(self, value: Any) -> Any:
        """A value of the model as a document's."""
        match value:
            case tuple():
                return [self.value(each) for each in value]
            case Mapping():
                return {key: self.value(each) for key, each in value.items()}
            case StrEnum():
                return str(value)
            case Count():
                return self.count(value)
            case _:
                return self.item(value)

    def item(self, item: Any) -> Any:
        """A part of a mapping with fields of its own; other values stay as they are."""
        match item:
            case Task():
                return self.task(item)
            case Staffing():
                return self.staffing(item)
            case Alternative():
                return _in_order(self.record(item, ALTERNATIVE) | _competences(item), ALTERNATIVE)
            case Chain():
                return _in_order(self.record(item, CHAIN), CHAIN)
            case _:
                return _part(item)

    def task(self, task: Task) -> Table:
        """One task; shares that are the same in every band are told once."""
        said = self.record(task, TASK_RECORD)
        more = {
            "cases": [self.case(case, task) for case in task.cases],
            "today": self.today(task.today, task),
            "missed": _once(task.missed, _counted(task)),
        }
        bare = {key: each for key, each in said.items() if key not in more}
        return _in_order(bare | _said(more) | _competences(task), TASK_RECORD)

    def case(self, case: Case, task: Task) -> Table:
        """One case of a task."""
        said = self.record(case, CASE)
        if case.today is not None:
            said["today"] = self.today(case.today, task)
        return _in_order(said | _competences(case), CASE)

    def today(self, today: Mapping[BandId, Mapping[str, float]], task: Task) -> Table:
        """Shares by role, by band where the bands differ."""
        once = _once({band: dict(shares) for band, shares in today.items()}, _counted(task))
        return dict(once) if isinstance(once, dict) else {}

    def staffing(self, staffing: Staffing) -> Table:
        """One role."""
        said = self.record(staffing, STAFFING)
        if staffing.complete:
            said["mapping"] = "complete"
        if staffing.rostered is not None:
            said["rostered"] = dict(staffing.rostered)
        if staffing.rostered and staffing.band_shares == _by_hours(staffing.rostered):
            said.pop("bands", None)
        return _in_order(said, STAFFING)

    def count(self, count: Count) -> Table:
        """How often, over the stretch of time that gives the shortest figures."""
        every = min((*_TIMES, "day"), key=lambda e: self._length(count, e))
        bands = {band: n / self._times(every, band) for band, n in count.by_band.items()}
        told = {band: self._short(n, count.by_band[band], every, band) for band, n in bands.items()}
        return _said({"bands": told, "every": None if every == "week" else every, "per": count.per})

    def _length(self, count: Count, every: str) -> int:
        """Digits after the point; very many where the way back gives other figures."""
        if every == "day" and not any(count.by_band.values()):
            return 99
        lengths = [0]
        for band, n in count.by_band.items():
            short = round(n / self._times(every, band), _SHORT)
            same = short * self._times(every, band) == n
            lengths.append(len(f"{short:.{_SHORT}f}".rstrip("0").partition(".")[2]) if same else 90)
        return max(lengths)

    def _short(self, n: float, a_week: float, every: str, band: BandId) -> float:
        short = round(n, _SHORT)
        return short if short * self._times(every, band) == a_week else n

    def _times(self, every: str, band: BandId) -> float:
        return self.days.get(band, 7) or 7 if every == "day" else _TIMES[every] / WEEKS_A_YEAR


def _competences(item: Task | Case | Alternative) -> Table:
    """An empty list says that nothing is asked for; none, that nobody has said."""
    return {} if item.competences is None else {"competences": list(item.competences)}


def _counted(task: Task) -> tuple[BandId, ...]:
    return tuple(b for b, n in task.count.by_band.items() if n > 0) if task.count else ()


def _once(by_band: Mapping[BandId, Any], counted: tuple[BandId, ...]) -> Any:
    """What holds in every counted band, where that is one thing; else each band's own."""
    told = list(by_band.values())
    if told and set(by_band) == set(counted) and all(each == told[0] for each in told):
        return told[0]
    return dict(by_band)


def _by_hours(rostered: Mapping[BandId, float]) -> dict[BandId, float]:
    working = {band: hours for band, hours in rostered.items() if hours > 0}
    total = sum(working.values())
    return {band: hours / total for band, hours in working.items()}


def _duration(minutes: Duration) -> Table:
    low, likely, high = minutes.low, minutes.likely, minutes.high
    told = {"low": low, "likely": likely, "high": high} if (low, high) != (likely, likely) else {}
    measured = str(minutes.basis) if minutes.basis is not Basis.ESTIMATE else None
    return _said({**told, "likely": likely, "basis": measured})


def _part(value: Any) -> Any:
    match value:
        case LocalDecision() | Acceptance():
            kind = DECISION if isinstance(value, LocalDecision) else ACCEPTANCE
            told = {f.name: getattr(value, f.attribute) for f in kind.fields}
            return _said({k: str(v) if isinstance(v, StrEnum) else v for k, v in told.items()})
        case Window():
            ends = {"from": _clock(value.start), "to": _clock(value.end)}
            return _said({**ends, "movable": value.movable})
        case Duration():
            return _duration(value)
        case Risk() | RegisteredTotal() | Absence() | Supervision():
            return _said({name: getattr(value, name) for name in value.__slots__})
        case _:
            return value


def _band(band: Band) -> Table:
    return {"id": band.id, "name": band.name, "when": [_stretch(each) for each in band.when]}


def _stretch(stretch: Stretch) -> Table:
    days = days_of(", ".join(stretch.days))
    return {"days": days, "from": _clock(stretch.start), "to": _clock(stretch.end)}


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _said(told: Mapping[str, Any]) -> Table:
    """What says something: not nothing, not empty, not what holds anyway."""
    return {key: each for key, each in told.items() if not _is_usual(key, each)}


def _is_usual(key: str, value: Any) -> bool:
    if value is None or value in ([], {}):
        return True
    return key in _USUAL and bool(value == _USUAL[key])


def _in_order(said: Mapping[str, Any], kind: Record) -> Table:
    return {f.name: said[f.name] for f in kind.fields if f.name in said}

"""Tasks of a document to the model: counts a week, minutes by role, shares by band."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from taskmap.document.alternatives import alternative, is_whole
from taskmap.document.judgements import decisions_of, risk_of
from taskmap.document.reading import Reading
from taskmap.document.shapes import Values
from taskmap.document.shares import Division, Today
from taskmap.document.week import days_in
from taskmap.document.written import CountSaid
from taskmap.model.amount import Count, Duration
from taskmap.model.catalogue import Catalogue
from taskmap.model.judgement import Risk
from taskmap.model.strain import Strain
from taskmap.model.task import Case, Chain, Supervision, Task, Window
from taskmap.model.unit import WEEKS_A_YEAR, Band
from taskmap.model.units import BandId, CompetenceId, RoleId, Share
from taskmap.yamltext import Path

_TIMES_A_YEAR = {"week": WEEKS_A_YEAR, "month": 12, "quarter": 4, "year": 1}
_AS_SAID = (
    "library",
    "name",
    "group",
    "parent",
    "minutes_of",
    "divisible",
    "one_role_all_bands",
    "weight_if_missed",
    "min_volume",
    "unfinished",
    "rules",
    "tags",
    "reason",
    "note",
)


@dataclass(frozen=True, slots=True)
class TaskSetting:
    """What tasks are made by, beside what is said of each.

    Args:
        bands: the unit's bands.
        away: staffed roles without hours, by band.
        catalogue: for what the task library says; None when the country could not be read.
    """

    bands: tuple[Band, ...]
    away: frozenset[tuple[RoleId, BandId]]
    catalogue: Catalogue | None

    def works(self, role: RoleId, band: BandId) -> bool:
        """Whether a role has hours in a band, so far as is known."""
        return (role, band) not in self.away

    def same(self, other: "TaskSetting") -> bool:
        """Whether tasks would be made alike."""
        alike = (self.bands, self.away) == (other.bands, other.away)
        return alike and self.catalogue is other.catalogue


_MADE: "WeakKeyDictionary[Values, tuple[TaskSetting, Task]]" = WeakKeyDictionary()


class TaskBuilder:
    """Turns what a document says of tasks into tasks of the model."""

    def __init__(self, setting: TaskSetting, reading: Reading) -> None:
        self._setting = setting
        self._bands = {band.id: band for band in setting.bands}
        self._works = setting.works
        self._catalogue = setting.catalogue
        self._reading = reading

    def task(self, said: Values) -> Task:
        """One task; what was made of the same words without a finding is not made again."""
        reading = self._reading
        made = None if reading.broken else _MADE.get(said)
        if made is not None and made[0].same(self._setting):
            return made[1]
        found, broken = len(reading.findings), len(reading.broken)
        task = self._task(said)
        if (len(reading.findings), len(reading.broken)) == (found, broken):
            _MADE[said] = self._setting, task
        return task

    def _task(self, said: Values) -> Task:
        count = self._count(said)
        minutes = self._minutes(said)
        counted = tuple(band for band, n in count.by_band.items() if n > 0) if count else ()
        missed = self._missed(said, counted)
        divide = self._divider(counted, missed, unfinished=said.get("unfinished", False))
        return Task(
            id=said["id"],
            count=count,
            minutes=minutes,
            factors=self._factors(said, minutes),
            today=divide(said) or {},
            missed=missed,
            competences=self._competences(said),
            cases=tuple(_case(case, divide(case)) for case in said.get("cases", ())),
            alternatives=tuple(
                way
                for each in said.get("alternatives", ())
                if is_whole(each) and (way := alternative(each, self._count(each))) is not None
            ),
            risk=risk_of(said.get("risk")),
            risk_of={role: Risk(**r.by_name) for role, r in said.get("risk_of", {}).items()},
            decisions=decisions_of(said),
            supervision=tuple(Supervision(**s.by_name) for s in said.get("supervision", ())),
            window=Window(**said["window"].by_name) if "window" in said else None,
            strain=tuple(map(Strain, dict.fromkeys(said.get("strain", ())))),
            **said.only(*_AS_SAID),
        )

    def _count(self, said: Values) -> Count | None:
        count: CountSaid | None = said.get("count")
        path = (*said.path, "count")
        if count is None or not self._reading.is_sound(path):
            return None
        if None in count.by_band and len(self._bands) != 1:
            bands = tuple(self._bands)
            self._reading.error("count.which_band", path, bands=bands)
            return None
        only = next(iter(self._bands), "")
        by_band = {only if band is None else band: n for band, n in count.by_band.items()}
        a_week = {band: n * self._times(count.every, band) for band, n in by_band.items()}
        return Count(a_week, count.per)

    def _times(self, every: str, band: BandId) -> float:
        if every == "day":
            return days_in(self._bands[band]) if band in self._bands else 7
        return _TIMES_A_YEAR[every] / WEEKS_A_YEAR

    def _minutes(self, said: Values) -> Duration | None:
        minutes: Duration | None = said.get("minutes")
        if minutes is None and "minutes_of" in said:
            own = said.get("minutes_by_role", {}).get(said["minutes_of"])
            return None if own is None else Duration(own, own, own)
        return minutes

    def _factors(self, said: Values, minutes: Duration | None) -> dict[RoleId, float]:
        factors: dict[RoleId, float] = dict(said.get("factors", {}))
        for role, own in said.get("minutes_by_role", {}).items():
            path: Path = (*said.path, "minutes_by_role", role)
            if role in factors:
                self._reading.error("minutes.twice", path, value=role)
            elif minutes is not None and (role != said.get("minutes_of") or "minutes" in said):
                factors[role] = own / minutes.likely
        return factors

    def _missed(self, said: Values, counted: tuple[BandId, ...]) -> dict[BandId, Share]:
        missed: Mapping[str | None, Share] = said.get("missed", {})
        by_band = {band: missed.get(band, missed.get(None, 0.0)) for band in counted}
        return {band: share for band, share in by_band.items() if share > 0}

    def _divider(
        self, counted: tuple[BandId, ...], missed: Mapping[BandId, Share], *, unfinished: bool
    ) -> Callable[[Values], Today | None]:
        def divide(said: Values) -> Today | None:
            if "today" not in said or not self._reading.is_sound((*said.path, "today")):
                return None
            today = said["today"]
            told = tuple(band for band in counted if {None, band} & set(today))
            bands = told if unfinished else counted
            division = Division(bands, self._works, missed, said.path, self._reading)
            return division.today(today)

        return divide

    def _competences(self, said: Values) -> tuple[CompetenceId, ...] | None:
        if "competences" in said or self._catalogue is None:
            listed: tuple[CompetenceId, ...] | None = said.get("competences")
            return listed
        library = self._catalogue.tasks.get(said.get("library", ""))
        return library.competences if library else None


def chain_of(said: Values) -> Chain:
    """One chain."""
    return Chain(**{"name": said["id"], **said.by_name})


def _case(said: Values, today: Today | None) -> Case:
    return Case(
        id=said["id"],
        name=said.get("name", said["id"]),
        share=said["share"],
        minutes=said.get("minutes"),
        competences=said.get("competences"),
        risk=risk_of(said.get("risk")),
        today=today,
        decisions=decisions_of(said),
    )

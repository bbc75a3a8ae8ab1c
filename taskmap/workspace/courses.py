"""Training over a partnership: gaps of its units, the year's courses placed, the bill shared."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from taskmap import catalogue as catalogues
from taskmap import document
from taskmap.confined.under_way import Tells
from taskmap.errors import PartnershipNotFound, ProgrammeHasErrors, TaskmapError
from taskmap.language import Reader
from taskmap.leon.hashes import digest
from taskmap.model.finding import Finding, Place, Severity
from taskmap.model.followup import Measure
from taskmap.model.partnership import Partnership
from taskmap.model.plan import Plan
from taskmap.model.programme import OrganisationId, TrainingProgramme
from taskmap.model.question import Question
from taskmap.model.training import (
    Calendar,
    Gap,
    Renewal,
    Unlocked,
    Want,
)
from taskmap.model.unit import Country
from taskmap.model.units import UnitId
from taskmap.present import training as words
from taskmap.remembered import Remembered
from taskmap.store.stored import Stored
from taskmap.training.calendar import calendar
from taskmap.training.gaps import Unit, gaps, lacks, waited_for
from taskmap.training.shares import bills, in_kind
from taskmap.training.unlocked import unlocked
from taskmap.training.wants import renewals, wanted_by_nobody, wants
from taskmap.workspace.about import About
from taskmap.workspace.answers import Progress, answer, confined, once
from taskmap.workspace.cards import Opened
from taskmap.workspace.course_writing import CourseWriting
from taskmap.workspace.following import FollowUpCard
from taskmap.workspace.opening import nearest
from taskmap.workspace.opening import partnership as opened_partnership
from taskmap.workspace.reach import Reach
from taskmap.workspace.trained import ProgrammeCard, Trained, told_of

PARTNERSHIP_UNKNOWN = "programme.partnership_unknown"
PLANS = 0.7  # of the progress, where plans have to be worked out first

_CALENDARS: Remembered[Calendar] = Remembered(32)


class Courses(CourseWriting):
    """Training planned over a partnership's units."""

    folder: Path
    today: date
    reach: Reach

    def partnerships(self) -> tuple[Partnership, ...]:
        """Every partnership that can be read."""
        raise NotImplementedError

    def partnership_called(self, name: str) -> Partnership | None:
        """A partnership by its id, or in a file; None where neither is one."""
        raise NotImplementedError

    def open(self, unit: str | Path) -> Opened:
        """A unit by its id, or a file by its path."""
        raise NotImplementedError

    def about(self, unit: UnitId, question: Question) -> About:
        """The unit's content and the question."""
        raise NotImplementedError

    def suggest(self, unit: UnitId, question: Question, progress: Progress | None = None) -> Plan:
        """A plan."""
        raise NotImplementedError

    def followup(self, unit: UnitId) -> FollowUpCard:
        """The decisions that lie beside a unit's mapping."""
        raise NotImplementedError

    def programmes(self) -> tuple[ProgrammeCard, ...]:
        """Every year of courses in the folder, by partnership and year."""
        stored = (each for each in self.reach.store().documents() if each.kind == "programme")
        known = {each.id: each for each in self.partnerships()}
        cards = (_card(each, known) for each in stored)
        found = [card for card in cards if card is not None]
        return tuple(sorted(found, key=lambda card: (card.partnership.name, _year(card))))

    def programme(self, name: str | Path) -> ProgrammeCard:
        """A partnership's courses: of this year or the next there is, by its id or its file.

        Raises:
            PartnershipNotFound: neither a partnership nor a file of that name.
            PartnershipHasErrors: its document has errors.
            ProgrammeHasErrors: the file named has errors.
        """
        partnership = self.partnership_called(str(name)) or self._of_programme(name)
        cards = [card for card in self.programmes() if card.partnership.id == partnership.id]
        coming = [card for card in cards if _year(card) >= self.today.year]
        if coming or cards:
            return (coming or cards[-1:])[0]
        empty = TrainingProgramme(
            id=partnership.id, name=partnership.name, partnership=partnership.id,
            year=self.today.year + 1, illustrative=partnership.illustrative,
        )  # fmt: skip
        return ProgrammeCard(file="", partnership=partnership, programme=empty)

    def training(
        self, card: ProgrammeCard, question: Question, progress: Progress | None = None
    ) -> Trained:
        """Gaps of the units, the year's courses placed, the bill shared.

        Args:
            card: a partnership's courses.
            question: what each unit's plan is asked.
            progress: called with what is being done and the part done.

        Raises:
            ProgrammeHasErrors: its document has errors.
        """
        programme, partnership = card.whole, card.partnership
        found, names, left_out = self._gaps(partnership, question, _part(progress, 0.0, PLANS))
        wanted = wants(programme, found)
        placed = _placed(programme, wanted, _part(progress, PLANS, 1.0))
        return Trained(
            card=card,
            gaps=found,
            wants=wanted,
            calendar=placed,
            bills=bills(programme, partnership, placed),
            contributions=in_kind(programme, placed),
            renewals=renewals(programme, self.today),
            unwanted=wanted_by_nobody(programme, wanted),
            left_out=left_out,
            units=names,
        )

    def programme_file(self, found: Trained, ending: str, reader: Reader) -> bytes:
        """A year of courses as a workbook with every table, or its calendar as CSV."""
        make = {".xlsx": found.workbook, ".csv": found.csv}[ending]
        with self.reach.handing_out("training", ending):
            return make(reader)

    def renewals(self, card: ProgrammeCard) -> tuple[Renewal, ...]:
        """What runs out, without working anything out."""
        return renewals(card.whole, self.today)

    def waiting(self, unit: UnitId, measure: Measure, reader: Reader) -> tuple[str, ...]:
        """How it is with the courses a measure waits for; nothing where it waits for none.

        Args:
            unit: whose measure it is.
            measure: that goes on, and whose receiver must learn.
            reader: the language.
        """
        opened = self.open(unit)
        if not measure.goes_on or opened.mapping is None or opened.catalogue is None:
            return ()
        needed = lacks(opened.mapping, opened.catalogue, measure)
        for home in self.partnerships() if needed else ():
            member = next((m.organisation.id for m in home.members if unit in m.units), None)
            card = self.programme(home.id) if member is not None else None
            if member is not None and card is not None and card.programme is not None:
                runs = waited_for(card.programme, needed, opened.catalogue)
                told = told_of(card, {}, reader)
                return tuple(words.waiting_lines(runs, told, member, unit))
        return ()

    def naming(self, card: ProgrammeCard, reader: Reader) -> words.Told:
        """The names of a programme's things in a language."""
        found = {unit: self.open(unit).card.name for unit in _units(card)}
        return told_of(card, found, reader)

    def unlocked(
        self, unit: UnitId, question: Question, progress: Progress | None = None
    ) -> tuple[Unlocked, ...]:
        """What each course of a unit's plan gives, by solving with and without it.

        Raises:
            MappingHasErrors: the document has errors.
        """
        tells: Tells = {"progress": progress} if progress else {}
        found: tuple[Unlocked, ...] = answer(unlocked, self.about(unit, question), tells=tells)
        return found

    def _gaps(
        self, partnership: Partnership, question: Question, progress: Progress | None
    ) -> tuple[tuple[Gap, ...], dict[UnitId, str], tuple[UnitId, ...]]:
        """Gaps, names and what was left out, over a partnership's units."""
        homes = [(unit, m.organisation.id) for m in partnership.members for unit in m.units]
        found: list[Gap] = []
        names: dict[UnitId, str] = {}
        left_out: list[UnitId] = []
        for i, (unit, home) in enumerate(homes):
            told = _part(progress, i / len(homes), (i + 1) / len(homes))
            try:
                opened = self.open(unit)
                names[unit] = opened.card.name
                found += self._of_unit(opened, home, question, told)
            except TaskmapError:
                left_out.append(unit)
        return tuple(found), names, tuple(left_out)

    def _of_unit(
        self, opened: Opened, home: OrganisationId, question: Question, told: Progress | None
    ) -> tuple[Gap, ...]:
        unit = opened.card.id
        about = self.about(unit, question)
        return gaps(
            Unit(
                mapping=about.mapping, catalogue=about.catalogue, organisation=home,
                plan=self.suggest(unit, question, told), followup=self.followup(unit).followup,
            )
        )  # fmt: skip

    def _of_programme(self, name: str | Path) -> Partnership:
        """The partnership of a year of courses in a file."""
        known = {each.id: each for each in self.partnerships()}
        file = self.reach.file(name)
        if file is not None and file.kind == "programme":
            card = _card(file, known)
            if card is None:
                raise ProgrammeHasErrors(file=file.name)
            return card.partnership
        near = nearest(str(name), list(known))
        folder = self.folder.as_posix()
        raise PartnershipNotFound(partnership=str(name), folder=folder, nearest=near)


def check(
    found: Stored, partnerships: Mapping[str, Partnership], reach: Reach
) -> tuple[Finding, ...]:
    """Findings of a year of courses, its names looked up in its partnership among or beside it."""
    documents = reach.store(found.path.parent).documents()
    beside = (opened_partnership(each)[0] for each in documents if each.kind == "partnership")
    known = {each.id: each for each in beside if each is not None} | dict(partnerships)
    card = _card(found, known)
    if card is not None:
        return card.findings
    said = _said(found) or ""
    values = {"value": said, "nearest": nearest(said, list(known))}
    lost = Finding(PARTNERSHIP_UNKNOWN, Place(found.name, field="partnership"), values)
    return (replace(lost, severity=Severity.WARNING), *_least(found))


def _least(found: Stored) -> tuple[Finding, ...]:
    """Findings by the country whose courses it names; with no partnership nothing else tells."""
    of_each = [
        document.read_programme(found.data, file=found.name, catalogue=catalogues.load(country))[1]
        for country in Country
    ]
    return min(of_each, key=len)


def _card(stored: Stored, known: Mapping[str, Partnership]) -> ProgrammeCard | None:
    """A programme read with its partnership; None where that is not known."""
    partnership = known.get(_said(stored) or "")
    if partnership is None:
        return None
    programme, findings = document.read_programme(
        stored.data,
        file=stored.name,
        partnership=partnership,
        catalogue=catalogues.load(partnership.country),
    )
    return ProgrammeCard(
        file=stored.name, partnership=partnership, programme=programme, path=stored.path,
        digest=stored.digest, findings=findings,
    )  # fmt: skip


def _units(card: ProgrammeCard) -> set[UnitId]:
    """Units whose courses run out."""
    return {each.unit for each in card.whole.expiring if each.unit}


def _said(stored: Stored) -> str | None:
    return document.partnership_named(stored.data)


def _year(card: ProgrammeCard) -> int:
    return card.programme.year if card.programme else 0


def _placed(
    programme: TrainingProgramme, wanted: tuple[Want, ...], progress: Progress | None
) -> Calendar:
    """The calendar, worked in a child once for each content."""
    key = (digest(programme), digest(wanted))
    tells: Tells = {"progress": progress} if progress else {}

    def work(tells: Tells) -> Calendar:
        return confined(calendar, programme, wanted, tells=tells)

    return once(_CALENDARS, key, work, tells)


def _part(told: Progress | None, start: float, end: float) -> Progress | None:
    if told is None:
        return None
    return lambda name, done: told(name, start + (end - start) * done)

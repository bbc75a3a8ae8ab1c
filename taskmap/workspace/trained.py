"""What is known of a partnership's training: its programme, and all that a year of it comes to."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from taskmap import catalogue as catalogues
from taskmap.errors import ProgrammeHasErrors
from taskmap.language import Reader
from taskmap.model.finding import Finding
from taskmap.model.partnership import Partnership
from taskmap.model.programme import HALVES, TrainingProgramme
from taskmap.model.training import Calendar, Contribution, Gap, Renewal, Shared, Want
from taskmap.model.units import UnitId
from taskmap.present import training as words
from taskmap.present import training_bill as bill_words
from taskmap.present.table import Table
from taskmap.report.tables import as_csv, as_workbook


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeCard:
    """A partnership's year of courses; ``programme`` is None when its document has errors.

    Args:
        file: path as shown to a reader; "" where there is no document yet.
        partnership: whose it is.
        path: where it lies.
        digest: of the document.
    """

    file: str
    partnership: Partnership
    programme: TrainingProgramme | None
    path: Path = Path()
    digest: str = ""
    findings: tuple[Finding, ...] = ()

    @property
    def whole(self) -> TrainingProgramme:
        """The programme.

        Raises:
            ProgrammeHasErrors: its document has errors.
        """
        if self.programme is None:
            raise ProgrammeHasErrors(file=self.file)
        return self.programme


@dataclass(frozen=True, slots=True, kw_only=True)
class Trained:
    """All that is known of a partnership's training in a year.

    Args:
        card: the programme, and where it stands.
        gaps: what units' plans and decisions ask somebody to learn.
        left_out: units that cannot be analysed, by id.
        unwanted: courses that are offered and that nobody asks for.
        units: names of the units.
    """

    card: ProgrammeCard
    gaps: tuple[Gap, ...]
    wants: tuple[Want, ...]
    calendar: Calendar
    bills: tuple[Shared, ...]
    contributions: tuple[Contribution, ...]
    renewals: tuple[Renewal, ...]
    unwanted: tuple[str, ...] = ()
    left_out: tuple[UnitId, ...] = ()
    units: Mapping[UnitId, str] = field(default_factory=dict)

    def told(self, reader: Reader) -> words.Told:
        """The names of its things in a language."""
        return told_of(self.card, self.units, reader)

    def tables(self, reader: Reader) -> tuple[Table, ...]:
        """Needs, calendar, who has no place, who hosts, what decided, what runs out."""
        told, placed = self.told(reader), self.calendar
        return (
            words.gaps_table(self.gaps, told),
            words.wants_table(self.wants, told),
            *(words.calendar_table(placed, half, told) for half in HALVES),
            words.held_table(told),
            words.online_table(placed, told),
            words.unmet_table(placed.unmet, told),
            words.aims_table(placed, told),
            words.hosting_table(placed, told),
            words.renewals_table(self.renewals, told),
        )

    def workbook(self, reader: Reader) -> bytes:
        """Every table on a tab of its own."""
        told = self.told(reader)
        bill = (
            bill_words.bill_table(self.bills, told),
            bill_words.keys_table(self.bills, told),
            bill_words.in_kind_table(self.contributions, told),
        )
        return as_workbook((*self.tables(reader), *bill))

    def csv(self, reader: Reader) -> bytes:
        """The calendar of the year as one table."""
        return as_csv(words.year_table(self.calendar, self.told(reader)), reader)


def told_of(card: ProgrammeCard, units: Mapping[UnitId, str], reader: Reader) -> words.Told:
    """A programme and the names of its things, in a language."""
    catalogue = catalogues.load(card.partnership.country)
    return words.Told(reader, card.partnership, card.whole, catalogue, dict(units))

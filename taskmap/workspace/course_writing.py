"""What is written in a year of courses: runs held or cancelled, and places that are ordered."""

from collections.abc import Callable, Mapping
from functools import partial

from taskmap import catalogue as catalogues
from taskmap import document
from taskmap.model.edit import EditValue
from taskmap.model.finding import Finding
from taskmap.model.programme import Ordered
from taskmap.model.version import Version
from taskmap.workspace.editing import Edited, Signed
from taskmap.workspace.reach import Reach
from taskmap.workspace.shared_writing import last_and_before, write
from taskmap.workspace.trained import ProgrammeCard

_HELD, _NEEDS = "held", "needs"


class CourseWriting:
    """Versions of a year of courses, each with one thing more or less.

    Everything here raises ``FileChanged`` where somebody else wrote after the card was seen, and
    the other ``TaskmapError`` of a store that refuses.
    """

    reach: Reach

    def record_run(
        self, card: ProgrammeCard, fields: Mapping[str, EditValue], signed: Signed
    ) -> Edited:
        """Write down a run that was held or cancelled.

        Args:
            card: the year as the user saw it.
            fields: of the run, by the document's keys.
            signed: who and when.
        """
        return self._as_version(card, signed, _HELD, lambda data: document.with_run(data, fields))

    def drop_run(self, card: ProgrammeCard, number: int, signed: Signed) -> Edited:
        """Take out a run that was written down by mistake.

        Args:
            card: the year as the user saw it.
            number: of the run in the document's order, from 0.
            signed: who and when.
        """
        return self._as_version(
            card, signed, _HELD, lambda data: document.without_run(data, number)
        )

    def order(self, card: ProgrammeCard, ordered: Ordered, signed: Signed) -> Edited:
        """Order places on a course, in place of what was ordered of it before.

        Args:
            card: the year as the user saw it.
            ordered: how many for whom by when; 0 persons: none any more.
            signed: who and when.
        """
        return self._as_version(
            card, signed, _NEEDS, lambda data: document.with_order(data, ordered)
        )

    def last_of_courses(self, card: ProgrammeCard) -> Version | None:
        """The last version of the year, where it was made here and can be taken back."""
        found = last_and_before(self.reach, card) if card.file else None
        return found and found[0]

    def take_back_courses(self, card: ProgrammeCard, signed: Signed) -> Edited:
        """Let what stood before the last change stand again, as a new version."""
        found = last_and_before(self.reach, card) if card.file else None
        if found is None:
            return Edited()
        last, before = found
        return self._as_version(card, signed, last.why, lambda _: before)

    def _as_version(
        self, card: ProgrammeCard, signed: Signed, why: str, make: Callable[[bytes], bytes]
    ) -> Edited:
        findings = partial(_findings, card)
        return write(self.reach, card, make, findings, why=why, signed=signed)


def _findings(card: ProgrammeCard, data: bytes) -> tuple[Finding, ...]:
    home = card.partnership
    words = catalogues.load(home.country)
    return document.read_programme(data, file=card.file, partnership=home, catalogue=words)[1]

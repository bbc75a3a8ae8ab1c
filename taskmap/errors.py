"""The few actions Taskmap refuses, as a code and values; present finds the words."""

from collections.abc import Mapping
from types import MappingProxyType

Value = str | int | float | bool | tuple[str, ...] | None


class TaskmapError(Exception):
    """An action that is refused.

    Attributes:
        code: stable dotted name, worded by ``present`` in the reader's language.
        values: what the words need, by name.
    """

    code = "error"

    def __init__(self, **values: Value) -> None:
        self.values: Mapping[str, Value] = MappingProxyType(values)
        super().__init__(f"{self.code} {dict(values)}" if values else self.code)


class UnitNotFound(TaskmapError):
    """No unit of that id, and no file of that name."""

    code = "unit.not_found"


class UnitsNotFound(TaskmapError):
    """Several units were named that are not there; values tell all of them."""

    code = "units.not_found"


class MappingHasErrors(TaskmapError):
    """A mapping with errors is not analysed; its findings say why."""

    code = "mapping.has_errors"


class PlanNotProved(TaskmapError):
    """The solver's answer failed the exact re-check, so it is not shown."""

    code = "plan.not_proved"


class QuestionHasErrors(TaskmapError):
    """A question document with errors is not asked; its findings say why."""

    code = "question.has_errors"


class ScenarioNotFound(TaskmapError):
    """A unit has no scenario of that name, and there is no file of it."""

    code = "scenario.not_found"


class ScenarioHasErrors(TaskmapError):
    """A scenario with errors is not tried; its findings say why."""

    code = "scenario.has_errors"


class PartnershipNotFound(TaskmapError):
    """No partnership of that id, and no file of one."""

    code = "partnership.not_found"


class PartnershipHasErrors(TaskmapError):
    """A partnership with errors is not worked with; its findings say why."""

    code = "partnership.has_errors"


class ProgrammeHasErrors(TaskmapError):
    """A year of courses with errors is not placed; its findings say why."""

    code = "programme.has_errors"


class FundNotFound(TaskmapError):
    """No fund of that id, and no file of that name."""

    code = "fund.not_found"


class FundHasErrors(TaskmapError):
    """A fund's document with errors is not planned; its findings say why."""

    code = "fund.has_errors"


class InputNotFound(TaskmapError):
    """A unit has no such group of professions, or its answers cannot be shown."""

    code = "input.not_found"


class InputHasErrors(TaskmapError):
    """A group's document with errors is not filled in; its findings say why."""

    code = "input.has_errors"


class InputTooFew(TaskmapError):
    """Fewer persons than the privacy floor do not answer as a group."""

    code = "input.too_few"


class InputClosed(TaskmapError):
    """Answers that have been compared are not opened again."""

    code = "input.closed"


class ScenariosConflict(TaskmapError):
    """Two scenarios change the same in different ways, so they are not tried together."""

    code = "scenario.conflict"


class QuestionImpossible(TaskmapError):
    """Pins, forced moves or budgets of the question contradict each other."""

    code = "question.impossible"


class CalculationFailed(TaskmapError):
    """A calculation ended in a fault of ours; what it was stands in the log."""

    code = "calculation.failed"


class WorkLimitReached(TaskmapError):
    """A calculation in a child process used more work, time or memory than allowed."""

    code = "work.limit"


class MeasureNotFound(TaskmapError):
    """Nothing of that id was decided about in the unit."""

    code = "followup.measure_not_found"


class PaperFailed(TaskmapError):
    """A paper could not be made, by a fault of ours; what it was stands in ``reason``."""

    code = "paper.failed"


class FileThere(TaskmapError):
    """A file of that name is there already; nothing is written over it."""

    code = "file.there"


class DocumentUnreadable(TaskmapError):
    """A document whose text cannot be read as YAML is not edited."""

    code = "document.unreadable"


class NothingThere(TaskmapError):
    """An edit names a task, a role or a field that the document does not have."""

    code = "edit.nothing_there"


class NameTaken(TaskmapError):
    """An edit gives a name that something else in the document has."""

    code = "edit.name_taken"


class TaskHasParts(TaskmapError):
    """A task with parts is not split, merged or removed as if it had none."""

    code = "edit.has_parts"


class TaskHasAlternatives(TaskmapError):
    """Other ways of doing a task are figured for the whole of it, so it is not split."""

    code = "edit.has_alternatives"


class MergeUnsettled(TaskmapError):
    """Tasks that differ become one only when somebody has said what the one shall say."""

    code = "edit.merge_unsettled"


class PartsDiffer(TaskmapError):
    """The parts of a task do not make the whole of it."""

    code = "edit.parts_differ"


class NotATable(TaskmapError):
    """An edit goes into a field that has no fields of its own."""

    code = "edit.not_a_table"


class ValueNotWritable(TaskmapError):
    """A value that no document can hold in that field: nothing within a list, no number at all."""

    code = "edit.value_not_writable"


class TextNotWritable(TaskmapError):
    """A text holds a character that no document may hold."""

    code = "edit.text_not_writable"


class EditNotAsAsked(TaskmapError):
    """The text would not say what was asked after the edit, so nothing was written."""

    code = "edit.not_as_asked"


class StaffGroupsHaveErrors(TaskmapError):
    """A file of staff groups with errors is not worked out; its findings say why."""

    code = "wisn.has_errors"


class ImportHasErrors(TaskmapError):
    """Nothing is imported: there is no sound mapping, whichever rows are left out."""

    code = "import.has_errors"


class RowsLeftOut(TaskmapError):
    """Rows would be left out, and nobody has accepted that."""

    code = "import.rows_left_out"


class MatchingHasErrors(TaskmapError):
    """A document that matches columns has errors; its findings say why."""

    code = "matching.has_errors"


class FileRefused(TaskmapError):
    """A foreign file is not read; its findings say why."""

    code = "sheets.refused"


class FormatUnknown(TaskmapError):
    """A file ending nothing is written as."""

    code = "format.unknown"


class FileChanged(TaskmapError):
    """Someone else saved the document after it was read; nothing is written over."""

    code = "store.changed"


class FileRemoved(TaskmapError):
    """The document is no longer there."""

    code = "store.removed"


class FileDamaged(TaskmapError):
    """The document cannot be read; its last whole version can be put back."""

    code = "store.damaged"


class FileTooLarge(TaskmapError):
    """More bytes than a document may have."""

    code = "store.too_large"


class NameRefused(TaskmapError):
    """No name of a document in this folder."""

    code = "store.name"


class NotWritable(TaskmapError):
    """The folder or the file may not be written."""

    code = "store.not_writable"


class DiskFull(TaskmapError):
    """No room on the disk."""

    code = "store.disk_full"


class StoreBusy(TaskmapError):
    """Somebody else kept saving the same document for too long."""

    code = "store.busy"


class StoreFailed(TaskmapError):
    """The disk failed in some other way."""

    code = "store.failed"


class StoreUnreachable(TaskmapError):
    """The database does not answer, or does not let us in."""

    code = "store.unreachable"


class StoreOutdated(TaskmapError):
    """The database has no tables of ours, or those of another edition of Taskmap."""

    code = "store.outdated"


class StoreNotEmpty(TaskmapError):
    """What is to be filled from a backup holds documents already."""

    code = "store.not_empty"


class AddressRefused(TaskmapError):
    """No place of documents: a database without its server or name, or with a password."""

    code = "store.address"


class BackupRefused(TaskmapError):
    """A file that is no backup, or is no longer whole."""

    code = "store.backup"


class ExtraMissing(TaskmapError):
    """Packages are needed that are not installed; values name the extra that brings them."""

    code = "extra.missing"


class PortTaken(TaskmapError):
    """Something else on the machine already listens on the port that was named."""

    code = "port.taken"


class ClusterOutOfReach(TaskmapError):
    """No scheduler of a cluster answers at the address."""

    code = "cluster.out_of_reach"


class CountriesMixed(TaskmapError):
    """Units of two countries have two currencies, so one budget cannot be shared among them."""

    code = "batch.countries"


class CourseUnknown(TaskmapError):
    """No catalogue has a course of that id; values hold the nearest."""

    code = "batch.course_unknown"


class AccessDenied(TaskmapError):
    """Somebody's roles do not allow this, or not there; nothing tells whether it exists."""

    code = "access.denied"


class AccessExpired(TaskmapError):
    """Somebody's login has ended, so nothing is open to them until they log in again."""

    code = "access.expired"


class TrailBroken(TaskmapError):
    """A line of the audit trail does not fit, so none is folded away; values tell which."""

    code = "trail.broken"


class TrailMissing(TaskmapError):
    """No audit trail was ever begun at a place, or it was taken away."""

    code = "trail.missing"


class OutsideRefused(TaskmapError):
    """Something that is for those inside the unit alone is asked for readers outside it."""

    code = "outside.refused"


class VersionLost(TaskmapError):
    """No such version, or its content is damaged."""

    code = "store.version_lost"

"""What an edit or an import is refused for."""

from taskmap.errors.refusal import TaskmapError


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

"""What a document, or a part of one, is refused for."""

from taskmap.errors.refusal import TaskmapError


class UnitNotFound(TaskmapError):
    """No unit of that id, and no file of that name."""

    code = "unit.not_found"


class UnitsNotFound(TaskmapError):
    """Several units were named that are not there; values tell all of them."""

    code = "units.not_found"


class ScenarioNotFound(TaskmapError):
    """A unit has no scenario of that name, and there is no file of it."""

    code = "scenario.not_found"


class ScenarioHasErrors(TaskmapError):
    """A scenario with errors is not tried; its findings say why."""

    code = "scenario.has_errors"


class ScenariosConflict(TaskmapError):
    """Two scenarios change the same in different ways, so they are not tried together."""

    code = "scenario.conflict"


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


class DocumentUnreadable(TaskmapError):
    """A document whose text cannot be read as YAML is not edited."""

    code = "document.unreadable"


class NothingThere(TaskmapError):
    """An edit names a task, a role or a field that the document does not have."""

    code = "edit.nothing_there"


class StaffGroupsHaveErrors(TaskmapError):
    """A file of staff groups with errors is not worked out; its findings say why."""

    code = "wisn.has_errors"

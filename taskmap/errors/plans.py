"""What a question or a calculation is refused for."""

from taskmap.errors.refusal import TaskmapError


class MappingHasErrors(TaskmapError):
    """A mapping with errors is not analysed; its findings say why."""

    code = "mapping.has_errors"


class PlanNotProved(TaskmapError):
    """The solver's answer failed the exact re-check, so it is not shown."""

    code = "plan.not_proved"


class QuestionHasErrors(TaskmapError):
    """A question document with errors is not asked; its findings say why."""

    code = "question.has_errors"


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


class CountriesMixed(TaskmapError):
    """Units of two countries have two currencies, so one budget cannot be shared among them."""

    code = "batch.countries"


class DocumentsChanged(TaskmapError):
    """A document is not what it was in an earlier pass over the same ones."""

    code = "batch.documents_changed"


class CourseUnknown(TaskmapError):
    """No catalogue has a course of that id; values hold the nearest."""

    code = "batch.course_unknown"


class ClusterOutOfReach(TaskmapError):
    """No scheduler of a cluster answers at the address."""

    code = "cluster.out_of_reach"

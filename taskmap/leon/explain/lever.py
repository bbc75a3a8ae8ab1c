"""One thing a unit could change: what it is, how large, and how much trouble it is."""

from dataclasses import dataclass
from enum import IntEnum

from taskmap.errors import Value
from taskmap.leon.instance.problem import Problem
from taskmap.model.demand import Demand
from taskmap.model.explanations import Step
from taskmap.model.units import Share


class Trouble(IntEnum):
    """How much it takes to change a thing, least first; the order of tries."""

    OWN = 0  # a demand of the question itself
    LIMIT = 1  # more tasks, smaller ones, or for less, than the question asks for
    MONEY = 2  # or time, or seats: a budget the question sets
    OPEN = 3  # a decision, an assessment, an answer
    COURSE = 4
    HOURS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Lever:
    """One thing to change.

    Args:
        step: as it is told.
        trouble: its kind.
        pair: (leaf, role) that opens once all levers of the pair are used.
        demand: of the question, taken away, or raised to ``amount``.
        cell: (role, band) that gets ``size`` minutes of full hours.
        ceiling: part of these hours that may be filled.
        named: minutes in the cell that are entered as free, of hours nobody has mapped.
        course: (role, competence) that ``size`` more persons hold.
        changes: tasks more that may change.
        least: minutes a change must relieve.
        tolerance: per cent the price may rise for fewer changed tasks.
    """

    step: Step
    trouble: Trouble
    pair: tuple[int, int] | None = None
    demand: Demand | None = None
    amount: float | None = None
    cell: tuple[int, int] | None = None
    ceiling: Share = 1.0
    named: int = 0
    course: tuple[int, int] | None = None
    changes: int = 0
    least: int | None = None
    tolerance: float | None = None
    size: int = 0


def course_lever(p: Problem, course: tuple[int, int], persons: int) -> Lever:
    """A course for so many persons of a role."""
    r, k = course
    values: dict[str, Value] = {
        "role": p.roles[r],
        "competence": p.competences[k],
        "persons": persons,
    }
    step = Step("free.course", values)
    return Lever(step=step, trouble=Trouble.COURSE, course=course, size=persons)


def smallest_move(minutes: int) -> Lever:
    """Moves down to so many minutes."""
    step = Step("free.min_move", {"minutes": minutes})
    return Lever(step=step, trouble=Trouble.LIMIT, least=minutes)


def one_change_more(p: Problem) -> Lever:
    """Room for one task more in the limit of changes."""
    step = Step("free.limit", {"tasks": (p.max_changes or 0) + 1})
    return Lever(step=step, trouble=Trouble.LIMIT, changes=1)


def no_tolerance() -> Lever:
    """The cheapest plan, however many tasks change."""
    return Lever(step=Step("free.few_moves"), trouble=Trouble.LIMIT, tolerance=0.0)

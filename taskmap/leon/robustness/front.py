"""The trade-off between how many tasks change, what courses cost, and what is gained."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

import numpy as np

from taskmap.leon.case import Case, Progress, silent
from taskmap.leon.checking.values import BEFORE_PRICE, exact_values, values_of
from taskmap.leon.instance.canonical import canonical
from taskmap.leon.instance.teaching import renewals
from taskmap.leon.programme.objective import NAMES
from taskmap.leon.quick import quick
from taskmap.leon.robustness.outlook import Ask, Outlook, worth_solving
from taskmap.leon.telling.alternatives import alternatives
from taskmap.leon.telling.moves import Moving, moves
from taskmap.model.catalogue import Catalogue
from taskmap.model.explanations import Front, FrontPoint
from taskmap.model.mapping import Mapping
from taskmap.model.plan import Move
from taskmap.model.question import Question
from taskmap.model.units import MinutesPerWeek

MOST = 20
BUDGETS = (1.0, 0.5, 0.0)  # of what the full plan's courses cost
LINE = 16  # numbers of changes the relaxation is asked about
ORDER = (*BEFORE_PRICE, "price")


def front(  # noqa: PLR0913 - what is asked, and how much work may go into it
    mapping: Mapping,
    catalogue: Catalogue,
    question: Question,
    *,
    most: int = MOST,
    last: str = NAMES[-1],
    progress: Progress | None = None,
    at_once: Callable[[Front], None] | None = None,
) -> Front:
    """Plans none of which is beaten on changes, course money and gain at once.

    The relaxation, kept hot, tells about how much each number of changes and each budget can gain;
    so the plans worth solving are chosen. Each is solved like any question and told with the limits
    that give it: asked with them, the same plan comes.

    Args:
        mapping: without errors.
        catalogue: of the unit's country.
        question: its own limits on changes and course money are the widest that are tried.
        most: plans solved, and so points, at most.
        last: name of the last objective each plan is solved for. ``price`` takes less than
            half the time; then only the gain is sure to be that of the plan asked for in full.
        progress: called with the part that is done.
        at_once: called with a front of plans found soon, each checked and with its gap, before the
            best ones are sought.

    Raises:
        QuestionImpossible: the question's demands contradict each other.
    """
    told = progress or silent
    told("front", 0.0)
    case = Case.of(mapping, catalogue, question)
    if at_once is not None:
        at_once(_of(case, most, _soon, silent))
    return _of(case, most, lambda asking: asking.solved(last=last), told)


def _soon(asking: Case) -> Moving:
    problem = asking.problem()
    return asking.moving(problem, quick(problem, asking.limits, once=True))


def _of(case: Case, most: int, solved: Callable[[Case], Moving], told: Progress) -> Front:
    own = Ask(case.question.max_changes, case.question.demands.training_kroner)
    widest = _point(solved(case), own)
    asks = _asks(case, widest.point, most - 1)
    found, reached = [widest], set[float | None]()
    for i, ask in enumerate(asks):
        told("front", (1 + i) / (1 + len(asks)))
        if ask.training_kroner not in reached:
            found.append(_point(solved(_asking(case, ask)), ask))
            # With as much money, more changes than already gain all there is gain no more.
            reached |= {ask.training_kroner} if found[-1].order == widest.order else set()
    points = [one.point for one in _unbeaten(found) if one.point.changes]
    return Front(points=tuple(sorted(points, key=lambda p: (p.changes, p.kroner, p.price_saved))))


@dataclass(frozen=True, slots=True)
class _Solved:
    """A point with what dominance is judged by: changes, money, and the order down to the price."""

    point: FrontPoint
    order: tuple[int, ...]

    def beaten_by(self, other: "_Solved") -> bool:
        """Whether the other asks for no more, gains no less, and is better in something."""
        mine, others = self.point, other.point
        no_worse = (
            others.changes <= mine.changes
            and others.kroner <= mine.kroner
            and other.order <= self.order
        )
        return no_worse and other.figures != self.figures

    @property
    def figures(self) -> tuple[int, float, tuple[int, ...]]:
        """What makes two points one."""
        return self.point.changes, self.point.kroner, self.order


def _unbeaten(found: list[_Solved]) -> Iterable[_Solved]:
    """Points no other beats; of equal ones the first."""
    seen: set[tuple[int, float, tuple[int, ...]]] = set()
    for one in found:
        if one.figures not in seen and not any(one.beaten_by(other) for other in found):
            seen.add(one.figures)
            yield one


def _asks(case: Case, full: FrontPoint, most: int) -> tuple[Ask, ...]:
    """What to ask beside the full plan: fewer changes, less money, where it makes a difference."""
    limited = _asking(case, Ask(full.changes, full.kroner))
    problem = canonical(limited.problem()).problem
    now = exact_values(problem, problem.today, problem.missed, np.zeros_like(problem.held))
    least = 0 if any(now[name] for name in BEFORE_PRICE) else 1
    counts = {round(float(n)) for n in np.geomspace(1, max(1, full.changes), LINE)}
    budgets = [full.kroner * part for part in BUDGETS] if full.kroner else [0.0]
    pairs = worth_solving(Outlook(problem), sorted(counts | {least}), budgets, most)
    own = case.question.demands.training_kroner
    return tuple(
        Ask(k, own if kroner == full.kroner else kroner)
        for k, kroner in pairs
        if (k, kroner) != (full.changes, full.kroner)
    )


def _asking(case: Case, ask: Ask) -> Case:
    """The same judged unit, asked for so much."""
    demands = replace(case.question.demands, training_kroner=ask.training_kroner)
    question = replace(case.question, max_changes=ask.max_changes, demands=demands)
    return replace(case, question=question)


def _point(moving: Moving, ask: Ask) -> _Solved:
    p, s = moving.problem, moving.solution
    before = values_of(p, p.today, p.missed, np.zeros_like(s.trained))
    after = values_of(p, s.shares, s.missed, s.trained, s.chosen)
    told = moves(moving)
    point = FrontPoint(
        max_changes=ask.max_changes,
        training_kroner=ask.training_kroner,
        changes=after["changed"],
        kroner=_kroner(moving),
        price_saved=before["price"] - after["price"],
        relieved=_relieved(moving, told),
        righted=before["breach"] - after["breach"],
        taken_up=sum(move.minutes.taken_on for move in told if move.giver is None),
        eased=before["over"] - after["over"],
        gap=next(round(level.gap, 9) for level in s.reached if level.name == "price"),
        rough=any(level.gap > 0 for level in s.reached if level.name in BEFORE_PRICE),
    )
    return _Solved(point, tuple(after[name] for name in ORDER))


def _relieved(moving: Moving, told: Iterable[Move]) -> MinutesPerWeek:
    """Gross minutes of the moves, and of what is done in another way."""
    moved = sum(move.minutes.relieved for move in told)
    return moved + sum(sum(chosen.relieved.values()) for chosen in alternatives(moving))


def _kroner(moving: Moving) -> float:
    """What the plan's courses cost within the horizon, renewals counted in."""
    courses, question = moving.catalogue.courses, moving.question
    return sum(
        training.persons * training.price_per_person * renewals(courses[training.course], question)
        for training in moving.trainings.values()
        if training.course is not None
    )

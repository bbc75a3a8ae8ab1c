"""One unit, one question and what the gates say of it; and how it is solved."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from taskmap.leon.instance.canonical import Canonical, canonical
from taskmap.leon.instance.problem import Problem, Whole
from taskmap.leon.instance.problem_from import problem_from
from taskmap.leon.judge import judge
from taskmap.leon.programme.objective import NAMES
from taskmap.leon.solve import Solution, solve
from taskmap.leon.telling.moves import Moving
from taskmap.model.catalogue import Catalogue
from taskmap.model.mapping import Mapping
from taskmap.model.question import Question
from taskmap.model.ruling import Rulings
from taskmap.solver.highs import Limits

Progress = Callable[[str, float], None]
EMERGENCY_SECONDS = 120.0  # of each objective; meant never to be met


def silent(name: str, done: float) -> None:
    """Nobody listens."""


@dataclass(frozen=True, slots=True)
class Case:
    """A mapping with a question, judged."""

    mapping: Mapping
    catalogue: Catalogue
    question: Question
    rulings: Rulings

    @classmethod
    def of(cls, mapping: Mapping, catalogue: Catalogue, question: Question) -> "Case":
        """Judge every leaf and role under the question."""
        return cls(mapping, catalogue, question, judge(mapping, catalogue, question))

    def problem(self) -> Problem:
        """The instance in whole numbers, in the document's order."""
        return problem_from(self.mapping, self.catalogue, self.question, self.rulings)

    @property
    def limits(self) -> Limits:
        """Of each objective."""
        return Limits(nodes=self.question.node_limit, seconds=EMERGENCY_SECONDS)

    def moving(self, problem: Problem, solution: Solution) -> Moving:
        """A solution with all that telling it needs."""
        return Moving(
            mapping=self.mapping,
            catalogue=self.catalogue,
            question=self.question,
            rulings=self.rulings,
            problem=problem,
            solution=solution,
        )

    def solved(self, told: Progress = silent, last: str = NAMES[-1]) -> Moving:
        """Solve in canonical order, and put the answer back in the document's.

        Args:
            told: called with an objective's name and the part done.
            last: name of the last objective asked for.

        Raises:
            QuestionImpossible: the question's demands contradict each other.
            PlanNotProved: the finished plan failed the exact check.
        """
        problem = self.problem()
        ordered = canonical(problem)
        found = solve(ordered.problem, self.limits, told, last=last)
        shares, missed, trained = ordered.back(found.shares, found.missed, found.trained)
        chosen = ordered.chosen(found.chosen)
        back = replace(found, shares=shares, missed=missed, trained=trained, chosen=chosen)
        return self.moving(replace(problem, rank=_ranks(problem, ordered)), back)


def _ranks(problem: Problem, ordered: Canonical) -> Whole:
    """The canonical rank of every unit of change, by its number in the document's order."""
    rank = problem.rank.copy()
    for new, old in enumerate(ordered.leaves):
        rank[problem.change_unit[old]] = ordered.problem.rank[ordered.problem.change_unit[new]]
    return rank

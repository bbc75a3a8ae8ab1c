"""The analyses of a mapping, each worked once for the same content and question."""

from collections.abc import Callable

from taskmap import graph as graphs
from taskmap import workload
from taskmap.confined.run import Bounds, run
from taskmap.graph.contract import Graph
from taskmap.leon.hashes import digest as content
from taskmap.leon.judge import judge
from taskmap.leon.levels import levels as levels_of
from taskmap.leon.suggest import suggest as suggest_plan
from taskmap.model.capacity import Capacity
from taskmap.model.catalogue import Catalogue
from taskmap.model.mapping import Mapping
from taskmap.model.plan import LeafLevel, Plan
from taskmap.model.question import Question
from taskmap.model.ruling import Rulings
from taskmap.model.units import BandId, RoleId
from taskmap.workspace.remembered import Remembered

BOUNDS = Bounds(seconds=600.0, megabytes=4096)

_RULINGS: Remembered[Rulings] = Remembered(64)
_LEVELS: Remembered[tuple[LeafLevel, ...]] = Remembered(64)
_CAPACITIES: Remembered[dict[tuple[RoleId, BandId], Capacity]] = Remembered(64)
_GRAPHS: Remembered[Graph] = Remembered(32)
_PLANS: Remembered[Plan] = Remembered(128)


def rulings(digest: str, mapping: Mapping, catalogue: Catalogue, question: Question) -> Rulings:
    """The gates' rulings; they do not depend on price, number of moves or accepted conditions."""
    limits = (question.as_of, question.risk_limit, question.staff_ceiling)
    key = (digest, catalogue.digest, *limits)
    return _RULINGS.get(key, lambda: judge(mapping, catalogue, question))


def levels(
    digest: str, mapping: Mapping, catalogue: Catalogue, question: Question
) -> tuple[LeafLevel, ...]:
    """Today's and effective levels."""

    def work() -> tuple[LeafLevel, ...]:
        judged = rulings(digest, mapping, catalogue, question)
        return levels_of(mapping, catalogue, question, judged)

    return _LEVELS.get((digest, catalogue.digest, content(question)), work)


def capacities(
    digest: str, mapping: Mapping, catalogue: Catalogue, question: Question
) -> dict[tuple[RoleId, BandId], Capacity]:
    """Hours by role and band; the day decides which roles outside the staff are open."""
    key = (digest, catalogue.digest, question.staff_ceiling, question.as_of)
    return _CAPACITIES.get(key, lambda: workload.capacities(mapping, catalogue, question))


def graph(
    digest: str, mapping: Mapping, catalogue: Catalogue, question: Question, plan: Plan | None
) -> Graph:
    """The judged graph, with a plan's moves when there is one."""

    def work() -> Graph:
        judged = rulings(digest, mapping, catalogue, question)
        return graphs.build(mapping, catalogue, judged, plan)

    planned = plan.hashes["question"] if plan else None
    return _GRAPHS.get((digest, catalogue.digest, content(question), planned), work)


def suggest(
    digest: str,
    mapping: Mapping,
    catalogue: Catalogue,
    question: Question,
    progress: Callable[[str, float], None] | None,
) -> Plan:
    """A plan from a child process with limits.

    The child ends with whoever waits: an exception out of ``progress``, such as the page's own
    when its reader has left, ends it too.
    """

    def work() -> Plan:
        return run(suggest_plan, mapping, catalogue, question, bounds=BOUNDS, progress=progress)

    return _PLANS.get((digest, catalogue.digest, content(question)), work)

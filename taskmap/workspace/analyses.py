"""The quick analyses of a mapping, each worked once for the same content and question."""

from taskmap import graph as graphs
from taskmap import workload
from taskmap.graph.contract import Graph
from taskmap.leon.hashes import digest as content
from taskmap.leon.judge import judge
from taskmap.leon.levels import levels as levels_of
from taskmap.model.capacity import Capacity
from taskmap.model.plan import LeafLevel, Plan
from taskmap.model.ruling import Rulings
from taskmap.model.units import BandId, RoleId
from taskmap.remembered import Remembered
from taskmap.workspace.about import About

_RULINGS: Remembered[Rulings] = Remembered(64)
_LEVELS: Remembered[tuple[LeafLevel, ...]] = Remembered(64)
_CAPACITIES: Remembered[dict[tuple[RoleId, BandId], Capacity]] = Remembered(64)
_GRAPHS: Remembered[Graph] = Remembered(32)


def rulings(about: About) -> Rulings:
    """The gates' rulings; they do not depend on price, demands or accepted conditions."""
    asked = about.question
    limits = (asked.as_of, asked.risk_limit, asked.staff_ceiling, asked.alternatives)
    return _RULINGS.get(
        (*_contents(about), *limits), lambda: judge(about.mapping, about.catalogue, asked)
    )


def levels(about: About) -> tuple[LeafLevel, ...]:
    """Today's and effective levels."""

    def work() -> tuple[LeafLevel, ...]:
        return levels_of(about.mapping, about.catalogue, about.question, rulings(about))

    return _LEVELS.get((*_contents(about), content(about.question)), work)


def capacities(about: About) -> dict[tuple[RoleId, BandId], Capacity]:
    """Hours by role and band; the day decides which roles outside the staff are open."""
    asked = about.question
    key = (*_contents(about), asked.staff_ceiling, asked.as_of)
    return _CAPACITIES.get(key, lambda: workload.capacities(about.mapping, about.catalogue, asked))


def graph(about: About, plan: Plan | None) -> Graph:
    """The judged graph, with a plan's moves when there is one."""

    def work() -> Graph:
        return graphs.build(about.mapping, about.catalogue, rulings(about), plan)

    planned = plan.hashes["question"] if plan else None
    return _GRAPHS.get((*_contents(about), content(about.question), planned), work)


def _contents(about: About) -> tuple[str, str]:
    return about.digest, about.catalogue.digest

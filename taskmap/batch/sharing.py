"""A unit's part of a shared budget, as plain rows: what it cannot be below, and plans it has."""

from collections.abc import Iterable, Mapping
from typing import Any

from taskmap.batch.tell import of_unit
from taskmap.batch.work import Row, Tables
from taskmap.document.packed import packed, unpacked
from taskmap.leon.together.curve import curve
from taskmap.leon.together.side import side
from taskmap.leon.together.together import together
from taskmap.model.catalogue import Catalogue
from taskmap.model.mapping import Mapping as MappingOf
from taskmap.model.pool import Known, Point, Pool
from taskmap.model.question import Question


def begun(pool: Pool, mapping: MappingOf, catalogue: Catalogue, question: Question) -> Tables:
    """What the unit cannot be below at any price of money, and its plan without the pool."""
    found = side(mapping, catalogue, question, pool)
    return {
        "units": [of_unit(mapping) | {"posts": posts(mapping, catalogue)}],
        "points": [packed(point) for point in curve(found)],
        "plans": [packed(found.today), packed(found.known(found.without))],
    }


def priced(
    pool: Pool,
    prices: Mapping[str, float],
    mapping: MappingOf,
    catalogue: Catalogue,
    question: Question,
) -> Tables:
    """A plan that is good where places have these prices."""
    found = side(mapping, catalogue, question, pool, sought=False)
    return {"plans": [packed(found.known(found.at(prices)))]}


def alone(
    pool: Pool, total: float, mapping: MappingOf, catalogue: Catalogue, question: Question
) -> Tables:
    """The best plan with the unit's part of the budget by posts, and whole runs of its own."""
    own = posts(mapping, catalogue)
    part = Pool(ore=int(pool.ore * own / total) if total else 0, runs=pool.runs)
    found = together([side(mapping, catalogue, question, part)], part)
    return {"plans": [packed(found.plans[0])]}


def posts(mapping: MappingOf, catalogue: Catalogue) -> float:
    """Full-time equivalents of staff."""
    return sum(one.posts for one in mapping.staffing if catalogue.is_staff(one.role))


def plans(rows: Iterable[Row]) -> list[Known]:
    """Plans that were told as rows."""
    return [unpacked(Known, _copy(row)) for row in rows]


def points(rows: Iterable[Row]) -> list[Point]:
    """Points of a bound that were told as rows."""
    return [unpacked(Point, _copy(row)) for row in rows]


def _copy(row: Row) -> dict[str, Any]:
    return dict(row)  # unpacking takes its rows apart

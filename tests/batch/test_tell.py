"""What is told of a unit fills its tables' columns, and says what the answers about it say."""

from taskmap.batch.shapes import SHAPES
from taskmap.batch.tell import suggestions, workloads
from taskmap.leon.suggest import suggest
from tests.small_unit import CATALOGUE, asked, task, ward

WARD = ward(
    task("wash", {"day": 14, "evening": 7}, 30, today="nurse"),
    task("tidy", {"day": 21}, 10, today="nurse"),
)


def test_rows_have_the_columns_of_their_tables():
    for kind, tell in (("suggest", suggestions), ("workload", workloads)):
        tables = tell(WARD, CATALOGUE, asked())
        assert tables.keys() == SHAPES[kind].keys()
        for name, rows in tables.items():
            for row in rows:
                assert row.keys() == SHAPES[kind][name].keys(), (kind, name)
        assert len(tables["units"]) == 1


def test_a_plan_in_rows_is_the_plan():
    plan = suggest(WARD, CATALOGUE, asked())
    tables = suggestions(WARD, CATALOGUE, asked())
    (unit,) = tables["units"]
    assert plan.moves
    assert [row["task"] for row in tables["moves"]] == [move.leaf for move in plan.moves]
    assert unit["net_minutes"] == sum(row["net_minutes"] for row in tables["moves"])
    assert unit["question_hash"] == plan.hashes["question"]


def test_a_workload_in_rows_sums_to_the_unit():
    tables = workloads(WARD, CATALOGUE, asked())
    (unit,) = tables["units"]
    loads = tables["loads"]
    assert unit["load_minutes"] == sum(row["load_minutes"] for row in loads) == 21 * 30 + 21 * 10
    assert {row["role"] for row in tables["needs"]} <= {row["role"] for row in loads}

"""The answer of ``taskmap batch`` as a JSON object; the figures themselves are in its tables."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from taskmap.model.batch import Done
from taskmap.model.pool import ORE, Known, Shared, saved
from taskmap.model.units import MILLION
from taskmap.present.exact.text import Object, hours

SCHEMA = "taskmap/batch/1"
BUDGET_SCHEMA = "taskmap/budget/1"


def batch_object(kind: str, found: Done, place: Path) -> Object:
    """How many units were answered, and where the tables lie.

    Args:
        kind: what was asked.
        found: what the run came to.
        place: folder of the tables.
    """
    return {
        "schema": SCHEMA,
        "kind": kind,
        "units": found.units,
        "taken_up": found.taken_up,
        "answered": found.answered,
        "left_out": found.left_out,
        "errors": found.errors,
        "tables": {
            name: {"file": (place / f"{name}.parquet").as_posix(), "rows": rows}
            for name, rows in sorted(found.rows.items())
        },
    }


def budget_object(found: Done, shared: Shared, place: Path) -> Object:
    """What one budget gives over all units, with its proof, beside the run itself.

    Args:
        found: what the run came to.
        shared: the budget's use.
        place: folder of the tables.
    """
    plans, together = shared.together.plans, shared.together
    return batch_object("budget", found, place) | {
        "schema": BUDGET_SCHEMA,
        "budget_kroner": shared.pool.ore / ORE,
        "used_kroner": together.ore / ORE,
        "price": {
            "today": _price(shared.today),
            "without": _price(shared.without),
            "plan": _price(plans),
            "bound": round(float(together.bound), 4),
            "gap": together.gap,
            "of_one_krone_more": together.money * ORE,
        },
        "freed": _freed(shared.today, plans),
        "freed_by_pool": _freed(shared.without, plans),
        "worth_of_sharing": None if shared.split is None else _freed(shared.split, plans),
        "courses": [
            {
                "course": course,
                "places": places,
                "runs": together.runs.get(course),
                "seats": shared.pool.runs[course].seats if course in shared.pool.runs else None,
            }
            for course, places in shared.places.items()
        ],
    }


def _price(plans: Iterable[Known]) -> float:
    return round(sum(plan.price for plan in plans) / MILLION, 4)


def _freed(before: Sequence[Known], after: Sequence[Known]) -> Object:
    return {
        "price": round(saved(before, after, "price") / MILLION, 4),
        "hours_a_week": hours(round(saved(before, after, "staff_minutes") / MILLION)),
        "kroner_a_year": saved(before, after, "time_ore") / ORE,
    }

"""The answer of ``taskmap batch`` as a JSON object; the figures themselves are in its tables."""

from pathlib import Path

from taskmap.model.batch import Done
from taskmap.present.exact.text import Object

SCHEMA = "taskmap/batch/1"


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

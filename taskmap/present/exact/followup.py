"""The answer of ``taskmap measures`` as a JSON object."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from taskmap.followup import due, gain, lacks, stage, unsaid
from taskmap.model.followup import FollowUp, Measure
from taskmap.present.exact.text import Object, number

SCHEMA = "taskmap/measures/1"


def followup_object(followup: FollowUp, file: str, now: str, today: date) -> Object:
    """A unit's measures with what they lack, how far they are, and what came of them.

    Args:
        followup: the decisions.
        file: where they stand.
        now: hash of what the mapping says.
        today: the day stages and due days are told on.
    """
    return {
        "schema": SCHEMA,
        "unit": followup.unit,
        "date": today.isoformat(),
        "file": file,
        "mapping": now,
        "measures": [_measure(measure, today) for measure in followup.measures],
        "due": _due(followup.measures, today),
        "indicators": [
            {**_plain(asdict(each)), "change": each.change, "way": number(each.way)}
            for each in followup.indicators
        ],
        "participation": _plain(asdict(followup.participation)),
    }


def _measure(measure: Measure, today: date) -> Object:
    return {
        **{name: _plain(value) for name, value in asdict(measure).items()},
        "stage": str(stage(measure, today)),
        "lacks": [str(lack) for lack in lacks(measure)],
        "unsaid": [str(lack) for lack in unsaid(measure)],
        "gains": [
            {
                "months": found.result.months,
                "freed_minutes": found.freed,
                "of_promise": number(found.of_promise),
            }
            for found in gain(measure)
        ],
    }


def _due(measures: Sequence[Measure], today: date) -> list[Object]:
    return [
        {
            "date": each.on.isoformat(),
            "kind": str(each.kind),
            "measure": each.measure.id,
            "months": each.months or None,
            "late": each.late,
        }
        for each in due(measures, today)
    ]


def _plain(value: Any) -> Any:
    """Dates and words as text, in lists and tables too."""
    if isinstance(value, dict):
        return {name: _plain(inner) for name, inner in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(inner) for inner in value]
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, str) else value

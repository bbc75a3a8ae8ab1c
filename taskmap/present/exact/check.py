"""The answer of ``taskmap check`` as a JSON object."""

from collections.abc import Callable, Iterable

from taskmap.model.finding import Finding
from taskmap.present.exact.text import Object, plain

SCHEMA = "taskmap/check/1"


def check_object(
    findings: Iterable[Finding],
    units: Iterable[tuple[str, str, int, int, float]],
    message: Callable[[Finding], str],
) -> Object:
    """Findings with their words, and the units that were read.

    Args:
        findings: in the order they are told.
        units: id, name, tasks, roles and hours a week of each.
        message: the words of a finding.
    """
    return {
        "schema": SCHEMA,
        "findings": [finding_object(finding, message(finding)) for finding in findings],
        "units": [
            {
                "id": id_,
                "name": name,
                "tasks": tasks,
                "roles": roles,
                "hours_per_week": round(hours, 4),
            }
            for id_, name, tasks, roles, hours in units
        ],
    }


def finding_object(finding: Finding, message: str) -> Object:
    """One finding."""
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "file": finding.place.file,
        "line": finding.place.line,
        "column": finding.place.column,
        "field": finding.place.field,
        "message": message,
        "values": {name: plain(value) for name, value in finding.values.items()},
    }

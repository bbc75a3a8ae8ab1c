"""Rows put together with the unit they are imported into: one document, every part with its cell.

What the file has a column for is the file's; what it has no column for stays as the unit has it.
"""

from collections.abc import Iterable, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from taskmap.errors import Value
from taskmap.exchange.layout import BY_NAME
from taskmap.exchange.matching import BAND, COUNT, HOURS, TOTAL
from taskmap.exchange.rows import Row
from taskmap.model.finding import Finding, Place, Severity

Table = dict[str, Any]
_INSTEAD = {
    HOURS: ("count", "minutes", "today"),
    TOTAL: ("count", "minutes"),
    COUNT: ("count",),
    BAND: ("count",),
}
_KEY = {"tasks": "id", "staffing": "role", "chains": "id"}


@dataclass(slots=True)
class Assembled:
    """A document put together.

    Args:
        said: its tables.
        origins: row, and column where there is one, of each part by its path as text.
        findings: about what stayed, went, or has nothing it belongs to.
    """

    said: Table
    origins: dict[str, tuple[Row, int | None]] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    rows_without: list[tuple[Row, str, str]] = field(default_factory=list)

    def origin(self, path: str, row: Row, at: int | None = None) -> None:
        """Note where a part stands."""
        self.origins[path] = row, at

    def within(self, path: str, row: Row) -> None:
        """Note where a record and each of its values stand."""
        self.origin(path, row)
        for steps, column in row.columns.items():
            self.origin(".".join((path, *steps)), row, column)


def assembled(
    rows: Iterable[Row], frame: Mapping[str, Any], means: Mapping[str, frozenset[str]], file: str
) -> Assembled:
    """The document that rows make in a unit.

    Args:
        rows: those that are not left out.
        frame: the unit's tables as they are; empty for a unit of the file's own.
        means: what the file has columns for, by layout.
        file: name told in findings.
    """
    made = Assembled(deepcopy(dict(frame)))
    by_layout: dict[str, list[Row]] = {name: [] for name in means}
    for row in rows:
        by_layout.setdefault(row.holds, []).append(row)
    _unit(made, by_layout.get("unit", []))
    _volumes(made, by_layout)
    _bands(made, by_layout)
    for name in ("staffing", "tasks", "chains"):
        if name in means:
            _listed(made, name, by_layout[name], _covered(name, means))
    _parts(made, by_layout)
    _gone(made, frame, file)
    return made


def _unit(made: Assembled, rows: list[Row]) -> None:
    for row in rows:  # a unit has one; the sum of a registration is another
        if "unit" in row.record:
            for known in BY_NAME["unit"].columns:
                made.origin(known.name, row)
            made.origin("unit", row)
        for key, value in row.record.items():
            old = made.said.get(key)
            both = isinstance(value, dict) and isinstance(old, dict)
            made.said[key] = {**old, **value} if both and isinstance(old, dict) else value
        for steps, column in row.columns.items():
            made.origin(".".join(steps), row, column)


def _volumes(made: Assembled, by_layout: Mapping[str, list[Row]]) -> None:
    if "volumes" not in by_layout:
        return
    made.said["volumes"] = {}
    for row in by_layout["volumes"]:
        name = str(row.record.get("volume", ""))
        made.said["volumes"][name] = row.record.get("number", "")
        made.origin(f"volumes.{name}", row, row.columns.get(("number",)))


def _bands(made: Assembled, by_layout: Mapping[str, list[Row]]) -> None:
    """Rows of one id are the stretches of one band."""
    if "bands" not in by_layout:
        return
    bands: dict[str, Table] = {}
    for row in by_layout["bands"]:
        own = str(row.record.get("id") or row.record.get("name", ""))
        if own not in bands:
            bands[own] = {"id": own, "name": row.record.get("name", own), "when": []}
        at, band = list(bands).index(own), bands[own]
        path = f"bands[{at}].when[{len(band['when'])}]"
        band["when"].append({k: v for k, v in row.record.items() if k not in {"id", "name"}})
        made.origins.setdefault(f"bands[{at}]", (row, None))
        made.within(path, row)
    made.said["bands"] = list(bands.values())


def _covered(name: str, means: Mapping[str, frozenset[str]]) -> set[str]:
    """Fields of a record that the file has a column or a sheet for."""
    fields = {each.split(".")[0] for each in means[name] if each not in _INSTEAD}
    for each in means[name] & set(_INSTEAD):
        fields |= set(_INSTEAD[each])
    if name == "tasks":
        fields |= {BY_NAME[other].within for other in means if BY_NAME[other].within}
    return fields


def _listed(made: Assembled, name: str, rows: list[Row], covered: set[str]) -> None:
    key = _KEY[name]
    known = {each[key]: each for each in made.said.get(name, ())}
    made.said[name] = []
    for at, row in enumerate(rows):
        old = known.get(str(row.record.get(key)), {})
        kept = {field: value for field, value in old.items() if field not in covered}
        made.said[name].append(kept | row.record)
        made.within(f"{name}[{at}]", row)


def _parts(made: Assembled, by_layout: Mapping[str, list[Row]]) -> None:
    """Cases, decisions and the like, each within its task; decisions last, for they name these."""
    tasks = {task.get("id"): (at, task) for at, task in enumerate(made.said.get("tasks", ()))}
    names = [name for name in by_layout if BY_NAME[name].within]
    for name in sorted(names, key=lambda n: (n == "decisions", n)):
        for row in by_layout[name]:
            record = dict(row.record)
            named = str(record.pop("task", ""))
            if named not in tasks:
                made.rows_without.append((row, "import.task_missing", named))
                continue
            at, task = tasks[named]
            _part(made, name, (f"tasks[{at}]", task), record, row)


def _part(made: Assembled, name: str, of: tuple[str, Table], record: Table, row: Row) -> None:
    path, owner = of
    for within, key in (("cases", "case"), ("alternatives", "alternative")):
        if name == "decisions" and key in record:
            wanted = str(record.pop(key))
            ids = [each.get("id") for each in owner.get(within, ())]
            if wanted not in ids:
                made.rows_without.append((row, "import.part_missing", wanted))
                return
            path = f"{path}.{within}[{ids.index(wanted)}]"
            owner = owner[within][ids.index(wanted)]
    if name == "risk_of":
        role = str(record.pop("role", ""))
        owner.setdefault(name, {})[role] = record
        made.within(f"{path}.{name}.{role}", row)
        return
    listed = owner.setdefault(name, [])
    made.within(f"{path}.{name}[{len(listed)}]", row)
    listed.append(record)


def _gone(made: Assembled, frame: Mapping[str, Any], file: str) -> None:
    """What the unit had and the file does not: told, and chains that miss a task left out."""
    here = {task.get("id") for task in made.said.get("tasks", ())}
    gone = tuple(task["id"] for task in frame.get("tasks", ()) if task["id"] not in here)
    if gone:
        values: dict[str, Value] = {"count": len(gone), "tasks": gone[:20]}
        made.findings.append(Finding("import.tasks_gone", Place(file), values, Severity.WARNING))
    whole = [c for c in made.said.get("chains", ()) if set(c.get("tasks", ())) <= here]
    if any(f"chains[{at}]" in made.origins for at in range(len(made.said.get("chains", ())))):
        return  # the file's own: what is wrong with them is told at their rows
    for chain in made.said.get("chains", ()):
        if chain not in whole:
            values = {"value": chain.get("name", chain["id"])}
            made.findings.append(
                Finding("import.chain_gone", Place(file), values, Severity.WARNING)
            )
    if "chains" in made.said:
        made.said["chains"] = whole

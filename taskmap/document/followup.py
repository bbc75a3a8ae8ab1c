"""A follow-up document: text to model, and its names looked up in the unit it is about."""

from collections.abc import Collection, Iterator
from typing import Any

from taskmap.document.fields.followup import FOLLOWUP
from taskmap.document.other_unit import note_other_unit
from taskmap.document.participation import held, note_participation, participation
from taskmap.document.reading import Reading, read_document
from taskmap.document.shapes import Values
from taskmap.model.finding import Finding
from taskmap.model.followup import (
    Baseline,
    Decision,
    FollowUp,
    FreedFor,
    Instruction,
    Judgement,
    Measure,
    MeasureKind,
    Result,
    RiskAssessment,
    Score,
    Theme,
)
from taskmap.model.indicator import Figure, Indicator, IndicatorKind
from taskmap.model.mapping import Mapping
from taskmap.yamltext import Path, Table, fold

_WORDS = {
    "kind": MeasureKind,
    "theme": Theme,
    "decision": Decision,
    "judgement": Judgement,
}
_PARTS = {
    "baseline": Baseline,
    "risk": RiskAssessment,
    "instruction": Instruction,
    "before": Score,
    "after": Score,
}


def read_followup(
    data: bytes | str, *, file: str, mapping: Mapping | None = None
) -> tuple[FollowUp | None, tuple[Finding, ...]]:
    """Read what was decided about a unit, in YAML.

    A task or role that is gone from the mapping is told and kept: the decision was taken.

    Args:
        data: the document; bytes must be UTF-8.
        file: name told in the findings.
        mapping: of the unit it is about; None: its names are not looked up.

    Returns:
        The follow-up, None when a finding is an error, and all findings in the document's order.
    """

    def look(root: Table, reading: Reading) -> Values:
        said = FOLLOWUP.values(root, (), reading)
        found = list(_measures(said))
        _note_ids(found, reading)
        _note_moves(found, reading)
        for path, measure in found:
            _note_incomplete(path, measure, reading)
            _note_dates(path, measure, reading)
            if mapping is not None:
                _note_gone(path, measure, mapping, reading)
        _note_followed_twice(said, reading)
        if "participation" in said:
            ids = [measure["id"] for _, measure in found]
            note_participation(said["participation"], ids, mapping, reading)
        if mapping is not None:
            note_other_unit("followup", said, mapping, reading)
        return said

    return read_document(data, file=file, look=look, make=_followup)


def _measures(said: Values) -> Iterator[tuple[Path, Values]]:
    return ((measure.path, measure) for measure in said.get("measures", ()))


def _note_ids(found: list[tuple[Path, Values]], reading: Reading) -> None:
    first: dict[str, Path] = {}
    for path, measure in found:
        known = first.setdefault(fold(measure["id"]), path)
        if known != path:
            at = reading.line((*known, "id"))
            reading.error("id.duplicate", (*path, "id"), value=measure["id"], first_line=at)


def _note_followed_twice(said: Values, reading: Reading) -> None:
    first: dict[str, Path] = {}
    for each in said.get("indicators", ()):
        known = first.setdefault(each["kind"], each.path)
        if known != each.path:
            line = reading.line(known)
            reading.error("id.duplicate", (*each.path, "kind"), value=each["kind"], first_line=line)


def _note_moves(found: list[tuple[Path, Values]], reading: Reading) -> None:
    """What holds for a move is said once."""
    seen: set[tuple[str | None, ...]] = set()
    for path, measure in found:
        if measure["kind"] != MeasureKind.MOVE:
            continue
        move = tuple(measure.get(name) for name in ("task", "case", "giver", "receiver"))
        if move in seen:
            reading.error("followup.twice", path, value=measure["id"])
        seen.add(move)


def _note_incomplete(path: Path, measure: Values, reading: Reading) -> None:
    """A move has its task and who takes it, other work a name; some decisions need a date."""
    needed = {"task": "task", "to": "receiver"}
    if measure["kind"] != MeasureKind.MOVE:
        needed = {"name": "name"}
    if measure["decision"] in {Decision.PILOT, Decision.POSTPONED}:
        needed["until"] = "until"
    for key, attribute in needed.items():
        if attribute not in measure and reading.is_sound((*path, key)):
            reading.error("field.missing", (*path, key), value=key)


def _note_dates(path: Path, measure: Values, reading: Reading) -> None:
    until, decided = measure.get("until"), measure["decided"]
    if until is not None and until < decided:
        reading.error(
            "followup.until_before", (*path, "until"), value=until.isoformat(),
            date=decided.isoformat(),
        )  # fmt: skip


def _note_gone(path: Path, measure: Values, mapping: Mapping, reading: Reading) -> None:
    known: dict[str, Collection[str]] = {
        "task": mapping.by_task,
        "from": mapping.by_role,
        "to": mapping.by_role,
    }
    for key, names in known.items():
        value = measure.get({"from": "giver", "to": "receiver"}.get(key, key))
        if value is not None and value not in names:
            code = "followup.task_gone" if key == "task" else "followup.role_gone"
            reading.warn(code, (*path, key), value=value)


def _followup(said: Values) -> FollowUp:
    having_a_say = participation(said.get("participation"))
    measures = (Measure(**_made(measure)) for _, measure in _measures(said))
    return FollowUp(
        unit=said["unit"],
        measures=tuple(held(measure, having_a_say.holds) for measure in measures),
        participation=having_a_say,
        indicators=tuple(_indicator(each) for each in said.get("indicators", ())),
    )


def _indicator(said: Values) -> Indicator:
    return Indicator(
        kind=IndicatorKind(said["kind"]),
        baseline=_figure(said["baseline"]),
        target=_figure(said["target"]) if "target" in said else None,
        measured=tuple(map(_figure, said.get("measured", ()))),
        note=said.get("note"),
    )


def _figure(said: Values) -> Figure:
    return Figure(value=said["value"], on=said["on"])


def _made(said: Values) -> dict[str, Any]:
    return {name: _value(name, value) for name, value in said.by_name.items()}


def _value(name: str, value: Any) -> Any:
    if name in _PARTS:
        return _PARTS[name](**_made(value))
    if name == "freed_for":
        return tuple(map(FreedFor, value))
    if name == "results":
        return tuple(Result(**_made(each)) for each in value)
    return _WORDS[name](value) if name in _WORDS else value

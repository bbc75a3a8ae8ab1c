"""The cases of a task as people type them, read into edits; what else a case says stays."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from taskmap.model.edit import Edit, EditValue, SetField
from taskmap.model.finding import Finding, Place
from taskmap.model.said import CaseSaid, TaskSaid, share_of
from taskmap.workspace.editing_typed import (
    SHARE_NOT_UNDERSTOOD,
    Typed,
    minutes_typed,
    minutes_written,
    shares_typed,
)
from taskmap.workspace.free_names import free_name

CASES = "cases"


@dataclass(frozen=True, slots=True)
class CaseTyped:
    """A row for a case, as it was typed; one without name and share is none.

    Args:
        id: of a case that is there; None: a new one.
    """

    name: str
    share: str
    minutes: str
    id: str | None = None

    @property
    def is_none(self) -> bool:
        """Whether there is no such case, or none any more."""
        return not self.name.strip() and not self.share.strip()

    @property
    def lacks(self) -> bool:
        """Whether it has one of name and share, and not the other."""
        return not self.is_none and not (self.name.strip() and self.share.strip())


def cases_typed(said: TaskSaid, rows: Sequence[CaseTyped]) -> Typed:
    """Edits that make the cases of a task say what was typed; none left is no case at all.

    Args:
        said: the task as it is written.
        rows: one for each case that is there, and new ones; each whole, or none.
    """
    if all(row.is_none for row in rows):
        return Typed((SetField(said.id, CASES, None),) if said.cases else ())
    standing = {case.id: case for case in said.cases}
    taken, edits = list(standing), list[Edit]()
    for row in rows:
        told, findings = _read(row)
        if findings:
            return Typed(findings=findings)
        case = standing.get(row.id or "")
        if case is not None:
            edits += _changed(said, case, told)
        elif told is not None:
            new = free_name(row.name, taken, otherwise="tilstand")
            taken.append(new)
            edits.append(SetField(said.id, (CASES, new), {"id": new, **told}))
    return Typed(tuple(edits))


def _read(row: CaseTyped) -> tuple[dict[str, EditValue] | None, tuple[Finding, ...]]:
    """What a row says, by field; None for a case that is none."""
    if row.is_none:
        return None, ()
    share = (shares_typed(row.share, ()) or {}).get(None)
    if share is None:
        values = {"value": row.share, "nearest": None}
        return None, (Finding(SHARE_NOT_UNDERSTOOD, Place("", field=CASES), values),)
    told: dict[str, EditValue] = {"name": row.name.strip(), "share": f"{share:g} %"}
    if row.minutes.strip():
        minutes, findings = minutes_typed(row.minutes, CASES)
        if minutes is None:
            return None, findings
        told["minutes"] = minutes_written(minutes)
    return told, ()


def _changed(said: TaskSaid, case: CaseSaid, told: dict[str, EditValue] | None) -> Iterator[Edit]:
    """Only what differs, so that a share written otherwise and a range of minutes stay."""
    if told is None:
        yield SetField(said.id, (CASES, case.id), None)
        return
    before: dict[str, EditValue] = {"name": case.name, "share": f"{share_of(case.share) * 100:g} %"}
    if case.minutes is not None:
        before["minutes"] = minutes_written(case.minutes)
    for field in ("name", "share", "minutes"):
        if before.get(field) != told.get(field):
            yield SetField(said.id, (CASES, case.id, field), told.get(field))

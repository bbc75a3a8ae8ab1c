"""What is worked for each unit and what comes of it: plain data that travels between processes."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from taskmap.errors import (
    PlanNotProved,
    QuestionImpossible,
    TaskmapError,
    WorkLimitReached,
)
from taskmap.leon.hashes import digest, versions
from taskmap.model.catalogue import Catalogue
from taskmap.model.finding import Finding, Place
from taskmap.model.mapping import Mapping
from taskmap.model.question import Question
from taskmap.store.stored import Stored, stored

Row = dict[str, Any]
Tables = dict[str, list[Row]]
Tell = Callable[[Mapping, Catalogue, Question], Tables]

PACKAGE = Path(__file__).resolve().parents[1]
REFUSED: dict[type[Exception], str] = {
    QuestionImpossible: "batch.impossible",
    PlanNotProved: "batch.not_proved",
    WorkLimitReached: "batch.limit",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A document as it was opened; ``mapping`` is None when it has errors."""

    id: str
    mapping: Mapping | None
    catalogue: Catalogue | None
    findings: tuple[Finding, ...]


Look = Callable[[Stored], Unit]


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """The same work for every unit; its functions are importable by name.

    Args:
        kind: what it is called.
        look: opens a document.
        tell: what is told of a unit without errors.
        question: asked of each.
        about: content of all else that ``tell`` was given.
    """

    kind: str
    look: Look
    tell: Tell
    question: Question
    about: str = ""

    def key(self, document: str) -> str:
        """What a unit's answer follows from, as one hash.

        Args:
            document: SHA-256 of its bytes.
        """
        parts = (self.kind, document, digest(self.question), self.about, programme())
        return sha256("\n".join(parts).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Job:
    """One document to be worked."""

    name: str
    key: str
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What one document came to, the same wherever the file lies.

    Args:
        unit: its id.
        tables: rows by table; none where the unit could not be answered.
        findings: about the document; their places name no file.
    """

    unit: str
    tables: Tables = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()


def done(work: Work, job: Job) -> Answer:
    """A document's answer; what goes wrong with it is a finding, and the others go on."""
    try:
        unit = work.look(stored(Path(job.name), "", job.data))
    except Exception as fault:  # noqa: BLE001 - one document's trouble must not stop the others
        return Answer(unit="", findings=(_failed(fault),))
    if unit.mapping is None or unit.catalogue is None:
        return Answer(unit=unit.id, findings=unit.findings)
    try:
        tables = work.tell(unit.mapping, unit.catalogue, work.question)
    except Exception as fault:  # noqa: BLE001 - the same
        return Answer(unit=unit.id, findings=(*unit.findings, _failed(fault)))
    return Answer(unit=unit.id, tables=tables, findings=unit.findings)


def _failed(fault: Exception) -> Finding:
    code = REFUSED.get(type(fault), "batch.failed")
    if code != "batch.failed":
        return Finding(code, Place(""))
    what = fault.code if isinstance(fault, TaskmapError) else type(fault).__name__
    return Finding(code, Place(""), {"fault": what})


@cache
def programme() -> str:
    """A hash of everything the package holds, and of the solver's version.

    An answer is taken up again only by the very programme that made it.
    """
    held = sha256(repr(versions()).encode())
    for path in sorted(PACKAGE.rglob("*")):
        if path.suffix in {".py", ".yaml"}:
            held.update(path.relative_to(PACKAGE).as_posix().encode())
            held.update(path.read_bytes())
    return held.hexdigest()

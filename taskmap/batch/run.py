"""A run over many documents: what is not answered yet is worked, then all of it is told."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Protocol

from taskmap.batch.kept import Kept
from taskmap.batch.shapes import Columns
from taskmap.batch.tables import write
from taskmap.batch.work import Answer, Job, Work, done
from taskmap.model.batch import Done
from taskmap.model.finding import Finding, Place, Severity
from taskmap.store.stored import Stored

ID_SHARED = "unit.id_shared"
DIED = Finding("batch.died", Place(""))
CHANGED = Finding("batch.changed", Place(""))
PASSING = frozenset({"batch.failed"})  # what another try may not meet again
KEPT = ".kept"

Progress = Callable[[int, int], None]
Documents = Callable[[], Iterator[Stored]]


class Hands(Protocol):
    """Who works: processes of this machine, or of others."""

    def each(
        self, do: Callable[[Job], Answer], jobs: Iterable[Job]
    ) -> Iterator[tuple[Job, Answer | None]]:
        """Every job with its answer, as they come; None where nobody could end it."""
        ...


def run(  # noqa: PLR0913 - what, of whom, by whom, where to, and who is told
    work: Work,
    shapes: dict[str, Columns],
    documents: Documents,
    hands: Hands,
    *,
    place: Path,
    told: Progress | None = None,
) -> Done:
    """Answer every document and write the tables.

    Args:
        work: the same for each.
        shapes: columns of the tables it tells.
        documents: each mapping there is, in order; asked for afresh for every pass.
        hands: who works.
        place: a folder for the tables, and for answers until then and for the next run.
        told: called with how many are answered, and of how many.

    Raises:
        OSError: the disk refuses.
    """
    place.mkdir(parents=True, exist_ok=True)
    found = worked(work, documents, hands, Kept(place / KEPT), told)
    counts: Counter[str] = Counter()
    rows = write(place, shapes, counted(found.answers(), counts))
    return finished(found, rows, counts)


def finished(found: "Found", rows: dict[str, int], counts: Counter[str]) -> Done:
    """What a run came to, once its tables are written."""
    return Done(
        units=len(found.documents),
        taken_up=found.taken_up,
        answered=counts["answered"],
        rows=rows,
        errors=counts["errors"],
    )


@dataclass(frozen=True, slots=True)
class Document:
    """A document of the run, and the key of its answer; or what keeps it from having one."""

    name: str
    key: str
    damage: Finding | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """The documents of a run and their answers.

    Args:
        documents: in order.
        kept: answers that hold for the next run too.
        lost: of units without a true answer, by key; the next run tries them again.
        taken_up: how many documents an earlier run had answered.
    """

    documents: list[Document]
    kept: Kept
    lost: dict[str, Answer]
    taken_up: int

    def answer(self, document: Document) -> Answer:
        """What a document came to."""
        if document.damage is not None:
            return Answer(unit=document.name, findings=(document.damage,))
        found = self.lost.get(document.key) or self.kept.get(document.key)
        if found is None:
            return Answer(unit=document.name, findings=(CHANGED,))
        # Of a document that cannot be read the file is all that tells it from others.
        return found if found.unit else replace(found, unit=document.name)

    def answers(self) -> Iterator[tuple[str, Answer]]:
        """Every document's answer with its file, in order.

        Of units that share an id none is told: its figures could be taken for the other's.
        """
        times = Counter(self.answer(document).unit for document in self.documents)
        for document in self.documents:
            answer, file = self.answer(document), document.name
            if times[answer.unit] > 1:
                shared = Finding(ID_SHARED, Place(file), {"id": answer.unit})
                answer = Answer(unit=answer.unit, findings=(*answer.findings, shared))
            yield file, answer


def worked(
    work: Work, documents: Documents, hands: Hands, kept: Kept, told: Progress | None
) -> Found:
    """See to it that every document has an answer; those there are already are not redone."""
    listed = [Document(each.name, work.key(each.digest), each.damage) for each in documents()]
    whole = {each.key for each in listed if each.damage is None}
    open_ = {key for key in whole if key not in kept}
    before = sum(each.damage is None and each.key not in open_ for each in listed)
    found = Found(listed, kept, {}, before)
    count = len(whole) - len(open_)
    for job, answer in hands.each(partial(done, work), _jobs(work, documents, open_)):
        if answer is None or any(finding.code in PASSING for finding in answer.findings):
            found.lost[job.key] = answer or Answer(unit=job.name, findings=(DIED,))
        else:
            kept.put(job.key, answer)
        count += 1
        if told is not None:
            told(count, len(whole))
    return found


def _jobs(work: Work, documents: Documents, open_: set[str]) -> Iterator[Job]:
    waiting = set(open_)  # two documents of the same bytes are worked once
    for each in documents():
        key = work.key(each.digest)
        if each.damage is None and key in waiting:
            waiting.remove(key)
            yield Job(each.name, key, each.data)


def counted(
    answers: Iterable[tuple[str, Answer]], counts: Counter[str]
) -> Iterator[tuple[str, Answer]]:
    """The answers as they are, counted on their way."""
    for file, answer in answers:
        counts["answered"] += bool(answer.tables)
        counts["errors"] += sum(f.severity is Severity.ERROR for f in answer.findings)
        yield file, answer

"""The hall's answers about thousands of units at once."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from taskmap import batch
from taskmap import catalogue as catalogues
from taskmap.batch.beside import besides
from taskmap.batch.budget import Sharing
from taskmap.batch.cache import cached
from taskmap.batch.run import Hands, Progress
from taskmap.batch.shapes import SHAPES
from taskmap.batch.side_by_side import side_by_side
from taskmap.errors import CourseUnknown
from taskmap.model.batch import Done
from taskmap.model.pool import Pool, Shared
from taskmap.model.question import Question
from taskmap.model.unit import Country
from taskmap.store import places
from taskmap.store.stored import Stored
from taskmap.workspace import opening
from taskmap.workspace.presets import question_for
from taskmap.workspace.reach import Reach
from taskmap.workspace.storing import there

COMPARE, BUDGET = "compare", "budget"
KINDS = (*SHAPES, COMPARE, BUDGET)


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Where a run reads and writes, and who works.

    Args:
        folder: of mappings, looked through with all that is below it; of this machine, or in a
            database.
        place: for the tables, in a folder of the run's kind, and for what is kept between runs.
        processes: of this machine; None: one for each core.
        scheduler: address of a Dask cluster that works instead.
    """

    folder: Path
    place: Path
    processes: int | None = None
    scheduler: str | None = None

    def documents(self) -> Iterator[Stored]:
        """Every mapping; a file that says no kind may be one with a broken first line."""
        every = Reach(folder=self.folder).store().documents()
        return (each for each in every if each.kind in {"mapping", None})

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Let a run read the place; its trail says so first, where it has one.

        From the first unit on, what is read is also written outside the place.

        Raises:
            OSError: there is no such folder.
            TaskmapError: the database or the trail refuses.
        """
        try:
            next(there(self.folder).documents(), None)
            with Reach(folder=self.folder).handing_out("batch", ".parquet"):
                pass
            yield
        finally:
            places.let_go(self.folder)

    def hands(self) -> Hands:
        """Who works."""
        if self.scheduler is not None:
            return batch.Cluster(self.scheduler)
        return batch.Local(self.processes, ready=(__name__,))


def look(stored: Stored) -> batch.Unit:
    """A document as the hall opens it."""
    opened = opening.opened_anew(stored)
    return batch.Unit(
        id=opened.card.id,
        mapping=opened.mapping,
        catalogue=opened.catalogue,
        findings=opened.findings,
    )


def batched(kind: str, question: Question, run: Run, told: Progress | None = None) -> Done:
    """Answer every unit of a folder and write the tables.

    Args:
        kind: one of ``KINDS`` but the last two.
        question: asked of every unit.
        run: where, and by whom.
        told: called with how many units are answered, and of how many.

    Raises:
        OSError: the disk refuses.
        TaskmapError: the database refuses.
    """
    work = _work(kind, batch.TELLS[kind], question, run)
    place = run.place / kind
    with run.reading():
        return batch.run(work, SHAPES[kind], run.documents, run.hands(), place=place, told=told)


def compared(day: date, run: Run, told: Progress | None = None) -> Done:
    """Put every unit of a folder beside all the others and write the tables.

    Args:
        day: on which rules and decisions are read.
        run: where, and by whom.
        told: called with how many units are worked, and of how many.

    Raises:
        as ``batched``.
    """
    work = _work(COMPARE, besides, question_for(day), run)
    with run.reading():
        return side_by_side(work, run.documents, run.hands(), place=run.place / COMPARE, told=told)


def _work(kind: str, tell: batch.Tell, question: Question, run: Run) -> batch.Work:
    return batch.Work(
        kind=kind, look=cached(look, run.place / ".read"), tell=tell, question=question
    )


def shared(
    question: Question, pool: Pool, run: Run, told: Progress | None = None, *, split: bool = False
) -> tuple[Done, Shared]:
    """Share one training budget among every unit of a folder, and write the tables.

    Args:
        question: asked of every unit; a budget of its own is left out.
        pool: budget and runs.
        run: where, and by whom.
        told: called with how many units are done in a pass, and of how many.
        split: also work out what each unit would do with a budget of its own.

    Raises:
        CourseUnknown: a run is of a course that is in no catalogue.
        CountriesMixed: the units are of two countries.
        OSError: the disk refuses.
    """
    known = sorted({name for country in Country for name in catalogues.load(country).courses})
    for name in pool.runs:
        if name not in known:
            raise CourseUnknown(course=name, nearest=opening.nearest(name, known))
    sharing = Sharing(
        look=cached(look, run.place / ".read"),
        question=question,
        pool=pool,
        documents=run.documents,
        hands=run.hands(),
        place=run.place / BUDGET,
        told=told,
    )
    with run.reading():
        return sharing.run(split=split)

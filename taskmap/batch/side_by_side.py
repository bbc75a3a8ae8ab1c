"""Thousands of units side by side: each worked alone, then joined one at a time by their words."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from taskmap.batch.beside import TOLD, Beside, beside_of, work_of
from taskmap.batch.extremes import Extremes
from taskmap.batch.kept import Kept
from taskmap.batch.lower import Lower
from taskmap.batch.run import KEPT, Documents, Found, Hands, Progress, counted, finished, worked
from taskmap.batch.shapes import COMPARE, EXAMPLES, TOGETHER, VARIATION
from taskmap.batch.tables import Table, write
from taskmap.batch.work import Answer, Row, Work
from taskmap.comparison.doing import Doing, put_together
from taskmap.comparison.figures import Per, ratio
from taskmap.comparison.sharing import Key, Said, library
from taskmap.comparison.variation import Asked, variation
from taskmap.model.batch import Done
from taskmap.model.finding import Finding, Place, Severity
from taskmap.model.units import RoleId

MADE_UP = Finding("batch.made_up", Place(""), severity=Severity.INFO)
WAYS = {Per.FTE: "per_post", Per.SERVED: "per_served", Per.HOURS: "per_1000_hours"}


def side_by_side(
    work: Work, documents: Documents, hands: Hands, *, place: Path, told: Progress | None = None
) -> Done:
    """Compare every document's unit with all the others and write the tables.

    Where any unit is real, examples are left out before anything else, as in any comparison.

    Args:
        work: tells ``beside.besides`` of each.
        documents: each mapping there is, in order; asked for afresh for every pass.
        hands: who works.
        place: a folder for the tables, and for answers until then and for the next run.
        told: called with how many are worked, and of how many.

    Raises:
        OSError: the disk refuses.
    """
    place.mkdir(parents=True, exist_ok=True)
    found = worked(work, documents, hands, Kept(place / KEPT), told)
    joined = Joined.of(found)
    counts: Counter[str] = Counter()
    with ExitStack() as stack:
        rows = write(place, COMPARE, counted(joined.answers(found), counts))
        tasks = stack.enter_context(Table(place / "shared.parquet", TOGETHER))
        asked = stack.enter_context(Table(place / "variation.parquet", VARIATION))
        lower = stack.enter_context(Table(place / "examples.parquet", EXAMPLES))
        tasks.add(map(_task, joined.tasks))
        asked.add(map(_asked, joined.variation))
        lower.add(joined.examples(found))
        rows |= {"shared": tasks.count, "variation": asked.count, "examples": lower.count}
    return finished(found, rows, counts)


@dataclass(slots=True)
class Joined:
    """What is known of all units together: their words, and a handful of ways for each task.

    Args:
        real: whether any unit is; the others are left out then.
        said: by the units that are compared.
        lower: where real units' tasks stand.
        ways: by task.
    """

    real: bool
    said: Said
    lower: Lower
    ways: dict[Key, Extremes] = field(default_factory=dict)

    @classmethod
    def of(cls, found: Found) -> "Joined":
        """Hear every unit."""
        said = {True: Said(), False: Said()}
        lower, real = Lower(), False
        for _, answer in found.answers():
            if answer.tables:
                beside = beside_of(answer.tables)
                real = real or not beside.figures.illustrative
                said[beside.figures.illustrative].hear(beside)
                lower.hear(beside)
        return cls(real=real, said=said[not real], lower=lower)

    def answers(self, found: Found) -> Iterator[tuple[str, Answer]]:
        """Every document's answer with its file, its tasks told under the keys they share."""
        for file, answer in found.answers():
            if not answer.tables:
                yield file, answer
                continue
            beside = beside_of(answer.tables)
            self.lower.see(beside)
            if self.real and beside.figures.illustrative:
                yield file, Answer(unit=answer.unit, findings=(MADE_UP,))
                continue
            tables = {name: answer.tables[name] for name in TOLD} | self._joined(beside)
            # What its own readers are told of a sound unit may be hours of few people.
            yield file, Answer(unit=answer.unit, tables=tables)

    def _joined(self, beside: Beside) -> dict[str, list[Row]]:
        doings: list[Row] = []
        alone: list[Row] = []
        for key, (how, in_parts, parts) in self.said.gathered(beside, work_of(beside)).items():
            if key is None:
                alone += [{"called": each.task, "name": each.name} for each in parts]
                continue
            doing = put_together(beside.id, parts, how, beside.catalogue, in_parts=in_parts)
            ways = self.ways.setdefault(key, Extremes(key))
            ways.add(doing, beside, {beside.groups[each.task] for each in parts})
            doings.append(_doing(key, doing, beside))
        return {"tasks": sorted(doings, key=lambda row: row["task"]), "unmatched": alone}

    def examples(self, found: Found) -> Iterator[Row]:
        """Roles that stand lower at a task than others do, in the order of the files."""
        for file, answer in found.answers():
            if answer.tables:
                for each in self.lower.examples(beside_of(answer.tables)):
                    yield {"file": file, "unit": answer.unit} | _example(*each)

    @property
    def tasks(self) -> Iterable[Extremes]:
        """Every task, by key."""
        return (self.ways[key] for key in sorted(self.ways))

    @property
    def variation(self) -> tuple[Asked, ...]:
        """Where units differ, the most hours at stake first."""
        figures = {unit: each for ways in self.ways.values() for unit, each in ways.figures.items()}
        return variation([ways.task for ways in self.tasks], figures)


def _doing(key: Key, doing: Doing, beside: Beside) -> Row:
    found: Row = {
        "task": key,
        "library": library(key),
        "matched": doing.how.value,
        "in_parts": doing.parts,
        "called": _json(list(doing.tasks)),
        "role": doing.main,
        "level": doing.level,
        "count": doing.per_week,
        "minutes": doing.minutes,
        "minutes_each": doing.each,
        "measured": doing.measured,
        "roles": _json(doing.roles),
        "reasons": _json(doing.reasons),
    }
    for per, name in WAYS.items():
        base = beside.figures.base(per)
        found |= {f"count_{name}": ratio(doing.per_week, base)}
        found |= {f"minutes_{name}": ratio(doing.minutes, base)}
    return found


def _task(ways: Extremes) -> Row:
    task = ways.task
    return {
        "task": task.key,
        "library": task.library,
        "group": task.group,
        "follows_work": task.follows_work,
        "units": ways.units,
        "units_timed": ways.timed_units,
        "minutes_each": ratio(ways.minutes, ways.count),
    }


def _example(key: Key, doing: Doing, role: RoleId, level: int) -> Row:
    others = [each for each in doing.roles if each != role]
    return {
        "task": key,
        "library": library(key),
        "called": _json(list(doing.tasks)),
        "role": role,
        "level": level,
        "share": doing.roles[role],
        "instead": _json(others),
        "reasons": _json(doing.reasons),
    }


def _asked(asked: Asked) -> Row:
    found: Row = {
        "task": asked.task.key,
        "library": asked.task.library,
        "why": asked.why.value,
        "per": asked.per and asked.per.value,
        "times": asked.times,
    }
    for side, doing in (("more", asked.more), ("less", asked.less)):
        found |= {
            f"{side}_unit": doing.unit,
            f"{side}_role": doing.main,
            f"{side}_level": doing.level,
            f"{side}_count": doing.per_week,
            f"{side}_minutes": doing.minutes,
            f"{side}_minutes_each": doing.each,
            f"{side}_reasons": _json(doing.reasons),
        }
    return found


def _json(plain: object) -> str:
    return json.dumps(plain, ensure_ascii=False)

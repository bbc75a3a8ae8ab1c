"""What a comparison needs of each unit, as plain rows: nothing that is left out there is in it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from taskmap import catalogue as catalogues
from taskmap import workload
from taskmap.batch.tell import of_unit
from taskmap.batch.work import Row, Tables
from taskmap.comparison.content import Content
from taskmap.comparison.doing import Part, part
from taskmap.comparison.figures import UnitFigures, unit_figures
from taskmap.comparison.protecting import left_out
from taskmap.document.packed import packed, unpacked
from taskmap.leon.judge import judge
from taskmap.leon.levels import levels
from taskmap.model.catalogue import Catalogue
from taskmap.model.leaf import Leaf
from taskmap.model.mapping import Mapping
from taskmap.model.question import Question
from taskmap.model.task import Task
from taskmap.model.unit import Setting
from taskmap.model.units import TaskId, UnitId

TOLD = ("units", "levels", "groups", "matrix")  # tables that follow from the unit alone


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """A unit as it stands beside others.

    Args:
        figures: its own, without those by level, group and cell.
        spoken: its tasks, as far as their words go.
        groups: code of each task's group.
        parts: what each task adds.
    """

    figures: UnitFigures
    spoken: tuple[Task, ...]
    groups: dict[TaskId, str]
    parts: tuple[Part, ...]

    @property
    def id(self) -> UnitId:
        """The unit's id."""
        return self.figures.unit.id

    @property
    def setting(self) -> Setting:
        """What kind of unit it is."""
        return self.figures.unit.setting

    @property
    def catalogue(self) -> Catalogue:
        """Of its country."""
        return catalogues.load(self.figures.unit.country)

    @property
    def place(self) -> tuple[str, str, UnitId]:
        """Where it stands among units side by side."""
        unit = self.figures.unit
        return unit.organisation.name, unit.name, unit.id


def besides(mapping: Mapping, catalogue: Catalogue, question: Question) -> Tables:
    """A unit's figures as they may be shown, and what joins its tasks to others'."""
    content = Content(
        mapping=mapping,
        catalogue=catalogue,
        capacities=workload.capacities(mapping, catalogue, question),
        levels=levels(mapping, catalogue, question, judge(mapping, catalogue, question)),
    )
    pattern = left_out(content)
    figures = unit_figures(content, pattern)
    leaves: dict[TaskId, list[Leaf]] = {}
    for leaf in mapping.leaves:
        leaves.setdefault(leaf.task_id, []).append(leaf)
    beside = Beside(
        figures=replace(figures, levels={}, groups={}, cells={}),
        spoken=tuple(_words(task) for task in content.spoken),
        groups={task.id: content.group(task) for task in content.spoken},
        parts=tuple(part(each, content, pattern) for each in leaves.values()),
    )
    return {
        "units": [of_unit(mapping) | _figures(figures)],
        "levels": [{"level": n, "minutes": found} for n, found in figures.levels.items()],
        "groups": [{"group": code, "minutes": found} for code, found in figures.groups.items()],
        "matrix": [
            {"level_today": today, "effective_level": effective, "minutes": found}
            for (today, effective), found in figures.cells.items()
        ],
        "beside": [packed(beside)],
    }


def beside_of(tables: Tables) -> Beside:
    """The unit as it was packed."""
    return unpacked(Beside, tables["beside"][0])


def work_of(beside: Beside) -> Iterator[tuple[Task, Part]]:
    """Each part of a unit's work with the task it belongs to."""
    return zip(beside.spoken, beside.parts, strict=True)


def _words(task: Task) -> Task:
    return Task(id=task.id, library=task.library, name=task.name)


def _figures(figures: UnitFigures) -> Row:
    kind, number = figures.served or (None, None)
    return {
        "source": figures.source,
        "posts": float(figures.fte),
        "at_hand_minutes": figures.at_hand,
        "served": kind,
        "served_number": number,
        "tells_who": figures.tells_who,
        "minutes": figures.total,
        "above_minutes": figures.above,
        "gap": figures.gap,
        "left_out": figures.left_out,
    }

"""A document on its way to becoming a mapping: what the checks look at."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from taskmap.document.reading import Reading
from taskmap.document.shapes import Values
from taskmap.model.catalogue import Catalogue, RoleKind
from taskmap.model.staffing import Staffing
from taskmap.model.task import Case, Task
from taskmap.model.unit import Band
from taskmap.yamltext import Path, Scalar, Sequence, Table


@dataclass(frozen=True)
class Draft:
    """What could be read of a mapping, mistakes and all.

    Args:
        said: the document's own fields.
        catalogue: of the unit's country; None when the country could not be read.
        staffing, tasks: what could be read, by where it stands.
        parents: ids of tasks that other tasks are parts of.
    """

    reading: Reading
    said: Values
    catalogue: Catalogue | None
    bands: tuple[Band, ...]
    staffing: Mapping[Path, Staffing]
    tasks: Mapping[Path, Task]

    @property
    def parents(self) -> frozenset[str]:
        """Ids of tasks that other tasks are parts of."""
        return frozenset(task.parent for task in self.tasks.values() if task.parent)

    @property
    def leaves(self) -> Iterator[tuple[Path, Task]]:
        """Tasks without parts, by where they stand."""
        parents = self.parents
        return ((path, task) for path, task in self.tasks.items() if task.id not in parents)

    @property
    def cases(self) -> Iterator[tuple[Path, Case]]:
        """Cases of all tasks, by where they stand."""
        for path, task in self.tasks.items():
            for said in self.task_said(path).get("cases", ()):
                yield said.path, next(case for case in task.cases if case.id == said["id"])

    def task_said(self, path: Path) -> Values:
        """What the document itself says of a task."""
        said: tuple[Values, ...] = self.said.get("tasks", ())
        return next(task for task in said if task.path == path)

    def is_sound(self, path: Path) -> bool:
        """Whether a field could be read, so that a check may lean on it."""
        return self.reading.is_sound(path)

    def is_staff(self, role: str) -> bool:
        """Whether a role is staff; an unknown one is taken for staff."""
        known = self.catalogue.roles.get(role) if self.catalogue else None
        return known is None or known.kind is RoleKind.STAFF


def names_in(reading: Reading, part: str, key: str) -> tuple[str, ...]:
    """Names that a list of the document gives, also from items with other mistakes."""
    node = reading.node((part,))
    if not isinstance(node, Sequence):
        return ()
    named = (item.get(key) for item in node.items if isinstance(item, Table))
    return tuple(name.text for name in named if isinstance(name, Scalar) and name.text)

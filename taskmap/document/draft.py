"""A document on its way to becoming a mapping: what the checks look at."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from taskmap.document.reading import Reading
from taskmap.document.shapes import Values
from taskmap.model.catalogue import Catalogue
from taskmap.model.staffing import Staffing
from taskmap.model.task import Task
from taskmap.model.unit import Band
from taskmap.model.units import RoleId
from taskmap.yamltext import Path, Scalar, Sequence, Table, visible


@dataclass(frozen=True)
class Draft:
    """What could be read of a mapping, mistakes and all.

    Args:
        said: the document's own fields.
        catalogue: of the unit's country; None when the country could not be read.
        staffing, tasks: what could be read, by where it stands.
    """

    reading: Reading
    said: Values
    catalogue: Catalogue | None
    bands: tuple[Band, ...]
    staffing: Mapping[Path, Staffing]
    tasks: Mapping[Path, Task]

    @cached_property
    def by_role(self) -> Mapping[RoleId, Staffing]:
        """Staffing by role."""
        return {staffing.role: staffing for staffing in self.staffing.values()}

    @cached_property
    def staffed(self) -> frozenset[RoleId]:
        """Roles the unit has, also those whose staffing has other mistakes."""
        return frozenset(names_in(self.reading, "staffing", "role"))

    @cached_property
    def parents(self) -> frozenset[str]:
        """Ids of tasks that other tasks are parts of."""
        return frozenset(task.parent for task in self.tasks.values() if task.parent)

    @property
    def leaves(self) -> Iterator[tuple[Path, Task]]:
        """Tasks without parts, by where they stand."""
        return (each for each in self.tasks.items() if each[1].id not in self.parents)

    @cached_property
    def tasks_said(self) -> Mapping[Path, Values]:
        """What the document itself says of each task."""
        return {said.path: said for said in self.said.get("tasks", ())}

    def is_sound(self, path: Path) -> bool:
        """Whether a field could be read, so that a check may lean on it."""
        return self.reading.is_sound(path)

    def is_staff(self, role: RoleId) -> bool:
        """Whether a role is staff; an unknown one is taken for staff."""
        return self.catalogue is None or self.catalogue.is_staff(role)


def names_in(reading: Reading, part: str, key: str) -> tuple[str, ...]:
    """Names that a list of the document gives, also from items with other mistakes."""
    node = reading.node((part,))
    if not isinstance(node, Sequence):
        return ()
    named = (item.get(key) for item in node.items if isinstance(item, Table))
    return tuple(visible(name.text) for name in named if isinstance(name, Scalar) and name.text)

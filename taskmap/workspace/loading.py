"""The hall's answers about workload: how many staff it asks for."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from taskmap import comparison, document, workload
from taskmap.graph import Hanging, hanging
from taskmap.graph.contract import Graph
from taskmap.model.finding import Finding
from taskmap.model.question import Question
from taskmap.model.units import RoleId, UnitId
from taskmap.model.wisn import Balance, StaffNeed
from taskmap.model.workload import PooledNeeds, Workload
from taskmap.remembered import Remembered
from taskmap.store.places import read
from taskmap.workspace import leaving
from taskmap.workspace.about import About

_WORKLOADS: Remembered[Workload] = Remembered(64)


@dataclass(frozen=True, slots=True)
class Needs:
    """What a file of staff groups asks for; ``groups`` is None when it has errors.

    Args:
        findings: about the file.
    """

    groups: tuple[StaffNeed, ...] | None
    findings: tuple[Finding, ...]

    @property
    def pooled(self) -> Balance:
        """All groups as one."""
        return workload.pooled(self.groups or ())


class Loading:
    """Answers about a unit's workload as mapped; all may raise ``MappingHasErrors``."""

    def question(self) -> Question:
        """The question every unit is asked."""
        raise NotImplementedError

    def about(self, unit: UnitId, question: Question) -> About:
        """The unit's content and the question."""
        raise NotImplementedError

    def graph(self, unit: UnitId, question: Question) -> Graph:
        """The judged graph."""
        raise NotImplementedError

    def workload(self, unit: UnitId, question: Question) -> Workload:
        """Work asked of the staff against the time there is."""
        about = self.about(unit, question)
        asked = about.question
        key = (about.digest, about.catalogue.digest, asked.staff_ceiling, asked.as_of)
        return _WORKLOADS.get(key, lambda: workload.picture(about.mapping, about.catalogue, asked))

    def pooled_needs(self, units: Sequence[UnitId], question: Question) -> PooledNeeds:
        """Staff required in several units as one; examples never count beside real units.

        What would tell about few people is left out by the pattern units are compared with, also
        where another question is asked.
        """
        abouts = {unit: self.about(unit, question) for unit in units}
        mappings = {unit: about.mapping for unit, about in abouts.items()}
        known = {mapping.unit.id: (unit, mapping) for unit, mapping in mappings.items()}
        made = {i for i, (_, mapping) in known.items() if mapping.illustrative}
        invented = tuple(i for i in known if i in made and len(made) < len(known))
        found = {i: self.workload(u, question) for i, (u, _) in known.items() if i not in invented}
        places = {i: mapping.unit for i, (_, mapping) in known.items()}
        few = {i: self._untold(abouts[u]) for i, (u, _) in known.items() if i not in invented}
        return workload.units_pooled(found, places, invented, few)

    def _untold(self, about: About) -> frozenset[RoleId]:
        known = leaving.content(about.digest, about.mapping, about.catalogue, self.question())
        return comparison.untold(known)

    def hanging(self, unit: UnitId, question: Question) -> Hanging:
        """What stops when one role or one person is away."""
        return hanging(self.graph(unit, question))


def staff_needs(path: Path) -> Needs:
    """Staff required by each group in a file.

    Raises:
        OSError: the file cannot be read.
    """
    groups, findings = document.read_staff_groups(read(path).data, file=path.as_posix())
    if groups is None:
        return Needs(None, findings)
    return Needs(tuple(map(workload.staff_need, groups)), findings)

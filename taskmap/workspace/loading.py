"""The hall's answers about workload: how many staff it asks for."""

from dataclasses import dataclass
from pathlib import Path

from taskmap import document, workload
from taskmap.model.finding import Finding
from taskmap.model.wisn import Balance, StaffNeed


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


def staff_needs(path: Path) -> Needs:
    """Staff required by each group in a file.

    Raises:
        OSError: the file cannot be read.
    """
    groups, findings = document.read_staff_groups(path.read_bytes(), file=path.as_posix())
    if groups is None:
        return Needs(None, findings)
    return Needs(tuple(map(workload.staff_need, groups)), findings)

"""One document being read: what was found so far, and where everything stands."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum
from typing import Final, TypeVar

from taskmap.errors import Value
from taskmap.model.finding import Finding, Place, Severity
from taskmap.yamltext import Node, Path, Scalar, Sequence, Table, path_text, read

Looked = TypeVar("Looked")
Made = TypeVar("Made")

MOST_FINDINGS = 200


class Unread(Enum):
    """What stands in for a value that could not be read; a finding tells why."""

    UNREAD = "unread"


UNREAD: Final = Unread.UNREAD


@dataclass(frozen=True, slots=True)
class Reference:
    """A name that must be known elsewhere: in the catalogue or in the document."""

    what: str  # "role", "band", "task" …
    name: str
    path: Path
    node: Node


@dataclass(slots=True)
class Reading:
    """One document being read.

    Args:
        file: name told in the findings.
        root: the document's tree.
        findings: in the order found.
        references: names to be looked up when everything is read.
        broken: fields that could not be read, and everything around them.
    """

    file: str
    root: Node
    findings: list[Finding] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    broken: set[Path] = field(default_factory=set)

    def error(self, code: str, path: Path, node: Node | None = None, /, **values: Value) -> Unread:
        """Note an error; the field counts as unread from now on."""
        for length in range(len(path) + 1):
            self.broken.add(path[:length])
        return self.note(Severity.ERROR, code, path, node, **values)

    def warn(self, code: str, path: Path, node: Node | None = None, /, **values: Value) -> None:
        """Note a doubt."""
        self.note(Severity.WARNING, code, path, node, **values)

    def inform(self, code: str, path: Path, node: Node | None = None, /, **values: Value) -> None:
        """Note something worth knowing."""
        self.note(Severity.INFO, code, path, node, **values)

    def note(
        self, severity: Severity, code: str, path: Path, node: Node | None, /, **values: Value
    ) -> Unread:
        """Note a finding at a node, or at the nearest thing written on its path."""
        at = node if node is not None else self.node(path)
        place = Place(self.file, at.line, at.column, path_text(path) or None)
        self.findings.append(Finding(code, place, values, severity))
        return UNREAD

    def is_sound(self, path: Path) -> bool:
        """Whether a field and everything in it could be read."""
        return path not in self.broken

    def node(self, path: Path) -> Node:
        """What is written at a path, or the innermost thing written around it."""
        node = self.root
        for node in self._nodes(path):  # noqa: B007 - the last one is wanted
            pass
        return node

    def line(self, path: Path) -> int:
        """Line of what is written at a path."""
        return self.node(path).line

    def _nodes(self, path: Path) -> Iterator[Node]:
        node: Node | None = self.root
        for step in path:
            node = _child(node, step)
            if node is None:
                return
            yield node


def _child(node: Node | None, step: str | int) -> Node | None:
    if isinstance(node, Table) and isinstance(step, str):
        return node.get(step)
    if isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
        return node.items[step]
    return None


def written(node: Node) -> str | None:
    """The text of a node, short enough to be shown; None for lists and tables."""
    return node.text[:80] if isinstance(node, Scalar) else None


def is_clean(findings: Iterable[Finding]) -> bool:
    """Whether no finding is an error."""
    return all(finding.severity is not Severity.ERROR for finding in findings)


def in_order(reading: Reading) -> tuple[Finding, ...]:
    """All findings in the document's order, the errors first chosen where there are too many."""
    found = reading.findings
    if len(found) > MOST_FINDINGS:
        found = sorted(found, key=lambda finding: finding.severity is not Severity.ERROR)
        values = {"count": len(found) - MOST_FINDINGS}
        more = Finding("findings.more", Place(reading.file), values)
        found = [*found[:MOST_FINDINGS], more]
    return tuple(sorted(found, key=_position))


def _position(finding: Finding) -> tuple[int, int, str]:
    place = finding.place
    return place.line or 1_000_000, place.column or 0, finding.code


def read_document(
    data: bytes | str,
    *,
    file: str,
    look: Callable[[Table, Reading], Looked],
    make: Callable[[Looked], Made],
) -> tuple[Made | None, tuple[Finding, ...]]:
    """Read a document of any kind, all its mistakes at once.

    Args:
        data: the document; bytes must be UTF-8.
        file: name told in the findings.
        look: reads the fields and notes what is wrong with them.
        make: what the document says, once nothing is wrong.

    Returns:
        What was made, None when a finding is an error, and all findings in the document's order.
    """
    root, findings = read(data, file=file)
    if root is None:
        return None, findings
    reading = Reading(file, root, list(findings))
    if not isinstance(root, Table):
        reading.error("type.table", ())
        return None, tuple(reading.findings)
    looked = look(root, reading)
    found = in_order(reading)
    return (make(looked) if is_clean(found) else None), found

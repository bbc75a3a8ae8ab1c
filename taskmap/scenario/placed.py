"""Findings about a changed copy, put where a reader can mend them: in the scenario's document."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from taskmap.model.finding import Finding, Place
from taskmap.model.scenario import Changes
from taskmap.yamltext import Node, Scalar, Table, path_text, read, visible
from taskmap.yamltext import Sequence as ListNode

_STEP = re.compile(r"([^.\[\]]+)|\[(\d+)\]")
_NAMES = ("id", "role")

Names = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A scenario's document: its shown name, its bytes, and what it changes."""

    file: str
    data: bytes
    changes: Changes


def placed(
    findings: Iterable[Finding],
    copy: bytes,
    *,
    before: Sequence[Finding],
    document: bytes,
    sources: Sequence[Source],
) -> tuple[Finding, ...]:
    """Findings of the copy: those the mapping has too at their place in it, others in the scenario.

    Args:
        findings: about the copy.
        copy: the changed document.
        before: about the mapping.
        document: the mapping's own.
        sources: the scenarios it is changed by.
    """
    known = {_key(finding, names): finding for finding, names in _named(before, document)}
    return tuple(
        known.get(_key(finding, names)) or _in_scenario(finding, names, sources)
        for finding, names in _named(findings, copy)
    )


def _key(finding: Finding, names: Names) -> tuple[object, ...]:
    told = {name: value for name, value in finding.values.items() if name != "first_line"}
    return finding.code, names, tuple(sorted(told.items(), key=lambda item: item[0]))


def _named(findings: Iterable[Finding], data: bytes) -> Iterator[tuple[Finding, Names]]:
    root, _ = read(data, file="")
    return ((finding, _names(root, finding.place.field or "")) for finding in findings)


def _names(root: Node | None, field: str) -> Names:
    """A field by the names of the items on the way: ``tasks[3].minutes`` as tasks, stell, …."""
    found: list[str] = []
    node = root
    for name, number in _STEP.findall(field):
        if number:
            items = node.items if isinstance(node, ListNode) else []
            node = items[int(number)] if int(number) < len(items) else None
            found.append((node and _name(node)) or number)
        else:
            node = node.get(name) if isinstance(node, Table) else None
            found.append(name)
    return tuple(found)


def _name(node: Node) -> str:
    if isinstance(node, Table):
        names = (node.get(key) for key in _NAMES)
        return next((_name(name) for name in names if isinstance(name, Scalar)), "")
    return visible(node.text) if isinstance(node, Scalar) else ""


def _in_scenario(finding: Finding, names: Names, sources: Sequence[Source]) -> Finding:
    """The finding at the change nearest to it; at the changes as a whole where none is near."""
    near = [
        (_shared(path, names), source, path)
        for source in sources
        for path in source.changes
        if _shared(path, names) == min(len(path), len(names)) > 0
    ]
    if not near:
        place = _place(sources[0], ("changes",))
        return replace(finding, place=replace(place, field=path_text(names)))
    _, source, path = max(near, key=lambda each: each[0])
    return replace(finding, place=_place(source, _written_at(path, names, source.changes)))


def _shared(path: Names, names: Names) -> int:
    """How many steps two paths begin with together."""
    pairs = zip(path, names, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(path), len(names)))


def _written_at(path: Names, names: Names, changes: Changes) -> Names:
    """Where the scenario's document says something of a place in the mapping."""
    value, (part, *rest) = changes[path], path
    if value is None and len(path) == 2:
        return ("changes", f"removed_{part}", *rest)
    if value is None:
        return ("changes", part, rest[0], "without", *rest[1:])
    if len(path) == 2 and part in {"tasks", "staffing"}:
        return ("changes", f"added_{part}", *rest, *names[2:])
    return ("changes", *path, *names[len(path) :])


def _place(source: Source, names: Names) -> Place:
    root, _ = read(source.data, file="")
    node: Node | None = root
    at = node
    for name in names:
        if isinstance(node, ListNode):
            node = next((item for item in node.items if _name(item) == name), None)
        else:
            node = node.get(name) if isinstance(node, Table) else None
        if node is None:
            break
        at = node
    line, column = (at.line, at.column) if at is not None else (None, None)
    return Place(source.file, line, column, path_text(names))

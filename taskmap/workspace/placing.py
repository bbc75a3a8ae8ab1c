"""Findings about a mapping, put at their lines in the document it was read from."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from taskmap.model.finding import Finding
from taskmap.store.stored import Stored
from taskmap.yamltext import Node, Sequence, Table
from taskmap.yamltext import read as read_tree

_STEP = re.compile(r"([^.\[\]]+)|\[(\d+)\]")


def placed(findings: Iterable[Finding], stored: Stored) -> Iterator[Finding]:
    """The findings with file, line and column, where their field stands in the document."""
    tree: Node | None = None
    for finding in findings:
        if tree is None:
            tree = read_tree(stored.data, file=stored.name)[0]
        found = _at(tree, finding.place.field or "")
        line, column = (found.line, found.column) if found else (None, None)
        yield replace(
            finding, place=replace(finding.place, file=stored.name, line=line, column=column)
        )


def _at(node: Node | None, field: str) -> Node | None:
    """The node a path such as ``staffing[3].posts`` leads to; the last one met when it ends."""
    for name, number in _STEP.findall(field):
        inner: Node | None = None
        if number and isinstance(node, Sequence) and int(number) < len(node.items):
            inner = node.items[int(number)]
        elif name and isinstance(node, Table):
            inner = node.get(name)
        if inner is None:
            return node
        node = inner
    return node

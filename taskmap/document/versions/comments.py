"""The comments of a document, told apart from text that holds the same mark."""

import re
from collections import Counter
from collections.abc import Iterator

from taskmap.document.editing.opened import Opened
from taskmap.yamltext import Node, Scalar, Table

_COMMENT = re.compile(r"#[^\r\n]*")


def comments(document: Opened) -> Counter[str]:
    """Every comment, and how often it stands there."""
    outside: list[str] = []
    reached = 0
    for scalar in _scalars(document.root):
        outside.append(document.text[reached : scalar.start])
        reached = max(reached, scalar.end)
    rest = "\n".join([*outside, document.text[reached:]])
    return Counter(found.rstrip() for found in _COMMENT.findall(rest))


def _scalars(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Table):
        for entry in node.entries:
            yield entry.key
            yield from _scalars(entry.value)
    else:
        for item in node.items:
            yield from _scalars(item)

"""The name of a task, or of one of its cases, as a question writes it."""

import re
from dataclasses import dataclass
from typing import Any

from taskmap.document.kinds import ID_PATTERN, Id
from taskmap.document.reading import Reading, Reference, Unread
from taskmap.yamltext import Path, Scalar, visible

PATTERN = f"{ID_PATTERN[:-1]}(/{ID_PATTERN[1:-1]})?$"
_LEAF = re.compile(PATTERN)
_LONGEST = 121  # two ids and what parts them


@dataclass(frozen=True, slots=True)
class LeafName(Id):
    """``task`` or ``task/case``; looked up where the question is asked of a mapping."""

    def value(self, node: Scalar, path: Path, reading: Reading) -> str | Unread:
        """The name, noted for looking up."""
        name = visible(node.text)
        if len(node.text) > _LONGEST or not _LEAF.fullmatch(name):
            return reading.error("id.form", path, node, value=node.text[:_LONGEST], nearest=None)
        reading.references.append(Reference("task", name, path, node))
        return name

    def schema(self) -> dict[str, Any]:
        """An id, or two with a stroke between them."""
        return {
            "type": ["string", "number", "boolean"],
            "pattern": PATTERN,
            "maxLength": _LONGEST,
        }

"""A document opened for editing: its text, its tree and what it says."""

from dataclasses import dataclass

from taskmap.document.fields.mapping import MAPPING
from taskmap.document.fields.partnership import PARTNERSHIP
from taskmap.document.fields.question import QUESTION
from taskmap.document.fields.scenario import SCENARIO
from taskmap.document.shapes import Record
from taskmap.errors import DocumentUnreadable
from taskmap.yamltext import Scalar, Table, Value, read, spliced, value_of

_MARK = "\ufeff"
_KINDS = {
    "mapping": MAPPING,
    "partnership": PARTNERSHIP,
    "question": QUESTION,
    "scenario": SCENARIO,
}
_OTHER = Record("document", ())


@dataclass(frozen=True, slots=True)
class Opened:
    """A document that can be read as YAML.

    Args:
        text: without a byte order mark.
        mark: the byte order mark, or nothing.
        root: its tree.
        kind: the fields of its kind; none where it does not say what it is.
    """

    text: str
    mark: str
    root: Table
    kind: Record

    @property
    def said(self) -> dict[str, Value]:
        """What it says, to be changed at will."""
        said = value_of(self.root)
        return said if isinstance(said, dict) else {}

    def saying(self, wanted: Value) -> bytes:
        """The document made to say something else."""
        return self.closed(spliced(self.text, self.root, wanted))

    def closed(self, text: str) -> bytes:
        """A text as the bytes of this document."""
        return (self.mark + text).encode("utf-8")


def opened(data: bytes) -> Opened:
    """Open a document.

    Raises:
        DocumentUnreadable: it is no table of fields, or has mistakes as YAML.
    """
    root, findings = read(data, file="")
    if findings or not isinstance(root, Table):
        found = findings[0] if findings else None
        line = found.place.line if found else 1
        raise DocumentUnreadable(finding=found.code if found else "type.table", line=line)
    text = data.decode("utf-8")
    mark = _MARK if text.startswith(_MARK) else ""
    said = root.get("taskmap")
    name = said.text.partition("/")[0] if isinstance(said, Scalar) else ""
    return Opened(text.removeprefix(_MARK), mark, root, _KINDS.get(name, _OTHER))

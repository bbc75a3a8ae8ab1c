"""A document opened for editing: its text, its tree and what it says."""

from collections.abc import Mapping
from dataclasses import dataclass

from taskmap.document.fields.followup import FOLLOWUP
from taskmap.document.fields.input import INPUT
from taskmap.document.fields.mapping import MAPPING
from taskmap.document.fields.partnership import PARTNERSHIP
from taskmap.document.fields.question import QUESTION
from taskmap.document.fields.scenario import SCENARIO
from taskmap.document.shapes import Record
from taskmap.errors import DocumentUnreadable
from taskmap.yamltext import Node, Scalar, Table, Value, read, renamed, spliced, value_of

_MARK = "\ufeff"
_KINDS = {
    "followup": FOLLOWUP,
    "input": INPUT,
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

    @property
    def data(self) -> bytes:
        """Its bytes."""
        return self.closed(self.text)

    def saying(self, wanted: Value) -> "Opened":
        """The document made to say something else."""
        return _opened(*spliced(self.text, self.root, wanted), self.mark)

    def renaming(self, names: Mapping[Scalar, str]) -> "Opened":
        """The document with other names in place of some."""
        return _opened(*renamed(self.text, self.root, names), self.mark)

    def closed(self, text: str) -> bytes:
        """A text as the bytes of this document."""
        return (self.mark + text).encode("utf-8")


def opened(data: bytes) -> Opened:
    """Open a document.

    Raises:
        DocumentUnreadable: it is no table of fields, or has mistakes as YAML.
    """
    root, findings = read(data, file="")
    if findings:
        raise DocumentUnreadable(finding=findings[0].code, line=findings[0].place.line)
    text = data.decode("utf-8")
    mark = _MARK if text.startswith(_MARK) else ""
    return _opened(text.removeprefix(_MARK), root, mark)


def _opened(text: str, root: Node | None, mark: str) -> Opened:
    if not isinstance(root, Table):
        raise DocumentUnreadable(finding="type.table", line=1)
    said = root.get("taskmap")
    name = said.text.partition("/")[0] if isinstance(said, Scalar) else ""
    return Opened(text, mark, root, _KINDS.get(name, _OTHER))

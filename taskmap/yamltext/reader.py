"""A strict reader: parser events to a tree, refusing what would surprise a reader.

The library's composer is never used: nested brackets kill it, aliases and merge keys explode in
it. Here every event is looked at before anything is built of it, and every text stays text.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any, cast

import yaml
from yaml.error import Mark
from yaml.events import (
    AliasEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from taskmap.errors import Value
from taskmap.model.finding import Finding, Place
from taskmap.remembered import Remembered
from taskmap.yamltext.guard import FORBIDDEN, code_point, guard
from taskmap.yamltext.lookalike import fold
from taskmap.yamltext.node import Entry, Node, Path, Scalar, Sequence, Style, Table, path_text
from taskmap.yamltext.syntax import syntax_finding

DEEPEST = 20
MOST_VALUES = 60_000
MOST_FINDINGS = 100
KEPT = 4  # trees
NO_FILE = ""
LONGEST_SHOWN = 80

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_STYLES = {None: Style.PLAIN, "": Style.PLAIN} | {s.value: s for s in Style}


def read(data: bytes | str, *, file: str) -> tuple[Node | None, tuple[Finding, ...]]:
    """A document as a tree, and what is wrong with it as YAML.

    Args:
        data: the document; bytes must be UTF-8.
        file: name told in the findings.

    Returns:
        The tree, None when no sense can be made of the text, and the findings. A tree together
        with findings is good for looking for more mistakes, not for use.
    """
    text = guard(data, file=file)
    if isinstance(text, Finding):
        return None, (text,)
    tree = TREES.get(text, lambda: parsed(text))
    return tree.root, tuple(replace(f, place=replace(f.place, file=file)) for f in tree.findings)


@dataclass(frozen=True, slots=True)
class Tree:
    """A text that was parsed; nobody changes a tree that was read.

    Args:
        findings: they name no file.
        values: how many, keys and lists and tables counted.
    """

    root: Node | None
    findings: tuple[Finding, ...]
    values: int


# The last few, since an edit reads the same text for several ends.
TREES: Remembered[Tree] = Remembered(KEPT)


def parsed(text: str, *, inside: int = 0) -> Tree:
    """A text parsed now.

    Args:
        text: whole, or a part that stands by itself.
        inside: lists and tables around the part.
    """
    builder = _Builder(inside)
    try:
        _run(builder, text)
    except _Refused:
        return Tree(None, tuple(builder.findings), builder.values)
    except yaml.YAMLError as error:
        return Tree(None, (*builder.findings, syntax_finding(error, text)), builder.values)
    except (ValueError, LookupError, RecursionError):
        # The library is known to let these out on hostile texts.
        unknown = Finding("yaml.syntax", Place(NO_FILE), {"value": None})
        return Tree(None, (*builder.findings, unknown), builder.values)
    if builder.root is None and not builder.findings:
        builder.find("yaml.empty", None)
    return Tree(builder.root if builder.whole else None, tuple(builder.findings), builder.values)


def _run(builder: "_Builder", text: str) -> None:
    take: dict[type[Event], Callable[[Any], None]] = {
        ScalarEvent: builder.scalar,
        MappingStartEvent: builder.open,
        SequenceStartEvent: builder.open,
        MappingEndEvent: builder.close,
        SequenceEndEvent: builder.close,
        AliasEvent: builder.alias,
        DocumentStartEvent: builder.document,
    }
    for event in yaml.parse(text, Loader=_LOADER):
        taker = take.get(type(event))
        if taker is not None:
            taker(event)


class _Refused(Exception):
    """The rest of the text is not looked at."""


@dataclass(slots=True)
class _Open:
    """A list or table whose end has not come."""

    node: Sequence | Table
    key: Scalar | None = None  # the latest key
    waits: bool = False  # for the value of that key
    seen: dict[str, Scalar] = field(default_factory=dict)


class _Builder:
    """Builds the tree of one document, and collects findings on the way."""

    def __init__(self, inside: int) -> None:
        self.findings: list[Finding] = []
        self.root: Node | None = None
        self.whole = True  # everything said stands where it is said
        self.values = 0
        self._open: list[_Open] = []
        self._deepest = DEEPEST - inside
        self._documents = 0

    def find(self, code: str, event: Event | Node | None, **values: Value) -> None:
        """Note a finding at an event; give up when there are very many."""
        line, column = _line_and_column(event)
        place = Place(NO_FILE, line, column, path_text(self._path()) or None)
        short = {k: v[:LONGEST_SHOWN] if isinstance(v, str) else v for k, v in values.items()}
        self.findings.append(Finding(code, place, short))
        if len(self.findings) >= MOST_FINDINGS:
            raise _Refused

    def document(self, event: DocumentStartEvent) -> None:
        """A document begins: the first, without directives, or it is refused."""
        self._documents += 1
        if self._documents > 1:
            self.find("yaml.second_document", event)
            raise _Refused
        if event.version or event.tags:
            value = "%YAML" if event.version else "%TAG"
            self.find("yaml.directive", event, value=value)

    def alias(self, event: AliasEvent) -> None:
        """An alias has no text of its own, so the tree is not whole without it."""
        self.whole = False
        self.find("yaml.alias", event, value=f"*{event.anchor}")
        self._add(Scalar("", Style.PLAIN, *_place(event)))

    def scalar(self, event: ScalarEvent) -> None:
        """A text: a key, an item or a value."""
        if event.anchor is not None or event.tag is not None:
            self._note_marks(event)
        style = _STYLES[event.style]
        if style is Style.DOUBLE:
            self._check_escapes(event)
        self._add(Scalar(event.value, style, *_place(event)))

    def open(self, event: CollectionStartEvent) -> None:
        """A list or table begins."""
        if event.anchor is not None or event.tag is not None:
            self._note_marks(event)
        if len(self._open) >= self._deepest:
            self.find("yaml.too_deep", event, limit=DEEPEST)
            raise _Refused
        flow = bool(event.flow_style)
        node: Sequence | Table
        if isinstance(event, MappingStartEvent):
            node = Table([], flow, *_place(event))
        else:
            node = Sequence([], flow, *_place(event))
        self._add(node)
        self._open.append(_Open(node))

    def close(self, event: Event) -> None:
        """The innermost list or table ends."""
        self._open.pop().node.end = cast("Mark", event.end_mark).index

    def _add(self, node: Node) -> None:
        self.values += 1
        if self.values > MOST_VALUES:
            self.find("yaml.too_many_values", node, limit=MOST_VALUES)
            raise _Refused
        if not self._open:
            self.root = node
            return
        top = self._open[-1]
        if isinstance(top.node, Sequence):
            top.node.items.append(node)
        elif top.key is not None and top.waits:
            top.waits = False
            self._entry(top, top.node, Entry(top.key, node))
        else:
            top.key, top.waits = self._key(node), True

    def _key(self, node: Node) -> Scalar:
        if not isinstance(node, Scalar):
            self.find("yaml.key_not_text", node)
            raise _Refused
        if node.text == "<<" and node.style is Style.PLAIN:
            self.whole = False
            self.find("yaml.merge_key", node, value="<<")
        elif not node.text:
            self.find("yaml.key_empty", node)
        return node

    def _entry(self, top: _Open, table: Table, entry: Entry) -> None:
        text = entry.key.text
        first = top.seen.setdefault(fold(text), entry.key)
        if first is entry.key:
            table.entries.append(entry)
            return
        top.waits = True
        if first.text == text:
            self.find("yaml.duplicate_key", entry.key, value=text, first_line=first.line)
        else:
            values: dict[str, Value] = {"value": text, "other": first.text}
            self.find("yaml.lookalike_key", entry.key, **values, first_line=first.line)
        top.waits = False

    def _note_marks(self, event: ScalarEvent | CollectionStartEvent) -> None:
        if event.anchor is not None:
            self.find("yaml.anchor", event, value=f"&{event.anchor}")
        if event.tag is not None:
            written = str(event.tag).replace("tag:yaml.org,2002:", "!!")
            self.find("yaml.tag", event, value=written)

    def _check_escapes(self, event: ScalarEvent) -> None:
        forbidden = FORBIDDEN.search(event.value)
        if forbidden:
            self.find("yaml.control_character", event, value=code_point(forbidden[0]))

    def _path(self) -> Path:
        steps: list[str | int] = []
        for level in self._open:
            # What is open inside a list or table has been added to it already.
            inner = level is not self._open[-1]
            if isinstance(level.node, Sequence):
                steps.append(len(level.node.items) - inner)
            elif level.key is not None and (inner or level.waits):
                steps.append(level.key.text)
        return tuple(steps)


def _place(event: Any) -> tuple[int, int, int, int]:
    # Any: the library's types allow events without marks, parsed ones always have them.
    start = event.start_mark
    return start.line + 1, start.column + 1, start.index, event.end_mark.index


def _line_and_column(event: Event | Node | None) -> tuple[int | None, int | None]:
    if isinstance(event, (Scalar, Table, Sequence)):
        return event.line, event.column
    return (None, None) if event is None else _place(event)[:2]

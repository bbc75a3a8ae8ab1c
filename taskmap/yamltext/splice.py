"""A document made to say something else: only what differs is written, all other bytes stay.

The tree as it is and the value wanted are walked side by side. In a block, each difference is a
change of its own: a value, the lines of an entry, the lines of an item. Within braces and brackets
the outermost pair that differs is written anew from the pieces that stay.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile
from typing import TypeAlias

from taskmap.errors import EditNotAsAsked
from taskmap.yamltext.again import read_again
from taskmap.yamltext.align import Step, aligned
from taskmap.yamltext.flow import flow_text, is_json
from taskmap.yamltext.layout import Layout
from taskmap.yamltext.node import Entry, Node, Scalar, Table
from taskmap.yamltext.node import Sequence as List
from taskmap.yamltext.reader import read
from taskmap.yamltext.value import Value, says, text_of, value_of
from taskmap.yamltext.writing import block, fits, inline, pair

Change: TypeAlias = tuple[int, int, str]  # first character, the one after the last, what is put in


def spliced(text: str, root: Node, wanted: Value) -> tuple[str, Node]:
    """The text changed so that it says what is wanted, and its tree, read back to be sure.

    Args:
        text: the document, without a byte order mark.
        root: its tree.
        wanted: what it shall say.

    Raises:
        EditNotAsAsked: the text is laid out in a way that nothing could be changed safely.
        TextNotWritable: something wanted holds a character no document may hold.
    """
    splicer = _Splicer(text, root)
    splicer.value(root, wanted, colon=root.start, indent=-2)
    return _checked(text, splicer.changes, wanted)


def renamed(text: str, root: Node, names: Mapping[Scalar, str]) -> tuple[str, Node]:
    """The text with other names in place of some of its scalars, keys or values, and its tree.

    Raises:
        EditNotAsAsked: a table would have a key twice.
        TextNotWritable: a name holds a character no document may hold.
    """
    as_json = is_json(root)
    changes = [
        (node.start, node.end, inline(names[node], flow=flow, as_json=as_json))
        for node, flow in _scalars(root, flow=False)
        if node in names
    ]
    return _checked(text, changes, _with(root, names))


def _scalars(node: Node, *, flow: bool) -> Iterator[tuple[Scalar, bool]]:
    """Every key and value that is a text, and whether it stands within braces or brackets."""
    if isinstance(node, Scalar):
        yield node, flow
    elif isinstance(node, Table):
        for entry in node.entries:
            yield entry.key, flow or node.flow
            yield from _scalars(entry.value, flow=flow or node.flow)
    else:
        for item in node.items:
            yield from _scalars(item, flow=flow or node.flow)


def _with(node: Node, names: Mapping[Scalar, str]) -> Value:
    """What a tree says once the names are put in."""
    if isinstance(node, Scalar):
        return names.get(node) or value_of(node)
    if isinstance(node, Table):
        return {names.get(e.key, e.key.text): _with(e.value, names) for e in node.entries}
    return [_with(item, names) for item in node.items]


def _checked(text: str, changes: Sequence[Change], wanted: Value) -> tuple[str, Node]:
    changed = _applied(text, changes)
    if not text.endswith(("\n", "\r")):
        changed = changed.removesuffix("\n").removesuffix("\r")
    else:
        read_again(text, changes, changed)
    again, findings = read(changed, file="")
    if again is None or findings or not _says(again, wanted):
        found = findings[0] if findings else None
        raise EditNotAsAsked(finding=found.code if found else None)
    return changed, again


def _says(root: Node, wanted: Value) -> bool:
    # JSON has no dates and no shares; there they are text.
    return says(root, wanted) or (is_json(root) and text_of(value_of(root)) == text_of(wanted))


def _applied(text: str, changes: Sequence[Change]) -> str:
    parts: list[str] = []
    reached = 0
    for start, end, new in sorted(changes, key=lambda change: change[:2]):
        parts += [text[reached:start], new]
        reached = max(reached, end)
    return "".join([*parts, text[reached:]])


class _Splicer:
    """Collects the changes of one document."""

    def __init__(self, text: str, root: Node) -> None:
        self.changes: list[Change] = []
        self._at = Layout(text)
        self._json = is_json(root)

    def value(self, node: Node, wanted: Value, *, colon: int, indent: int) -> None:
        """Make a node in a block say what is wanted.

        Args:
            node: as it is.
            wanted: what it shall say.
            colon: just after the colon or dash before it.
            indent: spaces before the key it stands under.
        """
        if says(node, wanted):
            return
        if isinstance(node, Table) and isinstance(wanted, dict) and not node.flow:
            if any(entry.key.text in wanted for entry in node.entries):
                self._table(node, wanted)
                return
        elif isinstance(node, List) and isinstance(wanted, list) and not node.flow:
            said = [value_of(item) for item in node.items]
            steps = aligned(said, wanted)
            if any(step.old is not None and step.new is not None for step in steps):
                self._list(node, said, wanted, steps)
                return
        self._whole(node, wanted, colon, indent)

    def _put(self, start: int, end: int, new: str) -> None:
        self.changes.append((start, end, new))

    def _whole(self, node: Node, wanted: Value, colon: int, indent: int) -> None:
        at, end = self._at, self._at.end(node)
        if isinstance(node, Scalar) or node.flow:
            if self._json or _same_kind(node, wanted) or fits(wanted, indent):
                new = flow_text(at, node, wanted, as_json=self._json, flow=False)
                touches = node.start == colon and indent > -2
                self._put(node.start, end, f" {new}" if touches else new)
            else:
                self._put(colon, end, self._below(wanted, indent))
        elif not wanted and at.begins_line(node.start) and indent > -2:
            self._put(colon, colon, f" {inline(wanted, flow=False)}")
            self._put(at.before_break(at.line_start(node.start)), end, "")
        elif indent == -2:
            self._put(node.start, end, block(wanted, 0, at.newline))
        elif fits(wanted, indent):
            self._put(colon, end, f" {inline(wanted, flow=False)}")
        else:
            self._put(colon, end, self._below(wanted, indent))

    def _below(self, wanted: Value, indent: int) -> str:
        newline = self._at.newline
        return f"{newline}{' ' * (indent + 2)}{block(wanted, indent + 2, newline)}"

    def _table(self, node: Table, wanted: dict[str, Value]) -> None:
        at, indent = self._at, node.column - 1
        gone = [entry for entry in node.entries if entry.key.text not in wanted]
        stays = {entry.key.text: entry for entry in node.entries if entry.key.text in wanted}
        for key, entry in stays.items():
            self.value(entry.value, wanted[key], colon=at.colon(entry), indent=indent)
        self._drop_entries(node, gone)
        pad = _pad(node)
        before: Entry | None = None
        for key, value in wanted.items():
            if key in stays:
                before = stays[key]
                continue
            line = pair(key, value, indent=indent, newline=at.newline, pad=pad)
            if before is None:
                first = next(iter(stays.values())).key.start
                self._put(first, first, f"{line}{at.newline}{' ' * indent}")
            else:
                end = at.line_end(at.end_of_entry(before))
                self._put(end, end, f"{at.newline}{' ' * indent}{line}")

    def _drop_entries(self, node: Table, gone: Sequence[Entry]) -> None:
        at = self._at
        leading = list(takewhile(lambda entry: entry in gone, node.entries))
        if leading and not at.begins_line(leading[0].key.start):
            self._put(leading[0].key.start, node.entries[len(leading)].key.start, "")
        else:
            leading = []
        for entry in gone:
            if entry not in leading:
                self._drop_lines(entry.key.start, at.end_of_entry(entry))

    def _drop_lines(self, start: int, end: int) -> None:
        """Take away whole lines together with the break before them."""
        at = self._at
        line = at.line_start(start)
        if line:
            self._put(at.before_break(line), at.line_end(end), "")
        else:
            self._put(line, at.after_break(at.line_end(end)), "")

    def _list(
        self, node: List, said: list[Value], wanted: list[Value], steps: Sequence[Step]
    ) -> None:
        spaced = self._is_spaced(node)
        stays = [step for step in steps if step.old is not None and step.new is not None]
        for step in stays:
            if said[step.old or 0] != wanted[step.new or 0]:
                self._item(node, step.old or 0, wanted[step.new or 0])
        gone = [step.old for step in steps if step.old is not None and step.new is None]
        self._drop_items(node, gone, spaced=spaced)
        before: int | None = None
        for step in steps:
            if step.old is None and step.new is not None:
                self._add_item(node, wanted[step.new], before, stays[0].old or 0, spaced=spaced)
            elif step.new is not None:
                before = step.old

    def _item(self, node: List, index: int, wanted: Value) -> None:
        item, dash = node.items[index], self._at.dash(node, index) + 1
        if isinstance(item, Scalar) or not _same_kind(item, wanted):
            new = block(wanted, node.column + 1, self._at.newline)
        elif item.flow:
            new = flow_text(self._at, item, wanted, as_json=False, flow=False)
        else:
            self.value(item, wanted, colon=dash, indent=node.column - 1)
            return
        self._put(item.start, self._at.end(item), f" {new}" if item.start == dash else new)

    def _drop_items(self, node: List, gone: Sequence[int], *, spaced: bool) -> None:
        at = self._at
        leading = list(takewhile(lambda index: index in gone, range(len(node.items))))
        if leading and not at.begins_line(node.start):
            self._put(node.start, at.dash(node, len(leading)), "")
        else:
            leading = []
        for index in gone:
            if index in leading:
                continue
            start = at.dash(node, index)
            end = at.line_end(max(at.end(node.items[index]), start + 1))
            line = at.line_start(start)
            if spaced and index and at.is_blank_line_before(line):
                start = at.line_start(at.before_break(line))
            elif spaced and not index and at.is_blank_line_at(at.after_break(end)):
                end = at.line_end(at.after_break(end))
            self._drop_lines(start, end)

    def _is_spaced(self, node: List) -> bool:
        """Whether a blank line stands before every item but the first."""
        at = self._at
        starts = [at.line_start(at.dash(node, index)) for index in range(1, len(node.items))]
        return bool(starts) and all(at.is_blank_line_before(start) for start in starts)

    def _add_item(
        self, node: List, wanted: Value, before: int | None, first: int, *, spaced: bool
    ) -> None:
        at, indent = self._at, node.column - 1
        tables = [item for item in node.items if isinstance(item, Table)]
        if tables and all(table.flow for table in tables):
            new = inline(wanted, flow=False)
        else:
            new = block(wanted, indent + 2, at.newline)
        gap = at.newline * (2 if spaced else 1)
        if before is None:
            start = at.dash(node, first)
            self._put(start, start, f"- {new}{gap}{' ' * indent}")
        else:
            end = at.line_end(max(at.end(node.items[before]), at.dash(node, before) + 1))
            self._put(end, end, f"{gap}{' ' * indent}- {new}")


def _same_kind(node: Node, wanted: Value) -> bool:
    """Whether both are lists or both are tables, with something of the old to keep."""
    if isinstance(node, Table):
        return isinstance(wanted, dict) and bool(node.entries)
    return isinstance(node, List) and isinstance(wanted, list) and bool(node.items)


def _pad(node: Table) -> int:
    """The width of keys in a table whose values stand in one column; 0 where they do not."""
    columns = {
        entry.value.column - node.column
        for entry in node.entries
        if entry.value.line == entry.key.line and entry.value.end > entry.value.start
    }
    return columns.pop() - 1 if len(columns) == 1 and len(node.entries) > 1 else 0

"""A text read again after a change within one item of a list: only that item is parsed.

A whole reading of the new text and this one give the same tree. What stands before the item is byte
for byte what it was, and a reader goes from the left. The item begins at a dash that begins its
line, and ends where the dash of the next one, in the same column, begins its own; so whatever the
reader has open at the first dash, it has open again at the second, if what stands between them is
one item by itself: a parse of just that, as far as the second dash, is asked. What stands after is
byte for byte what it was, and only further down or up. In every other case, and wherever something
is wrong, nothing is told here and the whole is read.
"""

from collections.abc import Sequence as Many
from dataclasses import dataclass

from taskmap.yamltext.layout import Layout
from taskmap.yamltext.node import Entry, Node, Scalar, Sequence, Table
from taskmap.yamltext.reader import MOST_VALUES, TREES, Tree, parsed

_AFTER = "- 0"  # in place of the item after, of which only the dash matters
_AROUND = 1  # the table that holds the list


@dataclass(frozen=True, slots=True)
class _Item:
    """An item of a list that holds all that changes.

    Args:
        entry: index of the entry whose value is the list.
        index: of the item in it.
        line: where its line begins.
        dash: where the dash of the item after stands.
    """

    entry: int
    index: int
    line: int
    dash: int


def read_again(before: str, changes: Many[tuple[int, int, str]], after: str) -> None:
    """Let the next reading of a text know what it will find, where that is sure.

    Args:
        before: a text that was read a while ago.
        changes: made to it: first character, the one after the last, what was put in.
        after: the text with them.
    """
    held = TREES.held(before)
    if held is None or not isinstance(held.root, Table) or held.findings or not changes:
        return
    root, at = held.root, Layout(before)
    found = _changed(at, root, changes)
    if found is None:
        return
    longer = len(after) - len(before)
    old, new = before[found.line : found.dash], after[found.line : found.dash + longer]
    items = _list(root, found)
    item = _parsed(new, items.column)
    if item is None:
        return
    values = held.values + _count(item) - _count(items.items[found.index])
    if values <= MOST_VALUES:
        down = _breaks(new) - _breaks(old)
        item = _moved(item, found.line, _breaks(before[: found.line]))
        TREES.hold(after, Tree(_grafted(root, found, item, longer, down), (), values))


def _changed(at: Layout, root: Table, changes: Many[tuple[int, int, str]]) -> _Item | None:
    """The item of a list right below the root within which everything changes."""
    first, last = min(start for start, _, _ in changes), max(end for _, end, _ in changes)
    for entry, each in enumerate(root.entries):
        items = each.value
        if isinstance(items, Sequence) and not (items.flow or root.flow):
            index = max(
                (i for i, item in enumerate(items.items) if item.start <= first), default=-1
            )
            if index >= 0 and first < items.end:
                return _apart(at, items, _Item(entry, index, 0, 0), last)
    return None


def _apart(at: Layout, items: Sequence, found: _Item, last: int) -> _Item | None:
    """The item where it and the one after begin lines of their own, and the change ends before."""
    if found.index + 1 >= len(items.items):
        return None
    dash, after = at.dash(items, found.index), at.dash(items, found.index + 1)
    if last >= at.line_start(after) or not (at.begins_line(dash) and at.begins_line(after)):
        return None
    return _Item(found.entry, found.index, at.line_start(dash), after)


def _parsed(text: str, column: int) -> Node | None:
    """The one item a text is, its places counted from the text's own beginning."""
    read = parsed(f"{text}{_AFTER}", inside=_AROUND)
    root = read.root
    if read.findings or not isinstance(root, Sequence) or root.flow:
        return None
    alone = len(root.items) == 2 and root.column == column
    ended = alone and root.items[1].start == len(text) + len(_AFTER) - 1
    return root.items[0] if ended else None


def _list(root: Table, found: _Item) -> Sequence:
    items = root.entries[found.entry].value
    if not isinstance(items, Sequence):
        raise TypeError(f"entry {found.entry} is no list")
    return items


def _grafted(root: Table, found: _Item, item: Node, longer: int, down: int) -> Table:
    """The tree with another item, and what stands after it moved; the rest is shared."""
    items, entry = _list(root, found), root.entries[found.entry]
    anew = Sequence(
        [
            *items.items[: found.index],
            item,
            *(_moved(each, longer, down) for each in items.items[found.index + 1 :]),
        ],
        items.flow, items.line, items.column, items.start, items.end + longer,
    )  # fmt: skip
    entries = [
        *root.entries[: found.entry],
        Entry(entry.key, anew),
        *(_entry(each, longer, down) for each in root.entries[found.entry + 1 :]),
    ]
    return Table(entries, root.flow, root.line, root.column, root.start, root.end + longer)


def _moved(node: Node, by: int, down: int) -> Node:
    """A node so many characters and lines further on."""
    if not by and not down:
        return node
    line, start, end = node.line + down, node.start + by, node.end + by
    if isinstance(node, Scalar):
        return Scalar(node.text, node.style, line, node.column, start, end)
    if isinstance(node, Table):
        entries = [_entry(each, by, down) for each in node.entries]
        return Table(entries, node.flow, line, node.column, start, end)
    items = [_moved(each, by, down) for each in node.items]
    return Sequence(items, node.flow, line, node.column, start, end)


def _entry(entry: Entry, by: int, down: int) -> Entry:
    key = entry.key
    moved = Scalar(key.text, key.style, key.line + down, key.column, key.start + by, key.end + by)
    return Entry(moved, _moved(entry.value, by, down))


def _count(node: Node) -> int:
    """Values in a node, as the reader counts them."""
    if isinstance(node, Table):
        return 1 + sum(1 + _count(entry.value) for entry in node.entries)
    return 1 + sum(map(_count, node.items)) if isinstance(node, Sequence) else 1


def _breaks(text: str) -> int:
    """Lines that end in a text."""
    return text.count("\n") + text.count("\r") - text.count("\r\n")

"""What stands within braces and brackets, written anew from the pieces that stay."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import TypeAlias

from taskmap.yamltext.align import aligned
from taskmap.yamltext.layout import Layout
from taskmap.yamltext.node import Entry, Node, Style, Table
from taskmap.yamltext.node import Sequence as List
from taskmap.yamltext.value import Value, says, value_of
from taskmap.yamltext.writing import inline, key_text

_COMMENT = re.compile(r"[ \t]*#[^\r\n]*")
Piece: TypeAlias = tuple[int | None, str]  # the piece it was, None for a new one, and its text


def is_json(root: Node) -> bool:
    """Whether a document is JSON, so that it must stay so."""
    if not isinstance(root, Table) or not root.flow:
        return False
    return all(entry.key.style is Style.DOUBLE for entry in root.entries)


def flow_text(at: Layout, node: Node, wanted: Value, *, as_json: bool, flow: bool = True) -> str:
    """The text of a node, made to say what is wanted.

    Args:
        at: the document.
        node: a text, or a list or table within brackets or braces.
        wanted: what it shall say.
        as_json: whether it must stay JSON.
        flow: whether it stands within brackets or braces itself.
    """
    if says(node, wanted):
        return at.text[node.start : node.end]
    if isinstance(node, Table) and isinstance(wanted, dict):
        return _table(at, node, wanted, as_json=as_json)
    if isinstance(node, List) and isinstance(wanted, list):
        return _list(at, node, wanted, as_json=as_json)
    return inline(wanted, flow=flow, as_json=as_json)


def _table(at: Layout, node: Table, wanted: dict[str, Value], *, as_json: bool) -> str:
    known = {entry.key.text: index for index, entry in enumerate(node.entries)}
    # What stays keeps its order; what is new comes where it is wanted.
    stays = iter(sorted(known[key] for key in wanted if key in known))
    pieces: list[Piece] = []
    for key, value in wanted.items():
        if key in known:
            index = next(stays)
            entry = node.entries[index]
            pieces.append((index, _entry(at, entry, wanted[entry.key.text], as_json=as_json)))
        else:
            written = inline(value, flow=True, as_json=as_json)
            pieces.append((None, f"{key_text(key, flow=True, as_json=as_json)}: {written}"))
    spans = [(entry.key.start, at.end_of_entry(entry)) for entry in node.entries]
    return _joined(at, node, spans, pieces)


def _entry(at: Layout, entry: Entry, wanted: Value, *, as_json: bool) -> str:
    if says(entry.value, wanted):
        return at.text[entry.key.start : at.end_of_entry(entry)]
    colon = at.colon(entry)
    start = at.text[entry.key.start : entry.value.start]
    if colon == entry.key.end:
        start += ": "
    elif entry.value.start == colon and entry.value.end == colon:
        start += " "
    return start + flow_text(at, entry.value, wanted, as_json=as_json)


def _list(at: Layout, node: List, wanted: Sequence[Value], *, as_json: bool) -> str:
    pieces: list[Piece] = []
    for step in aligned([value_of(item) for item in node.items], wanted):
        if step.new is None:
            continue
        value = wanted[step.new]
        if step.old is None:
            pieces.append((None, inline(value, flow=True, as_json=as_json)))
        else:
            new = flow_text(at, node.items[step.old], value, as_json=as_json)
            pieces.append((step.old, new))
    return _joined(at, node, [(item.start, at.end(item)) for item in node.items], pieces)


def _joined(
    at: Layout, node: Table | List, spans: Sequence[tuple[int, int]], pieces: Sequence[Piece]
) -> str:
    """Pieces between the brackets they stood in, with what parted them as far as it still can."""
    if not spans or not pieces:
        inner = ", ".join(text for _, text in pieces)
        return at.text[node.start] + inner + at.text[node.end - 1]
    gaps = [at.text[end:start] for (_, end), (start, _) in pairwise(spans)]
    opening = at.text[node.start : spans[0][0]]
    usual = _usual_gap(opening, gaps)
    written = [opening, pieces[0][1]]
    for (before, _), (index, text) in pairwise(pieces):
        gap = usual
        if index is not None and index > 0:
            stood = gaps[index - 1]
            if before == index - 1 or (before is not None and "#" not in stood):
                gap = stood
        written += [gap, text]
    return "".join(written) + at.text[spans[-1][1] : node.end]


def _usual_gap(opening: str, gaps: Sequence[str]) -> str:
    if gaps:
        return _COMMENT.sub("", gaps[0])
    lines = opening[1:]
    return "," + lines if lines and not lines.strip() and lines.strip(" ") else ", "

"""What is read again in part is what a whole reading finds: texts, places, number of values."""

import random
from pathlib import Path

import pytest

from taskmap.yamltext import Scalar, Table, reader, spliced, value_of
from taskmap.yamltext.again import read_again
from taskmap.yamltext.reader import DEEPEST, TREES, parsed

MAPPINGS = Path(__file__).parents[2] / "mappings"
UNITS = [
    path
    for path in sorted(MAPPINGS.rglob("*.yaml"))
    if (text := path.read_text(encoding="utf-8")).count("\n  - id: ") > 2 and "\nstaffing:" in text
]
INDENTED = """\
# A unit, and a list that stands further in.
taskmap: mapping/1
unit: {id: post, name: "På post"}
tasks:
  - id: a                      # the first
    count: {day: 1,  night: 2}
    note: |
      One line.

      Two.

  # ── Food ──
  - id: b
    today:
      day: {nurse: 50 %, host: 50 %}
      # nights
      night: [nurse, 'host']
    empty:
  -
    id: c
    note: words that go
      on below
    many:
    - one
    -
    - {a: b}
  - just words
  - {id: d, tags: [x, y]}
  - id: e
chains:
  - id: f
  - id: g
on: 2026-01-01
"""
# The same list at the margin, and with the breaks of another system.
TEXTS = (
    INDENTED,
    INDENTED.replace("\n  ", "\n").replace("\n    note", "\n  note"),
    INDENTED.replace("\n", "\r\n"),
)
# What changes how a reader goes on, and what does not.
PIECES = (
    "", "x", " ", "  ", "\n", "\r", "\n\n", "- ", "\n- z", "\n  - z", "\n    - z", "-", ": ", ":",
    "k: v", "\n    k: v", "\n  k: v", "\nk: v", "? ", "? k\n", "|", "|+\n", ">-\n      w\n", "'",
    '"', "{", "}", "[", "]", ",", "#", " # c", "&a ", "*a", "!t ", "---", "\n---\n", "\n...\n",
    "%YAML 1.1", "\n%TAG", "<<: ", "\t", "\n\t", "é", "😀", "id: a\n", "\\", "`", "@", "0",
)  # fmt: skip


def told(node):
    """All there is of a node, with every place."""
    here = (type(node).__name__, node.line, node.column, node.start, node.end)
    if isinstance(node, Scalar):
        return (*here, node.text, node.style)
    if isinstance(node, Table):
        return (*here, node.flow, [(told(e.key), told(e.value)) for e in node.entries])
    return (*here, node.flow, [told(item) for item in node.items])


def again(before, changes):
    """The text after some changes, and what was told of it without reading the whole."""
    after, reached = "", 0
    for start, end, new in changes:
        after, reached = f"{after}{before[reached:start]}{new}", end
    after += before[reached:]
    TREES.hold(before, parsed(before))
    TREES.hold(after, None)
    read_again(before, changes, after)
    return after, TREES.held(after)


def same(after, found):
    whole = parsed(after)
    assert (whole.findings, whole.values) == (found.findings, found.values), after
    assert told(whole.root) == told(found.root), after


@pytest.mark.parametrize("seed", range(4))
def test_whatever_is_put_anywhere_is_told_as_a_whole_reading_tells_it(seed):
    chance, hits = random.Random(seed), 0  # noqa: S311 - nothing is secret
    assert not any(parsed(text).findings for text in TEXTS)
    for _ in range(700):
        text = chance.choice(TEXTS)
        start = chance.randrange(len(text))
        end = start + chance.choice((0, 0, 1, 2, 5, 20))
        more = min(end + chance.randrange(12), len(text))
        changes = [(start, min(end, len(text)), chance.choice(PIECES))]
        if chance.random() < 0.2:
            changes.append((more, more, chance.choice(PIECES)))
        after, found = again(text, changes)
        if found is not None:
            same(after, found)
            hits += 1
    assert hits > 100


@pytest.mark.parametrize("path", UNITS, ids=lambda path: path.stem)
def test_a_cell_of_a_shipped_document_is_read_again_alone(path, monkeypatch):
    text = path.read_text(encoding="utf-8")
    root = parsed(text).root
    wanted = value_of(root)
    TREES.hold(text, parsed(text))
    wanted["tasks"][1]["name"] = "Noe annet, og lenger enn det som sto"
    read = []
    monkeypatch.setattr(reader, "parsed", lambda text, **_: read.append(text) or parsed(text))
    there, found = spliced(text, root, wanted)
    assert read == []  # the whole was not
    assert told(found) == told(parsed(there).root)


def test_what_a_reader_counts_is_counted_still(monkeypatch):
    deep = "tasks:\n- a: " + "[" * (DEEPEST - 3) + "x" + "]" * (DEEPEST - 3) + "\n- b: c\n"
    at = deep.index("x")
    after, found = again(deep, [(at, at + 1, "[y]")])
    assert found is None  # one too deep
    assert parsed(after).findings
    values = parsed(INDENTED).values
    at = INDENTED.index("nurse, 'host'")
    monkeypatch.setattr("taskmap.yamltext.again.MOST_VALUES", values)
    assert again(INDENTED, [(at, at, "one, ")])[1] is None  # one too many
    assert again(INDENTED, [(at, at, "one")])[1] is not None

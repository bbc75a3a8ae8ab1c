"""No document kills, hangs or fools the reader."""

import json
from time import process_time

import pytest
from hostile_documents import hostile
from hypothesis import given, settings
from hypothesis import strategies as st

from taskmap.document import CODES, read_mapping, read_partnership
from taskmap.model.finding import Severity
from taskmap.yamltext import CODES as YAML_CODES
from taskmap.yamltext import Node, Scalar, Sequence, Table, read

ALL_CODES = CODES | YAML_CODES


def check(data: bytes | str) -> str:
    """Read a document every way; what must hold of any answer, and which way it went."""
    mapping, findings = read_mapping(data, file="h.yaml")
    lines = len(data.splitlines()) + 2
    for finding in findings:
        assert set(finding.values) == set(ALL_CODES[finding.code])
        assert finding.place.line is None or 1 <= finding.place.line <= lines
        assert len(json.dumps(dict(finding.values))) < 8_000
    has_errors = any(finding.severity is Severity.ERROR for finding in findings)
    assert (mapping is None) == has_errors
    if mapping is not None:
        assert mapping.leaves is not None
        for leaf in mapping.leaves:
            for band in (band for band, n in leaf.count.items() if n > 0):
                done = sum(leaf.today.get(band, {}).values()) + leaf.missed.get(band, 0)
                assert done == pytest.approx(1, abs=1e-9)
    return "read" if mapping else findings[0].code.partition(".")[0]


def run(seed: int, count: int) -> dict[str, int]:
    ways: dict[str, int] = {}
    for data in hostile(seed, count):
        begun = process_time()
        way = check(data)
        if not way.startswith("yaml"):
            assert read_partnership(data, file="h.yaml")[0] is None
        assert process_time() - begun < 30
        ways[way] = ways.get(way, 0) + 1
    return ways


def test_a_sample_of_hostile_documents():
    ways = run(seed=20261121, count=400)
    # The sample reaches deep: some are read, some refused as text, some as a mapping.
    assert ways["read"] > 15
    assert ways["yaml"] > 100
    assert sum(ways.values()) - ways["read"] - ways["yaml"] > 100


@pytest.mark.full
@pytest.mark.parametrize("seed", range(10))
def test_very_many_hostile_documents(seed):
    assert sum(run(seed, 3_000).values()) == 3_000


def values(node: Node) -> object:
    """A tree as plain lists and tables of text."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [values(item) for item in node.items]
    assert isinstance(node, Table)
    return {entry.key.text: values(entry.value) for entry in node.entries}


refused = "\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\ufffe\uffff"
characters = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters=refused)
texts = st.text(characters, max_size=20)
keys = st.from_regex(r"[a-z]{1,8}", fullmatch=True)
trees = st.recursive(
    texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=4),
    max_leaves=12,
)


@settings(max_examples=60)
@given(trees)
def test_what_was_written_is_what_is_read(tree):
    """JSON is YAML: any tree of texts comes back as it went in."""
    root, findings = read(json.dumps(tree, ensure_ascii=False), file="a.yaml")
    assert findings == ()
    assert root is not None
    assert values(root) == tree


@settings(max_examples=60)
@given(st.binary(max_size=200) | st.text(max_size=200))
def test_any_bytes_and_any_text_give_findings(data):
    mapping, findings = read_mapping(data, file="a.yaml")
    assert mapping is None
    assert all(finding.code in ALL_CODES for finding in findings)
    assert findings

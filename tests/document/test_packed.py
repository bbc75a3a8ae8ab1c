"""A mapping packed and unpacked is the mapping, through JSON too."""

import json
from pathlib import Path

import pytest

from taskmap.document import read_mapping
from taskmap.document.packed import packed, unpacked
from taskmap.leon.hashes import digest
from taskmap.model.finding import Finding, Place, Severity
from taskmap.model.mapping import Mapping
from tests.shipped import one_of_each_ordinarily

DOCUMENTS = sorted(Path("mappings").rglob("*.yaml"))
MAPPINGS = [path for path in DOCUMENTS if b"\ntaskmap: mapping/" in path.read_bytes()]


@pytest.mark.parametrize("path", one_of_each_ordinarily(MAPPINGS), ids=lambda path: path.stem)
def test_a_shipped_mapping_comes_back_as_it_was(path):
    mapping, findings = read_mapping(path.read_bytes(), file=path.name)
    assert mapping is not None
    again = unpacked(Mapping, json.loads(json.dumps(packed(mapping))))
    assert again == mapping
    assert digest(again) == digest(mapping)  # numbers of the same kind too
    told = [unpacked(Finding, json.loads(json.dumps(packed(f)))) for f in findings]
    assert tuple(told) == findings


def test_values_of_every_kind_in_a_finding_come_back():
    values = {"a": 1, "b": 1.0, "c": True, "d": None, "e": ("x", "y"), "f": "ord"}
    finding = Finding("a.b", Place("f.yaml", 3), values, Severity.INFO)
    again = unpacked(Finding, json.loads(json.dumps(packed(finding))))
    assert again == finding
    assert [type(value) for value in again.values.values()] == [type(v) for v in values.values()]

"""What the pages on safety name as proof is there: every test, once, under its name."""

import ast
import re
from collections import Counter

import pytest

from tests.docs.test_links import ROOT

NAMED = re.compile(r"`(test_[a-z0-9_]+)`")
ROW = re.compile(r"^\| (\d[\d., ]*) \| .+ \| (\w+) \| (.*) \|$", re.MULTILINE)


@pytest.fixture(scope="module")
def tests():
    """Names of all tests, and how often each is there."""
    found = Counter()
    for file in (ROOT / "tests").rglob("test_*.py"):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        found.update(node.name for node in tree.body if isinstance(node, ast.FunctionDef))
    return found


def page(name):
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


def test_every_test_named_beside_a_requirement_is_there(tests):
    named = set(NAMED.findall(page("asvs.md")))
    assert len(named) > 80
    assert {name: tests[name] for name in named if tests[name] != 1} == {}


def test_what_holds_says_by_what():
    rows = ROW.findall(page("asvs.md"))
    assert len(rows) > 120
    assert {held for _, held, _ in rows} == {"holds", "partly", "not", "yours"}
    proved = re.compile(r"`test_|the same|[Ll]int|`docs/|above")
    assert [number for number, held, by in rows if held == "holds" and not proved.search(by)] == []
    assert [number for number, held, by in rows if held in {"partly", "not"} and not by] == []


def test_no_requirement_stands_twice_and_all_are_counted():
    rows = ROW.findall(page("asvs.md"))
    numbers = Counter(number for told, _, _ in rows for number in told.split(", "))
    assert [number for number, often in numbers.items() if often > 1] == []
    assert f"{len(numbers)} ask something" in page("asvs.md")


def test_every_test_named_beside_a_threat_is_there(tests):
    threats = page("security.md").partition("## Who may do what")[0]
    words = {name.removeprefix("test_").replace("_", " ") for name in tests}
    proofs = re.findall(r"^\|.+\|.+\| (.*) \|$", threats, re.MULTILINE)
    told = [re.sub(r"`[^`]*`:?", "", one) for proof in proofs for one in proof.split(";")]
    bare = [re.sub(r"[^a-z0-9 ]", "", one.lower().replace("-", " ")).strip() for one in told]
    said = [one for one in bare if one and not one.startswith("the same")]
    assert len(said) > 30
    assert [one for one in said if not any(one in each for each in words)] == []

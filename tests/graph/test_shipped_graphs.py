import re
from datetime import date
from pathlib import Path

import pytest

from taskmap import catalogue
from taskmap.document import read_mapping
from taskmap.exchange import graphml, nodelink
from taskmap.graph import build, over_qualified
from taskmap.graph.contract import check
from taskmap.leon.gates.codes import CODES
from taskmap.leon.judge import judge
from taskmap.leon.levels import levels
from taskmap.model.question import Question

HOME = Path(__file__).parents[2]
UNITS = sorted((HOME / "mappings").glob("*/*.yaml"))
WARD = HOME / "tests" / "cases" / "ward.yaml"
QUESTION = Question(as_of=date(2026, 11, 21))


def opened(file):
    mapping, _ = read_mapping(file.read_bytes(), file=file.name)
    if mapping is None:
        return None
    known = catalogue.load(mapping.unit.country)
    return mapping, known, judge(mapping, known, QUESTION)


@pytest.mark.parametrize("file", [WARD, *UNITS], ids=lambda file: file.stem)
def test_page_graphml_and_json_hold_one_judged_graph(file):
    found = opened(file)
    if found is None:  # other documents stand beside the units
        others = rb"^taskmap: (partnership|question|scenario|followup|fund|programme)/"
        assert re.search(others, file.read_bytes(), re.MULTILINE)
        return
    mapping, known, rulings = found
    for six in rulings.values():
        for ruling in six:
            assert set(ruling.values) == set(CODES[ruling.code]), ruling.code
    graph = build(mapping, known, rulings)
    assert check(graph) == ()
    for form in (graphml, nodelink):
        read = form.read(form.write(graph))
        assert dict(read.nodes(data=True)) == dict(graph.nodes(data=True))
        assert list(read.edges(data=True)) == list(graph.edges(data=True))
        assert read.graph == graph.graph


def test_the_ward_as_a_leader_would_read_it():
    mapping, known, rulings = opened(WARD)
    codes = {pair: [ruling.code for ruling in six] for pair, six in rulings.items()}
    assert codes["dosett", "helsefagarbeider"][1:4] == [
        "policy.not_named",
        "competence.held",
        "risk.within_limit",
    ]
    assert codes["kjokken", "matvert"][1] == "policy.allowed"
    # Minutes that would be relieved: the kitchen, 21 times half an hour.
    kitchen = [e for e in over_qualified(build(mapping, known, rulings)) if e.leaf == "kjokken"]
    assert [(edge.minutes, edge.lower) for edge in kitchen] == [(630, "matvert")]
    effective = {level.leaf: level for level in levels(mapping, known, QUESTION, rulings)}
    # The library names nurses alone for dosettes, and the ward has decided nothing else.
    assert effective["dosett"].effective == "sykepleier"
    # Nobody has scored the weighing, so nobody is known to be the right one.
    assert effective["vekt"].effective is None

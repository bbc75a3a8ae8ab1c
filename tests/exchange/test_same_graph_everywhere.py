from dataclasses import replace
from io import BytesIO

import networkx as nx
import pytest
from small_unit import CATALOGUE, QUESTION, task, ward

from taskmap.exchange import graphml, nodelink
from taskmap.graph import build
from taskmap.graph.contract import check
from taskmap.leon.judge import judge
from taskmap.model.task import Chain

AWKWARD = "Å/å «stell» & <3 år =1+1 ]]> čáhci \u2013 morgen"


def graph():
    tasks = (
        task("wash", {"day": 1 / 3}, today={"nurse": 1 / 3, "worker": 2 / 3}, name=AWKWARD),
        task("pills", {"day": 14}, today="nurse", competences=("medicines",), tags=("give",)),
    )
    mapping = ward(*tasks, chains=(Chain(id="way", name="Vei", tasks=("wash", "pills")),))
    mapping = replace(mapping, unit=replace(mapping.unit, name=AWKWARD))
    return build(mapping, CATALOGUE, judge(mapping, CATALOGUE, QUESTION))


def same(one, two):
    assert list(one.nodes) == list(two.nodes)
    assert list(one.edges) == list(two.edges)
    assert dict(one.nodes(data=True)) == dict(two.nodes(data=True))
    assert {e[:2]: e[2] for e in one.edges(data=True)} == {
        e[:2]: e[2] for e in two.edges(data=True)
    }
    assert one.graph == two.graph
    assert check(two) == ()


@pytest.mark.parametrize("form", [graphml, nodelink])
def test_what_is_written_comes_back_attribute_for_attribute(form):
    same(graph(), form.read(form.write(graph())))


def test_both_forms_hold_the_same_graph():
    same(graphml.read(graphml.write(graph())), nodelink.read(nodelink.write(graph())))


def test_networkx_reads_the_graphml_without_us():
    read = nx.read_graphml(BytesIO(graphml.write(graph())))
    assert isinstance(read, nx.DiGraph)
    assert read.nodes["task:wash"]["own_name"] == AWKWARD
    assert dict(read.nodes(data=True)) == dict(graph().nodes(data=True))


@pytest.mark.parametrize("form", [graphml, nodelink])
def test_equal_graphs_give_equal_bytes(form):
    assert form.write(graph()) == form.write(graph())


@pytest.mark.parametrize("data", [b"[]", b'{"schema": "other/1"}', b'{"nodes": []}'])
def test_other_json_is_refused(data):
    with pytest.raises(ValueError, match="no graph"):
        nodelink.read(data)

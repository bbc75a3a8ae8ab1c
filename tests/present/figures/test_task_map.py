"""The task map shows the judged graph, readably: few boxes, none on top of another."""

import json
from itertools import combinations

import pytest

from taskmap.present.figures.map_places import WHOLE, Judged, above, drawing_of, places

MOST = 25


def overlaps(a, b):
    return (
        a.x < b.x + b.width
        and b.x < a.x + a.width
        and a.y < b.y + b.height
        and b.y < a.y + a.height
    )


@pytest.fixture
def drawings(unit):
    return {
        place: drawing_of(unit.graph, place, Judged(unit.levels, unit.rulings), unit.naming)
        for place in places(unit.graph, unit.naming)
    }


def test_every_place_is_readable(drawings):
    for place, drawing in drawings.items():
        assert 0 < len(drawing.boxes) <= MOST + 2, place
        for a, b in combinations(drawing.boxes, 2):
            assert not overlaps(a, b), (place, a.label, b.label)
        for box in drawing.boxes:
            assert box.x + box.width <= drawing.width
            assert box.y + box.height <= drawing.height + 1, (place, box.label)


def test_every_box_leads_to_a_place(drawings):
    for drawing in drawings.values():
        assert {box.id for box in drawing.boxes if box.id} <= set(drawings)


def test_the_whole_unit_has_the_graphs_hours(unit, drawings):
    whole = drawings[WHOLE]
    shown = {box.id: box.sub for box in whole.boxes if box.id}
    for node, hours in shown.items():
        assert hours == unit.naming.reader.hours(unit.graph.nodes[node]["minutes"])
    edges = [e for e in unit.graph.edges(data=True) if e[2]["kind"] == "works_in"]
    assert len(whole.table.rows) == len([e for e in edges if e[2]["minutes"]])


def test_suggested_moves_are_arrows_with_their_hours(unit, drawings):
    arrows = {band.ends: band.label for band in drawings[WHOLE].bands if band.kind == "move"}
    moves = {
        (a, b): unit.naming.reader.hours(values["relieved"])
        for a, b, values in unit.graph.edges(data=True)
        if values["kind"] == "move" and values["relieved"]
    }
    assert moves
    assert arrows == moves


def test_a_task_tells_every_role_and_why_not(unit, drawings):
    for place, drawing in drawings.items():
        if not place.startswith("task:"):
            continue
        roles = {box.id for box in drawing.boxes if box.kind == "role"}
        judged = {a for a, b in unit.graph.in_edges(place) if a.startswith("role:")}
        assert roles == judged
        assert all(box.sub for box in drawing.boxes if box.kind == "role")
        assert above(unit.graph, place)[0] == WHOLE


def test_the_component_gets_plain_values_only(drawings):
    for drawing in drawings.values():
        assert json.loads(json.dumps(drawing.as_data()))["summary"] == drawing.summary

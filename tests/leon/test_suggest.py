"""From a document to a plan: what it says adds up, is lawful, and is the same every time."""

import json
from dataclasses import asdict, replace
from datetime import date
from pathlib import Path

import pytest

from taskmap.catalogue import load
from taskmap.document import read_mapping
from taskmap.leon.judge import judge
from taskmap.leon.levels import accepted
from taskmap.leon.suggest import suggest
from taskmap.model.judgement import Risk
from taskmap.model.question import Price, Question
from taskmap.model.ruling import Gate

ROOT = Path(__file__).parents[2]
QUESTION = Question(as_of=date(2026, 11, 1))
LOW = Risk(1, 1)
FILES = (
    "tests/cases/ward.yaml",
    "mappings/solvik/havblikk-2.yaml",
    "mappings/granmo/hjemmetjeneste-ovre-dal.yaml",
    "mappings/solvik/torget-legesenter.yaml",
)


@pytest.fixture(scope="module", params=FILES)
def case(request):
    path = ROOT / request.param
    mapping, _ = read_mapping(path.read_bytes(), file=path.name)
    catalogue = load(mapping.unit.country)
    return mapping, catalogue, suggest(mapping, catalogue, QUESTION)


def test_net_minutes_of_all_moves_are_the_change_of_load_exactly(case):
    _, _, plan = case
    change = sum(role.total("baseline") - role.total("plan") for role in plan.roles)
    assert sum(move.minutes.net for move in plan.moves) == change
    assert plan.moves


def test_price_saved_by_all_moves_is_the_change_of_price_exactly(case):
    _, _, plan = case
    price = next(level for level in plan.objectives if level.name == "price")
    assert sum(move.price_saved for move in plan.moves) == price.baseline - price.value


def test_bands_of_a_move_sum_to_the_move(case):
    _, _, plan = case
    for move in plan.moves:
        assert sum(part.relieved for part in move.bands) == move.minutes.relieved
        assert sum(part.taken_on for part in move.bands) == move.minutes.taken_on


def test_every_receiver_passes_every_gate(case):
    mapping, catalogue, plan = case
    rulings = judge(mapping, catalogue, QUESTION)
    for move in plan.moves:
        assert all(accepted(r, QUESTION) for r in rulings[move.leaf, move.receiver])
        assert tuple(r.gate for r in move.rulings) == tuple(Gate)


def test_shares_sum_to_a_million_with_missed_work(case):
    _, _, plan = case
    for leaf, bands in plan.shares.items():
        for band, shares in bands.items():
            missed = plan.missed.get(leaf, {}).get(band, 0)
            assert sum(shares.values()) + missed == 1_000_000


def test_nobody_is_filled_beyond_room_or_today(case):
    _, _, plan = case
    for role in plan.roles:
        for b in role.bands:
            assert b.plan + b.other <= max(b.room, b.baseline + b.other) + 1


def test_held_tasks_do_not_move_and_say_what_holds_them(case):
    _, _, plan = case
    moved = {move.leaf for move in plan.moves}
    assert plan.held
    for held in plan.held:
        assert held.leaf not in moved
        assert held.rulings


def test_the_same_input_gives_the_same_bytes(case):
    mapping, catalogue, plan = case
    again = suggest(mapping, catalogue, QUESTION)
    assert again == plan
    assert _bytes(again) == _bytes(plan)


def _bytes(plan) -> bytes:
    return json.dumps(asdict(replace(plan, question=None)), default=str).encode()


def test_the_order_of_the_document_does_not_change_the_plan():
    path = ROOT / FILES[0]
    mapping, _ = read_mapping(path.read_bytes(), file=path.name)
    catalogue = load(mapping.unit.country)
    turned = replace(
        mapping,
        staffing=mapping.staffing[::-1],
        tasks=mapping.tasks[::-1],
        bands=mapping.bands[::-1],
    )
    one, other = (suggest(m, catalogue, QUESTION) for m in (mapping, turned))
    assert one.shares == other.shares
    assert one.moves == other.moves


@pytest.mark.parametrize("price", list(Price))
def test_every_price_gives_a_proved_plan(price):
    path = ROOT / FILES[0]
    mapping, _ = read_mapping(path.read_bytes(), file=path.name)
    plan = suggest(mapping, load(mapping.unit.country), replace(QUESTION, price=price))
    level = next(x for x in plan.objectives if x.name == "price")
    assert level.value <= level.baseline
    assert all(x.gap == 0 for x in plan.objectives)


def test_at_most_three_tasks_change_when_three_are_asked_for():
    path = ROOT / FILES[1]
    mapping, _ = read_mapping(path.read_bytes(), file=path.name)
    plan = suggest(mapping, load(mapping.unit.country), replace(QUESTION, max_changes=3))
    gains = {m.leaf.split("/")[0] for m in plan.moves if m.kind == "gain" and m.giver}
    assert 1 <= len(gains) <= 3


def test_nothing_assessed_gives_questions_and_answers_turn_them_into_moves():
    """Counts, minutes and staffing only: three questions at least, never counted as moves."""
    path = ROOT / FILES[1]
    mapping, _ = read_mapping(path.read_bytes(), file=path.name)
    catalogue = load(mapping.unit.country)
    bare = replace(
        mapping,
        tasks=tuple(
            replace(t, competences=None, risk=None, risk_of={}, cases=()) for t in mapping.tasks
        ),
    )
    plan = suggest(bare, catalogue, QUESTION)
    assert not [m for m in plan.moves if m.kind == "gain" and m.giver is not None]
    assert len(plan.open_questions) >= 3
    first = plan.open_questions[0]
    # Every question about that task answered as the mapping answers it.
    answered = {q.leaf.split("/")[0] for q in plan.open_questions}
    known = mapping.by_task
    told = replace(
        bare,
        tasks=tuple(
            replace(t, competences=known[t.id].competences or (), risk=known[t.id].risk or LOW)
            if t.id in answered
            else t
            for t in bare.tasks
        ),
    )
    moved = {m.leaf.split("/")[0] for m in suggest(told, catalogue, QUESTION).moves}
    assert moved & answered
    assert first.minutes > 0

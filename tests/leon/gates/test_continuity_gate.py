from small_unit import CATALOGUE, QUESTION, task, ward

from taskmap.leon.gates import continuity
from taskmap.leon.gates.codes import CODES
from taskmap.leon.gates.facts import gather
from taskmap.model.ruling import Verdict
from taskmap.model.task import Chain


def ruled(role, count=1, chains=()):
    tasks = (task("t", {"day": count}, today="nurse"), task("next", {"day": 3}, today="nurse"))
    mapping = ward(*tasks, chains=chains)
    facts = gather(mapping, CATALOGUE, QUESTION)
    ruling = continuity.rule(mapping.leaves[0], CATALOGUE.roles[role], facts)
    assert set(ruling.values) == set(CODES[ruling.code])
    assert ruling.verdict is Verdict.PASS
    return ruling


def test_nothing_to_tell():
    assert ruled("worker").code == "continuity.free"


def test_a_visit_moves_as_one():
    visit = Chain(id="visit", name="Besøk", tasks=("t", "next"), keep_together=True)
    assert ruled("worker", chains=(visit,)).values == {"group": "visit", "tasks": ("t", "next")}


def test_a_new_role_in_a_chain_costs_handover_and_an_old_one_does_not():
    chain = Chain(id="chain", name="Kjede", tasks=("t", "next"), handover_minutes=5)
    assert ruled("worker", chains=(chain,)).values == {"chain": "chain", "minutes": 15}
    assert ruled("nurse", chains=(chain,)).code == "continuity.free"


def test_a_frequent_task_should_not_hang_on_one_person():
    assert ruled("doctor", count=2).values == {"persons": 1, "per_week": 2.0}
    assert ruled("doctor", count=1).code == "continuity.free"

import json
from dataclasses import replace

import pytest
from small_unit import CATALOGUE, QUESTION, STAFFING, asked, task, ward

from taskmap.graph import (
    build,
    competence_value,
    handovers,
    neighbourhood,
    only_one_person,
    only_one_role,
    over_qualified,
    overview,
)
from taskmap.graph.contract import check
from taskmap.leon.judge import judge
from taskmap.leon.levels import levels
from taskmap.model.plan import Move, MoveKind, MoveMinutes, Plan, Status
from taskmap.model.task import Case, Chain


def unit():
    tasks = (
        task("wash", {"day": 7, "evening": 7}, today={"nurse": 0.5, "worker": 0.5}, group="care"),
        task("pills", {"day": 14}, today="nurse", competences=("medicines",), group="care"),
        task("certificate", {"day": 1}, today="doctor", tags=("death",)),
        task(
            "round",
            {"day": 10},
            today="nurse",
            competences=("basic",),
            cases=(Case(id="calm", name="Rolig", share=0.7), Case(id="ill", name="Syk", share=0.3)),
        ),
        task("dishes", {"day": 7}, today={"host": 0.9}, missed={"day": 0.1}, group="kitchen"),
    )
    visit = Chain(id="visit", name="Besøk", tasks=("wash", "pills"), keep_together=True)
    chain = Chain(id="way", name="Vei", tasks=("wash", "pills", "round"), handover_minutes=2)
    return ward(*tasks, chains=(visit, chain))


def graph_of(mapping, plan=None, question=QUESTION):
    return build(mapping, CATALOGUE, judge(mapping, CATALOGUE, question), plan)


def planned(mapping):
    """A plan that moves the nurse's half of the washing to the worker."""
    move = Move(
        kind=MoveKind.GAIN,
        leaf="wash",
        giver="nurse",
        receiver="worker",
        occurrences=7,
        share=0.5,
        bands=(),
        from_minutes=10,
        to_minutes=10,
        minutes=MoveMinutes(relieved=70, taken_on=70),
        freed_fte_gross=0.03,
        freed_fte_net=0.0,
        breakeven_factor=1.5,
        breakeven_weeks=None,
        price_saved=140,
    )
    today = {
        leaf.id: {
            band: {role: round(share * 1_000_000) for role, share in shares.items()}
            for band, shares in leaf.today.items()
        }
        for leaf in mapping.leaves
    }
    wash = {"wash": {band: {"worker": 1_000_000} for band in ("day", "evening")}}
    return Plan(
        unit="ward",
        question=QUESTION,
        status=Status.OPTIMAL,
        hashes={},
        versions={},
        objectives=(),
        breaches=(),
        moves=(move, replace(move, giver=None)),
        held=(),
        open_questions=(),
        trainings=(),
        roles=(),
        levels=levels(mapping, CATALOGUE, QUESTION, judge(mapping, CATALOGUE, QUESTION)),
        assumptions=(),
        relaxed=(),
        shares=today | wash,
        missed={},
    )


@pytest.mark.parametrize("with_plan", [False, True])
def test_the_graph_keeps_its_contract(with_plan):
    mapping = unit()
    graph = graph_of(mapping, planned(mapping) if with_plan else None)
    assert check(graph) == ()
    kinds = {values["kind"] for _, _, values in graph.edges(data=True)}
    assert ("move" in kinds) == with_plan
    assert {"does", "could", "at_level", "in_group", "works_in", "needs", "holds"} < kinds
    assert {"requires", "governed_by", "in_chain", "follows"} < kinds


def test_departures_from_the_contract_are_named():
    graph = graph_of(unit())
    graph.nodes["role:nurse"]["posts"] = 4
    graph.nodes["role:nurse"]["shoe_size"] = 43
    graph.nodes["level:6"]["name_nb"] = ""
    del graph.edges["role:nurse", "task:wash"]["minutes"]
    graph.add_edge("task:wash", "level:6", kind="at_level")
    told = "\n".join(check(graph))
    for words in ("posts is 4", "shoe_size", "name_nb is empty", "minutes is missing", "joins"):
        assert words in told


def test_work_edges_carry_minutes_and_rulings():
    edge = graph_of(unit()).edges["role:nurse", "task:wash"]
    assert (edge["kind"], edge["minutes"], edge["minutes_all"]) == ("does", 70, 140)
    assert json.loads(edge["bands"]) == {"day": 35, "evening": 35}
    reserved = graph_of(unit()).edges["role:nurse", "task:certificate"]
    assert (reserved["kind"], reserved["law"], reserved["verdict"]) == ("could", "fail", "fail")
    assert json.loads(reserved["law_values"])["roles"] == ["doctor"]


def test_minutes_add_up_from_edges_to_roles_and_groups():
    graph = graph_of(unit())
    for role in ("nurse", "worker", "host"):
        node = f"role:{role}"
        does = [v["minutes"] for _, _, v in graph.out_edges(node, data=True) if v["kind"] == "does"]
        assert graph.nodes[node]["minutes"] == sum(does)
    in_care = [
        v["minutes"] for _, _, v in graph.in_edges("group:care", data=True) if "minutes" in v
    ]
    assert graph.nodes["group:care"]["minutes"] == sum(in_care) == 280


def test_a_plan_adds_planned_minutes_and_arrows_between_roles():
    mapping = unit()
    graph = graph_of(mapping, planned(mapping))
    assert graph.edges["role:worker", "task:wash"]["planned_minutes"] == 140
    assert graph.edges["role:nurse", "role:worker"]["relieved"] == 70
    assert graph.nodes["task:wash"]["effective_role"] == "host"


def test_tasks_on_one_role_and_on_one_person():
    graph = graph_of(unit())
    assert [sole.leaf for sole in only_one_role(graph)] == ["certificate"]
    untrained = replace(STAFFING[2], competences={})
    fewer = replace(unit(), staffing=(STAFFING[1], untrained, STAFFING[3]))
    assert [sole.leaf for sole in only_one_role(graph_of(fewer))] == ["pills"]
    (alone,) = only_one_person(graph)
    assert (alone.leaf, alone.roles, alone.persons) == ("certificate", ("doctor",), 1)


def test_work_above_the_level_it_needs():
    found = over_qualified(graph_of(unit()))
    first = found[0]
    assert (first.leaf, first.role, first.minutes, first.lower) == ("pills", "nurse", 140, "host")
    assert all(edge.level > edge.lower_level for edge in found)
    strict = over_qualified(graph_of(unit()), accepted=())
    assert ("pills", "nurse") not in {(edge.leaf, edge.role) for edge in strict}


def test_chains_and_what_their_handovers_cost():
    way, visit = handovers(graph_of(unit()))
    assert (way.chain, way.roles, way.handovers) == ("way", ("nurse", "worker"), 1)
    assert way.minutes == 2 * 14
    assert way.leaves == ("wash", "pills", "round/calm", "round/ill")
    assert (visit.minutes, visit.split) == (0, True)
    follows = graph_of(unit()).edges["task:wash", "task:pills"]
    assert json.loads(follows["chains"]) == ["visit", "way"]


def test_the_competence_that_unlocks_most():
    best, *_ = competence_value(graph_of(unit()))
    assert (best.role, best.competences) == ("host", ("basic", "medicines"))
    assert (best.minutes, best.hours, best.leaves) == (140, 30, ("pills",))


def test_a_picture_has_at_most_so_many_nodes():
    mapping = ward(*(task(f"t{n}", {"day": n + 1}, today="nurse", group="care") for n in range(40)))
    graph = graph_of(mapping)
    near = neighbourhood(graph, "role:nurse")
    assert len(near) == 25
    assert "task:t39" in near
    assert "task:t0" not in near
    assert check(near) == ()


def test_a_task_is_shown_with_roles_competences_rules_and_chain():
    near = neighbourhood(graph_of(unit()), "task:pills")
    assert {"role:nurse", "role:worker", "competence:medicines", "chain:way", "task:wash"} <= set(
        near
    )
    with pytest.raises(KeyError):
        neighbourhood(graph_of(unit()), "task:nothing")


def test_the_outline_has_roles_levels_and_groups():
    mapping = unit()
    outline = overview(graph_of(mapping, planned(mapping)))
    assert {node.split(":")[0] for node in outline} == {"role", "level", "group"}
    assert outline.has_edge("role:nurse", "role:worker")
    assert len([n for n in overview(graph_of(mapping), most=5) if n.startswith("group:")]) == 1


def test_equal_input_gives_the_same_graph_in_the_same_order():
    one, two = graph_of(unit()), graph_of(unit())
    assert list(one.nodes(data=True)) == list(two.nodes(data=True))
    assert list(one.edges(data=True)) == list(two.edges(data=True))


def test_what_is_unknown_is_not_over_qualified():
    silent = ward(task("t", {"day": 7}, today="nurse", competences=None, risk=None))
    assert over_qualified(graph_of(silent, question=asked())) == ()

"""The edges: who does and could do what, what it needs, what it belongs to, what would move."""

import json
from collections.abc import Iterable
from itertools import pairwise

from taskmap.graph.contract import Graph, Plain
from taskmap.graph.nodes import told
from taskmap.graph.parts import Parts
from taskmap.model.leaf import Leaf
from taskmap.model.learning import holders, taught
from taskmap.model.plan import Move
from taskmap.model.ruling import Ruling, worst
from taskmap.model.staffing import Staffing
from taskmap.model.task import Chain


def add_edges(graph: Graph, parts: Parts) -> None:
    """Every edge of the unit, kind by kind."""
    for staffing in parts.mapping.staffing:
        _role(graph, staffing, parts)
    for leaf in parts.mapping.leaves:
        _task(graph, leaf, parts)
        for staffing in parts.mapping.staffing:
            _judged(graph, leaf, staffing, parts)
    for node in [n for n in graph if n.startswith("competence:")]:
        name = node.removeprefix("competence:")
        for needed in parts.catalogue.competences[name].requires:
            _join(graph, "requires", node, f"competence:{needed}")
    for chain in parts.mapping.chains:
        _chain(graph, chain, parts)
    _moves(graph, parts)


def _join(graph: Graph, kind: str, source: str, target: str, **values: Plain | None) -> None:
    graph.add_edge(source, target, kind=kind, **told(values))


def as_json(value: object) -> str:
    """Plain JSON text, the same for the same value."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _role(graph: Graph, staffing: Staffing, parts: Parts) -> None:
    role, known = parts.catalogue.roles[staffing.role], parts.catalogue.competences
    me = f"role:{role.id}"
    _join(graph, "at_level", me, f"level:{role.level}")
    for competence in parts.competences():
        persons = holders(staffing, competence, known)
        if persons:
            by_education = taught(role.id, competence, known)
            goal = f"competence:{competence}"
            _join(graph, "holds", me, goal, persons=persons, taught=by_education)
    for code in [n.removeprefix("group:") for n in graph if n.startswith("group:")]:
        today = parts.minutes(of_role=role.id, of_group=code)
        planned = parts.planned_minutes(of_role=role.id, of_group=code)
        if today or planned:
            values: dict[str, Plain | None] = {
                "minutes": today,
                "planned_minutes": planned if parts.plan else None,
            }
            _join(graph, "works_in", me, f"group:{code}", **values)


def _task(graph: Graph, leaf: Leaf, parts: Parts) -> None:
    me, group = f"task:{leaf.id}", parts.group(leaf)
    if group is not None:
        _join(graph, "in_group", me, f"group:{group}")
    for competence in leaf.competences or ():
        if competence in parts.catalogue.competences:
            _join(graph, "needs", me, f"competence:{competence}")
    for rule in parts.rules(leaf):
        _join(graph, "governed_by", me, f"rule:{rule.id}")


def _judged(graph: Graph, leaf: Leaf, staffing: Staffing, parts: Parts) -> None:
    role = staffing.role
    rulings = parts.rulings[leaf.id, role]
    values: dict[str, Plain | None] = {
        "minutes": parts.today[leaf.id, role],
        "planned_minutes": parts.planned[leaf.id, role] if parts.planned is not None else None,
        "minutes_all": sum(leaf.whole_minutes(role, band) for band in parts.mapping.band_ids),
        "bands": as_json(bands) if (bands := parts.bands(leaf, role)) else None,
        "factor": float(leaf.factor(role)),
        "capable": _capable(leaf, staffing, parts),
        "verdict": worst(rulings).value,
    }
    for ruling in rulings:
        values |= _ruling(ruling)
    kind = "does" if role in leaf.roles_today() else "could"
    _join(graph, kind, f"role:{role}", f"task:{leaf.id}", **values)


def _ruling(ruling: Ruling) -> dict[str, Plain | None]:
    gate = ruling.gate.value
    return {
        gate: ruling.verdict.value,
        f"{gate}_code": ruling.code,
        f"{gate}_condition": ruling.condition.value if ruling.condition else None,
        f"{gate}_values": as_json(dict(ruling.values)) if ruling.values else None,
        f"{gate}_sources": as_json(ruling.sources) if ruling.sources else None,
    }


def _capable(leaf: Leaf, staffing: Staffing, parts: Parts) -> int:
    """Heads who hold the scarcest competence; all of them where none is known to be needed."""
    known = parts.catalogue.competences
    held = [holders(staffing, competence, known) for competence in leaf.competences or ()]
    return min(held, default=staffing.persons)


def _chain(graph: Graph, chain: Chain, parts: Parts) -> None:
    leaves = {task: _leaves(task, parts.mapping.leaves) for task in chain.tasks}
    for position, task in enumerate(chain.tasks, start=1):
        for node in leaves[task]:
            _join(graph, "in_chain", node, f"chain:{chain.id}", position=position)
    for first, then in pairwise(chain.tasks):
        for source in leaves[first]:
            for target in leaves[then]:
                _follows(graph, source, target, chain.id)


def _follows(graph: Graph, source: str, target: str, chain: str) -> None:
    """Two tasks may follow each other in several chains: one edge names them all."""
    known = graph.get_edge_data(source, target, default={}).get("chains", "[]")
    _join(graph, "follows", source, target, chains=as_json([*json.loads(known), chain]))


def _leaves(task: str, leaves: Iterable[Leaf]) -> list[str]:
    return [f"task:{leaf.id}" for leaf in leaves if leaf.task_id == task]


def _moves(graph: Graph, parts: Parts) -> None:
    pairs: dict[tuple[str, str], list[Move]] = {}
    for move in parts.plan.moves if parts.plan else ():
        if move.giver is not None:
            pairs.setdefault((move.giver, move.receiver), []).append(move)
    for (giver, receiver), moves in pairs.items():
        _join(
            graph,
            "move",
            f"role:{giver}",
            f"role:{receiver}",
            relieved=sum(move.minutes.relieved for move in moves),
            taken_on=sum(move.minutes.taken_on for move in moves),
            net=sum(move.minutes.net for move in moves),
            moves=len(moves),
            tasks=as_json([move.leaf for move in moves]),
        )

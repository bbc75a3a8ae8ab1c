"""The written contract of the graph: kinds of node and edge, their attributes, types and units.

A node's id is its kind, a colon and its own id: ``role:sykepleier``, ``task:morgenstell/stabil``,
``level:6``. Every attribute is a plain number, text or truth value, so that the same graph goes
unchanged into GraphML and JSON. An attribute with nothing to say is left out, never empty. Lists
and rulings' values are JSON text. One name has one type everywhere.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

import networkx as nx

Graph: TypeAlias = "nx.DiGraph[str]"
Plain: TypeAlias = str | int | float | bool

GATES = ("law", "policy", "competence", "risk", "continuity", "capacity")
LANGUAGES = ("nb", "sv", "en")


@dataclass(frozen=True, slots=True)
class Attribute:
    """One attribute: its type, its unit or form, and whether it may be left out."""

    name: str
    type: type
    unit: str
    optional: bool = False


@dataclass(frozen=True, slots=True)
class EdgeKind:
    """An edge: which kinds of node it joins, and its attributes."""

    source: str
    target: str
    attributes: tuple[Attribute, ...] = ()


def _names(what: str = "name") -> tuple[Attribute, ...]:
    return tuple(Attribute(f"{what}_{code}", str, "words", optional=True) for code in LANGUAGES)


MINUTES = Attribute("minutes", int, "whole minutes a week today")
PLANNED = Attribute("planned_minutes", int, "whole minutes a week in the plan", optional=True)

NODES: dict[str, tuple[Attribute, ...]] = {
    "role": (
        *_names(),
        Attribute("role_kind", str, "staff, technology, self, family, volunteer"),
        Attribute("level", int, "0 to 8"),
        Attribute("level_verified", bool, "truth"),
        Attribute("persons", int, "heads, hired included"),
        Attribute("posts", float, "full-time equivalents"),
        Attribute("vacant", float, "full-time equivalents"),
        Attribute("hired", float, "full-time equivalents"),
        MINUTES,
        PLANNED,
    ),
    "level": (*_names(), Attribute("number", int, "0 to 8")),
    "group": (*_names(), MINUTES, PLANNED),
    "task": (
        *_names(),
        Attribute("own_name", str, "the unit's words", optional=True),
        Attribute("case_name", str, "the unit's words", optional=True),
        Attribute("task", str, "task id"),
        Attribute("library", str, "code in the task library", optional=True),
        Attribute("per_week", float, "occurrences a week"),
        Attribute("minutes_each", float, "minutes for one occurrence, likely"),
        MINUTES,
        Attribute("missed", float, "share of occurrences nobody does, 0 to 1"),
        Attribute("competences_known", bool, "truth: somebody has said what it needs"),
        Attribute("consequence", int, "1 to 5", optional=True),
        Attribute("effective_role", str, "role id", optional=True),
        Attribute("effective_level", int, "0 to 8", optional=True),
    ),
    "competence": (*_names(), Attribute("persons", int, "heads in the unit who hold it")),
    "rule": (
        *_names("statement"),
        Attribute("effect", str, "exclusive, permits, requires"),
        Attribute("reference", str, "act and section", optional=True),
        Attribute("verified", bool, "truth: the text was seen"),
    ),
    "chain": (
        Attribute("own_name", str, "the unit's words", optional=True),
        Attribute("keep_together", bool, "truth"),
        Attribute("handover_minutes", float, "minutes for each role beyond the first"),
    ),
}

_RULINGS = tuple(
    attribute
    for gate in GATES
    for attribute in (
        Attribute(gate, str, "pass, condition, unknown, fail"),
        Attribute(f"{gate}_code", str, "ruling code"),
        Attribute(f"{gate}_condition", str, "condition code", optional=True),
        Attribute(f"{gate}_values", str, "JSON object", optional=True),
        Attribute(f"{gate}_sources", str, "JSON list of rule and source ids", optional=True),
    )
)
_JUDGED = (
    MINUTES,
    PLANNED,
    Attribute("minutes_all", int, "whole minutes a week if the role did all of it"),
    Attribute("bands", str, "JSON object: band to whole minutes a week today", optional=True),
    Attribute("factor", float, "times the task's minutes"),
    Attribute("capable", int, "heads of the role who can do it today"),
    Attribute("verdict", str, "worst of the six gates"),
    *_RULINGS,
)

EDGES: dict[str, EdgeKind] = {
    "does": EdgeKind("role", "task", _JUDGED),
    "could": EdgeKind("role", "task", _JUDGED),
    "at_level": EdgeKind("role", "level"),
    "in_group": EdgeKind("task", "group"),
    "works_in": EdgeKind("role", "group", (MINUTES, PLANNED)),
    "needs": EdgeKind("task", "competence"),
    "holds": EdgeKind(
        "role",
        "competence",
        (
            Attribute("persons", int, "heads who hold it"),
            Attribute("taught", bool, "truth: the education gives it to everyone"),
        ),
    ),
    "requires": EdgeKind("competence", "competence"),
    "governed_by": EdgeKind("task", "rule"),
    "in_chain": EdgeKind("task", "chain", (Attribute("position", int, "1 for the first"),)),
    "follows": EdgeKind("task", "task", (Attribute("chains", str, "JSON list of chain ids"),)),
    "move": EdgeKind(
        "role",
        "role",
        (
            Attribute("relieved", int, "whole minutes a week the giver is relieved of"),
            Attribute("taken_on", int, "whole minutes a week the receiver takes on"),
            Attribute("net", int, "whole minutes a week after all the moves cost"),
            Attribute("moves", int, "number of moves"),
            Attribute("tasks", str, "JSON list of leaf ids"),
        ),
    ),
}

GRAPH: tuple[Attribute, ...] = (
    Attribute("unit", str, "unit id"),
    Attribute("name", str, "the unit's name"),
    Attribute("country", str, "NO or SE"),
    Attribute("setting", str, "kind of service"),
    Attribute("on", str, "ISO date of the mapping"),
    Attribute("catalogue_on", str, "ISO date of the catalogue"),
    Attribute("illustrative", bool, "truth"),
    Attribute("planned", bool, "truth: the graph carries a plan"),
)


def check(graph: Graph) -> tuple[str, ...]:
    """Every departure from the contract, for whoever changes the graph; empty when it holds."""
    return tuple(_problems(graph))


def _problems(graph: Graph) -> Iterator[str]:
    yield from _attributes("graph", dict(graph.graph), GRAPH)
    for node, values in graph.nodes(data=True):
        kind = values.get("kind")
        if kind not in NODES or not node.startswith(f"{kind}:"):
            yield f"node {node}: kind is {kind!r}"
            continue
        yield from _attributes(f"node {node}", _without_kind(values), NODES[kind])
    for source, target, values in graph.edges(data=True):
        kind, where = values.get("kind"), f"edge {source} -> {target}"
        if kind not in EDGES:
            yield f"{where}: kind is {kind!r}"
            continue
        wanted = EDGES[kind]
        if (_kind(source), _kind(target)) != (wanted.source, wanted.target):
            yield f"{where}: {kind} joins {wanted.source} and {wanted.target}"
        yield from _attributes(where, _without_kind(values), wanted.attributes)


def _attributes(where: str, values: dict[str, Any], wanted: tuple[Attribute, ...]) -> Iterator[str]:
    known = {attribute.name: attribute for attribute in wanted}
    for name, value in values.items():
        if name not in known:
            yield f"{where}: {name} is not in the contract"
        elif type(value) is not known[name].type:
            yield f"{where}: {name} is {value!r}, expected {known[name].type.__name__}"
        elif value == "":
            yield f"{where}: {name} is empty, leave it out"
    for name, attribute in known.items():
        if not attribute.optional and name not in values:
            yield f"{where}: {name} is missing"


def _without_kind(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if name != "kind"}


def _kind(node: str) -> str:
    return node.split(":", 1)[0]
